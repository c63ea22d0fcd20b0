import { earlierKnown } from './known.ts'
import type { ChildPage, WorkerNow } from '../../../application/queries/child-page.ts'
import type { EpisodeCard } from '../../../application/projections/rows.ts'
import type { ImportedSpell, Placement } from '../../../domain/child/record.ts'
import { ownTimeInWords } from '../../../domain/child/plan.ts'
import { roleLabel } from '../../../domain/episode/roles.ts'
import { dateInWords, londonDate } from '../../../kernel/london.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { healthPanel, protectedAddressPanel } from '../../components/apart.ts'
import { emptyState, notice } from '../../components/notice.ts'
import { telephone } from '../../components/numbers-to-ring.ts'
import { govuk } from '../../components/official.ts'
import { panel, summary } from '../../components/summary.ts'
import { whenWords } from '../../components/time.ts'
import { whoHolds } from '../../components/who-knows.ts'
import { html, type Html, type Piece } from '../../html.ts'
import { page } from '../../layout/page.ts'
import type { PageVisit } from '../../layout/visit.ts'
import { calledBy, nameAndAge, pronounsOf } from '../../words/child.ts'
import { referenceInWords } from '../../words/reference.ts'
import { careLink, careOfChild } from './care.ts'
import { grabPack } from './grab-pack.ts'
import { keptOut } from './kept-out.ts'
import { ownDoor } from './own-door.ts'
import { photographs } from './photographs.ts'

interface ForThisPerson {
  /** What they may add to this record. */
  readonly additions: readonly { readonly text: string; readonly href: string }[]
  /** What they have just recorded, in words. */
  readonly recorded: string | undefined
  readonly mayPrintGrabPack?: boolean
}

/** One child: who they are, where they should be, who answers for them, what has happened. */
export function childPageView(visit: PageVisit, shown: ChildPage, person: ForThisPerson): Html {
  const { record, now } = shown
  const lead = summary({
    eyebrow: nameAndAge(record, now),
    sentence: stateOf(shown),
    detail: whereExpected(shown),
  })
  const main = html`${identity(shown)} ${photographs(shown)} ${earlierKnown(shown)} ${episodes(shown)}
  ${careOfChild(shown)} ${spells(record.spells)} ${placements(record.placements)} ${otherRecords(shown)}
  ${lookers(shown)}`
  const aside = html`${!shown.died && report(shown)} ${person.mayPrintGrabPack === true && grabPack(shown)}
  ${additionsPanel(person)} ${whoHolds(shown.workers.map(workerLine), 'Who answers')}
  ${!shown.died && plan(shown)} ${!shown.died && careLink(shown, visit)} ${!shown.died && healthPanel(record)}
  ${protectedAddressPanel(record)} ${soWhatLink(shown, visit)} ${ownDoor(shown)} ${keptOut(shown)}`
  return page({
    title: nameAndAge(record, now),
    visit,
    here: 'children',
    ...(person.recorded !== undefined && { status: notice({ kind: 'done', title: person.recorded }) }),
    lead,
    main,
    aside,
  })
}

function soWhatLink({ child, episodes }: ChildPage, { device }: PageVisit): Html | null {
  if (device !== undefined || episodes.length === 0) return null
  return panel(
    'So what',
    html`<p><a class="govuk-link" href="/children/${child}/so-what">Where what was learned leads</a></p>`,
  )
}

/** Where whoever has just recorded something is sent, when it was what ended their own sight of the record. */
export function outOfSightPage(visit: PageVisit): Html {
  const title = 'You do not see this record'
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">
      If you have just recorded something here, it stands, and it ended your own sight of the record. Whoever
      is responsible for the child now can read it. If a child is missing now, ring.
    </p>`
  return page({ title, visit, here: 'children', main })
}

/** Folded, because on a telephone it stands before the record. */
function additionsPanel({ additions }: ForThisPerson): Html | null {
  if (additions.length === 0) return null
  const links = additions.map(
    ({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`,
  )
  const folded = govuk('details', {
    summaryText: 'What do you want to add?',
    html: html`<ul class="govuk-list govuk-list--spaced">
      ${links}
    </ul>`,
  })
  return panel('Add to this record', folded)
}

function otherRecords({ sameAs, now }: ChildPage): Html | null {
  if (sameAs.length === 0) return null
  return html`<h2 class="wa-heading">Other records of this child</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${sameAs.map(
        (card) =>
          html`<li>
            <a class="govuk-link" href="/children/${card.child}">${nameAndAge(card, now)}</a>
            <span class="wa-evidence__source">${card.placement ?? 'no placement recorded'}</span>
          </li>`,
      )}
    </ul>`
}

function lookers({ mayReadLooks, child }: ChildPage): Html | null {
  if (!mayReadLooks) return null
  return html`<h2 class="wa-heading">Who has looked at this record</h2>
    <p class="govuk-body">
      <a class="govuk-link" href="/children/${child}/looks">See who has looked, and when</a>
    </p>`
}

function stateOf({ record, episodes: all, died }: ChildPage): string {
  const name = calledBy(record)
  const begin = name.charAt(0).toUpperCase() + name.slice(1)
  if (died) return `${begin} has died.`
  const open = all.find(({ response, voided }) => !voided && response !== 'closed' && response !== 'returned')
  if (open?.response === 'reported') return `${begin} is missing.`
  if (open !== undefined) return `${begin} is not where expected. Police have not been told.`
  const back = all.some(({ response, voided }) => !voided && response === 'returned')
  return back ? `${begin} is back, and still owed something.` : `No episode is open for ${name}.`
}

function whereExpected({ record, died }: ChildPage): string {
  const place = record.placement?.setting
  if (died) return place === undefined ? '' : `Lived at ${place.name}.`
  const last = record.placements.at(-1)
  if (place === undefined)
    return last === undefined
      ? 'No placement is recorded.'
      : `The placement at ${last.setting.name} has ended. No other is recorded.`
  return `Lives at ${place.name}, since ${record.placement?.from === undefined ? 'a day not known' : dateInWords(londonDate(record.placement.from))}.`
}

function report({ child, record, episodes: all }: ChildPage): Html {
  const open = all.find(({ response, voided }) => !voided && response !== 'closed' && response !== 'returned')
  const link =
    open === undefined
      ? govuk('button', {
          text: `${pronounsOf(record).they === 'they' ? 'They are' : `${capital(pronounsOf(record).they)} is`} not where expected`,
          href: `/report/${child}/worried`,
        })
      : govuk('button', { text: 'Open the episode', href: `/episodes/${open.episode}` })
  return panel('What you can do now', html`<div class="wa-acts">${link}</div>`)
}

function identity({ record }: ChildPage): Html {
  const row = (key: string, value: Piece) => ({ key: { text: key }, value: { html: html`${value}` } })
  const notKnown = 'Not known'
  return html`<h2 class="wa-heading">Who ${pronounsOf(record).they} ${pronounsOf(record).are}</h2>
    ${govuk('summary-list', {
      rows: [
        row('Name', record.name ?? 'Name not known'),
        ...(record.otherNames.length > 0 ? [row('Also called', record.otherNames.join(', '))] : []),
        row(
          'Born',
          record.bornOn === undefined
            ? record.approximateAge === undefined
              ? notKnown
              : `About ${record.approximateAge} years old`
            : dateInWords(record.bornOn),
        ),
        row('Description', record.description ?? notKnown),
        row('Telephone', record.telephone === undefined ? notKnown : telephone(record.telephone)),
        row('Standing', record.statuses.map((status) => statusWords[status]).join(', ')),
        ...(record.lookedAfter?.legalStatus === undefined
          ? []
          : [row('Legal status', record.lookedAfter.legalStatus)]),
      ],
    })}`
}

const statusWords = {
  'not-known': 'Not known to a council here',
  'in-need': 'Child in need',
  'protection-plan': 'Child protection plan',
  'looked-after': 'Looked after',
}

function episodes({ episodes: all, now }: ChildPage): Html {
  const body =
    all.length === 0
      ? emptyState({
          title: 'No episode that you can see',
          detail: 'Each one stands here alone: none makes another less serious.',
        })
      : html`<ul class="govuk-list govuk-list--spaced">
          ${all.map((card) => episodeLine(card, now))}
        </ul>`
  return html`<h2 class="wa-heading">Episodes</h2>
    ${body}`
}

function episodeLine(card: EpisodeCard, now: Moment): Html {
  const state = card.voided
    ? 'recorded in error'
    : {
        concern: 'a concern; police have not been told',
        searching: 'a carer is looking; police have not been told',
        reported: 'missing',
        // A safe return has a time: without one the absence ended with a death.
        returned:
          card.returnedAt === undefined
            ? 'has died; something is still owed'
            : 'back, and still owed something',
        closed: 'closed',
      }[card.response]
  const back = card.returnedAt === undefined ? '' : `, back ${whenWords(card.returnedAt, now)}`
  return html`<li>
    <a class="govuk-link" href="/episodes/${card.episode}">From ${whenWords(card.from, now)}${back}</a>:
    ${state}
    <span class="wa-evidence__source">${referenceInWords(card.reference)}</span>
  </li>`
}

function spells(all: readonly ImportedSpell[]): Html | null {
  if (all.length === 0) return null
  return html`<h2 class="wa-heading">Spells from statutory returns</h2>
    <p class="govuk-body">Days only, as they were returned. Whether an interview was offered is not known.</p>
    <ul class="govuk-list govuk-list--spaced">
      ${all.map(
        (spell) =>
          html`<li>
            ${spell.kind === 'missing' ? 'Missing' : 'Away without authorisation'} from
            ${dateInWords(spell.from)}
            ${spell.until === undefined ? openSpell(spell) : `until ${dateInWords(spell.until)}`}
            <span class="wa-evidence__source">${spell.source}</span>
          </li>`,
      )}
    </ul>`
}

function openSpell({ answer }: ImportedSpell): string {
  if (answer === undefined) return ', with no end: the council must say whether it still lasts'
  if (answer.stillMissing) return ', still missing when the council was asked'
  return answer.until === undefined ? ', ended' : `until ${dateInWords(answer.until)}`
}

function placements(all: readonly Placement[]): Html {
  return html`<h2 class="wa-heading">
      Where ${all.length === 0 ? 'the child has lived' : 'they have lived'}
    </h2>
    ${
      all.length === 0
        ? html`<p class="govuk-body">No placement is recorded.</p>`
        : html`<ul class="govuk-list govuk-list--spaced">
            ${all
              .toReversed()
              .map(
                ({ setting, from, until, endedWhy }) =>
                  html`<li>
                    ${setting.name}, from
                    ${dateInWords(londonDate(from))}${until !== undefined && ` until ${dateInWords(londonDate(until))}`}
                    ${endedWhy !== undefined && html`<span class="wa-evidence__source">${endedWhy}</span>`}
                  </li>`,
              )}
          </ul>`
    }`
}

function plan({ child, record }: ChildPage): Html {
  const current = record.plan
  const body =
    current === undefined
      ? html`<p class="govuk-body">
          ${record.lapsedPlan === undefined ? 'No plan is recorded' : 'The last plan is past its review'}: the
          shortest time for looking holds.
        </p>`
      : html`<p class="govuk-body">
          Looking may last, at most: ${ownTimeInWords(current)}. ${current.says} Review by
          ${dateInWords(current.reviewBy)}.
          ${current.easyWords === true ? 'Questions are asked in short, easy words.' : null}
        </p>`
  const links = html`<p class="govuk-body">
    <a class="govuk-link" href="/children/${child}/plan">The missing plan</a><br />
    <a class="govuk-link" href="/children/${child}/known">What is known</a>
  </p>`
  return panel('Plan if missing', html`${body}${links}`)
}

function workerLine({ role, holder }: WorkerNow) {
  const note = holder.answeredBy === undefined ? undefined : `answered by ${holder.answeredBy}`
  return {
    role: roleLabel(role),
    name: holder.name,
    telephone: holder.telephone,
    ...(note !== undefined && { note }),
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

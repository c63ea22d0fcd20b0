import type { EpisodePage } from '../../../../application/queries/episode-page.ts'
import { holds, type DutyNow } from '../../../../application/who-holds.ts'
import type { Directory, Post } from '../../../../domain/child/directory.ts'
import { dutyList } from '../../../components/duty.ts'
import { govuk } from '../../../components/official.ts'
import { whenWords } from '../../../components/time.ts'
import { html, type Html } from '../../../html.ts'
import { reportPage } from '../../../layout/page.ts'
import type { PageVisit } from '../../../layout/visit.ts'
import { firstName } from '../../../words/child.ts'
import { clockOf, holderInWords, ringHolder, rungInWords } from '../../../words/duty.ts'
import { questionsFor } from '../questions/catalogue.ts'
import { sentOf } from '../sent.ts'
import { whenBack } from './back.ts'
import { byThePlan } from './by-the-plan.ts'
import { capital, withVerb } from '../words.ts'
import { referenceInWords } from '../../../words/reference.ts'

interface Progress {
  readonly visit: PageVisit
  readonly shown: EpisodePage
  readonly isPolice: boolean
  /** Who reads it: nobody is told to ring themselves. */
  readonly post: Post
  readonly directory: Directory
}

/** Where the report stands: what is saved, what can still be said, who does not know yet. */
export function progressPage({ visit, shown, isPolice, post, directory }: Progress): Html {
  const { episode, chronology, record, id } = shown
  const heading = stateOf(shown)
  return reportPage({
    title: heading,
    visit,
    sent: sentOf(episode, chronology, visit.now),
    caption: `${record.name ?? 'Child, name not known'} · ${referenceInWords(episode.raised?.body.reference) ?? ''}`,
    back: visit.device === 'foster-carer' ? '/report' : '/board',
    main: html`<h1>${heading}</h1>
      ${isOver(shown) ? whenOver(shown) : whileAway(shown, isPolice)} ${owed(shown, post, visit)}
      ${
        visit.device === 'foster-carer'
          ? !isOver(shown) && whenBack(shown, directory)
          : html`<p class="govuk-body">
              ${!isOver(shown) && `${capital(withVerb(record, 'is', 'are'))} back, or something else happened?`}
              <a class="govuk-link" href="/episodes/${id}">Open the whole episode</a>.
            </p>`
      }`,
  })
}

function isOver({ episode: { voided, died, returned, response } }: EpisodePage): boolean {
  return voided || died || returned !== undefined || response === 'closed'
}

function whileAway(shown: EpisodePage, isPolice: boolean): Html {
  return html`${ring(shown, isPolice)} ${byThePlan(shown)} ${questions(shown)}
    <p class="govuk-body">
      <a class="govuk-link" href="/episodes/${shown.id}/report/together"
        >Is another child with ${firstName(shown.record)}?</a
      >
    </p>`
}

/** What is over takes no more answers; an absence after it is another one. */
function whenOver({ episode, child, record }: EpisodePage): Html | null {
  if (episode.died) return null
  return html`<p class="govuk-body">
    If ${withVerb(record, 'is', 'are')} not where ${withVerb(record, 'should', 'should')} be now,
    <a class="govuk-link" href="/report/${child}/worried">report it as a new absence</a>.
  </p>`
}

function stateOf({ episode, record, at }: EpisodePage): string {
  const name = capital(firstName(record))
  if (episode.voided) return 'This was recorded in error'
  if (episode.died) return `${name} has died`
  if (episode.returned !== undefined) return `${name} is back`
  if (episode.reported !== undefined)
    return `${name} is reported missing. Police have known since ${whenWords(episode.reported.occurred.at, at)}`
  return `${name} is being looked for. Police have not been told`
}

function ring({ episode, id, duties, at, record }: EpisodePage, isPolice: boolean): Html | null {
  if (episode.reported !== undefined) return null
  const again = duties.find(({ row, standing }) => row.duty === 'hold-search' && standing === 'open')
  const until = episode.worriedNow
    ? `You said that you are worried about ${firstName(record)}.`
    : again !== undefined &&
      `Tell the police by ${whenWords(again.row.dueAt, at)} at the latest. You need not wait until then.`
  return html`${until && html`<p class="govuk-body">${until}</p>`}
  ${govuk('button', {
    text: isPolice ? 'Accept as missing' : 'Ring the police now',
    href: `/episodes/${id}/report/ring`,
  })}`
}

function questions(shown: EpisodePage): Html {
  const list = `/episodes/${shown.id}/report`
  return html`<h2 class="wa-heading">What you can say about it</h2>
    ${govuk('task-list', {
      idPrefix: 'question',
      items: questionsFor(shown).map((question) => {
        const given = question.answered(shown)
        return {
          title: { text: question.title },
          href: `${list}/${question.slug}`,
          ...(given && { hint: { text: given.text } }),
          status:
            given === undefined
              ? { text: 'Not yet' }
              : { html: html`<strong>✓ ${whenWords(given.at, shown.at)}</strong>` },
        }
      }),
    })}`
}

/** Tellings that are open: each names who does not know yet, and the number that reaches whoever owes it. */
function owed({ duties, at, episode, id }: EpisodePage, post: Post, { device }: PageVisit): Html | null {
  const open = duties.filter(isOpenTelling)
  if (open.length === 0 || episode.voided) return null
  return html`<h2 class="wa-heading">Who does not know yet</h2>
    ${dutyList(
      open.map((duty) => ({
        what: duty.row.title,
        ...hrefOf(duty, id, device),
        clock: clockOf(duty, at),
        ...(holds(post, duty.row.owedBy, duty.holder)
          ? { owner: 'You owe it' }
          : { owner: `${holderInWords(duty)} owes it`, detail: ringHolder(duty) }),
        rung: rungInWords(duty, at),
      })),
    )}`
}

/** Who else was told is not written down on a foster carer's telephone. */
function hrefOf({ row }: DutyNow, id: EpisodePage['id'], device: PageVisit['device']) {
  if (row.duty.startsWith('tell-police')) return { href: `/episodes/${id}/report/ring` }
  return device === 'foster-carer' ? {} : { href: `/episodes/${id}/inform-agency` }
}

function isOpenTelling({ row, standing }: DutyNow): boolean {
  return row.duty.startsWith('tell-') && (standing === 'open' || standing === 'overdue')
}

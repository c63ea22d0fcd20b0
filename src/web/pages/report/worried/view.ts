import type { BeforeReport } from '../../../../application/queries/before-report.ts'
import type { Earlier } from '../../../../application/queries/earlier.ts'
import type { Author, EpisodeId } from '../../../../domain/episode/entry.ts'
import type { Moment } from '../../../../kernel/moment.ts'
import { errorOf } from '../../../components/errors.ts'
import { govuk } from '../../../components/official.ts'
import { whenWords } from '../../../components/time.ts'
import { showFields } from '../../../forms/fields.ts'
import { html, type Html, type Piece } from '../../../html.ts'
import { reportPage } from '../../../layout/page.ts'
import type { PageVisit } from '../../../layout/visit.ts'
import { firstName, pronounsOf } from '../../../words/child.ts'
import { onBehalf } from '../../act/on-behalf.ts'
import { asking, type Asked } from '../asked.ts'
import { besideQuery } from '../candidates.ts'
import { notSent } from '../sent.ts'
import { capital, captionOf, possessive, thisTime, withVerb } from '../words.ts'
import { factsOf } from './form.ts'

interface Worried {
  readonly visit: PageVisit
  readonly author: Pick<Author, 'organisationKind' | 'organisationName'>
  readonly before: BeforeReport
  readonly asked: Asked
  readonly beside?: EpisodeId
}

/** Question 2, right after who: are you worried now? Whoever answers it has told the server, and not yet the police. */
export function worriedPage(props: Worried): Html {
  const { visit, before, asked, beside } = props
  const { record } = before
  const heading = headingOf(before)
  const body = html`${question(props, heading)} ${earlierOpen(before.earlier, visit.now)} ${facts(props)}`
  return reportPage({
    title: heading,
    visit,
    sent: notSent,
    caption: captionOf(record, 2),
    back: `/report${besideQuery(beside)}`,
    errors: asked.errors,
    main: asking(asked, body, 'Continue', { with: beside }),
  })
}

function headingOf({ record }: BeforeReport): string {
  return `Are you worried now about ${possessive(firstName(record))} safety, or anyone else's?`
}

function question({ asked, before, author, visit }: Worried, heading: string): Html {
  const { form, errors } = asked
  const error = errorOf(errors, 'worried')
  const isPolice = author.organisationKind === 'police'
  const yes = isPolice
    ? {
        text: 'Yes. Police take it as a missing report now',
        hint: `You accept it for ${author.organisationName} on the next page`,
      }
    : {
        text: 'Yes. I will ring the police now',
        hint: '999 in danger, otherwise 101. The rest can wait until you have rung',
      }
  const looker = author.organisationKind === 'provider' ? 'I am' : 'Someone is'
  const no = {
    text: `Not yet. ${looker} looking for ${pronounsOf(before.record).them}`,
    hint: lookingUntil(before, visit.now),
  }
  return govuk('radios', {
    name: 'worried',
    idPrefix: 'worried',
    fieldset: {
      legend: {
        html: html`<h1 class="govuk-fieldset__heading">${heading}</h1>`,
        classes: 'govuk-fieldset__legend--l',
      },
    },
    hint: { text: thinkOfNow(before, visit.now), classes: 'wa-callout wa-callout--hint' },
    ...(error && { errorMessage: error }),
    items: [
      { value: 'yes', text: yes.text, hint: { text: yes.hint }, checked: form.text('worried') === 'yes' },
      { value: 'no', text: no.text, hint: { text: no.hint }, checked: form.text('worried') === 'no' },
    ],
  })
}

function thinkOfNow({ record, hasBeenAway }: BeforeReport, now: Moment): string {
  const time = thisTime(now)
  const they = withVerb(record, 'has', 'have')
  return hasBeenAway
    ? `Think about ${time} only. That ${they} come back before does not make ${time} safer.`
    : `Think about ${time} only. If something does not feel right to you, that is reason enough.`
}

function lookingUntil({ lookUntil }: BeforeReport, now: Moment): string {
  return lookUntil > now
    ? `Tell the police by ${whenWords(lookUntil, now)} at the latest`
    : 'At this age, or with the age not known, the protocol gives no time for looking first: tell police now'
}

/** They stand open, and never as a count: they can raise the answer. */
function earlierOpen(earlier: readonly Earlier[], now: Moment): Html | null {
  if (earlier.length === 0) return null
  const kinds = { harm: 'Harm', place: 'Place', adult: 'Adult of concern' }
  return html`<h2 class="wa-heading">Known from before, because it can raise the worry</h2>
    <ul class="wa-evidence">
      ${earlier.map(
        ({ kind, text, at }) =>
          html`<li>
            ${kinds[kind]}: ${text} <span class="wa-evidence__source">${whenWords(at, now, 'day')}</span>
          </li>`,
      )}
    </ul>`
}

function facts({ before: { record }, asked, visit }: Worried): Html {
  const { where, ...rest } = factsOf(record)
  const asking = { form: asked.form, errors: asked.errors, now: visit.now }
  const isWrong = asked.errors.some(({ field }) => /^(expectedAt|noticed|out)/.test(field))
  const expected = asked.form.text('expectedAt') || record.placement?.setting.name
  const typed = asked.form.text('noticed-time')
  const noticed = typed === '' ? 'just now' : `at ${typed}`
  return html`${where.show('where', asking)}
  ${govuk('details', {
    summaryText:
      expected === undefined
        ? `Where ${withVerb(record, 'should', 'should')} be, and when it was noticed`
        : `${capital(withVerb(record, 'should', 'should'))} be at ${expected}, and it was noticed ${noticed}. Change this`,
    html: html`${showFields(rest, asking)}`,
    open: isWrong || expected === undefined,
  })}
  ${onBehalf.show('told-by', asking)}`
}

interface AlreadyOpen {
  readonly visit: PageVisit
  readonly name: string
  readonly episode: EpisodeId
}

/** The child is being looked for already: one episode, so that everyone sees the same. */
export function alreadyOpenPage({ visit, name, episode }: AlreadyOpen): Html {
  const heading = `${capital(name)} is being looked for already`
  return reportPage({
    title: heading,
    visit,
    sent: { headline: 'Nothing new sent.', detail: 'Go on with what is there.' },
    back: '/report',
    main: html`<h1>${heading}</h1>
      <p class="govuk-body">
        Someone has raised the concern. Go on with that one, so that everyone sees the same. What you know is
        added there.
      </p>
      ${govuk('button', { text: 'Go on with it', href: `/episodes/${episode}/report` })}
      <p class="govuk-body">If it says that you cannot see it, ring the duty team: they can.</p>`,
  })
}

/** The same form, sent twice with different words: the first sending stands. */
export function usedPage(visit: PageVisit, name: string, body: Piece): Html {
  const heading = 'This page was sent before'
  return reportPage({
    title: heading,
    visit,
    sent: { headline: 'Sent before.', detail: 'Nothing new was saved.' },
    main: html`<h1>${heading}</h1>
      <p class="govuk-body">What was sent first about ${name} stands. ${body}</p>`,
  })
}

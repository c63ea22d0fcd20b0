import type { EpisodePage } from '../../../../application/queries/episode-page.ts'
import { telephone } from '../../../components/numbers-to-ring.ts'
import { showFields } from '../../../forms/fields.ts'
import { html, type Html, type Piece } from '../../../html.ts'
import { reportPage } from '../../../layout/page.ts'
import type { PageVisit } from '../../../layout/visit.ts'
import { firstName } from '../../../words/child.ts'
import { asking, type Asked } from '../asked.ts'
import { sentOf } from '../sent.ts'
import { withVerb } from '../words.ts'
import { acceptedFields, rangFields } from './form.ts'
import { whatToSay } from './what-to-say.ts'
import { referenceInWords } from '../../../words/reference.ts'

interface Ring {
  readonly visit: PageVisit
  readonly shown: EpisodePage
  /** The home or the office that the call comes from. */
  readonly from: string
  readonly isPolice: boolean
  readonly asked: Asked
  /** Above the heading: what changed meanwhile. */
  readonly status?: Html
}

/** Ring now. The page helps with the call, and then asks what only a call can answer. */
export function ringPage(props: Ring): Html {
  const { visit, shown, asked, isPolice } = props
  const heading = isPolice ? `Accept ${firstName(shown.record)} as missing` : 'Ring the police now'
  const title = `${heading}: ${firstName(shown.record)}`
  return reportPage({
    title,
    visit,
    sent: sentOf(shown.episode, shown.chronology, visit.now),
    back: `/episodes/${shown.id}/report`,
    errors: asked.errors,
    caption: `${shown.record.name ?? 'Child, name not known'} · ${referenceInWords(shown.episode.raised?.body.reference) ?? ''}`,
    main: html`${props.status}
      <h1>${heading}</h1>
      ${isPolice ? accepting(props) : ringing(props)}`,
  })
}

function ringing(props: Ring): Html {
  const { visit, shown, from, asked } = props
  const form = html`<h2 class="wa-heading">When you have rung</h2>
    <p class="govuk-body">Pressing the button tells nobody. It records that you rang.</p>
    ${fields(rangFields, asked, visit)}`
  return html`<ul class="wa-ring">
      <li>${telephone('999', 'Ring 999')} <span>in danger now</span></li>
      <li>${telephone('101', 'Ring 101')} <span>otherwise</span></li>
    </ul>
    ${say('Say', whatToSay(shown, from))} ${knownBefore(shown)}
    ${asking(asked, form, 'I have rung: police know', { shown: basisOf(props) })} ${later(shown)}`
}

function accepting(props: Ring): Html {
  const { visit, shown, from, asked } = props
  const form = html`<p class="govuk-body">
      From then on ${withVerb(shown.record, 'is', 'are')} reported missing to ${from}, and the clock of the
      risk grade runs.
    </p>
    ${fields(acceptedFields, asked, visit)}`
  return html`${say('What is known', whatToSay(shown, from).slice(1, -1))} ${knownBefore(shown)}
  ${asking(asked, form, 'Accept as reported', { shown: basisOf(props) })}`
}

/** How many entries the person has seen: those who are told what changed have seen that too. */
function basisOf({ shown, asked, status }: Ring): string {
  const before = asked.form.text('shown')
  return status === undefined && before !== '' ? before : String(shown.shown)
}

function fields(
  which: typeof rangFields | typeof acceptedFields,
  { form, errors }: Asked,
  visit: PageVisit,
): Piece {
  return showFields(which, { form, errors, now: visit.now })
}

function say(heading: string, sentences: readonly string[]): Html {
  return html`<h2 class="wa-heading">${heading}</h2>
    <ul class="wa-say">
      ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`
}

const kinds = { harm: 'Harm', place: 'Place', adult: 'Adult of concern' }

/** Earlier harms, places and adults are told to the call taker too: they can raise the grade. */
function knownBefore({ earlier }: EpisodePage): Html | null {
  if (earlier.length === 0) return null
  return say(
    'Tell them this too: it can raise the risk',
    earlier.map(({ kind, text }) => `${kinds[kind]}: ${text}`),
  )
}

function later({ id }: EpisodePage): Html {
  return html`<p class="govuk-body">
    On hold? <a class="govuk-link" href="/episodes/${id}/report">Answer what they will ask</a> meanwhile. The
    way back here is at the foot of each question.
  </p>`
}

interface Known {
  readonly visit: PageVisit
  readonly shown: EpisodePage
}

/** Nothing to ring about: police know, the child is back or has died, or the absence was none. */
export function noNeedToRingPage({ visit, shown }: Known): Html {
  const { episode, chronology, id } = shown
  const sent = sentOf(episode, chronology, visit.now)
  const heading = whyNotRing(shown)
  return reportPage({
    title: heading,
    visit,
    sent,
    back: `/episodes/${id}/report`,
    main: html`<h1>${heading}</h1>
      <p class="govuk-body">${sent.detail} If something new makes it more urgent, ring 999 again.</p>
      ${
        !episode.voided &&
        visit.device !== 'foster-carer' &&
        html`<p class="govuk-body">
          ${
            episode.reported !== undefined &&
            html`<a class="govuk-link" href="/episodes/${id}/give-reference">Add the police reference</a>. `
          }
          <a class="govuk-link" href="/episodes/${id}/record-information">Add what is new</a>.
        </p>`
      }`,
  })
}

function whyNotRing({ episode, record }: EpisodePage): string {
  if (episode.voided) return 'This was recorded in error'
  if (episode.died) return `${firstName(record)} has died`
  return episode.returned === undefined ? 'Police know' : `${firstName(record)} is back`
}

import { effective } from '../../../../domain/episode/effective.ts'
import type { EntryId } from '../../../../domain/episode/entry.ts'
import { callout } from '../../../components/summary.ts'
import { whenWords } from '../../../components/time.ts'
import { pick } from '../../../forms/fields-choice.ts'
import { longText, optionalLongText } from '../../../forms/fields-text.ts'
import { present } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { act, type About, type Act } from '../act.ts'
import { approve } from './sign-off.ts'
import { nothingWaits, waiting, writeUpField } from './write-ups-waiting.ts'

const held = 'Which interview is it of?'

const writeUp: Act = act({
  command: 'write-up-interview',
  title: ({ child }) => `Write up the return interview with ${child.first}`,
  button: 'Hand in the write-up',
  above: (about) =>
    callout(
      html`<p>
          Kept apart: read by those who read interviews. This is one account;
          <a class="govuk-link" href="/episodes/${about.page.id}/interview"
            >with the questions, one by one, there is another page</a
          >.
        </p>
        ${sentBack(about)}`,
    ),
  nothing: (about) => (interviews(about).length === 0 ? 'No interview was held in this episode.' : undefined),
  when: 'at-once',
  fields: (about) => ({
    interview: interviewField(about),
    account: longText({
      label: `What ${about.child.he} said`,
      hint: `In ${about.child.his} own words: before, during and after, and what would help.`,
      missing: `Enter what ${about.child.he} said, also if it was nothing`,
    }),
    view: optionalLongText({
      label: 'Your own view',
      hint: `Apart from what ${about.child.he} said.`,
    }),
  }),
  toBody: ({ interview, account, view }, about) => ({
    interview,
    answers: [{ question: 'account', asked: `What ${about.child.he} said`, words: account }],
    ...present({ view, again: waitingFor(about, interview) }),
  }),
})

const addTo: Act = act({
  command: 'add-to-interview',
  title: () => 'Add what became known after the interview',
  above: () =>
    callout(html`<p>Nobody’s words are rewritten: this stands beside them, with its own date and name.</p>`),
  nothing: (about) => (interviews(about).length === 0 ? 'No interview was held in this episode.' : undefined),
  when: 'at-once',
  fields: (about) => ({
    interview: interviewField(about),
    text: longText({
      label: 'What became known',
      hint: 'Kept apart: read by those who read interviews.',
      missing: 'Enter what became known',
    }),
  }),
  toBody: (values) => values,
})

function interviewField(about: About) {
  const [first] = interviews(about)
  return pick<EntryId>({
    label: held,
    options: interviews(about),
    missing: 'Choose which interview it is of',
    ...(first && { start: first.value }),
  })
}

const sendBack: Act = act({
  command: 'send-back-interview',
  title: () => 'Send the write-up back',
  above: () =>
    callout(
      html`<p>You change none of the interviewer’s words: say what is missing, and they write again.</p>`,
    ),
  nothing: (about) => (waiting(about).length === 0 ? nothingWaits : undefined),
  when: 'at-once',
  fields: (about) => ({
    writeUp: writeUpField(about),
    comments: longText({
      label: 'What is missing, or unclear',
      hint: 'Kept apart: read by those who read interviews.',
      missing: 'Enter what is missing or unclear',
    }),
  }),
  toBody: (values) => values,
})

/** The latest first. */
function interviews({ page }: About) {
  return effective(page.chronology)
    .filter(({ type }) => type === 'interview-held')
    .toReversed()
    .map(({ id, occurred }) => ({ value: id, text: `Held ${whenWords(occurred.at, page.at)}` }))
}

/** The sending back that a write-up of this interview would answer: the last that none has answered, also of a write-up
    that was recorded in error since. */
export function waitingFor({ page }: Pick<About, 'page'>, interview: EntryId): EntryId | undefined {
  const entries = effective(page.chronology)
  const ofThis = page.chronology.filter(
    (entry) => entry.type === 'interview-written-up' && entry.body.interview === interview,
  )
  const answered = new Set(
    entries.map((entry) => (entry.type === 'interview-written-up' ? entry.body.again : undefined)),
  )
  return entries.findLast(
    (entry) =>
      entry.type === 'interview-sent-back' &&
      ofThis.some(({ id }) => id === entry.body.writeUp) &&
      !answered.has(entry.id),
  )?.id
}

function sentBack({ page }: About) {
  const comments = effective(page.chronology).flatMap((entry) =>
    entry.type === 'interview-sent-back' && entry.body.comments !== undefined ? [entry.body.comments] : [],
  )
  const last = comments.at(-1)
  return last === undefined ? '' : html`<p>Sent back: <q>${last}</q></p>`
}

export const writeUpActs: readonly Act[] = [writeUp, sendBack, approve, addTo]

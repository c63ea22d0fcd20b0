import { effective } from '../../../../domain/episode/effective.ts'
import { isMarked, learnedInInterview } from '../../../../domain/episode/rules/sign-off.ts'
import type { EntryId } from '../../../../domain/episode/entry.ts'
import type { EffectiveOf } from '../../../../domain/episode/state.ts'
import { namedIn } from '../../../../domain/interview/alike.ts'
import { learnedOf } from '../../../../domain/interview/so-what.ts'
import { callout } from '../../../components/summary.ts'
import { branch } from '../../../forms/fields-branch.ts'
import { choice } from '../../../forms/fields-choice.ts'
import { longText } from '../../../forms/fields-text.ts'
import { read, readFields, showFields, type Field, type Fields, type Read } from '../../../forms/fields.ts'
import type { Form } from '../../../forms/form.ts'
import { html } from '../../../html.ts'
import { learnedInOneLine, subjectWords } from '../../episode/headlines-findings.ts'
import { act, type About, type Act, type Companion, type Proposed } from '../act.ts'
import { nothingWaits, waiting, writeUpField } from './write-ups-waiting.ts'

const approval: Act = act({
  command: 'approve-interview',
  title: () => 'Approve the write-up',
  button: 'Approve',
  above: (about) =>
    callout(
      html`<p>
          Read it first,
          <a class="govuk-link" href="/episodes/${about.page.id}#record">in the record</a>. Nobody approves
          what they wrote themselves.
        </p>
        ${unmarked(about).length > 0 && html`<p>${toMark}</p>`}`,
    ),
  nothing: (about) => (waiting(about).length === 0 ? nothingWaits : undefined),
  when: 'at-once',
  fields: (about) => ({
    writeUp: writeUpField(about),
    isRead: choice({
      legend: 'Have you read it?',
      options: [{ value: 'yes', text: 'I have read it' }],
      missing: 'Read it first, and say that you have',
    }),
  }),
  toBody: ({ writeUp: of }) => ({ writeUp: of }),
})

const toMark =
  'Say of each person, place, vehicle, telephone and online name from the interview whether it may go in the next pack for police, or why not.'

/** Approving a write-up, and saying in the same sitting of everybody and everything named in it whether police may have
    it. All of it is recorded, or nothing. */
export const approve: Act = {
  ...approval,
  show: (about, asking) => [...approval.show(about, asking), ...showFields(marksOf(unmarked(about)), asking)],
  read: (about, form) => {
    const proposed = approval.read(about, form)
    const marks = readFields(marksOf(asked(about, form)), form, about.page.at)
    if (proposed.kind === 'problems' || marks.kind === 'problems')
      return {
        kind: 'problems',
        problems: [proposed, marks].flatMap((one) => (one.kind === 'problems' ? one.problems : [])),
      }
    return withMarks(proposed.value, Object.values(marks.value))
  },
}

function withMarks(proposed: Proposed, marks: readonly Companion[]): Read<Proposed> {
  return read(marks.length === 0 ? proposed : { ...proposed, first: marks })
}

type Finding = EffectiveOf<'finding-recorded'>

/** Those that the reader reads to be named. What they do not read is not theirs to answer for here. */
function unmarkedOf({ page }: About, interviews: readonly EntryId[]): readonly Finding[] {
  const { chronology } = page
  const entries = effective(chronology)
  return interviews
    .flatMap((interview) => learnedInInterview({ entries, chronology }, interview))
    .filter((finding) => namedIn(finding) !== undefined && !isMarked(finding, entries))
}

function unmarked(about: About): readonly Finding[] {
  return unmarkedOf(
    about,
    waiting(about).map(({ interview }) => interview),
  )
}

/** Those of the write-up that was chosen, and of another where somebody answered them all the same. */
function asked(about: About, form: Form): readonly Finding[] {
  const chosen = waiting(about).filter(({ value }) => value === form.text('writeUp'))
  const ofThis = unmarkedOf(
    about,
    chosen.map(({ interview }) => interview),
  )
  return unmarked(about).filter(
    (finding) => form.text(nameOf(finding)) !== '' || ofThis.some(({ id }) => id === finding.id),
  )
}

function nameOf({ id }: Finding): string {
  return `mark-${id}`
}

function marksOf(findings: readonly Finding[]): Readonly<Record<string, Field<Companion>>> {
  return Object.fromEntries(findings.map((finding) => [nameOf(finding), markOf(finding)]))
}

function markOf(finding: Finding): Field<Companion> {
  const learned = learnedOf(finding)
  const what = learned === undefined ? 'Something that is kept apart' : subjectWords(learned.what)
  const field = branch({
    legend: `May it go in the next pack for police: ${what}?`,
    hint: learnedInOneLine(learned),
    missing: `Say whether police may have ${what}`,
    arms: { released: { text: 'Yes, it may go', fields: {} }, kept: { text: 'No, keep it', fields: why } },
  })
  return {
    show: field.show,
    read: (name, form, now) => {
      const found = field.read(name, form, now)
      return found.kind === 'problems' ? found : read(markIn(finding, found.value))
    },
  }
}

const why = {
  why: longText({
    label: 'Why not',
    hint: 'Kept apart: read by those who read interviews.',
    missing: 'Enter why police may not have it',
  }),
} satisfies Fields

function markIn(
  { id }: Finding,
  mark: { readonly kind: 'released' } | { readonly kind: 'kept'; readonly why: string },
): Companion {
  return mark.kind === 'released'
    ? { command: 'release-finding', type: 'finding-released', body: { finding: id } }
    : { command: 'keep-finding', type: 'finding-kept', body: { finding: id, why: mark.why } }
}

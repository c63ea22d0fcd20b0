import { awaitingSecond } from '../../../../domain/episode/awaiting-second.ts'
import { mayUndo } from '../../../../domain/access/may.ts'
import { effective } from '../../../../domain/episode/effective.ts'
import type { EntryId, NamesOthers } from '../../../../domain/episode/entry.ts'
import { londonDate, type LondonDate } from '../../../../kernel/london.ts'
import { isRole, roleLabel } from '../../../../domain/episode/roles.ts'
import { answersFor } from '../../../../domain/protocol/rungs.ts'
import { whenWords } from '../../../components/time.ts'
import { callout } from '../../../components/summary.ts'
import { branch } from '../../../forms/fields-branch.ts'
import { choice, pick } from '../../../forms/fields-choice.ts'
import { longText, optionalLongText } from '../../../forms/fields-text.ts'
import { optionallyHappened } from '../../../forms/fields-when.ts'
import { present } from '../../../forms/fields.ts'
import { html } from '../../../html.ts'
import { capitalised } from '../../episode/child-words.ts'
import { headlineOf } from '../../episode/headlines.ts'
import { correctableText, correctedText } from '../correctable-text.ts'
import { act, entryAsked, unless, type About, type Act } from '../act.ts'

const correct: Act = act({
  command: 'correct-entry',
  title: () => 'Correct an entry',
  button: 'Record the correction',
  above: (about) => {
    const entry = standingEntry(about)
    if (entry === undefined) return html``
    const { headline, detail } = headlineOf(entry, about.reading)
    return html`${callout(
        html`<p>
          <strong>${whenWords(entry.occurred.at, about.page.at)}: ${headline}</strong> ${detail}
          <br />${entry.by.name}, ${entry.by.organisationName}, recorded
          ${whenWords(entry.recorded, about.page.at)}
        </p>`,
      )}
      <p class="govuk-body">
        Nothing is deleted: the entry stays as it was, with your correction and its reason beside it. A
        correction that moves a clock by more than an hour, leaves less owed, or takes away that something was
        late needs evidence and counts when a second person has confirmed it. If it did not happen at all, it
        was
        <a class="govuk-link" href="/episodes/${about.page.id}/record-in-error?entry=${entry.id}"
          >recorded in error</a
        >.
      </p>`
  },
  nothing: (about) =>
    standingEntry(about) === undefined
      ? 'That entry is not in this episode, or was recorded in error.'
      : undefined,
  when: 'at-once',
  fields: (about) => ({
    newTime: optionallyHappened({
      legend: 'When did it really happen?',
      hint: 'Leave the time empty if the time is right.',
      ...startDayOf(about),
    }),
    ...correctableText(standingEntry(about)),
    reason: longText({ label: 'Why it was wrong', missing: 'Enter why it was wrong' }),
    evidence: optionalLongText({
      label: 'What shows it',
      hint: 'A log, a camera, a message, a witness.',
    }),
  }),
  toBody: (values, about) => {
    const entry = standingEntry(about)
    if (entry === undefined) return unless('reason', 'That entry is not in this episode')
    const changes = correctedText(entry, values)
    return present({
      corrects: entry.id,
      reason: values.reason,
      evidence: values.evidence,
      occurred: values.newTime,
      otherChildren: namesIn(entry),
      changes: Object.keys(changes).length === 0 ? undefined : changes,
      // The rules decide it; what a form says does not count.
      needsSecond: false,
    })
  },
})

/** What is said anew is kept from the same people as what was said before. */
function namesIn({ body }: { readonly body: object }): readonly string[] | undefined {
  return (body as NamesOthers).otherChildren
}

function startDayOf(about: About): { readonly startDay?: LondonDate } {
  const entry = standingEntry(about)
  return entry === undefined ? {} : { startDay: londonDate(entry.occurred.at) }
}

/** The entry that the address names, as it stands now: earlier corrections applied. */
function standingEntry(about: About) {
  const id = about.asked.text('entry')
  return effective(about.page.chronology).find((entry) => entry.id === id)
}

const recordInError: Act = act({
  command: 'record-in-error',
  title: () => 'Mark something as recorded in error',
  button: 'Mark it as recorded in error',
  above: () =>
    callout(
      html`<p>
          It stays on the record, marked, and stops counting. Everyone who was told of it is told of the
          error. If only its time or its words are wrong, correct it instead.
        </p>
        <p>
          It waits for a second person, and counts on until then, if a clock that runs began with it, if
          something late would be gone, or if it is a whole episode of which police were told. Ask someone who
          knows to confirm it. If a child is missing now, do not wait for that: raise a new concern.
        </p>`,
    ),
  when: 'at-once',
  fields: (about) => ({
    scope: branch({
      legend: 'What was recorded in error?',
      missing: 'Choose what was recorded in error',
      ...(entryAsked(about) !== undefined && { start: 'entry' as const }),
      arms: {
        entry: { text: 'One entry', fields: { entry: entryPick(about) } },
        episode: {
          text: 'The whole episode',
          hint: 'It leaves every count, and everyone who was told is owed the news.',
          fields: {},
        },
      },
    }),
    why: choice({
      legend: 'Why',
      options: [
        { value: 'wrong-child', text: 'It is about another child' },
        { value: 'duplicate', text: 'It is recorded elsewhere' },
        { value: 'did-not-happen', text: 'It did not happen' },
      ],
      missing: 'Choose why',
    }),
    reason: longText({ label: 'What happened', missing: 'Enter what happened' }),
  }),
  toBody: (values) => values,
})

function entryPick(about: About) {
  const asked = entryAsked(about)
  return pick<EntryId>({
    label: 'Which entry',
    options: effective(about.page.chronology)
      .filter(({ type }) => mayUndo(about.author, type))
      .map((entry) => ({
        value: entry.id,
        text: `${whenWords(entry.occurred.at, about.page.at)}: ${headlineOf(entry, about.reading).headline}`,
      })),
    missing: 'Choose which entry',
    ...(asked && { start: asked.id }),
  })
}

const acknowledge: Act = act({
  command: 'acknowledge',
  title: () => 'Acknowledge',
  button: 'I acknowledge this',
  above: ({ author }) =>
    callout(
      html`<p>
        It says, in your name (${author.name}), that you know. For a duty that is silent it stops the ladder
        there: the duty itself stays owed. For a correction it is the second person’s word.
      </p>`,
    ),
  nothing: (about) => (waitingIn(about).length === 0 ? 'Nothing here waits to be acknowledged.' : undefined),
  when: 'at-once',
  fields: (about) => {
    const waiting = waitingIn(about)
    const named = waiting.find(({ names }) => names(about))
    const [only] = waiting
    const start = named ?? (waiting.length === 1 ? only : undefined)
    return {
      what: choice({
        legend: 'What do you acknowledge?',
        options: waiting,
        missing: 'Choose what you acknowledge',
        ...(start && { start: start.value }),
      }),
    }
  },
  toBody: ({ what }, about) => {
    const found = waitingIn(about).find(({ value }) => value === what)
    return found === undefined ? unless('what', 'Choose what you acknowledge') : { of: found.of }
  },
})

/** Rungs for which this person answers that should know and have not said so, corrections that wait for a second person, and what was written down for
    someone else. */
function waitingIn({ page, reading, author }: About) {
  const rungs = page.duties.flatMap(({ row, fired }) =>
    fired
      .filter(({ acknowledgedBy, tell }) => acknowledgedBy === undefined && answersFor(author.role, tell))
      .map(({ tell }) => ({
        value: `rung ${row.id} ${tell}`,
        text: `${capitalised(roleLabel(tell))}: ${row.title}`,
        of: { kind: 'rung' as const, duty: row.id, role: tell },
        names: ({ asked }: About) =>
          asked.text('duty') === row.id && isRole(asked.text('role')) && asked.text('role') === tell,
      })),
  )
  const confirmed = new Set(
    page.chronology.flatMap((entry) =>
      entry.type === 'acknowledged' && entry.body.of.kind === 'entry' ? [entry.body.of.entry] : [],
    ),
  )
  const entries = [
    ...awaitingSecond(page.chronology),
    ...effective(page.chronology).filter(
      ({ id, toldBy, type }) => (toldBy !== undefined || type === 'agency-informed') && !confirmed.has(id),
    ),
  ]
  const once = entries.filter(({ id }, index) => entries.findIndex((other) => other.id === id) === index)
  return [
    ...rungs,
    ...once.map((entry) => ({
      value: `entry ${entry.id}`,
      text: `${headlineOf(entry, reading).headline} ${entry.type === 'entry-corrected' ? entry.body.reason : ''}`,
      of: { kind: 'entry' as const, entry: entry.id },
      names: ({ asked }: About) => asked.text('entry') === entry.id,
    })),
  ]
}

export const correctionActs: readonly Act[] = [correct, recordInError, acknowledge]

import { isCorrectable } from '../../../domain/episode/correctable.ts'
import type { EpisodeEntry } from '../../../domain/episode/entries.ts'
import { optionalLongText } from '../../forms/fields-text.ts'
import type { Field } from '../../forms/fields.ts'

/** Free text in entries, and what it is called when someone corrects it. Choices and times of the record are not text. */
const called: Readonly<Record<string, string>> = {
  expectedAt: 'Expected at',
  where: 'Where',
  action: 'What was done',
  outcome: 'What came of it',
  why: 'Why',
  account: 'What police were told',
  accountOf: 'On whose account',
  reason: 'The reason given',
  firstActions: 'First actions',
  supervisor: 'Supervisor',
  answer: 'The answer',
  text: 'The text',
  from: 'From whom',
  place: 'Place',
  conditions: 'Conditions',
  attended: 'Who was there',
  decided: 'What was decided',
  cause: 'Cause',
  support: 'Support',
  parts: 'Each service’s part',
  seenBy: 'Seen by',
  howKnown: 'How they know',
  inChargeOf: 'In the charge of',
  to: 'Came back to',
  condition: 'Condition',
  reference: 'Reference',
  officer: 'Officer',
  said: 'What the child said',
  offences: 'Offences',
  because: 'Why not',
  whatThen: 'What happens instead',
  by: 'Offered by',
  choice: 'What the child could choose',
  toldTo: 'Told to',
  interviewer: 'Interviewer',
  whyAllocatedWorker: 'Why the allocated worker',
  present: 'Who was there',
  strategyMeeting: 'Strategy meeting',
  assessments: 'Assessments',
  plans: 'Care plans',
  additional: 'Additional activity',
  what: 'What changed',
  summary: 'Summary',
}

/** Choices of the record that have the name of a text elsewhere. */
const choices: ReadonlySet<string> = new Set(['located.outcome', 'harm-considered.answer'])

/** A question for each text that this entry says and that a correction may say anew; it starts as it stands. */
export function correctableText(entry: EpisodeEntry | undefined): Record<string, Field<string | undefined>> {
  if (entry === undefined) return {}
  const texts = textsOf(entry)
  return Object.fromEntries(
    texts.map(([field, start]) => [
      `text-${field}`,
      optionalLongText({ label: `${called[field] ?? field}, as it should read`, start }),
    ]),
  )
}

/** Only what was changed; a text that was cleared stays as it was, because a record is not emptied by a correction. */
export function correctedText(
  entry: EpisodeEntry,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    textsOf(entry).flatMap(([field, before]) => {
      const after = values[`text-${field}`]
      // Browsers send line ends as CR LF.
      const isChanged =
        typeof after === 'string' && after.replaceAll('\r\n', '\n') !== before.replaceAll('\r\n', '\n')
      return isChanged ? [[field, after]] : []
    }),
  )
}

function textsOf(entry: EpisodeEntry): readonly (readonly [string, string])[] {
  return Object.entries(entry.body).flatMap(([field, value]: [string, unknown]) =>
    typeof value === 'string' &&
    Object.hasOwn(called, field) &&
    !choices.has(`${entry.type}.${field}`) &&
    isCorrectable(entry.type, field)
      ? [[field, value] as const]
      : [],
  )
}

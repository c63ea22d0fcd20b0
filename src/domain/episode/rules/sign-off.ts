import type { Chronology } from '../entries.ts'
import type { EntryId } from '../entry.ts'
import type { EffectiveEntry, EffectiveOf } from '../state.ts'
import { othersOf, type Rule } from './question.ts'

type Finding = EffectiveOf<'finding-recorded'>

/** What was learned in an interview: from what was said, from its write-ups and from what was added to them, in the order
    in which it was learned. */
export function learnedInInterview(
  { entries, chronology }: { readonly entries: readonly EffectiveEntry[]; readonly chronology: Chronology },
  interview: EntryId,
): readonly Finding[] {
  const sources = chronology
    .filter(
      ({ id, type, body }) =>
        id === interview ||
        ((type === 'interview-written-up' || type === 'interview-added-to') && body.interview === interview),
    )
    .map(({ id }) => id)
  return entries.filter(
    (entry): entry is Finding & EffectiveEntry =>
      entry.type === 'finding-recorded' && sources.includes(entry.body.from),
  )
}

/** Whether somebody said that it may go in the next pack for police, or why not. */
export function isMarked({ id }: Finding, entries: readonly EffectiveEntry[]): boolean {
  return entries.some(
    ({ type, body }) => (type === 'finding-released' || type === 'finding-kept') && body.finding === id,
  )
}

/** At sign-off each place, person, vehicle, telephone and online name has its answer, so that a pack for police never
    waits for somebody to remember. A factor is nobody that police could look for. */
export const markedForPolice: Rule = (question) => {
  const { entry, entries, circumstances } = question
  if (entry.type !== 'interview-approved') return undefined
  const writeUp = othersOf(question, 'interview-written-up').find(({ id }) => id === entry.body.writeUp)
  if (writeUp === undefined) return undefined
  const left = learnedInInterview(question, writeUp.body.interview).filter(
    (finding) => !circumstances.isFactor(finding.id) && !isMarked(finding, entries),
  )
  return left.length === 0 ? undefined : { kind: 'findings-not-marked', left: left.length }
}

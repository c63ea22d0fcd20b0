import type { Moment } from '../../../kernel/moment.ts'
import type { Circumstances, Refusal } from '../command.ts'
import type { Chronology, EntryType, NewEpisodeEntry } from '../entries.ts'
import type { EffectiveEntry, EffectiveOf, Episode } from '../state.ts'

/** What is asked of the rules: may this entry join this record, in these circumstances, now? */
export interface Question {
  readonly chronology: Chronology
  readonly entries: readonly EffectiveEntry[]
  readonly episode: Episode
  readonly entry: NewEpisodeEntry
  readonly circumstances: Circumstances
  readonly now: Moment
}

/** Why not, or undefined where this rule has nothing against it. */
export type Rule = (question: Question) => Refusal | undefined

/** The first thing that is against it. */
export function firstRefusal(rules: readonly Rule[], question: Question): Refusal | undefined {
  for (const rule of rules) {
    const refusal = rule(question)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** The other entries of a type, in the order in which they happened: a correction is asked as if its entry were new. */
export function othersOf<T extends EntryType>(
  { entries, entry }: Pick<Question, 'entries' | 'entry'>,
  type: T,
): readonly EffectiveOf<T>[] {
  return entries.filter(
    (other): other is EffectiveOf<T> & EffectiveEntry => other.type === type && other.id !== entry.id,
  )
}

/** Nothing that anyone could read, whichever characters it is made of. */
export function isBlank(text: string | undefined): boolean {
  return text === undefined || /^[\s\p{Cf}\p{Cc}]*$/u.test(text)
}

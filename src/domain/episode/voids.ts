import type { Chronology, EntryOf, EpisodeEntry } from './entries.ts'
import type { EntryId } from './entry.ts'
import { awaitsSecond, confirmationOf } from './second-person.ts'

export type Void = EntryOf<'recorded-in-error'>

/** Which entries do not count. A void may itself have been recorded in error, so they are read from the last back. */
export function voidedIn(chronology: Chronology): ReadonlySet<EntryId> {
  const voided = new Set<EntryId>()
  for (const entry of chronology.toReversed()) {
    if (entry.type !== 'recorded-in-error' || voided.has(entry.id)) continue
    const { scope } = entry.body
    if (scope.kind === 'episode' || !isEarlier(chronology, scope.entry, entry)) continue
    if (!awaitsSecond(entry) || confirmationOf(entry, chronology, voided) !== undefined)
      voided.add(scope.entry)
  }
  return voided
}

function isEarlier(chronology: Chronology, target: EntryId, than: EpisodeEntry): boolean {
  return chronology.some((entry) => entry.id === target && entry.sequence < than.sequence)
}

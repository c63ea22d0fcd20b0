import { latest, type Moment } from '../../kernel/moment.ts'
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

export interface EpisodeVoid {
  readonly entry: Void
  /** When it began to count: when it was written down, or when a second person had confirmed it. */
  readonly since: Moment
}

/** What takes the whole episode back, if anything does. One that waits for a second person takes nothing back yet. */
export function episodeVoidIn(chronology: Chronology): EpisodeVoid | undefined {
  const voided = voidedIn(chronology)
  return chronology
    .flatMap((entry) => {
      if (entry.type !== 'recorded-in-error' || entry.body.scope.kind !== 'episode' || voided.has(entry.id))
        return []
      if (!awaitsSecond(entry)) return [{ entry, since: entry.recorded }]
      const confirmed = confirmationOf(entry, chronology, voided)
      return confirmed === undefined ? [] : [{ entry, since: latest(entry.recorded, confirmed.recorded) }]
    })
    .toSorted((a, b) => (a.since < b.since ? -1 : 1))[0]
}

function isEarlier(chronology: Chronology, target: EntryId, than: EpisodeEntry): boolean {
  return chronology.some((entry) => entry.id === target && entry.sequence < than.sequence)
}

import type { Chronology, EntryOf, EpisodeEntry } from './entries.ts'
import type { EntryId } from './entry.ts'

/** The acknowledgement by another person that lets an entry count which waits for one. Those in `voided` are none. */
export function confirmationOf(
  entry: EpisodeEntry,
  chronology: Chronology,
  voided: ReadonlySet<EntryId>,
): EntryOf<'acknowledged'> | undefined {
  return chronology.find(
    (other): other is EntryOf<'acknowledged'> =>
      other.type === 'acknowledged' &&
      other.body.of.kind === 'entry' &&
      other.body.of.entry === entry.id &&
      other.sequence > entry.sequence &&
      other.by.person !== entry.by.person &&
      !voided.has(other.id),
  )
}

/** Whether an entry was written to count only when a second person has acknowledged it. */
export function awaitsSecond(entry: EpisodeEntry): boolean {
  return (
    (entry.type === 'entry-corrected' || entry.type === 'recorded-in-error') &&
    entry.body.needsSecond === true
  )
}

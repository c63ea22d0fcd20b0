import type { Chronology, NewEpisodeEntry } from '../domain/episode/entries.ts'
import type { EpisodeId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'

/** Entries as they will stand once stored, for what is decided next in the same request. */
export function asRecorded(
  entries: readonly NewEpisodeEntry[],
  after: number,
  stream: EpisodeId,
  recorded: Moment,
): Chronology {
  return entries.map((entry, index) => ({ ...entry, stream, sequence: after + index + 1, recorded }))
}

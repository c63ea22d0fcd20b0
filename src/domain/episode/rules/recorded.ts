import { latest } from '../../../kernel/moment.ts'
import type { EpisodeEntry } from '../entries.ts'
import type { EpisodeId } from '../entry.ts'
import type { Question } from './question.ts'

/** The entry as it would stand on the record if it were accepted now. */
export function recorded({ chronology, entry, now }: Question): EpisodeEntry {
  const last = chronology.at(-1)
  return {
    ...entry,
    stream: last?.stream ?? (entry.id as string as EpisodeId),
    sequence: (last?.sequence ?? 0) + 1,
    recorded: last === undefined ? now : latest(now, last.recorded),
  }
}

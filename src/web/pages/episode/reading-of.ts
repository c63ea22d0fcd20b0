import type { EpisodePage } from '../../../application/queries/episode-page.ts'
import { effective } from '../../../domain/episode/effective.ts'
import { entryInWords } from '../../../domain/episode/words.ts'
import { whenWords } from '../../components/time.ts'
import { childWords } from './child-words.ts'
import type { Reading } from './reading.ts'

/** What reading the entries of one page needs: its child, its moment, its duties and its other entries by name. */
export function readingOf(page: Pick<EpisodePage, 'record' | 'at' | 'duties' | 'chronology'>): Reading {
  const titles = new Map(
    page.duties.flatMap(({ row }) => [row.id, row.duty].map((id) => [id, row.title] as const)),
  )
  // As they stand now; what was recorded in error keeps the time that it had.
  const called = new Map(
    [...page.chronology, ...effective(page.chronology)].map((entry) => [
      entry.id as string,
      `${entryInWords(entry.type)}, ${whenWords(entry.occurred.at, page.at)}`,
    ]),
  )
  return {
    child: childWords(page.record, page.at),
    now: page.at,
    dutyTitle: (duty) => titles.get(duty),
    entryCalled: (id) => called.get(id) ?? 'an entry of this episode',
  }
}

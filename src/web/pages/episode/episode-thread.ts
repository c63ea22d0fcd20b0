import type { EpisodePage } from '../../../application/queries/episode-page.ts'
import type { Occurred } from '../../../domain/episode/entry.ts'
import { clockTime, longDate, whenWords } from '../../components/time.ts'
import { thread } from '../../components/thread.ts'
import type { Html } from '../../html.ts'
import type { ChildWords } from './child-words.ts'
import { whose } from './child-words.ts'

/** What has happened, now, and the next duties to fall due, to scale. */
export function episodeThread(
  page: Pick<EpisodePage, 'episode' | 'duties' | 'at'>,
  child: ChildWords,
): Html | null {
  const { episode, duties, at } = page
  const happened = [
    { occurred: episode.lastSeen, label: 'last seen' },
    { occurred: episode.raised?.occurred, label: 'noticed' },
    { occurred: episode.reported?.occurred, label: 'police told' },
    { occurred: episode.grade?.entry.occurred, label: 'graded' },
    { occurred: episode.located?.occurred, label: 'found' },
    { occurred: episode.returned?.occurred, label: 'back' },
  ].flatMap(({ occurred, label }) =>
    occurred === undefined ? [] : [{ at: occurred.at, label: labelled(occurred, label) }],
  )
  const coming = duties
    .filter(({ row, standing }) => !row.keeper && standing === 'open' && row.dueAt > at)
    .slice(0, 2)
    .map(({ row }) => ({
      at: row.dueAt,
      label: `${row.endOfDay ? longDate(row.dueAt, at) : whenWords(row.dueAt, at)} ${row.title}`,
    }))
  const points = [...happened, ...coming].toSorted((a, b) => (a.at < b.at ? -1 : 1))
  if (points.length < 2) return null
  const tone = duties.some(({ row, standing }) => standing === 'overdue' && !row.keeper) ? 'overdue' : 'later'
  return thread({ label: `${whose(child.full)} episode in time`, points, now: at, tone })
}

/** Where only the day is known, the drawing gives no hour. */
function labelled({ at, precision }: Occurred, label: string): string {
  return precision === 'day' ? label : `${clockTime(at)} ${label}`
}

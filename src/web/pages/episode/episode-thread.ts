import type { EpisodePage } from '../../../application/queries/episode-page.ts'
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
    { at: episode.lastSeen?.at, label: 'last seen' },
    { at: episode.raised?.occurred.at, label: 'noticed' },
    { at: episode.reported?.occurred.at, label: 'police told' },
    { at: episode.grade?.entry.occurred.at, label: 'graded' },
    { at: episode.located?.occurred.at, label: 'found' },
    { at: episode.returned?.occurred.at, label: 'back' },
  ].flatMap((point) =>
    point.at === undefined ? [] : [{ at: point.at, label: `${clockTime(point.at)} ${point.label}` }],
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

import { latest } from '../../kernel/moment.ts'
import type { EffectiveEntry, Episode, Response, ResponseSpan } from './state.ts'

/** Leaves the response that lasts and enters another. A span never ends before it began, however contradictory the
    times on record are. */
export function enter(episode: Episode, response: Response, entry: EffectiveEntry): Episode {
  const last = episode.spans.at(-1)
  const from = last === undefined ? entry.occurred.at : latest(entry.occurred.at, last.from)
  const next: ResponseSpan = { response, from, because: entry.id }
  if (last === undefined) return { ...episode, response, spans: [next] }
  const ended = { ...last, until: from, endedBy: entry.id }
  return { ...episode, response, spans: [...episode.spans.slice(0, -1), ended, next] }
}

/** What an episode that was closed goes back to: the response before, or the first. */
export function formerResponse(episode: Episode): Response {
  if (isBack(episode)) return 'returned'
  return episode.spans.findLast((span) => span.response !== 'closed')?.response ?? 'concern'
}

/** The child, or the Care that was missing, is back where it is expected. */
export function isBack({ returned, careReturned }: Pick<Episode, 'returned' | 'careReturned'>): boolean {
  return returned !== undefined || careReturned !== undefined
}

/** Whether someone is still looking. At most one episode of a child may be. */
export function isOpen(episode: Episode): boolean {
  const { raised, voided, response } = episode
  return (
    raised !== undefined &&
    !voided &&
    (response === 'concern' || response === 'searching' || response === 'reported')
  )
}

import type { EpisodePage } from '../../../application/queries/episode-page.ts'

/** Why a duty was left undone at the closing, where someone said so: for this start of it, or for all of them. */
export function excusedBecause(
  { chronology }: Pick<EpisodePage, 'chronology'>,
  { id, duty, dischargedAt }: Pick<EpisodePage['duties'][number]['row'], 'id' | 'duty' | 'dischargedAt'>,
): string | undefined {
  if (dischargedAt === undefined) return undefined
  const closed = chronology.findLast((entry) => entry.type === 'episode-closed')
  return closed?.body.leftOpen[id] ?? closed?.body.leftOpen[duty]
}

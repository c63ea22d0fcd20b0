import type { FindingElsewhere, HeldElsewhere } from '../domain/episode/command.ts'
import { effective } from '../domain/episode/effective.ts'
import type { Chronology } from '../domain/episode/entries.ts'
import type { EpisodeId } from '../domain/episode/entry.ts'
import { episodeVoidIn } from '../domain/episode/voids.ts'

/** The interviews that were held in these episodes, as the record stands, in the order of the episodes. */
export function heldIn(episodes: readonly (readonly [EpisodeId, Chronology])[]): readonly HeldElsewhere[] {
  const standing = episodes.filter(([, chronology]) => episodeVoidIn(chronology) === undefined)
  return standing.flatMap(([episode, chronology]) =>
    effective(chronology)
      .filter(({ type }) => type === 'interview-held')
      .map(({ id, occurred }) => ({ episode, interview: id, occurred })),
  )
}

/** What was learned in these episodes and is not police’s own, as the record stands, in the order of the episodes. */
export function findingsIn(
  episodes: readonly (readonly [EpisodeId, Chronology])[],
): readonly FindingElsewhere[] {
  const standing = episodes.filter(([, chronology]) => episodeVoidIn(chronology) === undefined)
  return standing.flatMap(([episode, chronology]) =>
    effective(chronology)
      .filter(({ type, body }) => type === 'finding-recorded' && body.owner !== 'police')
      .map(({ id }) => ({ episode, finding: id })),
  )
}

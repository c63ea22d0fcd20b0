import { latest } from '../../kernel/moment.ts'
import type { Directory } from '../child/directory.ts'
import { effective } from '../episode/effective.ts'
import type { Chronology } from '../episode/entries.ts'
import type { EpisodeId } from '../episode/entry.ts'
import type { Grant } from './grant.ts'

export interface Passages {
  readonly episode: EpisodeId
  readonly chronology: Chronology
  readonly directory: Directory
  /** What everybody may read by their relationships. */
  readonly reading: readonly Grant[]
}

/** A passage of an interview, or what somebody was told at once, is read by those with whom it was shared, for as long as they may read the episode, and by
    nobody whom a relationship does not let read that. */
export function throughPassages({ episode, chronology, directory, reading }: Passages): readonly Grant[] {
  const organisations = new Map(directory.posts.map(({ id, organisation }) => [id, organisation]))
  const readers = reading.filter(
    ({ section, stream }) => section === 'core' && (stream === undefined || stream === episode),
  )
  return effective(chronology).flatMap((entry) => {
    if (entry.type !== 'passage-shared' && entry.type !== 'told-now') return []
    const { with: organisation } = entry.body
    return readers
      .filter(
        ({ post, until }) => organisations.get(post) === organisation && !(until && until <= entry.recorded),
      )
      .map((grant): Grant => ({
        ...grant,
        section: 'interview-passage',
        stream: entry.id,
        from: latest(grant.from, entry.recorded),
        because: 'a part of what the child said was shared with them',
      }))
  })
}

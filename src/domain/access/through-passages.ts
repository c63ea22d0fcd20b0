import { latest } from '../../kernel/moment.ts'
import type { Directory } from '../child/directory.ts'
import { effective } from '../episode/effective.ts'
import type { Chronology } from '../episode/entries.ts'
import type { EpisodeId, OrganisationId } from '../episode/entry.ts'
import type { EffectiveEntry } from '../episode/state.ts'
import type { Grant } from './grant.ts'

export interface Passages {
  readonly episode: EpisodeId
  readonly chronology: Chronology
  readonly directory: Directory
  /** What everybody may read by their relationships. */
  readonly reading: readonly Grant[]
}

/** A passage of an interview, what somebody was told at once, or what they agreed to do about it and what became of that, is
    read by those with whom it was shared, for as long as they may read the episode, and by nobody whom a relationship does
    not let read that. */
export function throughPassages({ episode, chronology, directory, reading }: Passages): readonly Grant[] {
  const organisations = new Map(directory.posts.map(({ id, organisation }) => [id, organisation]))
  const readers = reading.filter(
    ({ section, stream }) => section === 'core' && (stream === undefined || stream === episode),
  )
  const entries = effective(chronology)
  return entries.flatMap((entry) => {
    const organisation = sharedWith(entry, entries)
    if (organisation === undefined) return []
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

/** What became of an action is read by whoever was to do it. */
function sharedWith(entry: EffectiveEntry, entries: readonly EffectiveEntry[]): OrganisationId | undefined {
  if (entry.type === 'passage-shared' || entry.type === 'told-now' || entry.type === 'action-agreed')
    return entry.body.with
  if (entry.type !== 'action-done' && entry.type !== 'action-ended') return undefined
  const agreed = entries.find(({ id }) => id === entry.body.action)
  return agreed?.type === 'action-agreed' ? agreed.body.with : undefined
}

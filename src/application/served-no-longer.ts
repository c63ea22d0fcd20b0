import { effective } from '../domain/episode/effective.ts'
import { entryVersions, type Chronology, type NewEpisodeEntry } from '../domain/episode/entries.ts'
import type { Author, EntryId, EpisodeId } from '../domain/episode/entry.ts'
import { episodeVoidIn } from '../domain/episode/voids.ts'
import type { Moment } from '../kernel/moment.ts'
import { heldIn } from './held-elsewhere.ts'
import { newId } from './ids.ts'

/** What says, in another episode of the child, that an interview which was held here was about that one too. */
interface Served {
  readonly episode: EpisodeId
  readonly entries: readonly EntryId[]
}

export interface Change {
  readonly episode: EpisodeId
  readonly before: Chronology
  readonly after: Chronology
  readonly episodes: ReadonlyMap<EpisodeId, Chronology>
}

/** What no longer has an interview to rest on, because that was taken back here: by a void of it or of the whole episode, or
    by the second person whom such a void waited for. */
export function servedNoLonger({ episode, before, after, episodes }: Change): readonly Served[] {
  const standing = new Set(heldIn([[episode, after]]).map(({ interview }) => interview))
  const gone = new Set(
    heldIn([[episode, before]]).flatMap(({ interview }) => (standing.has(interview) ? [] : [interview])),
  )
  if (gone.size === 0) return []
  return [...episodes].flatMap(([other, chronology]) => {
    if (other === episode || episodeVoidIn(chronology) !== undefined) return []
    const entries = effective(chronology).flatMap((entry) =>
      entry.type === 'interview-served' && entry.body.episode === episode && gone.has(entry.body.interview)
        ? [entry.id]
        : [],
    )
    return entries.length === 0 ? [] : [{ episode: other, entries }]
  })
}

/** By this it is known again, should the interview come to stand once more. */
export const takenBackReason =
  'The interview in another episode, which was about this one too, was recorded in error there.'

/** Takes it back there too. It waits for nobody: whether the interview is taken back was decided where it was held. Nothing of
    that is told, because not everybody who reads the one episode reads the other. */
export function takenBackWith(entry: EntryId, by: Author, at: Moment): NewEpisodeEntry {
  return {
    id: newId<'entry'>(),
    type: 'recorded-in-error',
    version: entryVersions['recorded-in-error'],
    occurred: { at, precision: 'minute' },
    by,
    body: {
      scope: { kind: 'entry', entry },
      why: 'did-not-happen',
      reason: takenBackReason,
    },
  }
}

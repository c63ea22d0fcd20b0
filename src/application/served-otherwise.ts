import { effective } from '../domain/episode/effective.ts'
import { entryVersions, type Chronology, type NewEpisodeEntry } from '../domain/episode/entries.ts'
import type { Author, EntryId, EpisodeId, Occurred } from '../domain/episode/entry.ts'
import { sameContent } from '../domain/episode/rules/same-content.ts'
import { episodeVoidIn } from '../domain/episode/voids.ts'
import type { Moment } from '../kernel/moment.ts'
import { heldIn } from './held-elsewhere.ts'
import { newId } from './ids.ts'
import { takenBackReason, type Change } from './served-no-longer.ts'

/** What says, in another episode, that an interview was about that one too, and says another time than that interview now
    has: it was corrected where it was held, or a correction of it was taken back. */
interface Moved {
  readonly episode: EpisodeId
  readonly entries: readonly { readonly entry: EntryId; readonly occurred: Occurred }[]
}

export function servedAtAnotherTime({ episode, before, after, episodes }: Change): readonly Moved[] {
  const former = new Map(heldIn([[episode, before]]).map((one) => [one.interview, one.occurred]))
  const moved = new Map(
    heldIn([[episode, after]]).flatMap(({ interview, occurred }) =>
      sameContent(former.get(interview), occurred) ? [] : [[interview, occurred] as const],
    ),
  )
  if (moved.size === 0) return []
  return othersOf(episode, episodes).flatMap(([other, chronology]) => {
    const entries = effective(chronology).flatMap((entry) => {
      if (entry.type !== 'interview-served' || entry.body.episode !== episode) return []
      const occurred = moved.get(entry.body.interview)
      return occurred === undefined || sameContent(occurred, entry.occurred)
        ? []
        : [{ entry: entry.id, occurred }]
    })
    return entries.length === 0 ? [] : [{ episode: other, entries }]
  })
}

/** What took back, in another episode, that an interview served there, and has nothing to rest on since the interview stands
    again: a void of that interview was itself recorded in error. */
interface Again {
  readonly episode: EpisodeId
  readonly voids: readonly EntryId[]
}

export function servedAgain({ episode, before, after, episodes }: Change): readonly Again[] {
  const former = new Set(heldIn([[episode, before]]).map(({ interview }) => interview))
  const again = new Set(
    heldIn([[episode, after]]).flatMap(({ interview }) => (former.has(interview) ? [] : [interview])),
  )
  if (again.size === 0) return []
  return othersOf(episode, episodes).flatMap(([other, chronology]) => {
    const served = new Set<EntryId>(
      chronology.flatMap((entry) =>
        entry.type === 'interview-served' && entry.body.episode === episode && again.has(entry.body.interview)
          ? [entry.id]
          : [],
      ),
    )
    const voids = effective(chronology).flatMap((entry) =>
      entry.type === 'recorded-in-error' &&
      entry.body.reason === takenBackReason &&
      entry.body.scope.kind === 'entry' &&
      served.has(entry.body.scope.entry)
        ? [entry.id]
        : [],
    )
    return voids.length === 0 ? [] : [{ episode: other, voids }]
  })
}

function othersOf(
  episode: EpisodeId,
  episodes: Change['episodes'],
): readonly (readonly [EpisodeId, Chronology])[] {
  return [...episodes].filter(
    ([other, chronology]) => other !== episode && episodeVoidIn(chronology) === undefined,
  )
}

/** Says the time there too. Nothing else of the other episode is told. */
export function movedWith(
  { entry, occurred }: Moved['entries'][number],
  by: Author,
  at: Moment,
): NewEpisodeEntry {
  return {
    id: newId<'entry'>(),
    type: 'entry-corrected',
    version: entryVersions['entry-corrected'],
    occurred: { at, precision: 'minute' },
    by,
    body: {
      corrects: entry,
      occurred,
      reason: 'The time of the interview was corrected in the other episode, where it was held.',
      evidence: 'The record of the interview',
      needsSecond: false,
    },
  }
}

/** Takes back there what was taken back with the interview. */
export function againWith(entry: EntryId, by: Author, at: Moment): NewEpisodeEntry {
  return {
    id: newId<'entry'>(),
    type: 'recorded-in-error',
    version: entryVersions['recorded-in-error'],
    occurred: { at, precision: 'minute' },
    by,
    body: {
      scope: { kind: 'entry', entry },
      why: 'did-not-happen',
      reason: 'The interview in another episode, which was about this one too, stands on its record again.',
    },
  }
}

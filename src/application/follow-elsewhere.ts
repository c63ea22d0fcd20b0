import type { Decision } from '../kernel/decision.ts'
import type { Moment } from '../kernel/moment.ts'
import type { EpisodeCommand, Refusal } from '../domain/episode/command.ts'
import type { Chronology, NewEpisodeEntry } from '../domain/episode/entries.ts'
import type { Author, EpisodeId } from '../domain/episode/entry.ts'
import { asRecorded } from './as-recorded.ts'
import type { Append } from './ports.ts'
import { servedNoLonger, takenBackWith } from './served-no-longer.ts'
import { againWith, movedWith, servedAgain, servedAtAnotherTime } from './served-otherwise.ts'

/** What is to be written in another episode of the child, on what stands there and in all others as they will stand. */
export interface There {
  readonly command: EpisodeCommand
  readonly chronology: Chronology
  readonly episodes: ReadonlyMap<EpisodeId, Chronology>
}

type DecideThere = (episode: EpisodeId, there: There) => Decision<NewEpisodeEntry, Refusal>

interface Here {
  readonly episode: EpisodeId
  readonly episodes: ReadonlyMap<EpisodeId, Chronology>
  readonly after: Chronology
  readonly author: Author
  readonly now: Moment
  readonly commands: readonly EpisodeCommand[]
}

type Followed =
  | { readonly kind: 'decided'; readonly streams: Append['streams'] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** What is done about an interview is done wherever it served: taken back, taken back no longer, at another time. Duties and
    figures follow there, or nothing of it is done. */
export function following(here: Here, decideThere: DecideThere): Followed {
  const written = new Map<EpisodeId, readonly NewEpisodeEntry[]>()
  const episodes = new Map(here.episodes).set(here.episode, here.after)
  const before = here.episodes.get(here.episode) ?? []
  // Each on what those before it led to.
  for (const next of [gone, again, moved])
    for (const { episode, command, waits } of next({ ...here, before, episodes })) {
      const chronology = episodes.get(episode) ?? []
      const decision = decideThere(episode, { command, chronology, episodes })
      if (decision.kind === 'refused') return { kind: 'refused', refusal: whyNot(decision.refusal) }
      const entries = waits ? decision.entries : [command.entry]
      episodes.set(episode, [...chronology, ...asRecorded(entries, chronology.length, episode, here.now)])
      written.set(episode, [...(written.get(episode) ?? []), ...entries])
    }
  return {
    kind: 'decided',
    streams: [...written].map(([stream, entries]) => ({ kind: 'episode', stream, entries })),
  }
}

interface Step {
  readonly episode: EpisodeId
  readonly command: EpisodeCommand
  /** What would loosen there waits there for a second person, unless one has just confirmed it here. */
  readonly waits: boolean
}

type Change = Here & { readonly before: Chronology }

/** Whether an interview stands was decided where it was held. */
function gone(change: Change): readonly Step[] {
  return servedNoLonger(change).flatMap(({ episode, entries }) =>
    entries.map((entry) => ({
      episode,
      command: { name: 'record-in-error', entry: takenBackWith(entry, change.author, change.now) },
      waits: false,
    })),
  )
}

function again(change: Change): readonly Step[] {
  return servedAgain(change).flatMap(({ episode, voids }) =>
    voids.map((entry) => ({
      episode,
      command: { name: 'record-in-error', entry: againWith(entry, change.author, change.now) },
      waits: false,
    })),
  )
}

function moved(change: Change): readonly Step[] {
  return servedAtAnotherTime(change).flatMap(({ episode, entries }) =>
    entries.map((entry) => ({
      episode,
      command: { name: 'correct-entry', entry: movedWith(entry, change.author, change.now) },
      waits: !isConfirming(change),
    })),
  )
}

function isConfirming({ commands }: Change): boolean {
  return commands.some(({ name }) => name === 'acknowledge')
}

/** Told by what can be done about it, and nothing else of the other episode. */
function whyNot({ kind }: Refusal): Refusal {
  return kind === 'not-held-elsewhere' || kind === 'before-the-concern' || kind === 'not-returned'
    ? { kind: 'before-a-return-that-it-serves' }
    : { kind: 'serves-a-closed-episode' }
}

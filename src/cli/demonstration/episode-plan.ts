import { createHash } from 'node:crypto'
import { idFrom } from '../../application/ids.ts'
import { commands, type CommandName, type EpisodeCommand } from '../../domain/episode/command.ts'
import { entryVersions, type EpisodeBodies, type NewEpisodeEntry } from '../../domain/episode/entries.ts'
import type { EntryId, EpisodeId, PostId, ToldBy } from '../../domain/episode/entry.ts'
import { referenceFrom } from '../../kernel/reference.ts'
import { cast, type CastName } from './cast.ts'
import type { Clock } from './clock.ts'

/** What a step may name: times around the loading, other steps of its episode, other episodes, posts. */
export interface Told extends Clock {
  readonly step: (name: string) => EntryId
  readonly episode: (key: string) => EpisodeId
  readonly post: (name: CastName) => PostId
}

type BodyOf<N extends CommandName> = EpisodeBodies[(typeof commands)[N]]

interface More {
  /** What other steps of the episode call it by. */
  readonly as?: string
  readonly toldBy?: ToldBy
  /** When it was written down, where that was not at once. */
  readonly recordedAgo?: number
}

/** One command of the demonstration: so many minutes before the loading, by whom, what. */
export interface Step extends More {
  readonly minutesAgo: number
  readonly by: CastName
  readonly command: CommandName
  readonly body: (told: Told) => object
}

export interface EpisodePlan {
  readonly key: string
  readonly child: string
  readonly raised: {
    readonly minutesAgo: number
    readonly by: CastName
    readonly concern: Omit<
      EpisodeBodies['concern-raised'],
      'subject' | 'reference' | 'partnership' | 'editions' | 'expectedBy'
    >
    readonly toldBy?: ToldBy
  }
  /** In the order in which they are recorded. */
  readonly steps: readonly Step[]
}

/** A step whose body is the one that its command takes. */
export function step<N extends CommandName>(
  minutesAgo: number,
  by: CastName,
  command: N,
  body: BodyOf<N> | ((told: Told) => BodyOf<N>),
  more: More = {},
): Step {
  return { minutesAgo, by, command, body: typeof body === 'function' ? body : () => body, ...more }
}

export function episodeIdOf(key: string): EpisodeId {
  return idFrom('episode', 'demonstration', key)
}

/** Always the same for one episode, like everything here: a screenshot shows what a newcomer sees. */
export function referenceOf(key: string): string {
  return referenceFrom(createHash('sha256').update(`demonstration ${key}`).digest())
}

/** The command of a step, with an id that follows from its place. */
export function commandOf(plan: EpisodePlan, one: Step, clock: Clock): EpisodeCommand {
  const told: Told = {
    ...clock,
    step: (name) => entryIdOf(plan.key, placeOf(plan, name)),
    episode: episodeIdOf,
    post: (name) => cast[name].post.id,
  }
  const type = commands[one.command]
  const entry = {
    id: entryIdOf(plan.key, plan.steps.indexOf(one)),
    type,
    version: entryVersions[type],
    occurred: { at: clock.ago(one.minutesAgo), precision: 'minute' },
    by: cast[one.by].author,
    ...(one.toldBy && { toldBy: one.toldBy }),
    body: one.body(told),
  } as NewEpisodeEntry
  return { name: one.command, entry }
}

function placeOf(plan: EpisodePlan, name: string): number {
  const place = plan.steps.findIndex(({ as }) => as === name)
  if (place === -1) throw new Error(`No step “${name}” in “${plan.key}”.`)
  return place
}

/** By place in the steps; the concern comes before the first of them. */
export function entryIdOf(episode: string, place: number): EntryId {
  return idFrom('entry', 'demonstration', episode, String(place))
}

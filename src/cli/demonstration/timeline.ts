import type { EntryId } from '../../domain/episode/entry.ts'
import type { EpisodeCommand } from '../../domain/episode/command.ts'
import { careTold, type CareTelling } from './care.ts'
import { type CastName } from './cast.ts'
import { accessIdOf, type ChildPlan, messageKeyOf, type Telling, tellingsOf } from './child-plan.ts'
import { type Clock, days } from './clock.ts'
import { commandOf, type EpisodePlan } from './episode-plan.ts'

/** One thing that somebody writes down, so many minutes before the loading. */
export type Write = { readonly recordedAgo: number; readonly by: CastName; readonly id: string } & (
  | { readonly kind: 'telling'; readonly telling: Telling }
  | { readonly kind: 'care'; readonly telling: CareTelling }
  | { readonly kind: 'concern'; readonly episode: EpisodePlan }
  /** By the child, who holds no post: `by` is who gave them access. */
  | { readonly kind: 'message'; readonly words: string; readonly access: EntryId }
  | {
      readonly kind: 'step'
      readonly episode: EpisodePlan
      readonly command: EpisodeCommand
      /** How many entries of the episode were there. */
      readonly shown: number
    }
)

/** Somebody who rings first and writes then. */
const delay = 2

/** Everything that is written about one child, in the order in which it is written. */
export function writesAbout(
  child: ChildPlan,
  episodes: readonly EpisodePlan[],
  clock: Clock,
): readonly Write[] {
  const own = tellingsOf(child, clock).map((telling, place): Write => ({
    kind: 'telling',
    recordedAgo: telling.minutesAgo,
    by: telling.by,
    id: `demonstration, ${child.key}, ${place}`,
    telling,
  }))
  const care = careTold(child.key, clock).map((telling, place): Write => ({
    kind: 'care',
    recordedAgo: telling.minutesAgo - delay,
    by: telling.by,
    id: `demonstration, ${child.key}, care, ${place}`,
    telling,
  }))
  const nights = episodes
    .filter((episode) => episode.child === child.key)
    .flatMap((one) => writesIn(one, clock))
  return [...own, ...messagesOf(child, clock), ...care, ...nights].toSorted(
    (a, b) => b.recordedAgo - a.recordedAgo,
  )
}

function messagesOf(child: ChildPlan, clock: Clock): readonly Write[] {
  const access = accessIdOf(child, clock)
  if (child.access === undefined || access === undefined) return []
  const { words, daysAgo } = child.access.wrote
  return [
    {
      kind: 'message',
      recordedAgo: daysAgo * days,
      by: child.registeredBy,
      id: messageKeyOf(child.key),
      words,
      access,
    },
  ]
}

/** Nothing is written before what stands above it. */
function writesIn(episode: EpisodePlan, clock: Clock): readonly Write[] {
  const { raised, steps, key } = episode
  let last = Math.max(0, raised.minutesAgo - delay)
  const concern: Write = {
    kind: 'concern',
    recordedAgo: last,
    by: raised.by,
    id: `demonstration, ${key}`,
    episode,
  }
  const others = steps.map((step, place): Write => {
    last = Math.min(last, step.recordedAgo ?? Math.max(0, step.minutesAgo - delay))
    return {
      kind: 'step',
      recordedAgo: last,
      by: step.by,
      id: `demonstration, ${key}, ${place}`,
      episode,
      command: commandOf(episode, step, clock),
      shown: place + 1,
    }
  })
  return [concern, ...others]
}

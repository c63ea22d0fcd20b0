import { earliest, type Moment } from '../../kernel/moment.ts'
import type { StreamId } from '../episode/entry.ts'
import type { Role } from '../episode/roles.ts'

/** One duty as far as it says who is told when nobody does it. */
export interface Ladder {
  readonly stream: StreamId
  readonly metAt?: Moment
  readonly dischargedAt?: Moment
  readonly cancelledAt?: Moment
  readonly rungs: readonly { readonly tell: Role; readonly at: Moment; readonly acknowledgedBy?: string }[]
}

export interface Reached {
  readonly tell: Role
  readonly at: Moment
}

/** When each role is reached first: none after the duty has ended, and none above a rung that was acknowledged. A rung
    still to come is reached if nothing happens until then. */
export function firstReached(ladders: readonly Ladder[]): readonly Reached[] {
  const first = new Map<Role, Moment>()
  for (const { metAt, dischargedAt, cancelledAt, rungs } of ladders) {
    const ended = earliest(...[metAt, dischargedAt, cancelledAt].filter((at) => at !== undefined))
    const answered = rungs.findIndex(({ acknowledgedBy }) => acknowledgedBy !== undefined)
    for (const { tell, at } of answered === -1 ? rungs : rungs.slice(0, answered + 1)) {
      const before = first.get(tell)
      if ((ended === undefined || at <= ended) && (before === undefined || at < before)) first.set(tell, at)
    }
  }
  return [...first].map(([tell, at]) => ({ tell, at }))
}

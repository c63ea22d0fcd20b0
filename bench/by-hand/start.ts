import type { Moment } from '../../src/kernel/moment.ts'
import type { EffectiveEntry } from '../../src/domain/episode/state.ts'
import type { Facts } from '../../src/domain/protocol/facts.ts'
import type { Night } from './night.ts'

/** What began a duty, and when. */
export interface Start {
  readonly by: EffectiveEntry
  readonly at: Moment
}

/** True of the child when this began, as is known now or was known when it was written down. */
export function isTrueOf(night: Night, { by, at }: Start, asks: (facts: Facts) => boolean): boolean {
  return asks(night.facts(at)) || asks(night.facts(at, by.recorded))
}

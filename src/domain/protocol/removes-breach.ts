import { isAfter, type Moment } from '../../kernel/moment.ts'
import type { Obligation } from './obligation.ts'
import { standing, timesOf } from './standing.ts'

/** Whether a duty that is late or overdue would look as if it never was: the duties as they stand, and as they would once
    a correction or a void counts. */
export function removesBreach(
  before: readonly Obligation[],
  after: readonly Obligation[],
  now: Moment,
): boolean {
  const then = new Map(after.map((duty) => [duty.id, duty]))
  return before
    .filter((duty) => isBreached(duty, now))
    .some((duty) => {
      const left = then.get(duty.id)
      return left === undefined || !isBreached(left, now)
    })
}

function isBreached(duty: Obligation, now: Moment): boolean {
  const stands = standing(timesOf(duty), now)
  const endedLate = duty.discharged ?? duty.cancelled
  return (
    stands === 'overdue' ||
    stands === 'met-late' ||
    (endedLate !== undefined && isAfter(endedLate.at, duty.dueAt))
  )
}

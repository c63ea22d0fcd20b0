import { isAfter, plus } from '../../kernel/moment.ts'
import type { EntryId } from '../episode/entry.ts'
import type { Obligation } from './obligation.ts'
import { hasEnded, timesOf } from './standing.ts'

/** Whether less would be owed once a correction counts: a duty that runs would end or be gone, or one that was done would
    have been nobody's. Moved clocks are asked about by the hour, elsewhere. */
export function correctionLoosens(before: readonly Obligation[], after: readonly Obligation[]): boolean {
  const then = byId(after)
  return before.some((duty) => {
    const left = then.get(duty.id)
    if (isRunning(duty)) return left === undefined || !isRunning(left)
    return duty.cancelled === undefined && left === undefined
  })
}

/** Whether less would be owed once a void counts: a clock that the entry started would stop, whatever starts in its place,
    or a duty that runs would end, be gone, or be due more than an hour later. */
export function voidLoosens(
  voided: EntryId,
  before: readonly Obligation[],
  after: readonly Obligation[],
): boolean {
  const then = byId(after)
  return before.filter(isRunning).some((duty) => {
    const left = then.get(duty.id)
    if (duty.startedBy === voided || left === undefined || !isRunning(left)) return true
    return isAfter(left.dueAt, plus(duty.dueAt, 'PT1H'))
  })
}

/** Whether something would be owed that is not owed now; keepers aside, which follow the stage. */
export function revives(before: readonly Obligation[], after: readonly Obligation[]): boolean {
  const owed = new Set(before.filter(isRunning).map(({ id }) => id))
  return after.some((duty) => !duty.keeper && isRunning(duty) && !owed.has(duty.id))
}

function byId(duties: readonly Obligation[]): ReadonlyMap<string, Obligation> {
  return new Map(duties.map((duty) => [duty.id, duty]))
}

function isRunning(duty: Obligation): boolean {
  return !hasEnded(timesOf(duty))
}

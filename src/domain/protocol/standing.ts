import { isAfter, isBefore, type Moment } from '../../kernel/moment.ts'
import type { Obligation, RungDue, Standing } from './obligation.ts'

/** The times of an obligation that a standing is read from: an obligation, or a stored row of one. */
export interface DutyTimes {
  readonly startsAt: Moment
  readonly dueAt: Moment
  readonly metAt?: Moment
  readonly dischargedAt?: Moment
  readonly cancelledAt?: Moment
}

/** A duty against now. Met at the due moment is in time; overdue is after it. */
export function standing(duty: DutyTimes, now: Moment): Standing {
  if (duty.metAt !== undefined) return isAfter(duty.metAt, duty.dueAt) ? 'met-late' : 'met'
  if (duty.dischargedAt !== undefined) return 'discharged'
  if (duty.cancelledAt !== undefined) return 'cancelled'
  if (isBefore(now, duty.startsAt)) return 'to-come'
  return isAfter(now, duty.dueAt) ? 'overdue' : 'open'
}

export function timesOf(obligation: Obligation): DutyTimes {
  const { startsAt, dueAt, met, discharged, cancelled } = obligation
  return {
    startsAt,
    dueAt,
    ...(met && { metAt: met.at }),
    ...(discharged && { dischargedAt: discharged.at }),
    ...(cancelled && { cancelledAt: cancelled.at }),
  }
}

export function hasEnded(duty: DutyTimes): boolean {
  return duty.metAt !== undefined || duty.dischargedAt !== undefined || duty.cancelledAt !== undefined
}

/** The rungs that should have been told by now: each in turn until someone acknowledged, none once the duty has ended. */
export function rungsFired<R extends Pick<RungDue, 'at'>>(
  duty: DutyTimes & { readonly rungs: readonly R[] },
  isAcknowledged: (rung: R) => boolean,
  now: Moment,
): readonly R[] {
  if (hasEnded(duty)) return []
  const reached = duty.rungs.filter((rung) => !isAfter(rung.at, now))
  const answered = reached.findIndex(isAcknowledged)
  return answered === -1 ? reached : reached.slice(0, answered + 1)
}

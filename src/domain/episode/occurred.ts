import { londonDate, startOfLondonDay } from '../../kernel/london.ts'
import { isAfter, millisecondsOf, momentAt, type Moment } from '../../kernel/moment.ts'
import type { Occurred } from './entry.ts'

const minute = 60_000

/** The first moment at which it can have happened. `at` is the last. */
export function earliestOf(occurred: Occurred): Moment {
  return occurred.precision === 'day' ? startOfLondonDay(londonDate(occurred.at)) : occurred.at
}

/** Whether it cannot have happened by `now`. People type whole minutes, so the minute that is running is not the
    future, and neither is some time today. */
export function isStillToCome(occurred: Occurred, now: Moment): boolean {
  if (occurred.precision === 'day') return isAfter(earliestOf(occurred), now)
  return isAfter(occurred.at, endOfMinute(now))
}

function endOfMinute(m: Moment): Moment {
  const milliseconds = millisecondsOf(m)
  return momentAt(milliseconds - (milliseconds % minute) + minute - 1)
}

import { weekdayOf } from './civil-day.ts'
import { dateOf, type LondonDate, numberOf } from './london.ts'

/** A country's days of rest beside the weekend, and the last calendar year for which they have been published. */
export type Calendar = { readonly holidays: ReadonlySet<LondonDate>; readonly publishedTo: number }

export function isWorkingDay(d: LondonDate, calendar: Calendar): boolean {
  return isWorking(numberOf(d), restIn(calendar))
}

/**
 * The nth working day after the day of the event, which is not counted. No days means the day of the event itself if
 * it is a working day, else the next that is. Throws RangeError on a negative or broken number.
 */
export function addWorkingDays(d: LondonDate, n: number, calendar: Calendar): LondonDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`)
  const rest = restIn(calendar)
  let day = numberOf(d)
  if (n === 0) while (!isWorking(day, rest)) day += 1
  for (let left = n; left > 0;) {
    day += 1
    if (isWorking(day, rest)) left -= 1
  }
  return dateOf(day)
}

function isWorking(day: number, rest: ReadonlySet<number>): boolean {
  return weekdayOf(day) <= 5 && !rest.has(day)
}

/** Read once a calendar: days are stepped over by number. */
const numbered = new WeakMap<Calendar, ReadonlySet<number>>()

function restIn(calendar: Calendar): ReadonlySet<number> {
  const known = numbered.get(calendar)
  if (known !== undefined) return known
  const rest = new Set([...calendar.holidays].map(numberOf))
  numbered.set(calendar, rest)
  return rest
}

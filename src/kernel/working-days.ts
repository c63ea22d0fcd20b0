import { addDays, type LondonDate, weekday } from './london.ts'

/** A country's days of rest beside the weekend, and the last calendar year for which they have been published. */
export type Calendar = { readonly holidays: ReadonlySet<LondonDate>; readonly publishedTo: number }

export function isWorkingDay(d: LondonDate, calendar: Calendar): boolean {
  return weekday(d) <= 5 && !calendar.holidays.has(d)
}

/**
 * The nth working day after the day of the event, which is not counted. No days means the day of the event itself if
 * it is a working day, else the next that is. Throws RangeError on a negative or broken number.
 */
export function addWorkingDays(d: LondonDate, n: number, calendar: Calendar): LondonDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`)
  let day = d
  if (n === 0) while (!isWorkingDay(day, calendar)) day = addDays(day, 1)
  for (let left = n; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

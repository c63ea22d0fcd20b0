import { addDays, addMonths, londonDate, type LondonDate } from '../../kernel/london.ts'
import { millisecondsOf, momentAt, type Moment } from '../../kernel/moment.ts'

/** The moment of loading. Everything in the demonstration is so many minutes from it, so that it is always tonight. */
export interface Clock {
  readonly ago: (minutes: number) => Moment
  readonly ahead: (minutes: number) => Moment
  /** A London day so many days from today; negative is past. */
  readonly day: (days: number) => LondonDate
  /** Born so that the child is this old today, some months into the year. */
  readonly bornAt: (age: number, months: number) => LondonDate
}

export const hours = 60
export const days = 24 * hours

export function clockAt(now: Moment): Clock {
  const minute = Math.floor(millisecondsOf(now) / 60_000)
  const today = londonDate(now)
  return {
    ago: (minutes) => momentAt((minute - minutes) * 60_000),
    ahead: (minutes) => momentAt((minute + minutes) * 60_000),
    day: (count) => addDays(today, count),
    bornAt: (age, months) => addDays(addMonths(today, -(age * 12 + months)), -3),
  }
}

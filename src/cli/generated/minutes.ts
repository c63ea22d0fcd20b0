import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { fromLondon, londonDate, startOfLondonDay, type LondonDate } from '../../kernel/london.ts'
import { millisecondsOf, momentAt, type Moment } from '../../kernel/moment.ts'
import { addWorkingDays } from '../../kernel/working-days.ts'
import type { Chance } from './chance.ts'

/** Whole minutes since 1 January 1970 UTC: what the walk counts in, because everybody types whole minutes. */
export type Minute = number

export const hour = 60
export const day = 24 * hour

export function momentOf(minute: Minute): Moment {
  return momentAt(minute * 60_000)
}

function minuteOf(moment: Moment): Minute {
  return Math.floor(millisecondsOf(moment) / 60_000)
}

export function londonDayOf(minute: Minute): LondonDate {
  return londonDate(momentOf(minute))
}

export function startOf(date: LondonDate): Minute {
  return minuteOf(startOfLondonDay(date))
}

/** That time on London's clocks; of an hour that is twice the first, and after one that is not. */
export function onClock(date: LondonDate, hours: number, minutes: number): Minute {
  const two = (part: number) => String(part).padStart(2, '0')
  const typed = fromLondon(date, `${two(hours)}:${two(minutes)}`)
  if (typed === undefined) throw new Error(`No time ${hours}:${minutes}.`)
  if (typed.kind === 'once') return minuteOf(typed.at)
  return minuteOf(typed.kind === 'twice' ? typed.first : typed.after)
}

/** Between nine and half past four on the nth working day after, and never before what it follows. */
export function inTheOffice(after: Minute, days: number, chance: Chance): Minute {
  const date = addWorkingDays(londonDayOf(after), days, englandCalendar)
  const at = onClock(date, chance.between(9, 16), chance.between(0, 30))
  return at > after ? at : inTheOffice(after, days + 1, chance)
}

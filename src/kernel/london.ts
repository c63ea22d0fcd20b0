import {
  civilDay,
  dayNumber,
  dayText,
  digits,
  millisecondsInDay,
  twoDigits,
  weekdayOf,
  type Weekday,
} from './civil-day.ts'
import { londonAhead } from './london-offset.ts'
import { millisecondsOf, momentAt, type Moment } from './moment.ts'

declare const londonDay: unique symbol

/** A day as London counts it, 'YYYY-MM-DD', years 1900 to 2200. In summer it begins at 23:00 UTC the evening before. */
export type LondonDate = string & { readonly [londonDay]: true }

/**
 * What a wall-clock time typed by a person can mean. In October an hour happens twice; in March an hour does not happen,
 * and whoever typed 01:30 is asked whether it was 00:30 (before) or 02:30 (after).
 */
export type TypedTime =
  | { readonly kind: 'once'; readonly at: Moment }
  | { readonly kind: 'twice'; readonly first: Moment; readonly second: Moment }
  | { readonly kind: 'never'; readonly before: Moment; readonly after: Moment }

const dateForm = /^(?:19\d\d|20\d\d|21\d\d|2200)-\d\d-\d\d$/
const timeForm = /^(?:[01]\d|2[0-3]):[0-5]\d$/
// Longer than any offset that London had, shorter than the time between two changes.
const aroundChange = 6 * 3_600_000

/** A real day written 'YYYY-MM-DD'; undefined for anything else, 30 February among it. */
export function parseLondonDate(text: string): LondonDate | undefined {
  if (!dateForm.test(text)) return undefined
  return dayText(numberOf(text)) === text ? (text as LondonDate) : undefined
}

export function londonDate(m: Moment): LondonDate {
  const utc = millisecondsOf(m)
  return dateOf(Math.floor((utc + londonAhead(utc)) / millisecondsInDay))
}

/** 'HH:MM' on London's clocks; in October an hour of it happens twice. */
export function londonTime(m: Moment): string {
  const utc = millisecondsOf(m)
  const minutes = Math.floor((utc + londonAhead(utc)) / 60_000)
  const ofDay = minutes - Math.floor(minutes / 1440) * 1440
  return `${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`
}

export function startOfLondonDay(d: LondonDate): Moment {
  return momentAt(midnight(numberOf(d)))
}

/** The last millisecond of the day: 22:59:59.999Z in summer. */
export function endOfLondonDay(d: LondonDate): Moment {
  return momentAt(midnight(numberOf(d) + 1) - 1)
}

/** Takes a London wall-clock time 'HH:MM', 00:00 to 23:59; undefined when the text is not one. */
export function fromLondon(date: LondonDate, time: string): TypedTime | undefined {
  if (!timeForm.test(time)) return undefined
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return readings(numberOf(date) * millisecondsInDay + minutes * 60_000)
}

/**
 * Whole years, attained as the anniversary begins (Family Law Reform Act 1969, section 9). Born on 29 February, that is
 * 1 March in a common year: as recalled, the accepted reading in England, not quoted. Negative before birth.
 */
export function ageOn(bornOn: LondonDate, on: LondonDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** Throws RangeError when the day leaves the years 1900 to 2200. */
export function addDays(d: LondonDate, n: number): LondonDate {
  return dateOf(numberOf(d) + n)
}

/** Months later on the same day of the month, or on its last day where it is shorter. Throws RangeError out of range. */
export function addMonths(d: LondonDate, n: number): LondonDate {
  const months = Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7)) - 1 + n
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  const lastDay = dayNumber(year, month + 1, 1) - 1
  return dateOf(Math.min(dayNumber(year, month, Number(d.slice(8))), lastDay))
}

/** Monday is 1 and Sunday 7. */
export function weekday(d: LondonDate): Weekday {
  return weekdayOf(numberOf(d))
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** 'Friday 20 November 2026'. */
export function dateInWords(d: LondonDate): string {
  const { year, month, day } = civilDay(numberOf(d))
  return `${weekdays[weekday(d) - 1] ?? ''} ${day} ${months[month - 1] ?? ''} ${year}`
}

/** '22:40 on Friday 20 November 2026'; in the hour that happens twice also which of the two: '01:30 GMT on …'. */
export function momentInWords(m: Moment): string {
  const [date, time] = [londonDate(m), londonTime(m)]
  const twice = fromLondon(date, time)?.kind === 'twice'
  return `${time}${twice ? ` ${clockNames[londonAhead(millisecondsOf(m)) / 3_600_000] ?? ''}` : ''} on ${dateInWords(date)}`
}

// Two hours ahead was double summer time, 1941 to 1947.
const clockNames = ['GMT', 'BST', 'BDST']

function readings(wall: number): TypedTime {
  const aheadBefore = londonAhead(wall - aroundChange)
  const aheadAfter = londonAhead(wall + aroundChange)
  const onOldClock = wall - aheadBefore
  const onNewClock = wall - aheadAfter
  if (aheadBefore === aheadAfter) return { kind: 'once', at: momentAt(onOldClock) }
  const oldHolds = londonAhead(onOldClock) === aheadBefore
  const newHolds = londonAhead(onNewClock) === aheadAfter
  if (oldHolds && newHolds)
    return { kind: 'twice', first: momentAt(onOldClock), second: momentAt(onNewClock) }
  if (oldHolds) return { kind: 'once', at: momentAt(onOldClock) }
  if (newHolds) return { kind: 'once', at: momentAt(onNewClock) }
  return { kind: 'never', before: momentAt(onNewClock), after: momentAt(onOldClock) }
}

/** London's clocks have never changed at midnight since 1900, so midnight happens once. */
function midnight(day: number): number {
  const wall = day * millisecondsInDay
  return wall - londonAhead(wall - londonAhead(wall - aroundChange))
}

/** Days since 1 January 1970, for what steps over many. `dateOf` leads back. */
export function numberOf(d: string): number {
  return dayNumber(digits(d, 0, 4), digits(d, 5, 7), digits(d, 8, 10))
}

const firstDay = dayNumber(1900, 1, 1)
const lastDay = dayNumber(2200, 12, 31)

/** Throws RangeError outside the years 1900 to 2200. */
export function dateOf(number: number): LondonDate {
  if (!(number >= firstDay && number <= lastDay))
    throw new RangeError('a London date lies in the years 1900 to 2200')
  return dayText(number) as LondonDate
}

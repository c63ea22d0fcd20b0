import { addDays, type LondonDate, parseLondonDate, weekday } from './london.ts'
import type { Calendar } from './working-days.ts'

/**
 * Bank holidays in England and Wales as published on GOV.UK, kept by hand; each substitute day stands for its holiday.
 * Out of the ordinary: Jubilees 2012 and 2022, VE Day 2020, the state funeral 2022, the coronation 2023.
 */
const published: Readonly<Record<number, string>> = {
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
}
const publishedTo = 2028
const projectedTo = 2045

/** Known from 2012: an earlier year has weekends only. From 2029 to 2045 the ordinary rules project what is not yet published. */
export const englandCalendar: Calendar = { holidays: new Set(everyHoliday()), publishedTo }

function everyHoliday(): readonly LondonDate[] {
  const known = Object.entries(published).flatMap(([year, days]) =>
    days.split(' ').map((day) => on(year, day)),
  )
  const years = Array.from({ length: projectedTo - publishedTo }, (_, index) => publishedTo + 1 + index)
  return [...known, ...years.flatMap(ordinaryHolidays)]
}

/** What the ordinary rules give for a year, in order (Banking and Financial Dealings Act 1971 and yearly proclamation). */
export function ordinaryHolidays(year: number): readonly LondonDate[] {
  const easter = easterSunday(year)
  return [
    weekdayFrom(on(year, '01-01')),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(on(year, '05-01')),
    mondayFrom(on(year, '05-25')),
    mondayFrom(on(year, '08-25')),
    ...christmas(year),
  ]
}

/** Christmas Day and Boxing Day, each moved to the next free working day if it falls on a weekend. */
function christmas(year: number): readonly LondonDate[] {
  const day = weekday(on(year, '12-25'))
  if (day === 5) return [on(year, '12-25'), on(year, '12-28')]
  if (day === 6) return [on(year, '12-27'), on(year, '12-28')]
  if (day === 7) return [on(year, '12-26'), on(year, '12-27')]
  return [on(year, '12-25'), on(year, '12-26')]
}

/** The Gregorian computus in the form of Meeus, Jones and Butcher. */
function easterSunday(year: number): LondonDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = Math.floor((a + 11 * d + 22 * e) / 451)
  const fromMarch = d + e - 7 * f + 21
  return addDays(on(year, '03-01'), fromMarch)
}

function weekdayFrom(d: LondonDate): LondonDate {
  return weekday(d) <= 5 ? d : mondayFrom(d)
}

function mondayFrom(d: LondonDate): LondonDate {
  return addDays(d, (8 - weekday(d)) % 7)
}

function on(year: number | string, day: string): LondonDate {
  const date = parseLondonDate(`${year}-${day}`)
  if (date === undefined) throw new Error(`no such day: ${year}-${day}`)
  return date
}

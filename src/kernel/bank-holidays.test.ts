import assert from 'node:assert/strict'
import { test } from 'node:test'
import Holidays from 'date-holidays'
import { englandCalendar, ordinaryHolidays } from './bank-holidays.ts'
import { addDays, parseLondonDate, weekday } from './london.ts'

const years = Array.from({ length: 2045 - 2012 + 1 }, (_, index) => 2012 + index)
const package_ = new Holidays('GB', 'ENG')

function ours(year: number): readonly string[] {
  return [...englandCalendar.holidays].filter((date) => date.startsWith(`${year}-`)).toSorted()
}

/** Weekdays only: the package lists the holiday and its substitute, a calendar of working days needs the weekday. */
function theirs(year: number): readonly string[] {
  const days = package_
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => holiday.date.slice(0, 10))
    .filter((date) => weekday(parseLondonDate(date)!) <= 5)
  return [...new Set(days)].toSorted()
}

for (const year of years.filter((year) => year !== 2012)) {
  test(`the bank holidays of ${year} are those of an independent table`, () => {
    assert.deepEqual(ours(year), theirs(year))
  })
}

test('in 2012 spring was kept on 4 June, which the independent table does not know', () => {
  assert.deepEqual(
    ours(2012),
    theirs(2012)
      .map((date) => (date === '2012-05-28' ? '2012-06-04' : date))
      .toSorted(),
  )
})

test('a published year differs from the ordinary rules only where the country made an exception', () => {
  const changed = years
    .filter((year) => year <= englandCalendar.publishedTo)
    .filter((year) => ours(year).join() !== ordinaryHolidays(year).join())
  assert.deepEqual(changed, [2012, 2020, 2022, 2023])
})

test('every year from 2012 to 2045 has its eight, no earlier or later year has any', () => {
  for (const year of years) assert.ok(ours(year).length >= 8, `${year}`)
  assert.deepEqual([ours(2011), ours(2046)], [[], []])
  assert.equal(englandCalendar.publishedTo, 2028)
})

test('no bank holiday is kept on a weekend', () => {
  assert.deepEqual(
    [...englandCalendar.holidays].filter((date) => weekday(date) > 5),
    [],
  )
})

/** Easter Sundays as almanacs print them: the earliest, the latest, and those that the computus has exceptions for. */
const easters = [
  ['1913', '03-23'],
  ['1943', '04-25'],
  ['1954', '04-18'],
  ['1981', '04-19'],
  ['2000', '04-23'],
  ['2008', '03-23'],
  ['2038', '04-25'],
  ['2049', '04-18'],
  ['2076', '04-19'],
  ['2100', '03-28'],
  ['2106', '04-18'],
  ['2133', '04-19'],
  ['2160', '03-23'],
  ['2200', '04-06'],
] as const
for (const [year, sunday] of easters)
  test(`Easter Sunday of ${year} lies between two bank holidays`, () => {
    const [friday, monday] = ordinaryHolidays(Number(year)).slice(1, 3)
    const easter = parseLondonDate(`${year}-${sunday}`)!
    assert.deepEqual([friday, monday], [addDays(easter, -2), addDays(easter, 1)])
  })

test('a year that no moment lies in has no holidays to work out', () => {
  assert.throws(() => ordinaryHolidays(1899), { message: 'no such day: 1899-03-01' })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayNumber, dayText } from './civil-day.ts'
import {
  addDays,
  addMonths,
  ageOn,
  dateInWords,
  endOfLondonDay,
  fromLondon,
  londonDate,
  type LondonDate,
  londonTime,
  momentInWords,
  parseLondonDate,
  startOfLondonDay,
  weekday,
} from './london.ts'
import { instantOf, millisecondsOf, type Moment, momentAt, momentOf, parseMoment, plus } from './moment.ts'

const moment = (text: string): Moment => parseMoment(text)!
const day = (text: string): LondonDate => parseLondonDate(text)!
const anyDay = fc
  .integer({ min: dayNumber(1900, 1, 1), max: dayNumber(2200, 12, 31) })
  .map((n) => day(dayText(n)))
/** Far enough inside the range that the sums below stay in it. */
const innerDay = fc
  .integer({ min: dayNumber(1950, 1, 1), max: dayNumber(2150, 1, 1) })
  .map((n) => day(dayText(n)))
const anyMoment = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2201, 0, 1) - 1 }).map(momentAt)
const twoDigits = (value: number): string => String(value).padStart(2, '0')
const anyTime = fc
  .integer({ min: 0, max: 1439 })
  .map((n) => `${twoDigits(Math.floor(n / 60))}:${twoDigits(n % 60)}`)

/** The last Sunday of a month of 31 days: when London's clocks have changed, at 01:00 UTC, since 1996. */
function lastSunday(year: number, month: 3 | 10): LondonDate {
  const end = day(`${year}-${twoDigits(month)}-31`)
  return addDays(end, -(weekday(end) % 7))
}
const changingYears = Array.from({ length: 2200 - 1996 + 1 }, (_, index) => 1996 + index)

test('an evening in summer belongs to its own London day', () => {
  assert.equal(londonDate(moment('2026-07-01T22:59:59.999Z')), '2026-07-01')
  assert.equal(londonDate(moment('2026-07-01T23:00:00.000Z')), '2026-07-02')
  assert.equal(londonTime(moment('2026-07-01T23:05:00.000Z')), '00:05')
})

test('an evening in winter is the same in UTC', () => {
  assert.equal(londonDate(moment('2026-12-01T23:59:59.999Z')), '2026-12-01')
  assert.equal(londonTime(moment('2026-12-01T22:40:59.999Z')), '22:40')
})

test('date and time on the wall are those that Temporal shows', () => {
  fc.assert(
    fc.property(anyMoment, (m) => {
      const zoned = instantOf(m).toZonedDateTimeISO('Europe/London')
      assert.equal(londonDate(m), zoned.toPlainDate().toString())
      assert.equal(londonTime(m), zoned.toPlainTime().toString().slice(0, 5))
    }),
    { numRuns: 1000 },
  )
})

test('a typed time that happened once is read back as typed', () => {
  fc.assert(
    fc.property(anyDay, anyTime, (date, time) => {
      const typed = fromLondon(date, time)!
      if (typed.kind !== 'once') return
      assert.equal(londonDate(typed.at), date)
      assert.equal(londonTime(typed.at), time)
    }),
    { numRuns: 1000 },
  )
})

test('each minute of a moment, typed, is one of the readings of that minute', () => {
  fc.assert(
    fc.property(anyMoment, (m) => {
      const minute = momentAt(Math.floor(millisecondsOf(m) / 60_000) * 60_000)
      const typed = fromLondon(londonDate(m), londonTime(m))!
      const read =
        typed.kind === 'once' ? [typed.at] : typed.kind === 'twice' ? [typed.first, typed.second] : []
      assert.ok(read.includes(minute))
    }),
    { numRuns: 1000 },
  )
})

test('in March of every year an hour does not happen', () => {
  for (const year of changingYears) {
    const date = lastSunday(year, 3)
    assert.equal(fromLondon(date, '00:59')?.kind, 'once')
    assert.equal(fromLondon(date, '02:00')?.kind, 'once')
    for (const time of ['01:00', '01:30', '01:59']) {
      const before = moment(`${date}T00:${time.slice(3)}Z`)
      assert.deepEqual(fromLondon(date, time), { kind: 'never', before, after: plus(before, 'PT1H') })
      assert.equal(londonTime(before), `00:${time.slice(3)}`)
      assert.equal(londonTime(plus(before, 'PT1H')), `02:${time.slice(3)}`)
    }
  }
})

test('in October of every year an hour happens twice', () => {
  for (const year of changingYears) {
    const date = lastSunday(year, 10)
    assert.equal(fromLondon(date, '00:59')?.kind, 'once')
    assert.equal(fromLondon(date, '02:00')?.kind, 'once')
    for (const time of ['01:00', '01:30', '01:59']) {
      const first = moment(`${date}T00:${time.slice(3)}Z`)
      assert.deepEqual(fromLondon(date, time), { kind: 'twice', first, second: plus(first, 'PT1H') })
    }
  }
})

test('every other day of a year has every minute once', () => {
  const days = Array.from({ length: 365 }, (_, index) => addDays(day('2026-01-01'), index))
  const odd = days.filter((date) => fromLondon(date, '01:30')?.kind !== 'once')
  assert.deepEqual(odd, ['2026-03-29', '2026-10-25'])
})

test('summer time all the year round, from 1968 to 1971, is known', () => {
  assert.deepEqual(fromLondon(day('1970-01-15'), '12:00'), { kind: 'once', at: '1970-01-15T11:00:00.000Z' })
})

for (const text of [
  '',
  '1:30',
  '24:00',
  '12:60',
  '12.30',
  '12:30:00',
  '12:3',
  '12:30 ',
  '-1:30',
  '112:30',
  '１２:30',
]) {
  test(`${JSON.stringify(text)} is no time of the clock`, () =>
    assert.equal(fromLondon(day('2026-11-20'), text), undefined))
}

test('a day ends an hour earlier by UTC in summer', () => {
  assert.equal(endOfLondonDay(day('2026-07-01')), '2026-07-01T22:59:59.999Z')
  assert.equal(endOfLondonDay(day('2026-12-01')), '2026-12-01T23:59:59.999Z')
})

test('the days of the clock changes have 23 and 25 hours', () => {
  const hours = (date: LondonDate): number =>
    (millisecondsOf(endOfLondonDay(date)) + 1 - millisecondsOf(startOfLondonDay(date))) / 3_600_000
  assert.equal(hours(day('2026-03-29')), 23)
  assert.equal(hours(day('2026-10-25')), 25)
  assert.equal(hours(day('2026-10-26')), 24)
})

/** Every day, or when a change to the code is tried one in 41: a prime, so that every month, weekday and date comes by. */
const step = process.env['SIZE'] === 'mutants' ? 41 : 1

test('every day since 1900 starts where Temporal starts it and ends just before the next', () => {
  for (let number = dayNumber(1900, 1, 1); number < dayNumber(2200, 12, 31); number += step) {
    const date = day(dayText(number))
    assert.equal(momentAt(millisecondsOf(endOfLondonDay(date)) + 1), startOfLondonDay(addDays(date, 1)))
    if (number % 7 === 0) {
      const start = Temporal.PlainDate.from(date).toZonedDateTime('Europe/London')
      assert.equal(startOfLondonDay(date), momentOf(start.toInstant()))
    }
  }
  assert.equal(endOfLondonDay(day('2200-12-31')), '2200-12-31T23:59:59.999Z')
})

test('only a real day of the years 1900 to 2200 is a date', () => {
  fc.assert(fc.property(anyDay, (date) => parseLondonDate(date) === date))
  const wrong = [
    '',
    '2026-02-29',
    '2026-02-30',
    '2026-00-10',
    '2026-13-01',
    '2026-1-1',
    '1899-12-31',
    '2201-01-01',
  ]
  for (const text of [...wrong, '20261120', '2026-11-20T00:00', '2026-11-20\n', '20/11/2026']) {
    assert.equal(parseLondonDate(text), undefined, text)
  }
})

test('days are added as Temporal adds them', () => {
  fc.assert(
    fc.property(innerDay, fc.integer({ min: -9999, max: 9999 }), (date, n) => {
      assert.equal(addDays(date, n), Temporal.PlainDate.from(date).add({ days: n }).toString())
    }),
  )
  assert.throws(() => addDays(day('2200-12-31'), 1), RangeError)
  assert.throws(() => addDays(day('1900-01-01'), -1), RangeError)
  assert.throws(() => addDays(day('2026-11-20'), Number.NaN), RangeError)
})

test('months are added as Temporal adds them, clipped at the end of the month', () => {
  fc.assert(
    fc.property(innerDay, fc.integer({ min: -500, max: 500 }), (date, n) => {
      assert.equal(addMonths(date, n), Temporal.PlainDate.from(date).add({ months: n }).toString())
    }),
  )
})

test('the day of the week is that of the calendar', () => {
  assert.equal(weekday(day('2026-11-20')), 5)
  fc.assert(fc.property(anyDay, (date) => weekday(date) === Temporal.PlainDate.from(date).dayOfWeek))
})

test('a child is a year older as their birthday begins', () => {
  assert.equal(ageOn(day('2010-11-21'), day('2026-11-20')), 15)
  assert.equal(ageOn(day('2010-11-20'), day('2026-11-20')), 16)
  assert.equal(ageOn(day('2026-11-20'), day('2026-11-20')), 0)
})

test('born on 29 February, a child is a year older on 1 March of a common year', () => {
  assert.equal(ageOn(day('2008-02-29'), day('2026-02-28')), 17)
  assert.equal(ageOn(day('2008-02-29'), day('2026-03-01')), 18)
  assert.equal(ageOn(day('2008-02-29'), day('2024-02-28')), 15)
  assert.equal(ageOn(day('2008-02-29'), day('2024-02-29')), 16)
})

test('a date and a moment are said in words', () => {
  assert.equal(dateInWords(day('2026-11-20')), 'Friday 20 November 2026')
  assert.equal(dateInWords(day('2026-03-01')), 'Sunday 1 March 2026')
  assert.equal(momentInWords(moment('2026-11-20T22:40Z')), '22:40 on Friday 20 November 2026')
  assert.equal(momentInWords(moment('2026-07-01T23:05Z')), '00:05 on Thursday 2 July 2026')
})

test('of two minutes with the same time on the clock, words say which', () => {
  assert.equal(momentInWords(moment('2026-10-25T00:30Z')), '01:30 BST on Sunday 25 October 2026')
  assert.equal(momentInWords(moment('2026-10-25T01:30Z')), '01:30 GMT on Sunday 25 October 2026')
  assert.equal(momentInWords(moment('2026-10-25T02:00Z')), '02:00 on Sunday 25 October 2026')
})

test('of the nights on which double summer time ended, words say which', () => {
  assert.equal(momentInWords(moment('1945-07-15T00:30Z')), '02:30 BDST on Sunday 15 July 1945')
  assert.equal(momentInWords(moment('1945-07-15T01:30Z')), '02:30 BST on Sunday 15 July 1945')
})

const daysInWords = [
  ['2026-01-05', 'Monday 5 January 2026'],
  ['2026-02-10', 'Tuesday 10 February 2026'],
  ['2026-03-11', 'Wednesday 11 March 2026'],
  ['2026-04-09', 'Thursday 9 April 2026'],
  ['2026-05-08', 'Friday 8 May 2026'],
  ['2026-06-06', 'Saturday 6 June 2026'],
  ['2026-07-05', 'Sunday 5 July 2026'],
  ['2026-08-31', 'Monday 31 August 2026'],
  ['2026-09-01', 'Tuesday 1 September 2026'],
  ['2026-10-28', 'Wednesday 28 October 2026'],
  ['2026-11-05', 'Thursday 5 November 2026'],
  ['2024-02-29', 'Thursday 29 February 2024'],
  ['2026-12-25', 'Friday 25 December 2026'],
] as const
for (const [date, said] of daysInWords)
  test(`${date} is ${said}`, () => assert.equal(dateInWords(day(date)), said))

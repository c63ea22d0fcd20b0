import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { englandCalendar } from './bank-holidays.ts'
import { addDays, type LondonDate, parseLondonDate } from './london.ts'
import { addWorkingDays, isWorkingDay } from './working-days.ts'

const day = (text: string): LondonDate => parseLondonDate(text)!
const after = (text: string, n: number): LondonDate => addWorkingDays(day(text), n, englandCalendar)
const anyDay = fc.integer({ min: 0, max: 12_000 }).map((n) => addDays(day('2012-01-01'), n))

test('weekends and bank holidays are not working days', () => {
  assert.equal(isWorkingDay(day('2026-11-20'), englandCalendar), true)
  assert.equal(isWorkingDay(day('2026-11-21'), englandCalendar), false)
  assert.equal(isWorkingDay(day('2026-11-22'), englandCalendar), false)
  assert.equal(isWorkingDay(day('2026-12-28'), englandCalendar), false)
})

test('the day of the event is not counted', () => {
  assert.equal(after('2026-11-16', 1), '2026-11-17')
  assert.equal(after('2026-11-20', 1), '2026-11-23')
  assert.equal(after('2026-11-21', 1), '2026-11-23')
  assert.equal(after('2026-11-16', 5), '2026-11-23')
})

test('Christmas is stepped over, substitute day included', () => {
  assert.equal(after('2026-12-24', 1), '2026-12-29')
  assert.equal(after('2026-12-23', 5), '2027-01-04')
  assert.equal(after('2027-12-24', 1), '2027-12-29')
})

test('Easter is stepped over', () => {
  assert.equal(after('2026-04-02', 1), '2026-04-07')
  assert.equal(after('2026-03-30', 5), '2026-04-08')
})

test('no working days is the same day, or the next working day from a day of rest', () => {
  assert.equal(after('2026-11-20', 0), '2026-11-20')
  assert.equal(after('2026-11-21', 0), '2026-11-23')
  assert.equal(after('2026-12-25', 0), '2026-12-29')
})

test('a negative or broken number of days is a defect', () => {
  for (const n of [-1, 1.5, Number.NaN, Infinity]) {
    assert.throws(() => after('2026-11-20', n), {
      name: 'RangeError',
      message: `not a number of working days: ${n}`,
    })
  }
})

test('the answer is a working day, with exactly so many after the event', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const to = addWorkingDays(from, n, englandCalendar)
      assert.ok(isWorkingDay(to, englandCalendar))
      let counted = 0
      for (let d = addDays(from, 1); d <= to; d = addDays(d, 1))
        if (isWorkingDay(d, englandCalendar)) counted += 1
      assert.equal(counted, n)
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { civilDay, dayNumber, dayText } from './civil-day.ts'

/** Every day, or when a change to the code is tried one in 41: a prime, so that every month, weekday and date comes by. */
const step = process.env['SIZE'] === 'mutants' ? 41 : 1

test('every day from 1899 to 2201 is the one that Temporal counts', () => {
  let day = Temporal.PlainDate.from('1899-01-01')
  for (let number = dayNumber(1899, 1, 1); number <= dayNumber(2201, 12, 31); number += step) {
    assert.equal(dayText(number), day.toString())
    day = day.add({ days: step })
  }
})

test('a day read back has the number that it came from', () => {
  for (let number = dayNumber(1900, 1, 1); number <= dayNumber(2200, 12, 31); number += step) {
    const { year, month, day } = civilDay(number)
    assert.equal(dayNumber(year, month, day), number)
  }
})

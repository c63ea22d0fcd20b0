import assert from 'node:assert/strict'
import { test } from 'node:test'
import { civilDay, dayNumber, dayText } from './civil-day.ts'

test('every day from 1899 to 2201 is the one that Temporal counts', () => {
  let day = Temporal.PlainDate.from('1899-01-01')
  for (let number = dayNumber(1899, 1, 1); number <= dayNumber(2201, 12, 31); number += 1) {
    assert.equal(dayText(number), day.toString())
    day = day.add({ days: 1 })
  }
})

test('a day read back has the number that it came from', () => {
  for (let number = dayNumber(1900, 1, 1); number <= dayNumber(2200, 12, 31); number += 1) {
    const { year, month, day } = civilDay(number)
    assert.equal(dayNumber(year, month, day), number)
  }
})

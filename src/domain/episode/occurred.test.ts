import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMoment } from '../../kernel/moment.ts'
import { at } from '../../../test/support/at.ts'
import { earliestOf, isStillToCome } from './occurred.ts'

const now = parseMoment('2026-03-28T22:40:15.000Z')!

function minute(text: string) {
  return { at: parseMoment(text)!, precision: 'minute' } as const
}

test('the minute that is running is not in the future, and the next one is', () => {
  assert.equal(isStillToCome(minute('2026-03-28T22:40:00Z'), now), false)
  assert.equal(isStillToCome(minute('2026-03-28T22:40:59.999Z'), now), false)
  assert.equal(isStillToCome(minute('2026-03-28T22:41:00Z'), now), true)
  assert.equal(isStillToCome({ ...minute('2026-03-28T22:41:00Z'), precision: 'about' }, now), true)
})

test('on the dot of a minute the whole of that minute is allowed', () => {
  const dot = parseMoment('2026-03-28T22:40:00Z')!
  assert.equal(isStillToCome(minute('2026-03-28T22:40:59.999Z'), dot), false)
  assert.equal(isStillToCome(minute('2026-03-28T22:41:00Z'), dot), true)
})

test('some time today is not in the future, some time tomorrow is', () => {
  const today = { at: parseMoment('2026-03-28T23:59:59.999Z')!, precision: 'day' } as const
  const tomorrow = { at: parseMoment('2026-03-29T22:59:59.999Z')!, precision: 'day' } as const
  assert.equal(isStillToCome(today, now), false)
  assert.equal(isStillToCome(tomorrow, now), true)
  assert.equal(isStillToCome(tomorrow, at('2026-03-29T00:00')), false)
})

test('a day may have begun at its London midnight, a minute only at itself', () => {
  const day = { at: parseMoment('2026-03-29T22:59:59.999Z')!, precision: 'day' } as const
  assert.equal(earliestOf(day), '2026-03-29T00:00:00.000Z')
  assert.equal(earliestOf({ ...day, precision: 'about' }), day.at)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at } from '../../../test/support/chronology.ts'
import { atToThem, hourToThem } from './words.ts'

test('A child is told on which day an hour is, and no hour that nobody said.', () => {
  const now = at('2026-03-28T22:00')
  const [today, before] = [at('2026-03-28T12:46'), at('2026-03-25T12:46')]
  assert.equal(hourToThem(today, now), '12:46 today')
  assert.equal(hourToThem(before, now), '12:46 on Wednesday')
  assert.equal(atToThem(today, now), 'at 12:46 today')
  assert.equal(atToThem(before, now, 'about'), 'at about 12:46 on Wednesday')
  assert.deepEqual([atToThem(today, now, 'day'), atToThem(before, now, 'day')], ['today', 'on Wednesday'])
})

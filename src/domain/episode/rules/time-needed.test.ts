import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
  entryId,
  given,
} from '../../../../test/support/chronology.ts'
import { refusalOf } from '../../../../test/support/deciding.ts'
import { parseMoment } from '../../../kernel/moment.ts'

const endOfDay = parseMoment('2026-03-30T22:59:59.999Z')!
const thatDay = { precision: 'day' } as const
const refusal = { kind: 'time-needed' }

test('what a clock runs from, or what ends one, is known to the minute', () => {
  const early = aChildMissingOvernight().slice(0, 4)
  const missing = aChildMissingOvernight()
  const back = aChildBackInTheMorning()
  assert.deepEqual(refusalOf(early, entry('reported-missing', endOfDay, {}, thatDay)), refusal)
  for (const type of ['risk-assessed', 'located', 'returned'] as const)
    assert.deepEqual(refusalOf(missing, entry(type, endOfDay, {}, thatDay)), refusal, type)
  for (const type of ['prevention-check-done', 'interview-held'] as const)
    assert.deepEqual(refusalOf(back, entry(type, endOfDay, {}, thatDay)), refusal, type)
})

test('about a minute is enough, and for anything else the day is', () => {
  const missing = aChildMissingOvernight()
  assert.equal(
    refusalOf(missing, entry('returned', '2026-03-29T07:10', {}, { precision: 'about' })),
    undefined,
  )
  assert.equal(refusalOf(missing, entry('information-received', endOfDay, {}, thatDay)), undefined)
})

test('a correction makes no day of a minute', () => {
  const back = after(
    aChildMissingOvernight(),
    entry('returned', '2026-03-29T07:10', {}, { id: 'return', recorded: '2026-03-31T09:00' }),
  )
  const correct = (occurred: object) =>
    entry('entry-corrected', '2026-03-31T10:00', {
      corrects: entryId('return'),
      evidence: 'The gate log',
      ...occurred,
    })
  assert.deepEqual(refusalOf(back, correct({ occurred: { at: endOfDay, ...thatDay } })), refusal)
  assert.equal(
    refusalOf(back, correct({ occurred: { at: at('2026-03-29T09:30'), precision: 'minute' } })),
    undefined,
  )
})

test('the return that ends an imported spell may be known by its day alone, and no other of its entries', () => {
  const imported = given(entry('concern-raised', '2026-03-28T10:00', { how: 'imported' }))
  assert.equal(refusalOf(imported, entry('returned', endOfDay, {}, thatDay)), undefined)
  assert.deepEqual(refusalOf(imported, entry('located', endOfDay, {}, thatDay)), refusal)
})

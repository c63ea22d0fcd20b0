import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '../../../test/support/cast.ts'
import { after, at, entry, entryId, given, type Draft } from '../../../test/support/chronology.ts'
import { childsWordsIn } from './childs-words.ts'

const minute = (text: string) => ({ at: at(text), precision: 'minute' as const })
const held = entry('interview-held', '2026-03-31T16:00', { childsWords: 'I was cold' }, { id: 'held' })
const declined = entry(
  'interview-declined',
  '2026-03-30T16:00',
  { childsWords: 'Not today' },
  { id: 'declined' },
)
const told = given(declined, held)
const correction = (body: object, id = 'correction') =>
  entry(
    'entry-corrected',
    '2026-04-02T09:00',
    {
      corrects: entryId('held'),
      occurred: minute('2026-03-31T15:00'),
      reason: 'The diary says three',
      needsSecond: false,
      ...body,
    },
    { id, by: cast['missing-service'] },
  )
const inError = (body: object) =>
  entry(
    'recorded-in-error',
    '2026-04-03T09:00',
    { why: 'did-not-happen', reason: 'x', ...body },
    { id: 'void' },
  )
const words = (...more: readonly Draft[]) => childsWordsIn(after(told, ...more)).map((one) => one.words)

test('what a child said is shown as it was written down, the latest first', () => {
  assert.deepEqual(childsWordsIn(told), [
    { occurred: minute('2026-03-31T16:00'), words: 'I was cold' },
    { occurred: minute('2026-03-30T16:00'), words: 'Not today' },
  ])
  assert.deepEqual(childsWordsIn(given(entry('interview-held', '2026-03-31T16:00'))), [])
})

test('a time that was put right is shown with what it said before, and never other words', () => {
  const [first] = childsWordsIn(after(told, correction({ changes: { childsWords: 'I was fine' } })))
  assert.deepEqual(first, {
    occurred: minute('2026-03-31T15:00'),
    words: 'I was cold',
    corrected: { before: minute('2026-03-31T16:00'), recorded: at('2026-04-02T09:00') },
  })
  const twice = childsWordsIn(
    after(told, correction({}), correction({ occurred: minute('2026-03-31T14:00') }, 'again')),
  )
  const [again] = twice
  assert.deepEqual(again?.occurred, minute('2026-03-31T14:00'))
  assert.deepEqual(again.corrected?.before, minute('2026-03-31T16:00'))
})

test('a correction that moves no time, or waits for a second person, marks nothing', () => {
  for (const body of [{ occurred: undefined }, { needsSecond: true }])
    assert.deepEqual(childsWordsIn(after(told, correction(body)))[0], childsWordsIn(told)[0])
})

test('what was recorded in error is not shown, and is shown again where that was the error', () => {
  assert.deepEqual(words(inError({ scope: { kind: 'entry', entry: entryId('held') } })), ['Not today'])
  assert.deepEqual(words(inError({ scope: { kind: 'episode' }, needsSecond: false })), [])
  // Waiting for a second person it takes nothing back yet.
  assert.equal(words(inError({ scope: { kind: 'episode' }, needsSecond: true })).length, 2)
  const undone = entry('recorded-in-error', '2026-04-04T09:00', {
    scope: { kind: 'entry', entry: entryId('void') },
    why: 'did-not-happen',
    reason: 'x',
  })
  assert.equal(words(inError({ scope: { kind: 'entry', entry: entryId('held') } }), undone).length, 2)
})

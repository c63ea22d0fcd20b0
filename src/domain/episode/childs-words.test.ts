import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast, idFor } from '../../../test/support/cast.ts'
import { after, at, entry, entryId, given, type Draft } from '../../../test/support/chronology.ts'
import { childsWordsIn, sharedWordsIn } from './childs-words.ts'

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

test('what a child said when they said yes is theirs too', () => {
  const yes = entry('interview-accepted', '2026-03-30T17:00', { childsWords: 'If it is at the park' })
  const [, accepted] = childsWordsIn(after(told, yes))
  assert.deepEqual(accepted, { occurred: minute('2026-03-30T17:00'), words: 'If it is at the park' })
})

test('what was passed on is shown with whom it was passed on to, the latest first, as it stands', () => {
  const shared = (id: string, when: string, name: string, passage: string) =>
    entry('passage-shared', when, { interview: entryId('held'), with: idFor(name), name, passage }, { id })
  const first = shared('first', '2026-04-01T09:00', 'The home', 'I was cold')
  const second = shared('second', '2026-04-01T10:00', 'The school', 'I was tired')
  const all = after(told, first, second)
  assert.deepEqual(sharedWordsIn(all), [
    { occurred: minute('2026-04-01T10:00'), with: idFor('The school'), words: 'I was tired' },
    { occurred: minute('2026-04-01T09:00'), with: idFor('The home'), words: 'I was cold' },
  ])
  assert.deepEqual(sharedWordsIn(told), [])
  const without = all.map((one) => {
    if (one.type !== 'passage-shared') return one
    const { passage, ...body } = one.body
    return passage === 'I was cold' ? { ...one, body } : one
  })
  assert.deepEqual(
    sharedWordsIn(without).map(({ words }) => words),
    ['I was tired'],
  )
  const void1 = inError({ scope: { kind: 'entry', entry: entryId('first') } })
  assert.deepEqual(
    sharedWordsIn(after(all, void1)).map(({ words }) => words),
    ['I was tired'],
  )
  assert.deepEqual(sharedWordsIn(after(all, inError({ scope: { kind: 'episode' } }))), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unreachable } from './unreachable.ts'

test('names the kind that has no arm, and nothing else of the value', () => {
  const entry = { kind: 'seen-by-neighbour', note: 'in a red coat' } as never
  assert.throws(() => unreachable(entry), { message: 'no arm for kind seen-by-neighbour' })
})

test('names the type of an entry that has no arm', () => {
  assert.throws(() => unreachable({ type: 'new-entry', body: {} } as never), {
    message: 'no arm for type new-entry',
  })
})

test('says of a bare value only what sort it is', () => {
  assert.throws(() => unreachable('in a red coat' as never), { message: 'no arm for a string' })
})

test('says no value of what it names, where the name is not a word', () => {
  for (const value of [{}, { kind: 7 }, { type: 7 }, { kind: { of: 'Jay' } }, { note: 'in a red coat' }])
    assert.throws(() => unreachable(value as never), { message: 'no arm for an object' })
  assert.throws(() => unreachable({ kind: 7, type: 'new-entry' } as never), {
    message: 'no arm for type new-entry',
  })
  assert.throws(() => unreachable(null as never), { message: 'no arm for null' })
})

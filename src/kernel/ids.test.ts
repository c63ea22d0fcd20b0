import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseId } from './ids.ts'

test('every UUID is an id, whatever its version', () => {
  fc.assert(fc.property(fc.uuid(), (uuid) => parseId<'child'>(uuid) === uuid))
})

test('an id typed in capitals is the same id', () => {
  const written = '0b8f3c52-6c1e-4f0a-9d6e-3f5a7c2b1e90'
  assert.equal(parseId(written.toUpperCase()), written)
})

test('what only looks like an id is none', () => {
  const near = '0b8f3c52-6c1e-4f0a-9d6e-3f5a7c2b1e90'
  for (const text of [
    '',
    near.slice(1),
    `${near}0`,
    `${near}\n`,
    ` ${near}`,
    near.replaceAll('-', ''),
    `{${near}}`,
  ]) {
    assert.equal(parseId(text), undefined, JSON.stringify(text))
  }
  assert.equal(parseId(near.replace('b', 'g')), undefined)
})

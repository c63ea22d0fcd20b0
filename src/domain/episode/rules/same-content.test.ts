import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sameContent } from './same-content.ts'

test('the same words in another order of fields are the same', () => {
  assert.ok(sameContent({ a: 1, b: { c: [1, 2], d: null } }, { b: { d: null, c: [1, 2] }, a: 1 }))
})

test('other words, more of them, fewer of them or another shape are not', () => {
  const different: readonly (readonly [unknown, unknown])[] = [
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: undefined }, { b: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], { 0: 1 }],
    [{}, null],
    [null, {}],
    ['a', { 0: 'a' }],
    [{ 0: 'a' }, 'a'],
    [[], {}],
    [1, '1'],
  ]
  for (const [a, b] of different) assert.equal(sameContent(a, b), false, JSON.stringify([a, b]))
})

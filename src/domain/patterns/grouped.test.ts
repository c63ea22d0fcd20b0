import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { grouped } from './grouped.ts'

const keys = (words: string, least?: number) =>
  grouped(words.split(' '), (word) => word.slice(0, 1), least).map((group) => [
    group.keys.join(''),
    group.returns.length,
  ])

describe('groups', () => {
  it('stand in the order of their keys', () => {
    assert.deepEqual(keys('b1 a1 b2 c1'), [
      ['a', 1],
      ['b', 2],
      ['c', 1],
    ])
  })
  it('that are small stand together, after the others', () => {
    assert.deepEqual(keys('c1 a1 b1 b2 b3 c2', 3), [
      ['b', 3],
      ['ac', 3],
    ])
  })
  it('take the next one in where a small one could be worked out from the whole', () => {
    assert.deepEqual(keys('a1 b1 b2 b3 c1 c2 c3 c4', 3), [
      ['c', 4],
      ['ab', 4],
    ])
  })
  it('are left alone where each is large enough', () => {
    assert.deepEqual(keys('a1 a2 b1 b2', 2), [
      ['a', 2],
      ['b', 2],
    ])
  })
  it('are one where all of them are too small', () => {
    assert.deepEqual(keys('a1 b1', 5), [['ab', 2]])
  })
  it('keep what is in them, in the order of the keys', () => {
    assert.deepEqual(
      grouped(['b', 'a', 'b'], (word) => word, 5).map(({ returns }) => returns),
      [['a', 'b', 'b']],
    )
  })
})

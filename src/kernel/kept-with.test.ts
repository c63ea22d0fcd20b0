import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptWith } from './kept-with.ts'

test('What was answered about one thing is answered again without being worked out, nothing included.', () => {
  const asked: (readonly string[])[] = []
  const first = keptWith((about: readonly string[]) => {
    asked.push(about)
    return about[0]
  })
  const [named, empty] = [['Zara'], []]
  assert.deepEqual(
    [first(named), first(empty), first(named), first(empty)],
    ['Zara', undefined, 'Zara', undefined],
  )
  assert.deepEqual(asked, [named, empty])
})

test('Nothing is added any more to what was asked about.', () => {
  const record = ['Zara']
  keptWith((about: readonly string[]) => about.length)(record)
  assert.throws(() => record.push('Milo'), TypeError)
  assert.deepEqual(record, ['Zara'])
})

test('Two things that look the same are two.', () => {
  let times = 0
  const count = keptWith((_: readonly string[]) => ++times)
  assert.deepEqual([count(['Zara']), count(['Zara'])], [1, 2])
})

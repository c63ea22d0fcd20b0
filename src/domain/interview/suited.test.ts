import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aSet } from '../../../test/support/a-question-set.ts'
import { suitedTo } from './suited.ts'

const easy = aSet({ set: 'easy' })
const younger = aSet({ set: 'younger', ages: { to: 10 } })
const usual = aSet({ set: 'usual', ages: { from: 11 } })
const middle = aSet({ set: 'middle', ages: { from: 8, to: 9 } })

const suited = (age?: number, sets = [easy, younger, usual], easyWords?: boolean) =>
  suitedTo(sets, { ...(age !== undefined && { age }), ...(easyWords !== undefined && { easyWords }) })?.set

test('The set of the child’s age is suggested, its first and last year included.', () => {
  assert.deepEqual([suited(3), suited(10), suited(11), suited(17)], ['younger', 'younger', 'usual', 'usual'])
  const three = [easy, middle, usual]
  assert.deepEqual([suited(8, three), suited(9, three), suited(0, three)], ['middle', 'middle', 'usual'])
})

test('Where nobody knows the age, it is that for the oldest; where no set has ages, the first.', () => {
  assert.equal(suited(), 'usual')
  assert.equal(suited(undefined, [easy]), 'easy')
  assert.equal(suited(3, [easy]), 'easy')
  assert.equal(suited(3, []), undefined)
  assert.equal(suited(3, [younger]), 'younger')
  assert.equal(suited(12, [easy, younger]), 'easy')
})

test('Whoever needs easy words has them at any age, where there is such a set; nobody else is given it.', () => {
  const needing = (age?: number, sets = [younger, usual, easy]) => suited(age, sets, true)
  assert.deepEqual([needing(3), needing(16), needing()], ['easy', 'easy', 'easy'])
  assert.deepEqual([needing(3, [usual, younger]), needing(16, [younger, usual])], ['younger', 'usual'])
  assert.equal(suited(16, [easy, usual], false), 'usual')
})

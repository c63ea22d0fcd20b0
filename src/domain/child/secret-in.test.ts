import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { secretIn } from './secret-in.ts'

suite('what must stand in no record', () => {
  for (const typed of [
    '4242 4242 4242 4242',
    'Her card is 5555-5555-5555-4444, she said',
    '378282246310005',
    '6304000000000000',
    '4222222222222',
    '2223003122003222',
    '20-00-00 55779911',
    'Sort code 20-00-00, account 55779911',
  ])
    test(`"${typed}" looks like a card or an account`, () => assert.equal(secretIn(typed), 'card-number'))

  for (const typed of [
    'His password is Tiger7',
    'password: tiger',
    'PIN 4821',
    'The PIN number is 4821',
    'passcode=0000',
    'pass phrase is open sesame',
    'cvv: 123',
    'Security code is 123',
    'pwd: x',
  ])
    test(`"${typed}" looks like a password`, () => {
      assert.equal(secretIn(typed), 'password')
      assert.equal(secretIn(typed, true), 'password')
    })

  for (const typed of [
    '',
    'Calder Bank',
    '07700 900123',
    '0044 7700 900123',
    '+44 7700 900 123 4',
    '4242 4242 4242 4243',
    '1234567890123',
    '42424242424242424242',
    '20-00-00',
    '20-00-00 5577991',
    'He has a password that nobody knows',
    'The password is not known',
    'The PIN is unknown',
    'The password is kept by her aunt',
    'A pin in her jacket',
    'PIN 12',
    'Spinning is 12345',
    'Pinned: a badge',
  ])
    test(`"${typed}" is none of them`, () => assert.equal(secretIn(typed), undefined))

  test('a number that is asked for may look like a card’s', () => {
    assert.equal(secretIn('4242 4242 4242 4242', true), undefined)
    assert.equal(secretIn('20-00-00 55779911', true), undefined)
  })
})

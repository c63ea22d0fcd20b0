import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at } from '../../test/support/at.ts'
import { firstEdition } from '../../test/support/first-edition.ts'
import type { LondonDate } from '../kernel/london.ts'
import { editionInForce } from './protocols.ts'

const day = (text: string) => text as LondonDate
const first = { ...firstEdition(), edition: 'first', from: day('2024-03-01'), until: day('2026-04-01') }
const second = { ...firstEdition(), edition: 'second', from: day('2026-04-01') }
const inForce = (when: string, editions = [second, first]) =>
  editionInForce({ editions }, first.protocol, at(when))?.edition

test('an edition is in force from the first minute of its day until the first of its successor', () => {
  assert.equal(inForce('2026-03-31T23:59'), 'first')
  assert.equal(inForce('2026-04-01T00:00'), 'second')
})

test('what began before the first edition runs by it', () => {
  assert.equal(inForce('2016-03-28T21:40'), 'first')
})

test('no edition is in force after the last has ended, or of a protocol that is not there', () => {
  assert.equal(inForce('2026-04-01T00:00', [first]), undefined)
  assert.equal(editionInForce({ editions: [first] }, 'another', at('2026-03-01T12:00')), undefined)
})

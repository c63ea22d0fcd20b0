import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mayBeTheSame } from './same-name.ts'

test('a name is the same in another case, order, spelling of accents and length', () => {
  for (const other of [
    'karl voss',
    'VOSS, Karl',
    '  Karl   Vóss',
    'Karl J. Voss',
    'K. Voss',
    'Karl',
    'Karl-Voss',
  ])
    assert.equal(mayBeTheSame('Karl Voss', other), true, other)
  assert.equal(mayBeTheSame('Siobhán O’Brien', "siobhan o'brien"), true)
  assert.equal(mayBeTheSame('Siobhán O’Brien', 'Siobhan O Brien'), true)
})

test('another name is another', () => {
  for (const other of ['Karla Voss', 'Karl Vossler', 'Karl Grant', 'M. Voss', 'Nia Blythe'])
    assert.equal(mayBeTheSame('Karl Voss', other), false, other)
})

test('nothing that is no name is taken for somebody else’s', () => {
  assert.equal(mayBeTheSame('Karl Voss', '…'), true)
})

test('whichever of the two is asked first, and each is its own', () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 12 })
  fc.assert(
    fc.property(name, name, (a, b) => {
      assert.equal(mayBeTheSame(a, a), true)
      assert.equal(mayBeTheSame(a, b), mayBeTheSame(b, a))
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { aChildBackInTheMorning, after, entry } from '../../../test/support/chronology.ts'
import { namedKinds, type NamedKind, type Subject } from '../episode/finding-bodies.ts'
import { mayBeOne, namedIn } from './alike.ts'
import { ledTo } from './so-what.ts'

const alike = (kind: NamedKind, a: string, b: string) => mayBeOne({ kind, name: a }, { kind, name: b })

test('A telephone is the same however its number is written.', () => {
  const same = [
    '07700 900123',
    '+44 7700 900123',
    '(0)7700-900-123',
    '0044 7700 900123',
    '+44 (0) 7700 900123',
  ]
  for (const number of same) {
    assert.ok(alike('telephone', '07700900123', number.replace('(0)77', '077')), number)
    assert.ok(alike('telephone', number.replace('(0)77', '077'), '07700900123'), number)
  }
  assert.ok(!alike('telephone', '07700 900123', '07700 900124'))
  assert.ok(!alike('telephone', '', ''))
  assert.ok(!alike('telephone', '-', '+'))
  assert.ok(!alike('telephone', '44 123', '0123'), 'too short to be a number abroad')
})

test('A vehicle and an online name are the same whatever stands between their letters.', () => {
  assert.ok(alike('vehicle', 'AB12 CDE', 'ab12cde'))
  assert.ok(!alike('vehicle', 'AB12 CDE', 'AB12 CDF'))
  assert.ok(alike('online-name', '@Jay.K', 'jayk'))
  assert.ok(alike('online-name', 'Zoë_9', 'ZOË 9'))
  assert.ok(!alike('online-name', 'jayk', 'jayk1'))
  assert.ok(!alike('vehicle', '441234567890', '01234567890'), 'a country stands before telephones alone')
})

test('People and places are alike by the telling words of their names, in any order and nearly spelt.', () => {
  assert.ok(alike('person', 'Kez', 'a man called Kez'))
  assert.ok(alike('person', 'Ryan Cole', 'Cole, Ryan'))
  assert.ok(alike('person', 'Ryan Cole', 'Ryann Cole'))
  assert.ok(alike('person', 'Ryan Coles', 'Ryan Cols'))
  assert.ok(alike('person', 'Ryan Cole', 'Rian Cole'))
  assert.ok(alike('person', 'José', 'Jose'))
  assert.ok(alike('place', 'Canal Street', 'the flat at canal street'))
  assert.ok(alike('place', 'Harbour Road', 'Harbor House'))
  for (const [a, b] of [
    ['Ryan Cole', 'Ryan Hill'],
    ['Kez', 'Kes'],
    ['Cole', 'Coalie'],
    ['Colet', 'Coltes'],
    ['the man', 'a man'],
    ['', 'Kez'],
    ['Abcd', 'Wxyz'],
    ['Adam', 'Eadamn'],
  ] as const) {
    assert.ok(!alike('person', a, b), `${a} and ${b}`)
    assert.ok(!alike('person', b, a), `${b} and ${a}`)
  }
})

test('Nothing is alike across kinds, and likeness has no direction.', () => {
  const any = fc.record({
    kind: fc.constantFrom(...namedKinds),
    name: fc.oneof(fc.string(), fc.constantFrom('Kez', 'Kezz', 'Canal Street', '07700 900123', 'AB12')),
  })
  fc.assert(
    fc.property(any, any, (a, b) => {
      assert.equal(mayBeOne(a, b), mayBeOne(b, a))
      if (a.kind !== b.kind) assert.equal(mayBeOne(a, b), false)
    }),
  )
})

test('A factor names nobody, and what is kept apart names nobody to whoever does not read it.', () => {
  const named = (what: Subject) => {
    const body = { restricted: { what, quote: 'Kez said so' } }
    const [led] = ledTo(after(aChildBackInTheMorning(), entry('finding-recorded', '2026-03-30T16:30', body)))
    assert.ok(led)
    return led.finding
  }
  const kez = named({ kind: 'person', name: 'Kez' })
  assert.deepEqual(namedIn(kez), { kind: 'person', name: 'Kez' })
  assert.equal(
    namedIn(named({ kind: 'factor', code: 'lonely', edition: '2026-01', label: 'Lonely' })),
    undefined,
  )
  const { from, ofConcern } = kez.body
  assert.equal(namedIn({ ...kez, body: { from, ofConcern } }), undefined)
})

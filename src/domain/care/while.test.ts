import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { day, lifeFrom, noon, seenOn } from '../../../test/support/expected-care.ts'
import type { Moment } from '../../kernel/moment.ts'
import { isSighting, knownOf } from './evidence.ts'
import type { While } from './expected.ts'
import type { Life } from './life.ts'
import { holdsAt } from './while.ts'

const march = lifeFrom('2026-03-02')
const seen: Readonly<Record<string, readonly Moment[]>> = {
  visit: [noon('2026-03-06'), noon('2026-04-10')],
  review: [noon('2026-03-27')],
}

function holds(asked: While, on: string, life: Life = march): boolean {
  return holdsAt(asked, life, (name) => seen[name] ?? [], 'visit', noon(on))
}

suite('a condition of a rule', () => {
  test('asks where the child lives at that moment', () => {
    assert.equal(holds({}, '2026-03-06'), true)
    assert.equal(holds({ placement: ['foster', 'home'] }, '2026-03-06'), true)
    assert.equal(holds({ placement: ['home'] }, '2026-03-06'), false)
    assert.equal(holds({ placement: ['foster'] }, '2026-03-01'), false)
  })

  test('asks how long they have been there, and for how long it is meant', () => {
    assert.deepEqual(
      [true, false].map((firstYear) => holds({ firstYear }, '2026-03-06')),
      [true, false],
    )
    assert.deepEqual(
      [true, false].map((firstYear) => holds({ firstYear }, '2027-03-06')),
      [false, true],
    )
    assert.deepEqual(
      [true, false].map((firstYear) => holds({ firstYear }, '2026-03-01')),
      [false, false],
    )
    for (const key of ['longTerm', 'childAgreed'] as const) {
      assert.deepEqual(
        [true, false].map((value) => holds({ [key]: value }, '2026-03-06')),
        [false, true],
      )
      assert.deepEqual(
        [true, false].map((value) => holds({ [key]: value }, '2026-03-01')),
        [false, true],
      )
      const there = { ...march, placements: march.placements.map((one) => ({ ...one, [key]: true })) }
      assert.deepEqual(
        [true, false].map((value) => holds({ [key]: value }, '2026-03-06', there)),
        [true, false],
      )
    }
  })

  test('asks the age, and takes one that is not known for any', () => {
    const twelve = { ...march, bornOn: day('2014-03-06') }
    assert.equal(holds({ ageUnder: 12 }, '2026-03-05', twelve), true)
    assert.equal(holds({ ageUnder: 12 }, '2026-03-06', twelve), false)
    assert.equal(holds({ ageFrom: 12 }, '2026-03-05', twelve), false)
    assert.equal(holds({ ageFrom: 12 }, '2026-03-06', twelve), true)
    const { bornOn, ...unknown } = march
    assert.ok(bornOn !== undefined)
    assert.equal(holds({ ageUnder: 1, ageFrom: 17 }, '2026-03-06', unknown), true)
  })

  test('counts sightings until that moment', () => {
    assert.deepEqual(
      [0, 1, 2].map((sightings) => holds({ sightings }, '2026-03-05')),
      [true, false, false],
    )
    assert.deepEqual(
      [0, 1, 2].map((sightings) => holds({ sightings }, '2026-03-06')),
      [false, true, false],
    )
    assert.deepEqual(
      [0, 1, 2].map((sightings) => holds({ sightings }, '2026-04-11')),
      [false, false, true],
    )
    assert.equal(holds({ before: 'review' }, '2026-03-26'), true)
    assert.equal(holds({ before: 'review' }, '2026-03-27'), false)
    assert.equal(holds({ before: 'supper' }, '2026-03-27'), true)
  })
})

suite('evidence', () => {
  test('is known in its order, until a moment and at it', () => {
    const [late, early, same] = [
      seenOn('2026-03-06'),
      seenOn('2026-03-02'),
      { ...seenOn('2026-03-06'), childSaw: false },
    ]
    const all = { visit: [late, early, same] }
    assert.deepEqual(knownOf(all, 'visit', noon('2026-03-06')), [early, late, same])
    assert.deepEqual(knownOf(all, 'visit', noon('2026-03-05')), [early])
    assert.deepEqual(knownOf(all, 'review', noon('2026-03-06')), [])
    assert.deepEqual(knownOf(all, 'constructor', noon('2026-03-06')), [])
  })

  test('is a sighting where the strand was there and, where that counts, the child saw it or says so', () => {
    const one = seenOn('2026-03-06')
    const of = (seenByChild: boolean, more: object) => isSighting({ seenByChild }, { ...one, ...more })
    assert.equal(of(true, {}), true)
    assert.equal(of(true, { childSaw: false }), false)
    assert.equal(of(false, { childSaw: false }), true)
    assert.equal(of(true, { childSaw: false, by: 'child' }), true)
    assert.equal(of(false, { there: false }), false)
    assert.equal(of(true, { there: false, by: 'child' }), false)
  })
})

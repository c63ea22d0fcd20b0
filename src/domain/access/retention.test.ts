import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { day, moment } from '../../../test/support/told-of-a-child.ts'
import { organisationKinds } from '../episode/entry.ts'
import { classesOf, classOf, classRules, fallsDue, retentionClasses, type HeldFacts } from './retention.ts'

const facts: HeldFacts = {
  bornOn: day('2011-05-04'),
  everLookedAfter: false,
  everOnPlan: false,
  lastEntry: moment('2026-11-20T22:40:00.000Z'),
}

function dayOf(...asked: Parameters<typeof fallsDue>): string {
  const due = fallsDue(...asked)
  return due.kind === 'on' ? due.day : due.because
}

suite('a record falls due', () => {
  test('at the 75th birthday of a child who was looked after, also in a home', () => {
    assert.equal(dayOf('looked-after', facts, {}), '2086-05-04')
    assert.equal(dayOf('home-record', facts, {}), '2086-05-04')
  })

  test('15 years after a death under 18, and not from one at 18', () => {
    assert.equal(dayOf('looked-after', { ...facts, diedOn: day('2027-01-02') }, {}), '2042-01-02')
    assert.equal(dayOf('home-record', { ...facts, diedOn: day('2029-05-03') }, {}), '2044-05-03')
    assert.equal(dayOf('looked-after', { ...facts, diedOn: day('2029-05-04') }, {}), '2086-05-04')
  })

  test('years after the last entry where the child was never looked after', () => {
    assert.equal(dayOf('missing-only', facts, {}), '2032-11-20')
    assert.equal(dayOf('protection-plan', facts, {}), '2061-11-20')
    assert.equal(dayOf('police', facts, {}), '2032-11-20')
  })

  test('never before the eighteenth birthday of somebody who lives', () => {
    const young = { ...facts, bornOn: day('2020-02-29') }
    assert.equal(dayOf('missing-only', young, {}), '2038-02-28')
    assert.equal(dayOf('missing-only', { ...young, diedOn: day('2026-11-20') }, {}), '2032-11-20')
    fc.assert(
      fc.property(fc.constantFrom(...retentionClasses), fc.integer({ min: 0, max: 150 }), (of, years) => {
        const due = fallsDue(of, young, { [of]: { years, source: 'our own' } })
        assert.ok(due.kind === 'on' && due.day >= '2038-02-28')
      }),
    )
  })

  test('by the controller’s own schedule where it has one, which is marked as its own', () => {
    const due = fallsDue('missing-only', facts, {
      'missing-only': { years: 10, source: 'Schedule 2026, 4.2' },
    })
    assert.ok(due.kind === 'on')
    assert.equal(due.day, '2036-11-20')
    assert.deepEqual(due.length, { years: 10, source: 'Schedule 2026, 4.2', verified: false, set: true })
  })

  test('never where nobody said how long, or where a birthday is not known', () => {
    assert.equal(dayOf('partner', facts, {}), 'no length is set for this class: set your own schedule')
    const { bornOn: _, ...unknown } = facts
    assert.equal(dayOf('looked-after', unknown, {}), 'the date of birth is not known')
    assert.equal(dayOf('missing-only', unknown, {}), '2032-11-20')
  })
})

test('a record is of the class that its holder and the child’s care make it', () => {
  const of = (more: Partial<HeldFacts>) =>
    organisationKinds.map((kind) => classOf(kind, { ...facts, ...more }))
  const others = ['police', 'home-record', 'partner', 'partner', 'partner', 'partner', 'partner']
  assert.deepEqual(of({}), ['missing-only', ...others])
  assert.deepEqual(of({ everOnPlan: true }), ['protection-plan', ...others])
  assert.deepEqual(of({ everOnPlan: true, everLookedAfter: true }), ['looked-after', ...others])
})

test('an organisation keeps the classes of its kind and no other', () => {
  assert.deepEqual(organisationKinds.map(classesOf), [
    ['looked-after', 'protection-plan', 'missing-only'],
    ['police'],
    ['home-record'],
    ['partner'],
    ['partner'],
    ['partner'],
    ['partner'],
    ['partner'],
  ])
})

test('an interval that no source gives is not called verified', () => {
  const unverified = retentionClasses.filter((of) => !classRules[of].verified)
  assert.deepEqual(unverified, ['missing-only', 'police', 'partner'])
})

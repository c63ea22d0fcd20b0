import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, lifeFrom, noon } from '../../../test/support/expected-care.ts'
import { startOfLondonDay } from '../../kernel/london.ts'
import { millisecondsOf, momentAt } from '../../kernel/moment.ts'
import { ageAt, birthday, inFirstYear, lookedAfterAt, placementAt, type Life } from './life.ts'

const just = (before: ReturnType<typeof noon>) => momentAt(millisecondsOf(before) - 1)
const [first, second] = [noon('2026-03-02'), noon('2026-03-25')]

test('A time of being looked after is half open.', () => {
  const life: Life = { ...lifeFrom('2026-03-02'), lookedAfter: [{ from: first, until: second }] }
  assert.equal(lookedAfterAt(life, just(first)), undefined)
  assert.equal(lookedAfterAt(life, first)?.from, first)
  assert.equal(lookedAfterAt(life, just(second))?.from, first)
  assert.equal(lookedAfterAt(life, second), undefined)
  const open = { ...life, lookedAfter: [{ from: first }] }
  assert.equal(lookedAfterAt(open, noon('2027-03-02'))?.from, first)
})

test('Nobody is looked after from the first moment of the eighteenth birthday on.', () => {
  const life = lifeFrom('2026-03-02', { bornOn: day('2008-05-04') })
  const adult = startOfLondonDay(day('2026-05-04'))
  assert.equal(birthday(day('2008-05-04'), 18), adult)
  assert.notEqual(lookedAfterAt(life, just(adult)), undefined)
  assert.equal(lookedAfterAt(life, adult), undefined)
  const { bornOn, ...unknown } = life
  assert.ok(bornOn !== undefined)
  assert.notEqual(lookedAfterAt(unknown, noon('2040-01-01')), undefined)
  assert.equal(ageAt(unknown, adult), undefined)
  assert.equal(ageAt(life, adult), 18)
  assert.equal(ageAt(life, just(adult)), 17)
})

test('A child lives in one place at a time, from its first moment until the next begins.', () => {
  const life: Life = {
    ...lifeFrom('2026-03-02'),
    placements: [
      { kind: 'foster', from: first, until: second },
      { kind: 'home', from: second },
    ],
  }
  const kindAt = (at: typeof first) => placementAt(life, at)?.kind
  assert.deepEqual([just(first), first, just(second), second].map(kindAt), [
    undefined,
    'foster',
    'foster',
    'home',
  ])
  assert.equal(
    placementAt({ ...life, placements: [{ kind: 'home', from: first, until: second }] }, second),
    undefined,
  )
})

test('The first year of a placement ends with the day before the same day a year on.', () => {
  const placement = { kind: 'foster', from: first } as const
  assert.equal(inFirstYear(placement, noon('2027-03-01')), true)
  assert.equal(inFirstYear(placement, noon('2027-03-02')), false)
})

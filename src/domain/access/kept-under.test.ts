import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { day, moment } from '../../../test/support/told-of-a-child.ts'
import { endOfLondonDay, startOfLondonDay, type LondonDate } from '../../kernel/london.ts'
import { organisationKinds } from '../episode/entry.ts'
import {
  classesOf,
  fallsDue,
  keptUnder,
  mayBeDue,
  shortestYears,
  type FallsDue,
  type HeldFacts,
  type Schedule,
} from './retention.ts'

const facts: HeldFacts = {
  bornOn: day('2011-05-04'),
  everLookedAfter: true,
  everOnPlan: true,
  lastEntry: moment('2026-11-20T22:40:00.000Z'),
}

suite('a record is kept under the longest of the classes that apply to it', () => {
  const kept = (about: HeldFacts, schedule: Schedule = {}) => {
    const { class: of, due } = keptUnder('council', about, schedule)
    return `${of} ${due.kind === 'on' ? due.day : 'never'}`
  }

  test('by care while somebody lives, and by the protection plan where a death would end it sooner', () => {
    assert.equal(kept(facts), 'looked-after 2086-05-04')
    const died = { ...facts, diedOn: day('2026-11-20') }
    assert.equal(kept(died), 'protection-plan 2061-11-20')
    assert.equal(kept({ ...died, everOnPlan: false }), 'looked-after 2041-11-20')
    assert.equal(kept({ ...facts, everLookedAfter: false }), 'protection-plan 2061-11-20')
    assert.equal(kept({ ...facts, everLookedAfter: false, everOnPlan: false }), 'missing-only 2032-11-20')
  })

  test('by what never falls due before what does', () => {
    const { bornOn: _, ...unknown } = facts
    assert.equal(kept(unknown), 'looked-after never')
    assert.equal(
      kept(facts, { 'protection-plan': { years: 100, source: 'ours' } }),
      'protection-plan 2126-11-20',
    )
  })
})

test('what names a child perhaps, and is of no record, is kept for as long as the shortest class', () => {
  assert.equal(shortestYears, 6)
})

test('whatever is due passes what is asked before any entry is read', () => {
  const dates = (min: number, max: number) =>
    fc
      .tuple(fc.integer({ min, max }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 29 }))
      .map(([year, month, of]) => {
        const isShort = month === 2 && (year % 4 !== 0 || year % 100 === 0)
        const date = Math.min(of, isShort ? 28 : 29)
        return day(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
      })
  const date = dates(1930, 2026)
  const years = fc.option(fc.record({ years: fc.nat(150), source: fc.constant('x') }), { nil: undefined })
  const isOn = (due: FallsDue, today: LondonDate) => due.kind === 'on' && due.day <= today
  let [asked, due] = [0, 0]
  fc.assert(
    fc.property(
      fc.constantFrom(...organisationKinds),
      fc.record({
        born: fc.option(date),
        last: date,
        died: fc.option(date),
        care: fc.boolean(),
        plan: fc.boolean(),
      }),
      fc.record({ missing: years, plan: years, partner: years }),
      dates(2026, 2060),
      (kind, { born, last, died, care, plan }, lengths, today) => {
        const about: HeldFacts = {
          ...(born === null ? { bornAtLatest: last } : { bornOn: born }),
          ...(died !== null && { diedOn: died }),
          everLookedAfter: care,
          everOnPlan: plan,
          lastEntry: endOfLondonDay(last),
        }
        const schedule = Object.fromEntries(
          Object.entries({
            'missing-only': lengths.missing,
            'protection-plan': lengths.plan,
            partner: lengths.partner,
          }).filter(([, length]) => length !== undefined),
        ) as Schedule
        asked++
        if (!isOn(keptUnder(kind, about, schedule).due, today)) return
        due++
        const { quietSince, bornBy } = mayBeDue(kind, schedule, today)
        const isQuiet = quietSince !== undefined && startOfLondonDay(last) < endOfLondonDay(quietSince)
        const isBorn = bornBy !== undefined && (born === null || died !== null || born <= bornBy)
        assert.ok(isQuiet || isBorn)
      },
    ),
    { numRuns: 2000 },
  )
  // However many were asked about: the property says something only of those that are due.
  assert.ok(due * 40 > asked, `${due} of ${asked}`)
})

test('the longest class is never earlier than any class that applies', () => {
  for (const kind of organisationKinds) {
    const { due } = keptUnder(kind, facts, {})
    const applying = classesOf(kind).filter((of) => of !== 'missing-only')
    for (const of of applying) {
      const one = fallsDue(of, facts, {})
      assert.ok(due.kind === 'never' || (one.kind === 'on' && one.day <= due.day))
    }
  }
})

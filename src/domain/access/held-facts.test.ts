import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { ruth } from '../../../test/support/a-directory.ts'
import { leah, otherEpisode, raise, registered } from '../../../test/support/asking-for-grants.ts'
import { after, entry, given, theEpisode } from '../../../test/support/chronology.ts'
import { day, moment, streamOf, told, type Told } from '../../../test/support/told-of-a-child.ts'
import type { Chronology } from '../episode/entries.ts'
import { heldFactsOf } from './retention.ts'

const facts = (said: readonly Told[], ...episodes: readonly Chronology[]) =>
  heldFactsOf(
    streamOf(leah, ...said),
    new Map(episodes.map((one, nth) => [nth === 0 ? theEpisode : otherEpisode, one])),
  )
const located = (at: string, outcome: 'died' | 'well') => entry('located', at, { outcome })
const raised = given(raise(ruth))

suite('what the clocks of retention run from', () => {
  test('is nothing, where there is no entry', () => assert.equal(facts([]), undefined))

  test('is the last time at which anything was recorded, of the child or of any episode', () => {
    const plain = { bornAtLatest: '2026-01-05', everLookedAfter: false, everOnPlan: false }
    assert.deepEqual(facts([registered]), { ...plain, lastEntry: moment('2026-01-05T09:00Z') })
    assert.deepEqual(facts([registered], raised, given()), {
      ...plain,
      lastEntry: moment('2026-11-20T21:40Z'),
    })
    const later = told(
      'health-known',
      '2026-02-01T09:00Z',
      { kind: 'allergy', text: 'Nuts' },
      {
        recorded: '2026-12-01T09:00Z',
      },
    )
    assert.deepEqual(facts([registered, later], raised)?.lastEntry, moment('2026-12-01T09:00Z'))
  })

  test('is the date of birth, as it was last said', () => {
    const born = (bornOn: string, at: string) =>
      told('child-registered', at, { otherNames: [], pronoun: 'she', bornOn: day(bornOn) })
    const said = [born('2011-05-04', '2026-01-05T09:00Z'), born('2011-05-05', '2026-01-06T09:00Z')]
    assert.equal(facts(said)?.bornOn, '2011-05-05')
  })

  test('is the youngest that an age by sight allows where no birthday is known, else the first day of the record', () => {
    const about = (approximateAge: number, at: string) =>
      told('child-registered', at, { otherNames: [], pronoun: 'she', approximateAge })
    const said = (...all: readonly Told[]) => facts(all)?.bornAtLatest
    assert.equal(said(about(14, '2026-01-05T09:00Z')), '2014-01-05')
    assert.equal(said(about(14, '2026-01-05T09:00Z'), about(16, '2026-03-05T09:00Z')), '2012-03-05')
    assert.equal(said(about(1, '2026-01-05T09:00Z')), '2026-01-05')
    assert.equal(said(about(9999, '2026-01-05T09:00Z')), '1926-01-05')
    const born = told('child-registered', '2026-01-06T09:00Z', {
      otherNames: [],
      pronoun: 'she',
      bornOn: day('2011-05-04'),
    })
    assert.equal(said(about(14, '2026-01-05T09:00Z'), born), undefined)
  })

  test('is the London day of a death, the first where two episodes say so', () => {
    const died = (at: string) => after(raised, located(at, 'died'))
    const summer = died('2027-06-01T23:30Z')
    assert.equal(facts([registered], summer)?.diedOn, '2027-06-02')
    assert.equal(facts([registered], summer, died('2027-05-01T12:00Z'))?.diedOn, '2027-05-01')
    assert.equal(facts([registered], after(raised, located('2027-06-01T23:30Z', 'well')))?.diedOn, undefined)
    assert.equal(facts([registered], raised)?.diedOn, undefined)
  })

  test('is whether the child was ever looked after, also where that has ended', () => {
    const care = told('looked-after-from', '2026-02-01T09:00Z', {})
    const ended = told('looked-after-ended', '2026-03-01T09:00Z', {})
    assert.equal(facts([registered, care, ended])?.everLookedAfter, true)
    assert.equal(facts([registered])?.everLookedAfter, false)
  })

  test('is whether the child ever had a protection plan, and no other status', () => {
    const status = (of: 'in-need' | 'protection-plan', at: string) =>
      told('status-recorded', at, { status: of })
    const [need, plan] = [
      status('in-need', '2026-02-01T09:00Z'),
      status('protection-plan', '2026-03-01T09:00Z'),
    ]
    assert.equal(facts([registered, need])?.everOnPlan, false)
    assert.equal(facts([registered, need, plan])?.everOnPlan, true)
  })
})

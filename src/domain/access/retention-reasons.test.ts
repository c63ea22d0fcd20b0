import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { day, moment } from '../../../test/support/told-of-a-child.ts'
import { classRules, fallsDue, retentionClasses, type HeldFacts, type RetentionClass } from './retention.ts'

const facts: HeldFacts = {
  bornOn: day('2011-05-04'),
  everLookedAfter: false,
  everOnPlan: false,
  lastEntry: moment('2026-11-20T22:40:00.000Z'),
}
const { bornOn: _, ...unborn } = facts

/** "2086-05-04: 75th birthday", or why never; with a schedule of so many years where some are given. */
function said(of: RetentionClass, about: HeldFacts = facts, years?: number): string {
  const due = fallsDue(of, about, years === undefined ? {} : { [of]: { years, source: 'Schedule' } })
  return due.kind === 'on' ? `${due.day}: ${due.because}` : due.because
}

suite('why a record falls due on that day is said', () => {
  test('as a birthday, after a death or after the last entry', () => {
    assert.equal(said('looked-after'), '2086-05-04: 75th birthday')
    assert.equal(
      said('looked-after', { ...facts, diedOn: day('2027-01-02') }),
      '2042-01-02: 15 years after a death on Saturday 2 January 2027, under 18',
    )
    assert.equal(said('police'), '2032-11-20: 6 years after the last entry, of Friday 20 November 2026')
    assert.equal(
      said('partner', facts, 2),
      '2029-05-04: 18th birthday, which comes after 2 years after the last entry, of Friday 20 November 2026',
    )
  })

  test('by the last entry alone where that is on the eighteenth birthday, or somebody died', () => {
    const young = { ...facts, bornOn: day('2014-11-20') }
    assert.match(said('police', young), /^2032-11-20: 6 years after the last entry/)
    assert.match(said('police', { ...young, bornOn: day('2014-11-21') }), /^2032-11-21: 18th birthday/)
    const died = { ...young, bornOn: day('2020-01-01'), diedOn: day('2026-11-20') }
    assert.match(said('police', died), /^2032-11-20: 6 years after the last entry/)
  })

  test('by a death where no birthday is known, and by a birthday where somebody lives', () => {
    const died = { ...unborn, diedOn: day('2027-01-02') }
    assert.match(said('home-record', died), /^2042-01-02: 15 years after a death/)
    assert.equal(said('home-record', unborn), 'the date of birth is not known')
    assert.match(said('missing-only', { ...facts, diedOn: day('2026-11-20') }), /after the last entry/)
  })

  test('as the eighteenth at the least, whatever a schedule says', () =>
    assert.match(said('partner', facts, 0), /^2029-05-04: 18th birthday/))

  test('never earlier than by law, and later where a schedule says so', () => {
    for (const each of ['looked-after', 'home-record'] as const) {
      assert.equal(said(each, facts, 74), '2086-05-04: 75th birthday')
      assert.equal(said(each, facts, 76), '2087-05-04: 76th birthday')
    }
    assert.match(said('protection-plan', facts, 4), /^2030-11-20: 4 years/)
  })

  test('with the ordinal of each birthday', () => {
    const ordinals = { 80: 'th', 81: 'st', 82: 'nd', 83: 'rd', 84: 'th', 100: 'th', 101: 'st' }
    const teens = { 110: 'th', 111: 'th', 112: 'th', 113: 'th', 114: 'th', 121: 'st' }
    for (const [years, end] of Object.entries({ ...ordinals, ...teens }))
      assert.match(said('looked-after', facts, Number(years)), new RegExp(`: ${years}${end} birthday$`))
  })

  test('as the last that is possible where the date of birth is not known', () => {
    const about14 = { ...unborn, bornAtLatest: day('2014-11-21') }
    const notKnown = 'at the latest: the date of birth is not known'
    assert.equal(said('looked-after', about14), `2089-11-21: 75th birthday ${notKnown}`)
    assert.match(said('police', about14), new RegExp(`^2032-11-21: 18th birthday ${notKnown}, which comes`))
    assert.match(said('police', { ...about14, bornAtLatest: day('2014-11-20') }), /^2032-11-20: 6 years/)
  })

  test('by the birthday, which is later, where whoever died may have been grown up by what is known of their age', () => {
    const died = (on: string) => ({ ...unborn, bornAtLatest: day('2014-01-05'), diedOn: day(on) })
    assert.match(said('home-record', died('2027-01-04')), /^2042-01-04: 15 years after a death/)
    assert.match(said('home-record', died('2027-01-05')), /^2089-01-05: 75th birthday/)
  })
})

suite('dates end with the year 2200', () => {
  test('what would fall due later falls due on its last day', () => {
    assert.match(said('looked-after', facts, 189), /^2200-05-04/)
    assert.match(said('looked-after', facts, 190), /^2200-12-31/)
    assert.match(said('police', facts, 1000), /^2200-12-31/)
  })
})

suite('how long each class is kept', () => {
  test('runs from birth where the child was in care or in a home, and from the last entry elsewhere', () =>
    assert.deepEqual(
      retentionClasses.map((of) => `${of}: ${classRules[of].years ?? 'unset'} from ${classRules[of].from}`),
      [
        'looked-after: 75 from birth',
        'protection-plan: 35 from last-entry',
        'missing-only: 6 from last-entry',
        'home-record: 75 from birth',
        'police: 6 from last-entry',
        'partner: unset from last-entry',
      ],
    ))

  test('names its source, by the regulation where there is one, and says where there is none', () => {
    const sources = {
      'looked-after': /Placement and Case Review Regulations 2010, regulation 50/,
      'home-record': /Homes Regulations 2015, regulation 36/,
      'protection-plan': /own schedule/,
      'missing-only': /no source gives it/,
      police: /as recalled/,
      partner: /no source gives it/,
    }
    for (const of of retentionClasses) {
      assert.match(classRules[of].source, sources[of])
      assert.match(classRules[of].label, /record/)
    }
    const labels = retentionClasses.map((of) => classRules[of].label)
    assert.equal(new Set(labels).size, retentionClasses.length)
  })
})

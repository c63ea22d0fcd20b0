import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { at, entry, given } from '../../../test/support/chronology.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { LondonDate } from '../../kernel/london.ts'
import type { Within } from '../../kernel/within.ts'
import type { Facts, FactsAt } from './facts.ts'
import type { Obligation } from './obligation.ts'
import { obligations } from './obligations.ts'
import type { Edition, ReasonableTime } from './protocol.ts'

const edition = firstEdition()
const lookedAfter: Facts = {
  bornOn: '2011-05-04' as LondonDate,
  statuses: ['looked-after'],
  placedOutOfArea: false,
  earlierEpisodes: [],
}

describe('reasonable time', () => {
  const looking = given(
    entry('concern-raised', '2026-03-28T20:00', {}),
    entry('threshold-assessed', '2026-03-28T20:05', { worriedNow: false }, { id: 'worry' }),
  )

  function search(facts: Partial<Facts> | FactsAt = {}): Obligation {
    const factsAt = typeof facts === 'function' ? facts : () => ({ ...lookedAfter, ...facts })
    const found = obligations(looking, edition, factsAt, englandCalendar).find(
      ({ duty }) => duty === 'hold-search',
    )
    assert.ok(found)
    return found
  }

  it('is the shortest for the age without a current plan', () => {
    assert.equal(search().dueAt, at('2026-03-28T21:05'))
  })

  it('is the ceiling of the hour with a plan that allows more', () => {
    assert.equal(search({ reasonableTime: 'PT5H' as Within }).dueAt, at('2026-03-28T22:05'))
  })

  it('is what the plan says where that is shorter', () => {
    const half = search({ reasonableTime: 'PT30M' as Within })
    assert.equal(half.dueAt, at('2026-03-28T20:35'))
    assert.match(half.because, /shortens the 2 hours/)
  })

  it('is not lengthened by a plan or an age that is written down once looking has begun', () => {
    const later: FactsAt = (_, knownAt) =>
      knownAt === undefined ? { ...lookedAfter, reasonableTime: 'PT5H' as Within } : lookedAfter
    const older: FactsAt = (_, knownAt) => ({
      ...lookedAfter,
      bornOn: (knownAt === undefined ? '2011-05-04' : '2014-05-04') as LondonDate,
    })
    assert.equal(search(later).dueAt, at('2026-03-28T21:05'))
    assert.equal(search(older).dueAt, at('2026-03-28T20:05'))
  })

  it('is none at all at 12 and under', () => {
    assert.equal(search({ bornOn: '2014-05-04' as LondonDate }).dueAt, at('2026-03-28T20:05'))
  })
})

describe('the hours and ages that a ceiling is for', () => {
  const source = { document: 'Guide', verified: true }
  const row = (within: string, more: Partial<ReasonableTime> = {}): ReasonableTime => ({
    within: within as Within,
    source,
    ...more,
  })

  /** The search that began at this time of 28 March 2026, London, in an edition with these ceilings. */
  function searchAt(time: string, rows: readonly ReasonableTime[], facts: Partial<Facts> = {}) {
    const looking = given(
      entry('concern-raised', '2026-03-28T00:00', {}),
      entry('threshold-assessed', `2026-03-28T${time}`, { worriedNow: false }),
    )
    const own: Edition = { ...edition, reasonableTime: rows }
    const plan = { reasonableTime: 'PT9H' as Within }
    const found = obligations(looking, own, () => ({ ...lookedAfter, ...plan, ...facts }), englandCalendar)
    return found.find(({ duty }) => duty === 'hold-search')
  }

  const words = (time: string, rows: readonly ReasonableTime[], facts: Partial<Facts> = {}) =>
    searchAt(time, rows, facts)?.because.split(' from ')[0]

  it('begin with the first hour and end before the last, by day and over midnight', () => {
    const rows = [row('PT30M', { fromHour: 22, toHour: 6 }), row('PT2H', { fromHour: 6, toHour: 22 })]
    assert.deepEqual(
      ['21:59', '22:00', '23:30', '00:10', '05:59', '06:00', '12:00'].map((time) => words(time, rows)),
      ['2 hours', '30 minutes', '30 minutes', '30 minutes', '30 minutes', '2 hours', '2 hours'],
    )
  })

  it('are all hours where not both are given, and none where both are one', () => {
    assert.equal(words('12:00', [row('PT2H', { fromHour: 22 }), row('PT3H')]), '2 hours')
    assert.equal(words('12:00', [row('PT2H', { toHour: 6 }), row('PT3H')]), '2 hours')
    assert.equal(words('05:00', [row('PT2H', { fromHour: 5, toHour: 5 }), row('PT3H')]), '3 hours')
  })

  it('are for that age and under, and for a child of unknown age', () => {
    const rows = [row('PT1H', { ageAtMost: 14 }), row('PT2H')]
    const { bornOn: _, ...unknown } = lookedAfter
    const ofAge = (bornOn: string) => words('12:00', rows, { bornOn: bornOn as LondonDate })
    assert.equal(ofAge('2011-03-29'), '1 hour')
    assert.equal(ofAge('2011-03-28'), '2 hours')
    const found = obligations(
      given(
        entry('concern-raised', '2026-03-28T00:00', {}),
        entry('threshold-assessed', '2026-03-28T12:00', { worriedNow: false }),
      ),
      { ...edition, reasonableTime: rows },
      () => ({ ...unknown, reasonableTime: 'PT9H' as Within }),
      englandCalendar,
    ).find(({ duty }) => duty === 'hold-search')
    assert.equal(found?.dueAt, at('2026-03-28T13:00'))
  })

  it('leave no time at all where there is no ceiling', () => {
    assert.equal(words('12:00', []), 'at once')
  })

  it('are said with the reason for the length', () => {
    const rows = [row('PT2H'), row('PT1H', { fromHour: 22, toHour: 6 }), row('PT3H')]
    const because = (facts: Partial<Facts>) => searchAt('12:00', rows, facts)?.because
    const start = 'from the answer about worry at 12:00 on Saturday 28 March 2026'
    const most = 'the most that the edition allows at this age and hour'
    assert.equal(because({}), `2 hours ${start}: ${most}`)
    assert.equal(because({ reasonableTime: 'PT2H' as Within }), `2 hours ${start}: ${most}`)
    assert.equal(
      because({ reasonableTime: 'PT119M' as Within }),
      `119 minutes ${start}: the child's plan shortens the 2 hours that the edition allows`,
    )
    const { reasonableTime: _, ...none } = { ...lookedAfter, reasonableTime: undefined }
    const looking = given(
      entry('concern-raised', '2026-03-28T00:00', {}),
      entry('threshold-assessed', '2026-03-28T12:00', { worriedNow: false }),
    )
    const without = obligations(looking, { ...edition, reasonableTime: rows }, () => none, englandCalendar)
    assert.equal(
      without.find(({ duty }) => duty === 'hold-search')?.because,
      `1 hour ${start}: no current plan, so the shortest time holds`,
    )
  })
})

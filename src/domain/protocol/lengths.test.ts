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

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aChildBackInTheMorning, after, at, entry } from '../../../test/support/chronology.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { LondonDate } from '../../kernel/london.ts'
import type { Within } from '../../kernel/within.ts'
import type { Chronology } from '../episode/entries.ts'
import type { Facts } from './facts.ts'
import type { Obligation } from './obligation.ts'
import { merged, obligations } from './obligations.ts'

const edition = firstEdition()
const lookedAfter: Facts = {
  bornOn: '2011-05-04' as LondonDate,
  statuses: ['looked-after'],
  placedOutOfArea: false,
  earlierEpisodes: [],
}

describe('two editions on one episode', () => {
  const stricter = {
    ...edition,
    edition: 'stricter',
    clauses: edition.clauses.map((clause) =>
      clause.duty === 'prevention-check'
        ? {
            ...clause,
            length: { kind: 'within' as const, within: 'PT2H' as Within },
            met: { kind: 'entry' as const, anyOf: [{ entry: 'prevention-check-done' as const }] },
          }
        : clause,
    ),
  }
  const back = aChildBackInTheMorning()

  function bothOf(chronology: Chronology): readonly Obligation[] {
    return merged(
      [edition, stricter].map((one) => obligations(chronology, one, () => lookedAfter, englandCalendar)),
    )
  }

  function checkIn(chronology: Chronology): Obligation {
    const check = bothOf(chronology).find((one) => one.duty === 'prevention-check')
    assert.ok(check)
    return check
  }

  it('let the stricter clock stand and name the other', () => {
    const check = checkIn(back)
    assert.equal(check.dueAt, at('2026-03-29T09:10'))
    assert.equal(check.edition.edition, 'stricter')
    assert.equal(check.also?.dueAt, at('2026-03-29T11:10'))
    assert.equal(bothOf(back).length, obligations(back, edition, () => lookedAfter, englandCalendar).length)
  })

  it('keep a duty owed that is met under the stricter clock and not by what the other asks for', () => {
    const rang = after(back, entry('prevention-check-done', '2026-03-29T08:00', { faceToFace: false }))
    const check = checkIn(rang)
    assert.equal(check.met, undefined)
    assert.equal(check.dueAt, at('2026-03-29T11:10'))
    assert.equal(check.also?.edition.edition, 'stricter')
    const seen = after(rang, entry('prevention-check-done', '2026-03-29T10:00', {}))
    assert.equal(checkIn(seen).met?.at, at('2026-03-29T08:00'))
  })
})

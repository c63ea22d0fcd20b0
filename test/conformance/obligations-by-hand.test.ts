import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { messagesByHand } from '../../bench/by-hand/messages.ts'
import { obligationsByHand } from '../../bench/by-hand/obligations-by-hand.ts'
import type { Chronology } from '../../src/domain/episode/entries.ts'
import { evidenceIn } from '../../src/domain/protocol/asked-about.ts'
import { obligations, ownObligations } from '../../src/domain/protocol/obligations.ts'
import type { FactsAt } from '../../src/domain/protocol/facts.ts'
import { isOwnType } from '../../src/domain/protocol/own-record.ts'
import { englandCalendar } from '../../src/kernel/bank-holidays.ts'
import { anyBegunChronology, anyChronology } from '../support/any-chronology.ts'
import { anyEventfulChronology, anyFactsAt } from '../support/any-eventful.ts'
import { firstEdition } from '../support/first-edition.ts'
import { anyOwnRecord } from '../support/own-record.ts'

const edition = firstEdition()
const numRuns = process.env['SIZE'] === 'full' ? 10_000 : 200

/** Two people's reading of one edition: as data by the engine, and written out by hand for the benchmark. */
suite('the first edition, read as data and written out by hand, owes the same', () => {
  const records: Readonly<Record<string, fc.Arbitrary<Chronology>>> = {
    'any record': anyChronology,
    'any record that begins with a concern': anyBegunChronology,
    'few entries': anyEventfulChronology(edition, { minLength: 0, maxLength: 6 }),
    'a night': anyEventfulChronology(edition, { minLength: 10, maxLength: 30 }),
    'a long absence': anyEventfulChronology(edition, { minLength: 60, maxLength: 70 }),
  }
  for (const [name, record] of Object.entries(records))
    test(`on ${name}`, () => {
      fc.assert(
        fc.property(record, anyFactsAt, (chronology, facts) => {
          const asData = obligations(chronology, edition, facts, englandCalendar)
          assert.deepEqual(obligationsByHand(chronology, facts, englandCalendar), asData)
        }),
        { numRuns },
      )
    })

  test('on records in which every clause is owed and met', () => {
    const seen = new Set<string>()
    const night = fc.tuple(anyEventfulChronology(edition, { minLength: 50, maxLength: 60 }), anyFactsAt)
    for (const [chronology, facts] of fc.sample(night, { numRuns: 2000, seed: 1 }))
      for (const { duty, met } of obligations(chronology, edition, facts, englandCalendar))
        seen.add(duty).add(met ? `${duty} met` : duty)
    const ofEpisodes = edition.clauses.filter(
      (clause) => clause.on && !evidenceIn(clause).some(({ entry }) => isOwnType(entry)),
    )
    const expected = ofEpisodes.flatMap(({ duty }) => [duty, `${duty} met`])
    assert.deepEqual(
      expected.filter((one) => !seen.has(one)),
      [],
    )
  })

  test('on what any child wrote and was told, both clauses owed and met', () => {
    const asData = (record: (typeof sample)[number][0], facts: FactsAt) =>
      ownObligations(record, () => edition, facts, englandCalendar)
    const sample = fc.sample(fc.tuple(anyOwnRecord, anyFactsAt), { numRuns: 1000, seed: 1 })
    const seen = sample.flatMap(([record, facts]) =>
      asData(record, facts).map(({ duty, met }) => (met ? `${duty} met` : duty)),
    )
    assert.equal(new Set(seen).size, 4)
    fc.assert(
      fc.property(anyOwnRecord, anyFactsAt, (record, facts) => {
        assert.deepEqual(messagesByHand(record), asData(record, facts))
      }),
      { numRuns },
    )
  })
})

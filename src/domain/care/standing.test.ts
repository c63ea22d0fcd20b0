import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import {
  day,
  evidenceOf,
  expectedCare,
  lifeFrom,
  noon,
  seenOn,
  strandOf,
} from '../../../test/support/expected-care.ts'
import { addDays } from '../../kernel/london.ts'
import { parseWithin } from '../../kernel/within.ts'
import type { Evidence } from './evidence.ts'
import { placementKinds, type Life } from './life.ts'
import { standingOf, type CareWhereabouts } from './standing.ts'

const march = lifeFrom('2026-03-02')
const said = (date: string, there: boolean): Evidence => ({ at: noon(date), by: 'child', there })
const unseen = (date: string): Evidence => ({ ...seenOn(date), childSaw: false })
const absent = (date: string): Evidence => ({ at: noon(date), by: 'other', there: false })

function where(
  strand: string,
  now: string,
  evidence: readonly Evidence[],
  life: Life = march,
): CareWhereabouts {
  const asked = { care: expectedCare, life, evidence: evidenceOf(strand, ...evidence), now: noon(now) }
  return standingOf(strandOf(strand), asked).whereabouts
}

const visit = 'social-worker-visit'

suite('where a strand of Care is', () => {
  test('is where it is expected until it is due, and unknown after that', () => {
    const seen = [seenOn('2026-03-06')]
    assert.equal(where(visit, '2026-03-07', seen), 'where-expected')
    assert.equal(where(visit, '2026-04-17', seen), 'where-expected')
    assert.equal(where(visit, '2026-04-18', seen), 'unknown')
  })

  test('is known elsewhere where a visit was recorded that the child did not see', () => {
    assert.equal(where(visit, '2026-04-18', [seenOn('2026-03-06'), unseen('2026-04-10')]), 'known-elsewhere')
    assert.equal(
      where(visit, '2026-04-18', [seenOn('2026-03-06'), { ...unseen('2026-04-10') }]),
      'known-elsewhere',
    )
    const notSaid: Evidence = { at: noon('2026-04-10'), by: 'other', there: true }
    assert.equal(where(visit, '2026-04-18', [notSaid]), 'known-elsewhere')
    assert.equal(where(visit, '2026-05-23', [seenOn('2026-03-06'), unseen('2026-04-10')]), 'unknown')
  })

  test('is known elsewhere where a plan is out of date', () => {
    assert.equal(where('care-plan', '2026-09-06', [seenOn('2026-03-06')]), 'where-expected')
    assert.equal(where('care-plan', '2026-09-07', [seenOn('2026-03-06')]), 'known-elsewhere')
    assert.equal(where('care-plan', '2026-09-07', [absent('2026-03-06')]), 'unknown')
  })

  test('is not recorded where nobody ever recorded anything: that is no missing Care', () => {
    assert.equal(where(visit, '2026-09-07', []), 'not-recorded')
    assert.equal(where(visit, '2026-09-07', [seenOn('2026-09-08')]), 'not-recorded')
    assert.equal(where(visit, '2026-09-07', [absent('2026-09-01')]), 'unknown')
  })

  test('is not owed where no rule of the edition and no plan of the child asks for it', () => {
    assert.equal(where('family-time', '2026-03-07', [seenOn('2026-03-06')]), 'not-owed')
    const own = { ...march, own: { 'family-time': parseWithin('P1W')! } }
    assert.equal(where('family-time', '2026-03-07', [seenOn('2026-03-06')], own), 'where-expected')
    assert.equal(where('pathway-plan', '2026-03-07', []), 'not-owed')
    assert.equal(where(visit, '2026-03-07', [], { ...march, lookedAfter: [] }), 'not-owed')
  })

  test('is where the child says it is, whatever the record says', () => {
    const seen = seenOn('2026-03-20')
    assert.equal(where(visit, '2026-03-26', [seen, said('2026-03-25', false)]), 'unknown')
    assert.equal(where(visit, '2026-03-24', [seen, said('2026-03-25', false)]), 'where-expected')
    assert.equal(
      where(visit, '2026-03-27', [seen, said('2026-03-25', false), unseen('2026-03-26')]),
      'unknown',
    )
    assert.equal(
      where(visit, '2026-03-27', [seen, said('2026-03-25', false), absent('2026-03-26')]),
      'unknown',
    )
    assert.equal(
      where(visit, '2026-03-27', [seen, said('2026-03-25', false), seenOn('2026-03-26')]),
      'where-expected',
    )
    assert.equal(
      where(visit, '2026-03-28', [seen, said('2026-03-25', false), said('2026-03-27', true)]),
      'where-expected',
    )
    assert.equal(
      where(visit, '2026-04-18', [unseen('2026-03-06'), said('2026-04-10', true)]),
      'where-expected',
    )
  })

  test('says when it was last seen, when it is due and what the child denied', () => {
    const evidence = evidenceOf(visit, seenOn('2026-03-20'), unseen('2026-03-24'), said('2026-03-25', false))
    const asked = { care: expectedCare, life: march, evidence, now: noon('2026-03-26') }
    const { expected, ...rest } = standingOf(strandOf(visit), asked)
    assert.deepEqual(rest, {
      whereabouts: 'unknown',
      lastSighting: noon('2026-03-20'),
      deniedByChild: noon('2026-03-25'),
    })
    assert.equal(expected?.dueAt.slice(0, 10), '2026-05-01')
    const nothing = standingOf(strandOf(visit), { ...asked, evidence: {} })
    assert.deepEqual(Object.keys(nothing), ['whereabouts', 'expected'])
  })
})

const worse: Readonly<Record<string, number>> = { 'where-expected': 0, 'known-elsewhere': 1, unknown: 2 }
const first = day('2025-03-03')
const anyDay = fc.nat(700).map((days) => addDays(first, days))
const anyLife = fc
  .record({
    born: fc.integer({ min: 2008, max: 2024 }),
    moves: fc.uniqueArray(fc.nat(600), { maxLength: 3 }),
    kinds: fc.array(fc.constantFrom(...placementKinds), { minLength: 4, maxLength: 4 }),
    longTerm: fc.boolean(),
    own: fc.option(fc.constantFrom('P1W', 'P2M'), { nil: undefined }),
  })
  .map(({ born, moves, kinds, longTerm, own }): Life => {
    const from = [0, ...moves.filter((one) => one > 0).toSorted((a, b) => a - b)].map((days) =>
      addDays(first, days),
    )
    return {
      ...lifeFrom(first, { bornOn: day(`${born}-05-04`) }),
      ...(own !== undefined && {
        own: Object.fromEntries(expectedCare.strands.map(({ strand }) => [strand, parseWithin(own)!])),
      }),
      placements: from.map((date, index) => {
        const next = from[index + 1]
        const kind = kinds[index] ?? 'foster'
        return { kind, from: noon(date), longTerm, ...(next !== undefined && { until: noon(next) }) }
      }),
    }
  })
const anyEvidence = fc.oneof(
  anyDay.map(seenOn),
  anyDay.map(unseen),
  anyDay.map(absent),
  fc.tuple(anyDay, fc.boolean()).map(([date, there]) => said(date, there)),
)
const anyStrand = fc.constantFrom(...expectedCare.strands)

test('More sightings never make Care more missing.', () => {
  fc.assert(
    fc.property(
      anyStrand,
      anyLife,
      fc.array(anyEvidence, { minLength: 1, maxLength: 6 }),
      anyDay,
      anyDay,
      (strand, life, evidence, extra, now) => {
        const of = (more: readonly Evidence[]) =>
          standingOf(strand, {
            care: expectedCare,
            life,
            evidence: evidenceOf(strand.strand, ...more),
            now: noon(now),
          }).whereabouts
        const [before, after] = [of(evidence), of([...evidence, seenOn(extra)])]
        if (before === 'not-owed' || before === 'not-recorded') return
        assert.ok((worse[after] ?? 9) <= (worse[before] ?? 9), `${strand.strand}: ${before}, then ${after}`)
      },
    ),
    { numRuns: 2000 },
  )
})

test('Time alone never makes Care more present.', () => {
  fc.assert(
    fc.property(
      anyStrand,
      anyLife,
      fc.array(anyEvidence, { minLength: 1, maxLength: 6 }),
      anyDay,
      fc.nat(400),
      (strand, life, evidence, from, days) => {
        const known = evidence.filter(({ at }) => at <= noon(from))
        // Neither a move nor the end of a placement is time alone.
        const placements = life.placements
          .filter((one) => one.from <= noon(from))
          .map(({ until, ...one }) => ({
            ...one,
            ...(until !== undefined && until <= noon(from) && { until }),
          }))
        const still = { ...life, placements }
        const of = (now: string) =>
          standingOf(strand, {
            care: expectedCare,
            life: still,
            evidence: evidenceOf(strand.strand, ...known),
            now: noon(now),
          }).whereabouts
        const [before, after] = [of(from), of(addDays(from, days))]
        if (!Object.hasOwn(worse, before) || !Object.hasOwn(worse, after)) return
        assert.ok((worse[after] ?? 9) >= (worse[before] ?? 9), `${strand.strand}: ${before}, then ${after}`)
      },
    ),
    { numRuns: 2000 },
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { steps, walked } from '../../../test/support/walk.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { LondonDate } from '../../kernel/london.ts'
import { isAfter, momentAt, millisecondsOf, type Moment } from '../../kernel/moment.ts'
import type { Chronology } from '../episode/entries.ts'
import { roles } from '../episode/roles.ts'
import { episodeOf } from '../episode/evolve.ts'
import { asKnownAt } from '../episode/known.ts'
import type { Facts } from './facts.ts'
import { keeperProof } from './keepers.ts'
import type { Obligation } from './obligation.ts'
import { obligations } from './obligations.ts'
import { statuses, type Edition } from './protocol.ts'
import { hasEnded, standing, timesOf } from './standing.ts'

const edition = firstEdition()
const numRuns = process.env['SIZE'] === 'full' ? 5_000 : 100

const facts: fc.Arbitrary<Facts> = fc
  .record({
    statuses: fc.subarray([...statuses]),
    placedOutOfArea: fc.boolean(),
    bornOn: fc.option(fc.constantFrom('2010-01-31', '2013-12-01', '2016-06-15'), { nil: undefined }),
    earlier: fc.nat(4),
  })
  .map(({ statuses, placedOutOfArea, bornOn, earlier }) => ({
    statuses,
    placedOutOfArea,
    ...(bornOn !== undefined && { bornOn: bornOn as LondonDate }),
    earlierEpisodes: Array.from({ length: earlier }, (_, index) => ({
      episode: `earlier ${index}` as never,
      from: momentAt(Date.parse('2026-03-20T12:00:00Z') - index * 86_400_000),
    })),
  }))

function dutiesOf(chronology: Chronology, laid: Edition, known: Facts): readonly Obligation[] {
  return obligations(chronology, laid, () => known, englandCalendar)
}

/** Every recorded moment, the moments between two of them, and long after the last. */
function instantsOf(chronology: Chronology): readonly Moment[] {
  const recorded = [...new Set(chronology.map((entry) => entry.recorded))]
  return recorded.flatMap((moment, index) => {
    const from = millisecondsOf(moment)
    const next = recorded[index + 1]
    const until = next === undefined ? from + 100 * 86_400_000 : millisecondsOf(next)
    return [moment, momentAt(Math.floor((from + until) / 2)), momentAt(until - 1)]
  })
}

/** The instants at which someone must hold the child, with the record as it was known then. */
function openInstants(
  chronology: Chronology,
): readonly { readonly now: Moment; readonly known: Chronology }[] {
  return instantsOf(chronology)
    .map((now) => ({ now, known: asKnownAt(chronology, now) }))
    .filter(({ known }) => {
      const episode = episodeOf(known)
      return episode.raised !== undefined && !episode.voided && episode.response !== 'closed'
    })
}

function isOwed(obligation: Obligation, now: Moment): boolean {
  const found = standing(timesOf(obligation), now)
  return found === 'open' || found === 'overdue'
}

function walksOf(laid: Edition) {
  return fc.tuple(steps, facts).map(([walk, known]) => ({
    known,
    chronology: walked(walk, (so) =>
      dutiesOf(so, laid, known)
        .filter((duty) => !duty.keeper && !hasEnded(timesOf(duty)))
        .map(({ id, title }) => ({ duty: id, title })),
    ),
  }))
}

test('at every instant of every walk of an open episode a keeper has an owner and is owed', () => {
  let instants = 0
  const seen = new Set<string>()
  fc.assert(
    fc.property(walksOf(edition), ({ chronology, known }) => {
      for (const { now, known: then } of openInstants(chronology)) {
        instants += 1
        const { response } = episodeOf(then)
        seen.add(response)
        const kept = dutiesOf(then, edition, known).filter(({ keeper }) => keeper)
        const holding = kept.filter((duty) => isOwed(duty, now))
        assert.deepEqual(
          holding.map(({ duty }) => duty),
          [
            {
              concern: 'hold-concern',
              searching: 'hold-search',
              reported: 'hold-report',
              returned: 'hold-return',
            }[response as 'concern'],
          ],
        )
        assert.ok(holding.every(({ owedBy, rungs }) => roles.includes(owedBy) && rungs.length > 0))
      }
    }),
    { numRuns },
  )
  assert.deepEqual(seen, new Set(['concern', 'searching', 'reported', 'returned']))
  assert.ok(instants > numRuns)
})

/** The first edition with some keepers switched off or meant for some children only. */
const spoiled: fc.Arbitrary<Edition> = fc
  .array(
    fc.record({
      on: fc.boolean(),
      status: fc.option(fc.subarray([...statuses], { minLength: 1 }), { nil: undefined }),
      placedOutOfArea: fc.option(fc.boolean(), { nil: undefined }),
    }),
    { minLength: 4, maxLength: 4 },
  )
  .map((changes) => ({
    ...edition,
    clauses: edition.clauses
      .filter(({ keeper }) => keeper)
      .map((clause, index) => {
        const { on = true, status, placedOutOfArea } = changes[index] ?? {}
        return {
          ...clause,
          on,
          for: { ...(status && { status }), ...(placedOutOfArea !== undefined && { placedOutOfArea }) },
        }
      }),
  }))

test('where a walk finds a child whom nobody holds, the proof had refused the edition for that stage', () => {
  let lost = 0
  fc.assert(
    fc.property(
      spoiled.chain((laid) => walksOf(laid).map((walk) => ({ ...walk, laid }))),
      ({ laid, chronology, known }) => {
        const refused = keeperProof(laid).problems.map(({ says }) => says)
        for (const { now, known: then } of openInstants(chronology)) {
          if (dutiesOf(then, laid, known).some((duty) => isOwed(duty, now))) continue
          lost += 1
          const { response } = episodeOf(then)
          assert.ok(refused.some((says) => says.startsWith(`in ${response} nobody holds`)))
        }
      },
    ),
    { numRuns },
  )
  assert.ok(lost > 0)
})

test('as time goes on and nothing is written, no duty vanishes and none becomes less overdue', () => {
  const order = ['to-come', 'open', 'overdue']
  fc.assert(
    fc.property(walksOf(edition), fc.nat(200_000), ({ chronology, known }, minutes) => {
      const last = chronology.at(-1)!.recorded
      const later = momentAt(millisecondsOf(last) + minutes * 60_000)
      for (const duty of dutiesOf(chronology, edition, known)) {
        const [before, now] = [last, later].map((moment) => standing(timesOf(duty), moment))
        if (hasEnded(timesOf(duty))) assert.equal(before, now)
        else assert.ok(order.indexOf(now!) >= order.indexOf(before!))
      }
    }),
    { numRuns },
  )
})

test('earlier absences add duties and leave every other as it was', () => {
  fc.assert(
    fc.property(walksOf(edition), ({ chronology, known }) => {
      const withNone = dutiesOf(chronology, edition, { ...known, earlierEpisodes: [] })
      const withAll = new Map(dutiesOf(chronology, edition, known).map((duty) => [duty.id, duty]))
      for (const duty of withNone) assert.deepEqual(withAll.get(duty.id), duty)
    }),
    { numRuns },
  )
})

test('every due time of a walk lies at or after its start', () => {
  fc.assert(
    fc.property(walksOf(edition), ({ chronology, known }) => {
      for (const { startsAt, dueAt, id } of dutiesOf(chronology, edition, known))
        assert.ok(!isAfter(startsAt, dueAt), id)
    }),
    { numRuns },
  )
})

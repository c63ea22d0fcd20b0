import assert from 'node:assert/strict'
import fc from 'fast-check'
import { anyEventfulChronology, anyFactsAt } from '../test/support/any-eventful.ts'
import { after, aChildBackInTheMorning, entry } from '../test/support/chronology.ts'
import { firstEdition } from '../test/support/first-edition.ts'
import type { Chronology } from '../src/domain/episode/entries.ts'
import type { FactsAt } from '../src/domain/protocol/facts.ts'
import { obligations } from '../src/domain/protocol/obligations.ts'
import { englandCalendar } from '../src/kernel/bank-holidays.ts'
import type { LondonDate } from '../src/kernel/london.ts'
import { obligationsByHand } from './by-hand/obligations-by-hand.ts'
import type { Comparison, Measured } from './comparison.ts'

type Case = readonly [record: Chronology, facts: FactsAt]

const edition = firstEdition()
const seed = 2024

/** Records of exactly so many entries, drawn at random, with facts of which some were known only later. */
function drawn(entries: number, records: number): readonly Case[] {
  const size = { minLength: entries, maxLength: entries }
  return fc.sample(fc.tuple(anyEventfulChronology(edition, size), anyFactsAt), { numRuns: records, seed })
}

/** A busy night as it is lived: a child back in the morning, and sixty notes. */
const busy = after(
  aChildBackInTheMorning(),
  ...Array.from({ length: 60 }, (_, index) =>
    entry('note-added', `2026-03-29T08:${String(index).padStart(2, '0')}`, {}, { id: `note ${index}` }),
  ),
)
const looked: FactsAt = () => ({
  bornOn: '2011-05-04' as LondonDate,
  statuses: ['looked-after'],
  placedOutOfArea: true,
  earlierEpisodes: [],
})
const ordinary: readonly Case[] = [
  ...[5, 7, 9].map((entries): Case => [aChildBackInTheMorning().slice(0, entries), looked]),
  [busy, looked],
]
const nights = Array.from({ length: 5 }, () => ordinary).flat()

/** Nothing is timed that does not give the same. */
function held(title: string, cases: readonly Case[]): Comparison {
  for (const [record, facts] of cases)
    assert.deepEqual(
      obligationsByHand(record, facts, englandCalendar),
      obligations(record, edition, facts, englandCalendar),
    )
  return {
    title: `duties under ${edition.clauses.length} clauses read as data, ${title} (time of the processor)`,
    unit: 'ms',
    baseline: ofProcessor('the same clauses written out by hand', cases, (record, facts) =>
      obligationsByHand(record, facts, englandCalendar),
    ),
    ours: ofProcessor('obligations', cases, (record, facts) =>
      obligations(record, edition, facts, englandCalendar),
    ),
    rounds: 150,
    warmUp: 50,
    stated: { atMost: 3 },
  }
}

/** Milliseconds that the processor worked for this process, its collecting of garbage with it. By the clock on the wall
    the longer of two would be interrupted more often on a busy machine, and seem longer still. */
function ofProcessor(name: string, cases: readonly Case[], work: (...one: Case) => unknown): Measured {
  const kept: unknown[] = []
  return {
    name,
    sample: () => {
      const before = process.cpuUsage()
      cases.forEach((one, index) => (kept[index] = work(...one)))
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    },
  }
}

for (const cases of [drawn(3, 200), drawn(12, 300), drawn(30, 200)])
  held('only to hold the two together', cases)

export const comparisons: readonly Comparison[] = [
  held('five times four ordinary nights', nights),
  held('20 random records of 5 entries', drawn(5, 20)),
  held('20 random records of 20 entries', drawn(20, 20)),
  held('20 random records of 69 entries', drawn(69, 20)),
]

import { firstEdition } from '../test/support/first-edition.ts'
import { after, aChildBackInTheMorning, entry } from '../test/support/chronology.ts'
import type { Chronology } from '../src/domain/episode/entries.ts'
import { episodeOf } from '../src/domain/episode/evolve.ts'
import { obligations } from '../src/domain/protocol/obligations.ts'
import { englandCalendar } from '../src/kernel/bank-holidays.ts'
import type { LondonDate } from '../src/kernel/london.ts'
import { timed, type Comparison } from './comparison.ts'

const edition = firstEdition()
const facts = () => ({
  bornOn: '2011-05-04' as LondonDate,
  statuses: ['looked-after'] as const,
  placedOutOfArea: true,
  earlierEpisodes: [],
})

/** A busy night: a child back in the morning, and sixty notes from sixteen people. */
const busy: Chronology = after(
  aChildBackInTheMorning(),
  ...Array.from({ length: 60 }, (_, index) =>
    entry('note-added', `2026-03-29T08:${String(index % 60).padStart(2, '0')}`, {}, { id: `note ${index}` }),
  ),
)
const stored = JSON.stringify(busy)
const both = {
  unit: 'ms',
  baseline: timed('reading its JSON', () => JSON.parse(stored) as unknown),
  rounds: 200,
  warmUp: 50,
} as const

/** Every write derives them for every episode of a child, and has read the entries' JSON just before. */
export const comparisons: readonly Comparison[] = [
  {
    ...both,
    title: `the state of an episode of ${busy.length} entries`,
    ours: timed('episodeOf', () => episodeOf(busy)),
  },
  {
    ...both,
    title: `its duties under an edition of ${edition.clauses.length} clauses`,
    ours: timed('obligations', () => obligations(busy, edition, facts, englandCalendar)),
  },
]

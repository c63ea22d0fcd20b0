import fc from 'fast-check'
import { momentAt } from '../../src/kernel/moment.ts'
import {
  aChildBackBeforeAnyReport,
  aChildBackInTheMorning,
  after,
  entry,
  entryId,
  type Draft,
} from './chronology.ts'
import type { Chronology, EntryType } from '../../src/domain/episode/entries.ts'

/** What may be written once a child is back, as often as it weighs on the figures. */
const written = [
  ...(['interview-offered', 'interview-offered', 'interview-offered', 'interview-accepted'] as const),
  ...(['interview-accepted', 'interview-declined', 'interview-held', 'interview-held'] as const),
  ...(['interview-served', 'interview-not-held', 'interview-arranged', 'interview-attempted'] as const),
  ...(['prevention-check-done', 'prevention-check-not-possible', 'homecoming-agreed'] as const),
  ...([
    'harm-considered',
    'significance-considered',
    'episode-closed',
    'entry-corrected',
    'recorded-in-error',
  ] as const),
] as const

const step = fc.record({
  type: fc.constantFrom(...written),
  /** Since the one before; and how long nobody wrote it down. */
  minutes: fc.integer({ min: 0, max: 2_400 }),
  lag: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000 })),
  own: fc.oneof({ arbitrary: fc.constant(true), weight: 3 }, { arbitrary: fc.constant(false), weight: 1 }),
  byDay: fc.oneof({ arbitrary: fc.constant(false), weight: 5 }, { arbitrary: fc.constant(true), weight: 1 }),
  /** Which of those before is corrected, and to how much earlier or later. */
  which: fc.nat(),
  moved: fc.integer({ min: -3_000, max: 3_000 }),
})

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
interface So {
  readonly minute: number
  readonly drafts: readonly Draft[]
}

const back = Date.parse('2026-03-29T06:10:00.000Z')
const since = (minutes: number) => momentAt(back + minutes * 60_000)

/** Any life of a return: offers, answers, interviews, checks, decisions and corrections in any order, some written down
    late, some of a day without its hour; now and then of a child of whom police were never told. */
export const anyReturn: fc.Arbitrary<Chronology> = fc
  .tuple(fc.array(step, { maxLength: 14 }), fc.integer({ min: 0, max: 9 }))
  .map(([steps, of]) => {
    const start = of === 0 ? aChildBackBeforeAnyReport() : aChildBackInTheMorning()
    const { drafts } = steps.reduce<So>(one, { minute: 0, drafts: [] })
    return after(start, ...drafts)
  })

function one({ minute, drafts }: So, { type, minutes, lag, own, byDay, which, moved }: Step): So {
  const occurred = minute + minutes
  const when = since(occurred)
  const told = {
    id: `step ${drafts.length}`,
    recorded: since(occurred + lag),
    ...(byDay && { precision: 'day' as const }),
  }
  const before = entryId(drafts.length === 0 ? 'return' : `step ${which % drafts.length}`)
  const anew = { at: since(occurred + moved), precision: 'minute' as const }
  const bodies: Partial<Record<EntryType, object>> = {
    'interview-declined': { childsOwnAnswer: own },
    'interview-served': { interview: entryId('of another night') },
    'recorded-in-error': { scope: { kind: 'entry', entry: before } },
    'entry-corrected': { corrects: before, occurred: anew, needsSecond: false },
  }
  const draft = entry(type, when, bodies[type], told)
  return { minute: occurred, drafts: [...drafts, draft] }
}

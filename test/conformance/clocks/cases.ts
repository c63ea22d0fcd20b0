import assert from 'node:assert/strict'
import { obligations } from '../../../src/domain/protocol/obligations.ts'
import type { Clause, Edition, Length } from '../../../src/domain/protocol/protocol.ts'
import { englandCalendar } from '../../../src/kernel/bank-holidays.ts'
import { fromLondon, parseLondonDate } from '../../../src/kernel/london.ts'
import { momentAt, type Moment } from '../../../src/kernel/moment.ts'
import { parseWithin, type Within } from '../../../src/kernel/within.ts'
import { unreachable } from '../../../src/kernel/unreachable.ts'
import { entry, given } from '../../support/chronology.ts'
import { firstEdition } from '../../support/first-edition.ts'

export const kinds = ['typed', 'working', 'calendar', 'elapsed'] as const
export type Kind = (typeof kinds)[number]

/** One question as Python is asked it, and the product's own answer in the same words. */
export interface Case {
  readonly kind: Kind
  readonly asked: string
  readonly ours: string
}

const minute = 60_000
const hour = 60 * minute

/** So many cases: half of them typed within three hours of these changes (each 'wall before, wall after', in London's
    time), a quarter working days, the rest calendar and elapsed. The same each time. */
export function casesFrom(changes: readonly string[], count: number): readonly Case[] {
  const some = chance(20_260_329)
  return [
    ...distinct(count / 2, spread(everyMinuteAround(changes), count / 2), typed),
    ...distinct(count / 4, anyOf(some, workingStart), (start) => working(start, some(61))),
    ...distinct(count / 8, anyOf(some, calendarStart), (start) => calendar(start, lengthOf(some))),
    ...distinct(count / 8, anyOf(some, startAround(changes)), (start) => elapsed(start, some)),
  ]
}

/** As many different cases as are wanted. */
function distinct<S>(count: number, starts: Iterable<S>, made: (start: S) => Case): readonly Case[] {
  const found = new Map<string, Case>()
  for (const start of starts) {
    const one = made(start)
    found.set(one.asked, one)
    if (found.size === count) break
  }
  assert.equal(found.size, count)
  return [...found.values()]
}

function* anyOf<S>(some: Chance, start: (some: Chance) => S): Generator<S> {
  for (;;) yield start(some)
}

/** Every so-manieth, so that a small sample reaches as far in years as a big one. */
function* spread(all: readonly string[], count: number): Generator<string> {
  const step = Math.max(1, Math.floor(all.length / count))
  for (let place = 0; place < count; place++) yield all[place * step] ?? ''
}

/** Every wall-clock minute that can mean a moment less than three hours from a change. */
function everyMinuteAround(changes: readonly string[]): readonly string[] {
  return changes.flatMap((change) => {
    const [before, after] = wallsOf(change)
    const [from, to] = [before - 3 * hour, after + 3 * hour]
    return Array.from({ length: (to - from) / minute }, (_, index) => wallAt(from + index * minute))
  })
}

function wallsOf(change: string): readonly [number, number] {
  const [before = '', after = ''] = change.split(' ')
  return [Date.parse(`${before}Z`), Date.parse(`${after}Z`)]
}

function wallAt(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 16)
}

function typed(wall: string): Case {
  const date = parseLondonDate(wall.slice(0, 10))
  const read = date && fromLondon(date, wall.slice(11))
  assert.ok(read, wall)
  const moments = (): string => {
    switch (read.kind) {
      case 'once':
        return read.at
      case 'twice':
        return `${read.first} ${read.second}`
      case 'never':
        return `${read.before} ${read.after}`
      default:
        return unreachable(read)
    }
  }
  return { kind: 'typed', asked: `typed ${wall}`, ours: `${read.kind} ${moments()} near` }
}

/** Our table begins in 2012, and its projection ends in 2045. */
function workingStart(some: Chance): Moment {
  return momentAt(Date.UTC(2012, 0, 1) + some(33 * 365 * 24 * 60 - 100 * 1440) * minute)
}

function working(start: Moment, days: number): Case {
  return { kind: 'working', asked: `working ${start} ${days}`, ours: due(start, within(`WD${days}`)) }
}

/** Half of them on the last days of a month, where months are clipped. */
function calendarStart(some: Chance): Moment {
  const [year, month] = [2000 + some(60), some(12)]
  const day = some(2) === 0 ? 28 + some(4) : 1 + some(28)
  return momentAt(Date.UTC(year, month, day) + some(1440) * minute)
}

type Years = readonly [years: number, months: number, weeks: number, days: number]

function lengthOf(some: Chance): Years {
  const all: readonly Years[] = [
    [0, 0, 1 + some(12), 0],
    [0, 1 + some(18), 0, 0],
    [0, 0, 0, some(60)],
    [1 + some(3), some(12), some(4), some(30)],
  ]
  return all[some(all.length)] ?? [0, 0, 0, 0]
}

function calendar(start: Moment, [years, months, weeks, days]: Years): Case {
  const ours = due(start, within(`P${years}Y${months}M${weeks}W${days}D`))
  return { kind: 'calendar', asked: `calendar ${start} ${years} ${months} ${weeks} ${days}`, ours }
}

/** At most four days before a change, so that most clocks run across it. */
function startAround(changes: readonly string[]): (some: Chance) => Moment {
  const modern = changes.filter((change) => change > '1972')
  return (some) => {
    const [before] = wallsOf(modern[some(modern.length)] ?? '')
    return momentAt(before + (some(6 * 1440) - 4 * 1440) * minute)
  }
}

function elapsed(start: Moment, some: Chance): Case {
  if (some(8) === 0) return { kind: 'elapsed', asked: `hour ${start}`, ours: byTheHour(start) }
  const minutes = some(2) === 0 ? some(73) * 60 : some(72 * 60)
  const ours = due(start, within(minutes === 0 ? 'PT0S' : `PT${Math.floor(minutes / 60)}H${minutes % 60}M`))
  return { kind: 'elapsed', asked: `elapsed ${start} ${minutes}`, ours }
}

const first = firstEdition()
const [anyClause] = first.clauses
const { source } = anyClause!

/** When the one duty of an edition with this length is due, as the protocol lays it on an episode. */
function due(start: Moment, within: Within): Moment {
  return endOf(start, { kind: 'within', within })
}

/** As the carer's own clock is read: by London's hour, with a plan that allows more. */
function byTheHour(start: Moment): Moment {
  return endOf(start, { kind: 'reasonable-time' })
}

function endOf(start: Moment, length: Length): Moment {
  const clause: Clause = {
    ...anyClause!,
    ...{ duty: 'the-duty', keeper: false, for: {}, ifSilent: [], length },
    starts: { kind: 'entry', evidence: { entry: 'concern-raised' }, each: false },
  }
  const edition: Edition = {
    ...first,
    clauses: [clause],
    reasonableTime: [
      { fromHour: 22, toHour: 6, within: within('PT30M'), source },
      { fromHour: 6, toHour: 22, within: within('PT2H'), source },
    ],
  }
  const facts = () => ({
    statuses: [],
    placedOutOfArea: false,
    earlierEpisodes: [],
    reasonableTime: within('PT9H'),
  })
  const [only, ...others] = obligations(
    given(entry('concern-raised', start)),
    edition,
    facts,
    englandCalendar,
  )
  assert.ok(only && others.length === 0)
  return only.dueAt
}

function within(text: string): Within {
  const parsed = parseWithin(text)
  assert.ok(parsed, text)
  return parsed
}

/** A whole number below the one given. */
type Chance = (below: number) => number

/** The same numbers for the same seed (mulberry32). */
function chance(seed: number): Chance {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

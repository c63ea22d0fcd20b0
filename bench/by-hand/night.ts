import { momentInWords } from '../../src/kernel/london.ts'
import type { Moment } from '../../src/kernel/moment.ts'
import type { Calendar } from '../../src/kernel/working-days.ts'
import { effective } from '../../src/domain/episode/effective.ts'
import type { Chronology, EntryType } from '../../src/domain/episode/entries.ts'
import { courseOf, isSafe } from '../../src/domain/episode/evolve.ts'
import type { EffectiveEntry, EffectiveOf, ResponseSpan } from '../../src/domain/episode/state.ts'
import { episodeVoidIn, type EpisodeVoid } from '../../src/domain/episode/voids.ts'
import type { FactsAt } from '../../src/domain/protocol/facts.ts'

type Lists = { readonly [T in EntryType]?: readonly EffectiveOf<T>[] }

/** A record as the clauses of this one edition ask about it. Times are UTC moments. */
export interface Night {
  readonly entries: readonly EffectiveEntry[]
  readonly spans: readonly ResponseSpan[]
  readonly safeReturns: readonly EffectiveOf<'returned'>[]
  readonly unsafeReturns: readonly EffectiveOf<'returned'>[]
  /** Who has said that a role knows. */
  readonly rungsAnswered: readonly EffectiveOf<'acknowledged'>[]
  readonly void?: EffectiveOf<'recorded-in-error'>
  readonly closed?: EffectiveOf<'episode-closed'>
  readonly death?: EffectiveOf<'located'>
  readonly facts: FactsAt
  readonly calendar: Calendar
  /** What happened of one kind, in the order in which it happened. */
  readonly all: <T extends EntryType>(type: T) => readonly EffectiveOf<T>[]
  readonly words: (moment: Moment) => string
}

export function nightOf(chronology: Chronology, facts: FactsAt, calendar: Calendar): Night {
  const standing = effective(chronology)
  const course = courseOf(standing)
  const entries = attributed(datedBy(standing, episodeVoidIn(chronology)))
  const lists = byType(entries)
  const all = <T extends EntryType>(type: T) => lists[type] ?? []
  const taken = all('recorded-in-error').find(({ body }) => body.scope.kind === 'episode')
  const closed = course.response === 'closed' ? all('episode-closed').at(-1) : undefined
  const death = all('located').find(({ body }) => body.outcome === 'died')
  return {
    entries,
    spans: course.spans,
    safeReturns: all('returned').filter(isSafe),
    unsafeReturns: all('returned').filter((entry) => !isSafe(entry)),
    rungsAnswered: all('acknowledged').filter(({ body }) => body.of.kind === 'rung'),
    facts,
    calendar,
    all,
    words: momentsInWords(),
    ...(taken && { void: taken }),
    ...(closed && { closed }),
    ...(death && { death }),
  }
}

/** A void of the whole counts from when it was written or confirmed; one that does not count is left out. */
function datedBy(
  entries: readonly EffectiveEntry[],
  whole: EpisodeVoid | undefined,
): readonly EffectiveEntry[] {
  if (!entries.some(isWholeVoid)) return entries
  return entries
    .filter((entry) => !isWholeVoid(entry) || entry.id === whole?.entry.id)
    .map((entry) =>
      isWholeVoid(entry) && whole !== undefined
        ? { ...entry, occurred: { at: whole.since, precision: 'minute' } }
        : entry,
    )
}

function isWholeVoid(entry: EffectiveEntry): boolean {
  return entry.type === 'recorded-in-error' && entry.body.scope.kind === 'episode'
}

/** Written down for another, it is that other's once somebody in their role has confirmed it. */
function attributed(entries: readonly EffectiveEntry[]): readonly EffectiveEntry[] {
  if (!entries.some(({ toldBy }) => toldBy !== undefined)) return entries
  return entries.map((entry) => {
    const { toldBy, ...own } = entry
    if (toldBy === undefined) return entry
    const confirmed = entries.some(
      ({ type, body, by }) =>
        type === 'acknowledged' &&
        body.of.kind === 'entry' &&
        body.of.entry === entry.id &&
        by.role === toldBy.role,
    )
    return confirmed ? entry : own
  })
}

/** Each time that nobody knew any more where a child was who had been located. */
export function lostAgain(night: Night): readonly EffectiveOf<'threshold-assessed'>[] {
  const [found] = night.all('located')
  if (found === undefined) return []
  return night
    .all('threshold-assessed')
    .filter(({ body, occurred }) => body.whereabouts === 'unknown' && found.occurred.at <= occurred.at)
}

function byType(entries: readonly EffectiveEntry[]): Lists {
  const lists: Partial<Record<EntryType, EffectiveEntry[]>> = {}
  for (const entry of entries) (lists[entry.type] ??= []).push(entry)
  return lists as Lists
}

function momentsInWords(): (moment: Moment) => string {
  const found = new Map<Moment, string>()
  return (moment) => {
    const words = found.get(moment) ?? momentInWords(moment)
    found.set(moment, words)
    return words
  }
}

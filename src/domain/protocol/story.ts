import { ageOn, londonDate } from '../../kernel/london.ts'
import { isAfter, millisecondsOf, type Moment } from '../../kernel/moment.ts'
import { effective } from '../episode/effective.ts'
import type { Chronology } from '../episode/entries.ts'
import { courseOf } from '../episode/evolve.ts'
import type { EffectiveEntry, EffectiveOf, Episode } from '../episode/state.ts'
import { episodeVoidIn, type EpisodeVoid } from '../episode/voids.ts'
import type { Cell } from './conditions.ts'
import type { Facts, FactsAt } from './facts.ts'
import type { Search } from './matches.ts'
import type { OwnEntry, RecordEntry, RecordOf, RecordType } from './own-record.ts'
import type { Times } from './times.ts'

/** One record, read once: what every clause of an edition is held against. */
export interface Story {
  readonly entries: readonly RecordEntry[]
  /** Those of one type, in the same order. */
  readonly of: <T extends RecordType>(type: T) => readonly RecordOf<T>[]
  readonly spans: Episode['spans']
  readonly raised?: Episode['raised']
  readonly rungsAnswered: readonly EffectiveOf<'acknowledged'>[]
  readonly facts: FactsAt
  readonly times: Times
  /** The entry that voids the whole episode, if one does. */
  readonly voidedBy?: EffectiveOf<'recorded-in-error'>
  readonly closedBy?: EffectiveOf<'episode-closed'>
  readonly deathBy?: EffectiveOf<'located'>
}

export function storyOf(chronology: Chronology, facts: FactsAt, times: Times): Story {
  const whole = episodeVoidIn(chronology)
  const standing = effective(chronology)
  const { response, spans, raised } = courseOf(standing)
  const entries = attributed(dated(standing, whole))
  const of = byType(entries)
  const voidedBy = whole && of('recorded-in-error').find(({ id }) => id === whole.entry.id)
  const closedBy = response === 'closed' ? of('episode-closed').at(-1) : undefined
  const deathBy = of('located').find(({ body }) => body.outcome === 'died')
  return {
    entries,
    of,
    spans,
    rungsAnswered: of('acknowledged').filter(({ body }) => body.of.kind === 'rung'),
    facts,
    times,
    ...(raised && { raised }),
    ...(voidedBy && { voidedBy }),
    ...(closedBy && { closedBy }),
    ...(deathBy && { deathBy }),
  }
}

/** A subject's own record as a story: the same clauses are held against it, and those of a stage find none there. The
    entries as they stand, corrections applied, by sequence. */
export function ownStoryOf(own: readonly OwnEntry[], facts: FactsAt, times: Times): Story {
  const entries = own.toSorted(({ occurred: a }, { occurred: b }) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return { entries, of: byType(entries), spans: [], rungsAnswered: [], facts, times }
}

function byType(entries: readonly RecordEntry[]): Story['of'] {
  const lists = new Map<RecordType, RecordEntry[]>()
  for (const entry of entries) {
    const list = lists.get(entry.type)
    if (list === undefined) lists.set(entry.type, [entry])
    else list.push(entry)
  }
  return <T extends RecordType>(type: T) => (lists.get(type) ?? none) as readonly RecordOf<T>[]
}

const none: readonly RecordEntry[] = []

/** The first entry of a story that a clause asks for. */
export function first(story: Story, { type, finds }: Search): RecordEntry | undefined {
  return story.of(type).find(finds)
}

/** Which of two stands first in a story. */
export function earlier(
  story: Story,
  a: RecordEntry | undefined,
  b: RecordEntry | undefined,
): RecordEntry | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return story.entries.indexOf(a) < story.entries.indexOf(b) ? a : b
}

/** A void of the whole happens by being written down, or by being confirmed: dated back, it would take away duties that
    somebody owed meanwhile. One that does not count is no part of the story. */
function dated(
  entries: readonly EffectiveEntry[],
  whole: EpisodeVoid | undefined,
): readonly EffectiveEntry[] {
  if (!entries.some(isOfWhole)) return entries
  return entries.flatMap((entry) => {
    if (!isOfWhole(entry)) return [entry]
    if (entry.id !== whole?.entry.id) return []
    return [{ ...entry, occurred: { at: whole.since, precision: 'minute' } }]
  })
}

function isOfWhole(entry: EffectiveEntry): boolean {
  return entry.type === 'recorded-in-error' && entry.body.scope.kind === 'episode'
}

/** What was written down for another is that other's act once someone in their role has confirmed it. Until then it is the
    writer's alone: a duty that a social worker must do is not done by whoever says that one did it. */
function attributed(entries: readonly EffectiveEntry[]): readonly EffectiveEntry[] {
  if (!entries.some(({ toldBy }) => toldBy !== undefined)) return entries
  const confirmed = new Set(
    entries.map(({ type, body, by }) =>
      type === 'acknowledged' && body.of.kind === 'entry' ? `${body.of.entry} ${by.role}` : '',
    ),
  )
  return entries.map((entry) => {
    const { toldBy, ...own } = entry
    return toldBy === undefined || confirmed.has(`${entry.id} ${toldBy.role ?? ''}`) ? entry : own
  })
}

/** What is true of the child when a duty starts. A fact that was known then, or is known now, lays its duties: a later
    correction may add one and never takes one away in silence. */
export function cellsAt(story: Story, start: Moment, startRecorded: Moment): readonly Cell[] {
  const known = cellsFound.get(story) ?? new Map<string, readonly Cell[]>()
  cellsFound.set(story, known)
  const when = start + startRecorded
  const found = known.get(when)
  if (found !== undefined) return found
  const [now, then] = [story.facts(start), story.facts(start, startRecorded)]
  const cells =
    now === then ? [cellOf(story, now, start)] : [now, then].map((one) => cellOf(story, one, start))
  known.set(when, cells)
  return cells
}

/** Found once a story: a dozen duties begin with the report, and as many with the return. */
const cellsFound = new WeakMap<Story, Map<string, readonly Cell[]>>()

function cellOf(story: Story, facts: Facts, at: Moment): Cell {
  const age = ageAt(facts, at)
  // The grade in force at that moment, the moment included.
  const risk = story.of('risk-assessed').findLast(({ occurred }) => !isAfter(occurred.at, at))?.body.level
  const began = story.raised?.occurred.at ?? at
  return {
    statuses: facts.statuses,
    placedOutOfArea: facts.placedOutOfArea,
    subject: story.raised?.body.subject.kind ?? 'child',
    ...(age !== undefined && { age }),
    ...(risk !== undefined && { risk }),
    episodesWithin: (days) =>
      1 +
      facts.earlierEpisodes.filter(({ from }) => !isAfter(from, began) && daysBetween(from, began) <= days)
        .length,
  }
}

export function ageAt(facts: Facts, at: Moment): number | undefined {
  return facts.bornOn === undefined ? facts.approximateAge : ageOn(facts.bornOn, londonDate(at))
}

function daysBetween(from: Moment, to: Moment): number {
  return (millisecondsOf(to) - millisecondsOf(from)) / 86_400_000
}

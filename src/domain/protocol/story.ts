import { ageOn, londonDate, momentInWords } from '../../kernel/london.ts'
import { isAfter, millisecondsOf, type Moment } from '../../kernel/moment.ts'
import { effective } from '../episode/effective.ts'
import type { Chronology, RiskLevel } from '../episode/entries.ts'
import { episodeOf } from '../episode/evolve.ts'
import type { EffectiveEntry, EffectiveOf, Episode } from '../episode/state.ts'
import { episodeVoidIn, type EpisodeVoid } from '../episode/voids.ts'
import type { Cell } from './conditions.ts'
import type { Facts, FactsAt } from './facts.ts'

/** One chronology, read once: what every clause of an edition is held against. */
export interface Story {
  readonly entries: readonly EffectiveEntry[]
  readonly episode: Episode
  readonly facts: FactsAt
  /** A moment as a sentence says it, found once: most duties begin with the same few entries. */
  readonly inWords: (moment: Moment) => string
  /** The entry that voids the whole episode, if one does. */
  readonly voidedBy?: EffectiveOf<'recorded-in-error'>
  readonly closedBy?: EffectiveOf<'episode-closed'>
  readonly deathBy?: EffectiveOf<'located'>
}

export function storyOf(chronology: Chronology, facts: FactsAt): Story {
  const whole = episodeVoidIn(chronology)
  const standing = effective(chronology).flatMap((entry) => dated(entry, whole))
  const entries = standing.map((entry) => attributed(entry, standing))
  const episode = episodeOf(chronology)
  const voidedBy = entries.find(({ id }) => id === whole?.entry.id)
  const closedBy =
    episode.response === 'closed' ? entries.findLast((entry) => entry.type === 'episode-closed') : undefined
  const deathBy = entries.find((entry) => entry.type === 'located' && entry.body.outcome === 'died')
  return {
    entries,
    episode,
    facts,
    inWords: remembered(momentInWords),
    ...(voidedBy?.type === 'recorded-in-error' && { voidedBy }),
    ...(closedBy?.type === 'episode-closed' && { closedBy }),
    ...(deathBy?.type === 'located' && { deathBy }),
  }
}

/** A void of the whole happens by being written down, or by being confirmed: dated back, it would take away duties that
    somebody owed meanwhile. One that does not count is no part of the story. */
function dated(entry: EffectiveEntry, whole: EpisodeVoid | undefined): readonly EffectiveEntry[] {
  if (entry.type !== 'recorded-in-error' || entry.body.scope.kind !== 'episode') return [entry]
  return entry.id === whole?.entry.id
    ? [{ ...entry, occurred: { at: whole.since, precision: 'minute' } }]
    : []
}

/** What was written down for another is that other's act once someone in their role has confirmed it. Until then it is the
    writer's alone: a duty that a social worker must do is not done by whoever says that one did it. */
function attributed(entry: EffectiveEntry, entries: readonly EffectiveEntry[]): EffectiveEntry {
  const { toldBy, ...own } = entry
  const isConfirmed = entries.some(
    ({ type, body, by }) =>
      type === 'acknowledged' &&
      body.of.kind === 'entry' &&
      body.of.entry === entry.id &&
      by.role === toldBy?.role,
  )
  return toldBy === undefined || isConfirmed ? entry : own
}

/** What is true of the child when a duty starts. A fact that was known then, or is known now, lays its duties: a later
    correction may add one and never takes one away in silence. */
export function cellsAt(story: Story, start: Moment, startRecorded: Moment): readonly Cell[] {
  const known = cellsFound.get(story) ?? new Map<string, readonly Cell[]>()
  cellsFound.set(story, known)
  const when = start + startRecorded
  const asKnown = () => [story.facts(start), story.facts(start, startRecorded)]
  const cells = known.get(when) ?? asKnown().map((facts) => cellOf(story, facts, start))
  known.set(when, cells)
  return cells
}

/** Found once a story: a dozen duties begin with the report, and as many with the return. */
const cellsFound = new WeakMap<Story, Map<string, readonly Cell[]>>()

function cellOf(story: Story, facts: Facts, at: Moment): Cell {
  const age = ageAt(facts, at)
  const risk = riskAt(story, at)
  const began = story.episode.raised?.occurred.at ?? at
  return {
    statuses: facts.statuses,
    placedOutOfArea: facts.placedOutOfArea,
    subject: story.episode.raised?.body.subject.kind ?? 'child',
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

/** The grade in force at a moment, that moment included. */
function riskAt(story: Story, at: Moment): RiskLevel | undefined {
  const grades = story.entries.filter(
    (entry) => entry.type === 'risk-assessed' && !isAfter(entry.occurred.at, at),
  )
  const last = grades.at(-1)
  return last?.type === 'risk-assessed' ? last.body.level : undefined
}

function daysBetween(from: Moment, to: Moment): number {
  return (millisecondsOf(to) - millisecondsOf(from)) / 86_400_000
}

function remembered(words: (moment: Moment) => string): (moment: Moment) => string {
  const found = new Map<Moment, string>()
  return (moment) => {
    const known = found.get(moment) ?? words(moment)
    found.set(moment, known)
    return known
  }
}

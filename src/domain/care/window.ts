import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { addMonths, londonDate, startOfLondonDay } from '../../kernel/london.ts'
import { latest, type Moment } from '../../kernel/moment.ts'
import { clockKind, dueAt, withinInWords, type Within } from '../../kernel/within.ts'
import type { Source } from '../protocol/protocol.ts'
import { isSighting, knownOf, type EvidenceOf } from './evidence.ts'
import type { Anchor, ExpectedCare, Rule, Strand } from './expected.ts'
import { birthday, lookedAfterAt, type Life } from './life.ts'
import { holdsAt, type Seen } from './while.ts'

/** By when a strand is expected again, and how long its reasonable actions may then take. */
export interface Expected {
  readonly from: Moment
  readonly dueAt: Moment
  readonly endOfDay: boolean
  readonly provisional: boolean
  /** Reporting it missing is a duty from then on. */
  readonly reasonableUntil: Moment
  readonly because: string
  readonly source: Source
}

export interface Asked {
  readonly care: ExpectedCare
  readonly life: Life
  readonly evidence: EvidenceOf
  readonly now: Moment
}

/** Whether this child is owed the strand now. */
export function isOwed(strand: Strand, asked: Asked): boolean {
  const { life, now } = asked
  if (lookedAfterAt(life, now) === undefined) return false
  if (strand.rules.length === 0 && ownOf(strand, life) === undefined) return false
  return holdsAt(strand.for, life, seenIn(asked), strand.strand, now)
}

/** The earliest time that the record asks for. A move starts a strand anew and clears nothing that was overdue before.
    Undefined: it is not owed, was done once and for all, or would be due only after the eighteenth birthday. */
export function expectedOf(strand: Strand, asked: Asked): Expected | undefined {
  const { life } = asked
  if (!isOwed(strand, asked)) return undefined
  const seen = seenIn(asked)
  const events = afterEvents(strand, asked, seen)
  const found = [
    ...events.filter(({ isMet }) => !isMet).map(({ expected }) => expected),
    ...afterSighting(strand, asked, seen, events),
    ...byOwnPlan(strand, asked, seen),
  ]
  const adult = life.bornOn === undefined ? undefined : birthday(life.bornOn, 18)
  return found
    .filter((one) => adult === undefined || one.dueAt < adult)
    .reduce<Expected | undefined>(
      (first, one) => (first === undefined || one.dueAt < first.dueAt ? one : first),
      undefined,
    )
}

/** The rule that would count from a sighting now; none where it is not done again. */
export function ruleAgain(strand: Strand, asked: Asked): Rule | undefined {
  const seen = seenIn(asked)
  return strand.rules.find(
    (one) => one.after === 'sighting' && holdsAt(one.while, asked.life, seen, strand.strand, asked.now),
  )
}

/** Sightings that count, by strand: those of the present time of being looked after, and what was done shortly before. */
function seenIn({ care, life, evidence, now }: Asked): Seen {
  const since = lookedAfterAt(life, now)?.from ?? now
  return (name) => {
    const strand = care.strands.find((one) => one.strand === name)
    if (strand === undefined) return []
    const from = strand.rules.reduce((least, { countsBefore }) => {
      const early = countsBefore === undefined ? since : monthsBefore(since, countsBefore)
      return early < least ? early : least
    }, since)
    return knownOf(evidence, name, now)
      .filter((one) => isSighting(strand, one) && one.at >= from)
      .map(({ at }) => at)
  }
}

interface AfterEvent {
  readonly expected: Expected
  readonly isMet: boolean
}

function afterEvents(strand: Strand, asked: Asked, seen: Seen): readonly AfterEvent[] {
  const { life } = asked
  const repeats = strand.rules.some(({ after }) => after === 'sighting')
  return strand.rules.flatMap((rule) => {
    const all = eventsOf(rule.after, asked)
    // What was owed of a place that the child has left is owed no more, unless it is done again and again.
    const events = repeats ? all : all.slice(-1)
    const { placement } = strand.for
    return events
      .filter((at) =>
        holdsAt({ ...rule.while, ...(placement && { placement }) }, life, seen, strand.strand, at),
      )
      .map((at) => {
        const from = rule.countsBefore === undefined ? at : monthsBefore(at, rule.countsBefore)
        return {
          expected: expectedFrom(strand, at, rule.within, rule.source, anchorWords[rule.after]),
          isMet: seen(strand.strand).some((one) => one >= from),
        }
      })
  })
}

/** A sighting brings nothing forward: whoever came early is expected again no sooner than they were the first time, and
    what was seen before anything was owed begins nothing. */
function afterSighting(
  strand: Strand,
  { life }: Asked,
  seen: Seen,
  events: readonly AfterEvent[],
): readonly Expected[] {
  const last = seen(strand.strand).at(-1)
  if (last === undefined) return []
  const rule = strand.rules.find(
    (one): one is Rule => one.after === 'sighting' && holdsAt(one.while, life, seen, strand.strand, last),
  )
  const isBegun = events.length === 0 || events.some(({ isMet }) => isMet)
  if (rule === undefined || !isBegun) return []
  const again = expectedFrom(strand, last, rule.within, rule.source, anchorWords.sighting)
  const met = events.filter(({ isMet }) => isMet).map(({ expected }) => expected)
  return [met.reduce((latest, one) => (one.dueAt > latest.dueAt ? one : latest), again)]
}

function byOwnPlan(strand: Strand, { life, now }: Asked, seen: Seen): readonly Expected[] {
  const own = ownOf(strand, life)
  const from = seen(strand.strand).at(-1) ?? lookedAfterAt(life, now)?.from
  if (own === undefined || from === undefined) return []
  const source = { document: 'The child’s own plan', verified: true }
  return [expectedFrom(strand, from, own, source, 'the last time, by the child’s own plan')]
}

function ownOf({ strand }: Strand, { own = {} }: Life): Within | undefined {
  return Object.hasOwn(own, strand) ? own[strand] : undefined
}

const anchorWords: Readonly<Record<Anchor, string>> = {
  'looked-after': 'the child became looked after',
  placement: 'the child moved there',
  'placement-end': 'the child left there',
  'sixteenth-birthday': 'the sixteenth birthday',
  sighting: 'the last time',
}

/** In the present time of being looked after, until now, in order. */
function eventsOf(anchor: Anchor, { life, now }: Asked): readonly Moment[] {
  const since = lookedAfterAt(life, now)?.from ?? now
  const all = {
    'looked-after': [since],
    placement: life.placements.map(({ from }) => from),
    'placement-end': life.placements.flatMap(({ until }) => until ?? []),
    'sixteenth-birthday': life.bornOn === undefined ? [] : [latest(birthday(life.bornOn, 16), since)],
    sighting: [],
  }[anchor]
  return all.filter((at) => since <= at && at <= now)
}

function expectedFrom(
  { reasonableTime }: Strand,
  from: Moment,
  within: Within,
  source: Source,
  since: string,
): Expected {
  const { at, provisional } = dueAt(from, within, englandCalendar)
  const reasonable = dueAt(at, reasonableTime, englandCalendar)
  return {
    from,
    dueAt: at,
    endOfDay: clockKind(within) !== 'elapsed',
    provisional: provisional || reasonable.provisional,
    reasonableUntil: reasonable.at,
    because: `${withinInWords(within)} after ${since}`,
    source,
  }
}

function monthsBefore(at: Moment, months: number): Moment {
  return startOfLondonDay(addMonths(londonDate(at), -months))
}

import { londonTime } from '../../kernel/london.ts'
import { elapsedMilliseconds, isAfter, parseMoment, plus, type Moment } from '../../kernel/moment.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { clockKind, clockOf, withinInWords, type Within } from '../../kernel/within.ts'
import type { MissingStrand } from '../episode/care-bodies.ts'
import type { Facts } from './facts.ts'
import { answersTo, fieldOf, searchFor } from './matches.ts'
import { recordInWords } from './own-record.ts'
import type { Clause, Edition, Evidence, ReasonableTime } from './protocol.ts'
import type { Begun } from './starts.ts'
import { ageAt, type Story } from './story.ts'

export interface Deadline {
  readonly at: Moment
  readonly endOfDay: boolean
  readonly provisional: boolean
  readonly because: string
}

/** How to tell when a duty that began somewhere is due, and the sentence that says why then. */
export function deadlineOf({ length }: Clause, edition: Edition): (begun: Begun, story: Story) => Deadline {
  switch (length.kind) {
    case 'within': {
      const clock = clockOf(length.within)
      const endOfDay = clockKind(length.within) !== 'elapsed'
      const words = lengthInWords(length.within)
      const countedFrom = counting(length.countedFrom)
      return (started, story) => {
        const begun = countedFrom(started, story)
        const { at, provisional } = story.times.due(begun.at, clock)
        // A lapse was due from another moment than its entry's own.
        const dueFrom = (from: Moment) =>
          begun.lapse === undefined ? story.times.due(from, clock).at : undefined
        const because = `${fromStart(words, begun, story)}${correctionsInWords(begun, story, dueFrom)}`
        return { at, endOfDay, provisional, because }
      }
    }
    case 'set-by-entry':
      return ({ by, at: start }, story) => {
        const at = parseMoment(String(fieldOf(by.body, length.field))) ?? start
        const because = `the time that ${by.by.name} set at ${story.times.inWords(by.occurred.at)}`
        return { at, endOfDay: false, provisional: false, because }
      }
    case 'reasonable-time':
      return (begun, story) => {
        const strands = story.raised?.body.care?.strands ?? []
        if (strands.length > 0) return shortestOfStrands(strands, begun, story)
        const { within, why } = reasonableTimeOf(edition, begun, story)
        const from = fromStart(lengthInWords(within), begun, story)
        const because = `${from}: ${why}${correctionsInWords(begun, story)}`
        return { at: plus(begun.at, within), endOfDay: false, provisional: false, because }
      }
    default:
      return unreachable(length)
  }
}

/** From which entry a length is counted, where that is not the one that begins the duty. */
function counting(evidence: Evidence | undefined): (begun: Begun, story: Story) => Begun {
  if (evidence === undefined) return (begun) => begun
  const { type, finds } = searchFor(evidence)
  return (begun, story) => {
    const named: readonly (string | undefined)[] = Object.values(answersTo(begun.by))
    const answered = story.entries.find(({ id }) => named.includes(id)) ?? begun.by
    const by = story
      .of(type)
      .findLast((entry) => finds(entry) && !isAfter(entry.occurred.at, answered.occurred.at))
    const from = by ?? answered
    return { by: from, at: from.occurred.at, since: from.occurred }
  }
}

/** Of Care each strand says how long it is reasonable to try: the shortest holds. */
function shortestOfStrands(strands: readonly MissingStrand[], begun: Begun, story: Story): Deadline {
  const dues = strands.map((strand) => ({ strand, due: story.times.due(begun.at, clockOf(strand.time)) }))
  const { strand, due } = dues.reduce((least, one) => (one.due.at < least.due.at ? one : least))
  const from = fromStart(lengthInWords(strand.time), begun, story)
  return {
    at: due.at,
    endOfDay: clockKind(strand.time) !== 'elapsed',
    provisional: due.provisional,
    because: `${from}: the reasonable time of “${strand.title}”, a setting that is not verified${correctionsInWords(begun, story)}`,
  }
}

interface ReasonableLength {
  readonly within: Within
  readonly why: string
}

/** How long a carer may look: the shorter of what follows from the facts as known when looking began and as known now, so
    that no plan, birthday or placement written down afterwards lengthens a clock that was running. */
function reasonableTimeOf(edition: Edition, begun: Begun, story: Story): ReasonableLength {
  const now = lengthBy(story.facts(begun.at), edition, begun)
  const then = lengthBy(story.facts(begun.at, begun.by.recorded), edition, begun)
  return elapsedMilliseconds(then.within) < elapsedMilliseconds(now.within) ? then : now
}

/** The edition's ceiling for this age and hour; the child's current plan may shorten it and never lengthen it. Without a
    current plan the shortest ceiling for the age holds, whatever the hour. */
function lengthBy(facts: Facts, edition: Edition, begun: Begun): ReasonableLength {
  const age = ageAt(facts, begun.at)
  const hour = Number(londonTime(begun.at).slice(0, 2))
  const forAge = edition.reasonableTime.filter(
    ({ ageAtMost }) => ageAtMost === undefined || age === undefined || age <= ageAtMost,
  )
  const plan = facts.reasonableTime
  if (plan === undefined)
    return { within: shortest(forAge), why: 'no current plan, so the shortest time holds' }
  const ceiling = shortest(forAge.filter((row) => coversHour(row, hour)))
  return elapsedMilliseconds(plan) < elapsedMilliseconds(ceiling)
    ? { within: plan, why: `the child's plan shortens the ${withinInWords(ceiling)} that the edition allows` }
    : { within: ceiling, why: 'the most that the edition allows at this age and hour' }
}

function coversHour({ fromHour, toHour }: ReasonableTime, hour: number): boolean {
  if (fromHour === undefined || toHour === undefined) return true
  return fromHour <= toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour
}

/** With no ceiling at all nobody may wait: at once. */
function shortest(rows: readonly ReasonableTime[]): Within {
  const [first, ...rest] = rows
  if (first === undefined) return 'PT0S' as Within
  return rest.reduce(
    (least, row) => (elapsedMilliseconds(row.within) < elapsedMilliseconds(least) ? row.within : least),
    first.within,
  )
}

function lengthInWords(within: Within): string {
  return within === 'PT0S' ? 'at once' : withinInWords(within)
}

function fromStart(length: string, { by, lapse }: Begun, { times }: Story): string {
  const from = `${recordInWords(by.type)} at ${times.inWords(by.occurred.at)}`
  return lapse === undefined ? `${length} from ${from}` : `${length} from the moment ${lapse} after ${from}`
}

/** Each correction of the beginning, with when the duty was due before it. */
function correctionsInWords(
  { by }: Begun,
  { times }: Story,
  dueFrom: (from: Moment) => Moment | undefined = nothing,
): string {
  if (by.corrections.length === 0) return ''
  return by.corrections
    .map(({ standing, before, after, recorded }) => {
      if (standing !== 'applied')
        return `; a correction to ${times.inWords(after.at)} waits for a second person`
      const due = before.at === after.at ? undefined : dueFrom(before.at)
      const old = due === undefined ? '' : `, when it was due at ${times.inWords(due)}`
      return `; corrected at ${times.inWords(recorded)} from ${times.inWords(before.at)}${old}`
    })
    .join('')
}

function nothing(): undefined {
  return undefined
}

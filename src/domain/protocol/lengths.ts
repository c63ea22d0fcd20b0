import { londonTime, momentInWords } from '../../kernel/london.ts'
import { parseMoment, plus, type Moment } from '../../kernel/moment.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { clockKind, dueAt, withinInWords, type Within } from '../../kernel/within.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import { entryInWords } from '../episode/words.ts'
import type { Facts } from './facts.ts'
import { fieldOf } from './matches.ts'
import type { Clause, Edition, ReasonableTime } from './protocol.ts'
import type { Begun } from './starts.ts'
import { ageAt, type Story } from './story.ts'

export interface Deadline {
  readonly at: Moment
  readonly endOfDay: boolean
  readonly provisional: boolean
  readonly because: string
}

/** When a duty that began here is due, and the sentence that says why then. */
export function deadlineOf(
  clause: Clause,
  begun: Begun,
  edition: Edition,
  story: Story,
  calendar: Calendar,
): Deadline {
  const { length } = clause
  switch (length.kind) {
    case 'within': {
      const due = dueAt(begun.at, length.within, calendar)
      const endOfDay = clockKind(length.within) !== 'elapsed'
      return {
        ...due,
        endOfDay,
        because: `${fromStart(length.within, begun, story)}${correctionsInWords(begun)}`,
      }
    }
    case 'set-by-entry': {
      const at = parseMoment(String(fieldOf(begun.by.body, length.field))) ?? begun.at
      const because = `the time that ${begun.by.by.name} set at ${story.inWords(begun.by.occurred.at)}`
      return { at, endOfDay: false, provisional: false, because }
    }
    case 'reasonable-time': {
      const { within, why } = reasonableTimeOf(edition, begun, story)
      const because = `${fromStart(within, begun, story)}: ${why}${correctionsInWords(begun)}`
      return { at: plus(begun.at, within), endOfDay: false, provisional: false, because }
    }
    default:
      return unreachable(length)
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
  return lengthOf(then.within) < lengthOf(now.within) ? then : now
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
  return lengthOf(plan) < lengthOf(ceiling)
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
    (least, row) => (lengthOf(row.within) < lengthOf(least) ? row.within : least),
    first.within,
  )
}

const anyMoment = parseMoment('2024-01-01T00:00:00Z')

function lengthOf(within: Within): Moment {
  if (anyMoment === undefined) throw new Error('A constant moment did not parse.')
  return plus(anyMoment, within)
}

function fromStart(within: Within, begun: Begun, story: Story): string {
  const from = `${entryInWords(begun.by.type)} at ${story.inWords(begun.by.occurred.at)}`
  const lapse =
    begun.lapse === undefined || begun.lapse === 'PT0S'
      ? ''
      : `${withinInWords(begun.lapse as Within)} after `
  const length = within === 'PT0S' ? 'at once' : withinInWords(within)
  return lapse === '' ? `${length} from ${from}` : `${length} from the moment ${lapse}${from}`
}

function correctionsInWords(begun: Begun): string {
  return begun.by.corrections
    .map(({ standing, before, after, recorded }) =>
      standing === 'applied'
        ? `; corrected ${whenCorrected(recorded)} from ${momentInWords(before.at)}`
        : `; a correction to ${momentInWords(after.at)} waits for a second person`,
    )
    .join('')
}

function whenCorrected(recorded: Moment): string {
  return `at ${momentInWords(recorded)}`
}

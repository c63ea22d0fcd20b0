import { isAfter, type Moment } from '../../kernel/moment.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { clockOf, withinInWords } from '../../kernel/within.ts'
import type { Occurred } from '../episode/entry.ts'
import type { ResponseSpan } from '../episode/state.ts'
import { happensOnce, isNotBefore, searchFor, type Search } from './matches.ts'
import type { RecordEntry } from './own-record.ts'
import type { Start } from './protocol.ts'
import { first, type Story } from './story.ts'

/** One beginning of a duty. For a keeper, the span of the stage that it keeps. */
export interface Begun {
  readonly by: RecordEntry
  readonly at: Moment
  /** The beginning as exactly as the entry's own time is known. */
  readonly since: Occurred
  /** In words: how long after the entry the duty begins, where it is a lapse of any length. */
  readonly lapse?: string
  readonly span?: ResponseSpan
}

/** How to find every beginning of a duty in a story. Lapses that an entry prevented are not among them. */
export function beginningsOf(start: Start): (story: Story) => readonly Begun[] {
  switch (start.kind) {
    case 'entry':
      return entriesOf(start)
    case 'lapse':
      return lapsesOf(start)
    case 'stage':
      return (story) =>
        story.spans
          .filter((span) => span.response === start.stage)
          .flatMap((span) => {
            const by = story.entries.find((entry) => entry.id === span.because)
            return by === undefined ? [] : [{ ...begunBy(by, span.from), span }]
          })
    default:
      return unreachable(start)
  }
}

function begunBy(by: RecordEntry, at: Moment = by.occurred.at): Begun {
  const since = at === by.occurred.at ? by.occurred : { at, precision: by.occurred.precision }
  return { by, at, since }
}

function entriesOf({ evidence, given, each }: Extract<Start, { kind: 'entry' }>) {
  const search = searchFor(evidence)
  const needed = (given ?? []).map(searchFor)
  return (story: Story): readonly Begun[] => {
    const begins = (entry: RecordEntry) =>
      search.finds(entry) && needed.every((one) => hadHappened(one, entry, story))
    const all = story.of(search.type)
    if (each) return all.filter(begins).map((by) => begunBy(by))
    const by = all.find(begins)
    return by === undefined ? [] : [begunBy(by)]
  }
}

/** What happens once in an episode is a fact of it whenever it was; anything else must have come first. */
function hadHappened({ type, finds }: Search, by: RecordEntry, story: Story): boolean {
  return story
    .of(type)
    .some((entry) => finds(entry) && (happensOnce(entry) || !isAfter(entry.occurred.at, by.occurred.at)))
}

function lapsesOf({ after, lapse, unless }: Extract<Start, { kind: 'lapse' }>) {
  const [begins, preventing, clock] = [searchFor(after), unless.map(searchFor), clockOf(lapse)]
  const isAtOnce = lapse === 'PT0S'
  const words = isAtOnce ? {} : { lapse: withinInWords(lapse) }
  return (story: Story): readonly Begun[] => {
    const by = first(story, begins)
    if (by === undefined) return []
    const { at } = story.times.due(by.occurred.at, clock)
    const prevents = (entry: RecordEntry) =>
      entry.id !== by.id &&
      (happensOnce(entry) || isNotBefore(entry, by.occurred) || isAtOnce) &&
      (isReport(entry) || !isAfter(entry.occurred.at, at)) &&
      !isLostAgain(entry, story, at)
    const isPrevented = preventing.some(({ type, finds }) =>
      story.of(type).some((entry) => finds(entry) && prevents(entry)),
    )
    return isPrevented ? [] : [{ ...begunBy(by, at), ...words }]
  }
}

function isReport({ type }: RecordEntry): boolean {
  return type === 'reported-missing' || type === 'care-reported-missing'
}

/** A child who was located and has gone again is as missing as before: having been found holds no lapse back. */
function isLostAgain(entry: RecordEntry, story: Story, at: Moment): boolean {
  if (entry.type !== 'located') return false
  const later = story.entries.slice(story.entries.indexOf(entry) + 1)
  return later.some(
    (other) =>
      other.type === 'threshold-assessed' &&
      other.body.whereabouts === 'unknown' &&
      !isAfter(other.occurred.at, at),
  )
}

import { isAfter, type Moment } from '../../kernel/moment.ts'
import { dueAt } from '../../kernel/within.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import type { EffectiveEntry, ResponseSpan } from '../episode/state.ts'
import { happensOnce, isNotBefore, matches, matchesAny } from './matches.ts'
import type { Evidence, Start } from './protocol.ts'
import type { Story } from './story.ts'

/** One beginning of a duty. For a keeper, the span of the stage that it keeps. */
export interface Begun {
  readonly by: EffectiveEntry
  readonly at: Moment
  /** How long after the entry the duty begins, where it is a lapse. */
  readonly lapse?: string
  readonly span?: ResponseSpan
}

/** Every beginning of a duty in this story. Lapses that an entry prevented are not among them. */
export function beginningsOf(start: Start, story: Story, calendar: Calendar): readonly Begun[] {
  switch (start.kind) {
    case 'entry': {
      const begun = story.entries.filter(
        (entry) =>
          matches(start.evidence, entry) &&
          (start.given ?? []).every((given) => hadHappened(given, entry, story.entries)),
      )
      return (start.each ? begun : begun.slice(0, 1)).map((by) => ({ by, at: by.occurred.at }))
    }
    case 'lapse':
      return lapsesOf(start, story, calendar)
    case 'stage':
      return story.episode.spans
        .filter((span) => span.response === start.stage)
        .flatMap((span) => {
          const by = story.entries.find((entry) => entry.id === span.because)
          return by === undefined ? [] : [{ by, at: span.from, span }]
        })
    default:
      return unreachable(start)
  }
}

/** What happens once in an episode is a fact of it whenever it was; anything else must have come first. */
function hadHappened(given: Evidence, by: EffectiveEntry, entries: readonly EffectiveEntry[]): boolean {
  return entries.some(
    (entry) => matches(given, entry) && (happensOnce(entry) || !isAfter(entry.occurred.at, by.occurred.at)),
  )
}

function lapsesOf(
  start: Extract<Start, { kind: 'lapse' }>,
  story: Story,
  calendar: Calendar,
): readonly Begun[] {
  const by = story.entries.find((entry) => matches(start.after, entry))
  if (by === undefined) return []
  const at = dueAt(by.occurred.at, start.lapse, calendar).at
  const isPrevented = story.entries.some(
    (entry, index) =>
      entry.id !== by.id &&
      matchesAny(start.unless, entry) &&
      (happensOnce(entry) || isNotBefore(entry, by.occurred) || start.lapse === 'PT0S') &&
      (entry.type === 'reported-missing' || !isAfter(entry.occurred.at, at)) &&
      !isLostAgain(entry, story.entries.slice(index + 1), at),
  )
  return isPrevented ? [] : [{ by, at, lapse: start.lapse }]
}

/** A child who was located and has gone again is as missing as before: having been found holds no lapse back. */
function isLostAgain(entry: EffectiveEntry, later: readonly EffectiveEntry[], at: Moment): boolean {
  return (
    entry.type === 'located' &&
    later.some(
      (other) =>
        other.type === 'threshold-assessed' &&
        other.body.whereabouts === 'unknown' &&
        !isAfter(other.occurred.at, at),
    )
  )
}

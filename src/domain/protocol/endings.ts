import { isAfter, latest, type Moment } from '../../kernel/moment.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { EntryType } from '../episode/entries.ts'
import type { EffectiveEntry } from '../episode/state.ts'
import { answersTo, fieldOf, happensOnce, isFrom, isNotBefore, matchesAny } from './matches.ts'
import type { Ended } from './obligation.ts'
import type { Clause, Evidence } from './protocol.ts'
import type { Begun } from './starts.ts'
import type { Story } from './story.ts'
import { everyoneExcused, everyoneTold } from './everyone-told.ts'

export interface Endings {
  readonly met?: Ended
  readonly discharged?: Ended
  readonly cancelled?: Ended
}

/** Acts towards the child, and what is judged of a living one: they stop when a child has died. */
const childFacing: ReadonlySet<EntryType> = new Set([
  'risk-assessed',
  'prevention-check-done',
  'interview-offered',
  'interview-arranged',
  'interview-held',
  'returned',
])

/** How a duty ended. What was done counts even after it was excused; what no longer applied when it was done does not. */
export function endingsOf(clause: Clause, begun: Begun, story: Story): Endings {
  const met = metBy(clause, begun, story)
  const cancelled = cancelledBy(clause, begun, story)
  if (met !== undefined && (cancelled === undefined || !isAfter(met.at, cancelled.at))) return { met }
  const discharged = dischargedBy(clause, begun, story)
  if (discharged !== undefined && (cancelled === undefined || !isAfter(discharged.at, cancelled.at)))
    return { discharged }
  return cancelled === undefined ? {} : { cancelled }
}

function metBy(clause: Clause, begun: Begun, story: Story): Ended | undefined {
  const { met } = clause
  switch (met.kind) {
    case 'entry': {
      const by = story.entries.find(
        (entry) =>
          mayEnd(entry, begun, met.anyOf) && (clause.doneBy === undefined || isFrom(entry, clause.doneBy)),
      )
      return by && ended(by, latest(by.occurred.at, begun.at))
    }
    case 'everyone-told':
      return everyoneTold(met.about, begun, story)
    case 'leaving': {
      const by = story.entries.find((entry) => entry.id === begun.span?.endedBy)
      return by && begun.span?.until !== undefined ? { ...ended(by), at: begun.span.until } : undefined
    }
    default:
      return unreachable(met)
  }
}

function dischargedBy(clause: Clause, begun: Begun, story: Story): Ended | undefined {
  if (clause.keeper) return undefined
  const by = story.entries.find((entry) => mayEnd(entry, begun, clause.discharged))
  if (by !== undefined) return ended(by)
  const excused = clause.met.kind === 'everyone-told' && everyoneExcused(clause.met.about, begun, story)
  if (excused) return excused
  const { closedBy } = story
  const reason =
    closedBy && (closedBy.body.leftOpen[idOf(clause, begun)] ?? closedBy.body.leftOpen[clause.duty])
  return closedBy && reason !== undefined ? { ...ended(closedBy), reason } : undefined
}

function cancelledBy(clause: Clause, begun: Begun, story: Story): Ended | undefined {
  const candidates = [
    story.entries.find((entry) => mayEnd(entry, begun, clause.cancelled)),
    story.voidedBy?.id === begun.by.id ? undefined : story.voidedBy,
    isChildFacing(clause) ? story.deathBy : undefined,
    story.closedBy && isAfter(begun.at, story.closedBy.occurred.at) ? story.closedBy : undefined,
  ].filter((entry) => entry !== undefined)
  const first = candidates.toSorted((a, b) => (a.occurred.at < b.occurred.at ? -1 : 1))[0]
  return first && { ...ended(first), at: latest(first.occurred.at, begun.at) }
}

function isChildFacing(clause: Clause): boolean {
  return clause.met.kind === 'entry' && clause.met.anyOf.every(({ entry }) => childFacing.has(entry))
}

/** Evidence counts from the start on, and what happens once in an episode counts whenever it was; of two entries of one kind, the one that began a duty cannot also end it. */
function mayEnd(entry: EffectiveEntry, begun: Begun, anyOf: readonly Evidence[]): boolean {
  if (entry.id === begun.by.id || !matchesAny(anyOf, entry)) return false
  const answered = answersTo(entry)
  if (answered !== undefined && answered !== begun.by.id && begun.by.type === questionOf(entry)) return false
  if (entry.type === begun.by.type && entry.sequence < begun.by.sequence && entry.occurred.at <= begun.at)
    return false
  return happensOnce(entry) || isNotBefore(entry, { ...begun.by.occurred, at: begun.at })
}

function questionOf(answer: EffectiveEntry): EntryType {
  return answer.type === 'challenge-answered' ? 'grade-challenged' : 'asked'
}

/** A clause that starts once has its duty for an id; one that starts each time adds the entry that started it. */
export function idOf(clause: Clause, begun: Begun): string {
  const once = clause.starts.kind === 'entry' ? !clause.starts.each : clause.starts.kind === 'lapse'
  return once ? clause.duty : `${clause.duty}/${begun.by.id}`
}

function ended(entry: EffectiveEntry, at: Moment = entry.occurred.at): Ended {
  const reason = ['reason', 'because', 'told.because', 'whatThen']
    .map((field) => fieldOf(entry.body, field))
    .find((value) => typeof value === 'string')
  return { at, entry: entry.id, by: entry.by.name, ...(reason !== undefined && { reason }) }
}

import { isAfter, isBefore, latest, type Moment } from '../../kernel/moment.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import { answersTo, fieldOf, happensOnce, isFrom, isNotBefore, searchFor, type Search } from './matches.ts'
import type { Ended } from './obligation.ts'
import type { RecordEntry, RecordType } from './own-record.ts'
import type { Clause, Evidence } from './protocol.ts'
import type { Begun } from './starts.ts'
import { earlier, type Story } from './story.ts'
import { everyoneExcused, everyoneTold } from './everyone-told.ts'

export interface Endings {
  readonly met?: Ended
  readonly discharged?: Ended
  readonly cancelled?: Ended
}

/** Acts towards the child, and what is judged of a living one: they stop when a child has died. */
const childFacing: ReadonlySet<RecordType> = new Set([
  'risk-assessed',
  'prevention-check-done',
  'interview-offered',
  'interview-arranged',
  'interview-held',
  'interview-served',
  'homecoming-agreed',
  'child-welcomed',
  'conversation-held',
  'enquiry-saw-child',
  'returned',
])

/** How to tell how a duty ended. What was done counts even after it was excused; what no longer applied when it was done
    does not. */
export function endingsOf(clause: Clause): (id: string, begun: Begun, story: Story) => Endings {
  const [isMet, isDischarged, isCancelled] = [metBy(clause), dischargedBy(clause), cancelledBy(clause)]
  return (id, begun, story) => {
    const met = isMet(begun, story)
    const cancelled = isCancelled(begun, story)
    if (met !== undefined && (cancelled === undefined || !isAfter(met.at, cancelled.at))) return { met }
    const discharged = isDischarged(id, begun, story)
    if (discharged !== undefined && (cancelled === undefined || !isAfter(discharged.at, cancelled.at)))
      return { discharged }
    return cancelled === undefined ? nothing : { cancelled }
  }
}

const nothing: Endings = {}

function metBy({ met, doneBy }: Clause): (begun: Begun, story: Story) => Ended | undefined {
  switch (met.kind) {
    case 'entry': {
      const isDone = doneBy === undefined ? undefined : (entry: RecordEntry) => isFrom(entry, doneBy)
      const ending = endingBy(met.anyOf, isDone)
      return (begun, story) => {
        const by = ending(begun, story)
        return by && ended(by, latest(by.occurred.at, begun.at))
      }
    }
    case 'everyone-told':
      return (begun, story) => everyoneTold(met.about, begun, story)
    case 'leaving':
      return ({ span }, story) => {
        if (span?.endedBy === undefined || span.until === undefined) return undefined
        const by = story.entries.find((entry) => entry.id === span.endedBy)
        return by && ended(by, span.until)
      }
    default:
      return unreachable(met)
  }
}

function dischargedBy({ keeper, discharged, met, duty }: Clause) {
  const ending = endingBy(discharged)
  return (id: string, begun: Begun, story: Story): Ended | undefined => {
    if (keeper) return undefined
    const by = ending(begun, story)
    if (by !== undefined) return ended(by)
    const excused = met.kind === 'everyone-told' && everyoneExcused(met.about, begun, story)
    if (excused) return excused
    const { closedBy } = story
    const reason = closedBy && (closedBy.body.leftOpen[id] ?? closedBy.body.leftOpen[duty])
    return closedBy && reason !== undefined ? { ...ended(closedBy), reason } : undefined
  }
}

function cancelledBy(clause: Clause): (begun: Begun, story: Story) => Ended | undefined {
  const ending = endingBy(clause.cancelled)
  const stopsAtDeath = isChildFacing(clause)
  return (begun, story) => {
    const { voidedBy, deathBy, closedBy } = story
    let by = ending(begun, story)
    if (voidedBy?.id !== begun.by.id) by = sooner(by, voidedBy)
    if (stopsAtDeath) by = sooner(by, deathBy)
    if (closedBy && isAfter(begun.at, closedBy.occurred.at)) by = sooner(by, closedBy)
    return by && ended(by, latest(by.occurred.at, begun.at))
  }
}

/** Of two at one moment the one that was found first. */
function sooner(a: RecordEntry | undefined, b: RecordEntry | undefined): RecordEntry | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return isBefore(b.occurred.at, a.occurred.at) ? b : a
}

function isChildFacing({ met }: Clause): boolean {
  return met.kind === 'entry' && met.anyOf.every(({ entry }) => childFacing.has(entry))
}

/** How to find the first entry of a story that is any of this evidence and may end what began there. */
function endingBy(
  anyOf: readonly Evidence[],
  counts: (entry: RecordEntry) => boolean = always,
): (begun: Begun, story: Story) => RecordEntry | undefined {
  const searches = anyOf.map(searchFor)
  return (begun, story) => {
    let found: RecordEntry | undefined
    for (const search of searches) found = earlier(story, found, endingIn(search, begun, story, counts))
    return found
  }
}

function endingIn(
  { type, finds }: Search,
  begun: Begun,
  story: Story,
  counts: (entry: RecordEntry) => boolean,
): RecordEntry | undefined {
  return story.of(type).find((entry) => finds(entry) && counts(entry) && mayEnd(entry, begun))
}

function always(): boolean {
  return true
}

/** Evidence counts from the start on, and what happens once in an episode counts whenever it was; of two entries of one kind, the one that began a duty cannot also end it. */
function mayEnd(entry: RecordEntry, { by, at, since }: Begun): boolean {
  if (entry.id === by.id) return false
  const answered = answersTo(entry)[by.type]
  if (answered !== undefined && answered !== by.id) return false
  if (!isOfTheSame(entry, by)) return false
  if (entry.type === by.type && entry.sequence < by.sequence && entry.occurred.at <= at) return false
  return happensOnce(entry) || isNotBefore(entry, since)
}

/** A later write-up takes the place of an earlier one of its own interview alone. */
function isOfTheSame(entry: RecordEntry, by: RecordEntry): boolean {
  if (entry.type !== 'interview-written-up' || by.type !== 'interview-written-up') return true
  return entry.body.interview === by.body.interview
}

/** A clause that starts once has its duty for an id; one that starts each time adds the entry that started it. */
export function idOf({ starts, duty }: Clause): (begun: Begun) => string {
  const once = starts.kind === 'entry' ? !starts.each : starts.kind === 'lapse'
  return once ? () => duty : ({ by }) => `${duty}/${by.id}`
}

const reasons = ['reason', 'because', 'told.because']

function ended(entry: RecordEntry, at: Moment = entry.occurred.at): Ended {
  const reason = reasons.map((field) => fieldOf(entry.body, field)).find((value) => typeof value === 'string')
  return { at, entry: entry.id, by: entry.by.name, ...(reason !== undefined && { reason }) }
}

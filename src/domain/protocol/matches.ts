import { isBackByTheChild } from '../episode/care-bodies.ts'
import { isSafe } from '../episode/evolve.ts'
import type { EntryId, Occurred } from '../episode/entry.ts'
import { londonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { RecordEntry, RecordType } from './own-record.ts'
import type { Evidence, FieldValue } from './protocol.ts'

/** Evidence made ready to be looked for: the one type of entry that can be it, and whether such an entry is. */
export interface Search {
  readonly type: RecordType
  readonly finds: (entry: RecordEntry) => boolean
}

/** What a clause asks for, read once: the type of an entry, the fields named, the role that wrote it. */
export function searchFor({ entry: type, where = {}, by }: Evidence): Search {
  // Turned up somewhere unsafe is no return: it must not end the search, unless a clause asks for it by name.
  const mustBeSafe = type === 'returned' && where['placeOfSafety'] === undefined
  // Nor is Care back that the child says is not.
  const mustBeBack = type === 'care-returned' && where['childSays'] === undefined
  const fields = Object.entries(where).map(([field, wanted]) => fieldIs(field, wanted))
  const finds = (entry: RecordEntry) =>
    entry.type === type &&
    !(mustBeSafe && entry.type === 'returned' && !isSafe(entry)) &&
    !(mustBeBack && entry.type === 'care-returned' && !isBackByTheChild(entry.body)) &&
    (by === undefined || isFrom(entry, by)) &&
    fields.every((isWanted) => isWanted(entry.body))
  return { type, finds }
}

function fieldIs(field: string, wanted: FieldValue | readonly FieldValue[]): (body: object) => boolean {
  const among: ReadonlySet<unknown> = new Set([wanted].flat())
  const path = field.split('.')
  const [only = ''] = path
  if (path.length === 1) return (body) => among.has((body as Readonly<Record<string, unknown>>)[only])
  return (body) => among.has(fieldAt(body, path))
}

/** The act of a role: written by someone in it, or written down for them by another and confirmed. */
export function isFrom(entry: RecordEntry, role: string): boolean {
  return entry.by.role === role || entry.toldBy?.role === role
}

/** A field of a body, or one inside it: `told.kind`. */
export function fieldOf(body: object, path: string): unknown {
  return fieldAt(body, path.split('.'))
}

function fieldAt(body: object, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), body)
}
/** Whether an entry can answer for something that began at `start`. Days are compared where only the day is known, and
    otherwise minutes: a time is typed to the minute, and an answer to what was asked some seconds ago is no earlier. */
export function isNotBefore(entry: RecordEntry, start: Occurred): boolean {
  if (entry.occurred.precision === 'day' || start.precision === 'day')
    return londonDate(entry.occurred.at) >= londonDate(start.at)
  return minuteOf(entry.occurred.at) >= minuteOf(start.at)
}

/** "2026-03-29T01:30": its text is ordered as time is. */
function minuteOf(at: Moment): string {
  return at.slice(0, 16)
}

/** An episode has one report and one safe return. They answer for a duty however late it began: who was asked about worry
    after the call has told police, and nothing is looked for in a child who was back before the report. */
export function happensOnce(entry: RecordEntry): boolean {
  if (entry.type === 'returned') return isSafe(entry)
  if (entry.type === 'care-returned') return isBackByTheChild(entry.body)
  return entry.type === 'reported-missing' || entry.type === 'care-reported-missing'
}

type Answered = Readonly<Partial<Record<RecordType, EntryId>>>

/** What an entry names as that which it answers, by the type of that: it ends no other of that type. An answer that names
    nothing may end any; a write-up that names no sending back ends none. */
export function answersTo({ type, body }: RecordEntry): Answered {
  if (type === 'challenge-answered') return { 'grade-challenged': body.challenge }
  if (type === 'answered') return body.asked === undefined ? {} : { asked: body.asked }
  if (type === 'child-answered') return { 'child-wrote': body.wrote }
  if (type === 'telling-answered') return { 'told-now': body.telling }
  if (type === 'action-agreed' || type === 'no-action-decided') return { 'finding-recorded': body.finding }
  if (type === 'action-done' || type === 'action-ended') return { 'action-agreed': body.action }
  if (type === 'enquiry-saw-child' || type === 'enquiry-concluded') return { 'enquiry-begun': body.enquiry }
  if (type === 'host-answered') return { 'host-asked': body.asked }
  if (type === 'interview-approved' || type === 'interview-sent-back')
    return { 'interview-written-up': body.writeUp }
  return type === 'interview-written-up'
    ? { 'interview-held': body.interview, 'interview-sent-back': body.again ?? none }
    : {}
}

const none = '' as EntryId

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

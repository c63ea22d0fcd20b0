import type { EntryId, Occurred } from '../episode/entry.ts'
import { isSafe } from '../episode/evolve.ts'
import type { EffectiveEntry } from '../episode/state.ts'
import { londonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Evidence } from './protocol.ts'

/** Whether an entry is the evidence that a clause asks for: its type, the fields named, the role that wrote it. */
export function matches(evidence: Evidence, entry: EffectiveEntry): boolean {
  if (entry.type !== evidence.entry) return false
  // Turned up somewhere unsafe is no return: it must not end the search, unless a clause asks for it by name.
  if (entry.type === 'returned' && evidence.where?.['placeOfSafety'] === undefined && !isSafe(entry))
    return false
  if (evidence.by !== undefined && ![evidence.by].flat().some((role) => isFrom(entry, role))) return false
  return Object.entries(evidence.where ?? {}).every(([field, wanted]) => {
    const found = fieldOf(entry.body, field)
    return Array.isArray(wanted) ? wanted.includes(found) : found === wanted
  })
}

export function matchesAny(anyOf: readonly Evidence[], entry: EffectiveEntry): boolean {
  return anyOf.some((evidence) => matches(evidence, entry))
}

/** The act of a role: written by someone in it, or written down for them by another and confirmed. */
export function isFrom(entry: EffectiveEntry, role: string): boolean {
  return entry.by.role === role || entry.toldBy?.role === role
}

/** A field of a body, or one inside it: `told.kind`. */
export function fieldOf(body: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), body)
}

/** Whether an entry can answer for something that began at `start`. Days are compared where only the day is known, and
    otherwise minutes: a time is typed to the minute, and an answer to what was asked some seconds ago is no earlier. */
export function isNotBefore(entry: EffectiveEntry, start: Occurred): boolean {
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
export function happensOnce(entry: EffectiveEntry): boolean {
  return entry.type === 'reported-missing' || (entry.type === 'returned' && isSafe(entry))
}

/** The entry that this one names as its question, if it names one: an answer meets no other. */
export function answersTo(entry: EffectiveEntry): EntryId | undefined {
  if (entry.type === 'challenge-answered') return entry.body.challenge
  if (entry.type === 'answered') return entry.body.asked
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

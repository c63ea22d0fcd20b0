import { londonDate } from '../../src/kernel/london.ts'
import type { Moment } from '../../src/kernel/moment.ts'
import type { Role } from '../../src/domain/episode/roles.ts'
import type { EffectiveEntry } from '../../src/domain/episode/state.ts'
import type { Start } from './start.ts'

/** The first of these that can answer for what began here. Of two of one kind the one that began it cannot also end it,
    nor can one that had been written and had happened before. */
export function answerTo<E extends EffectiveEntry>(
  start: Start,
  entries: readonly E[],
  fits: (entry: E) => boolean = always,
): E | undefined {
  return entries.find(
    (entry) =>
      fits(entry) && isAnother(entry, start) && isAsLate(entry, start.by.occurred.precision, start.at),
  )
}

/** The same of what happens once in an episode, and answers however late the duty began. */
export function onceFor<E extends EffectiveEntry>(start: Start, entries: readonly E[]): E | undefined {
  return entries.find((entry) => isAnother(entry, start))
}

function isAnother(entry: EffectiveEntry, { by, at }: Start): boolean {
  if (entry.type !== by.type) return true
  return entry.id !== by.id && !(entry.sequence < by.sequence && entry.occurred.at <= at)
}

function always(): boolean {
  return true
}

/** To the minute, or to the day where one of the two is known to the day alone. */
export function isAsLate(
  entry: EffectiveEntry,
  precision: EffectiveEntry['occurred']['precision'],
  at: Moment,
): boolean {
  if (entry.occurred.precision === 'day' || precision === 'day')
    return londonDate(entry.occurred.at) >= londonDate(at)
  return entry.occurred.at.slice(0, 16) >= at.slice(0, 16)
}

/** The act of one of these roles, or written down for one of them and confirmed. */
export function isBy({ by, toldBy }: EffectiveEntry, roles: readonly Role[]): boolean {
  return roles.includes(by.role) || (toldBy?.role !== undefined && roles.includes(toldBy.role))
}

/** Which of the two happened first, and of two at one moment, which was written first. */
export function earlierOf(
  a: EffectiveEntry | undefined,
  b: EffectiveEntry | undefined,
): EffectiveEntry | undefined {
  if (a === undefined || b === undefined) return a ?? b
  if (a.occurred.at !== b.occurred.at) return a.occurred.at < b.occurred.at ? a : b
  return a.sequence < b.sequence ? a : b
}

import { latest } from '../../src/kernel/moment.ts'
import type { Tidings } from '../../src/domain/episode/entries.ts'
import type { Role } from '../../src/domain/episode/roles.ts'
import type { EffectiveEntry, EffectiveOf } from '../../src/domain/episode/state.ts'
import type { Ended, Obligation } from '../../src/domain/protocol/obligation.ts'
import { isAsLate } from './answers.ts'
import type { Night } from './night.ts'
import { laid, owedWith, type Act, type Terms } from './owed.ts'
import type { Start } from './start.ts'

/** Everyone who was told of the absence is told of its end. A void of the whole takes over every telling but its own. */
export function tellingEveryone(
  night: Night,
  by: EffectiveEntry | undefined,
  act: Act,
  about: Tidings,
  terms: (start: Start) => Terms,
): readonly Obligation[] {
  if (night.void !== undefined && by?.id !== night.void.id) return []
  return laid(night, by, (start) => {
    const excused = () => everyoneExcused(night, start, about)
    return owedWith(night, start, act, terms(start), { met: everyoneTold(night, start, about), excused })
  })
}

function whoWasTold(night: Night): ReadonlySet<Role> {
  const told = new Set<Role>()
  if (night.all('reported-missing').length > 0) told.add('police')
  for (const { body } of night.all('agency-informed'))
    if (body.told.kind === 'told' && (body.about === 'concern' || body.about === 'report'))
      told.add(body.role)
  return told
}

function everyoneTold(night: Night, start: Start, about: Tidings): Ended | undefined {
  const told = whoWasTold(night)
  const heard = new Map<Role, EffectiveEntry>()
  for (const entry of inOrder(night)) {
    const role = hearer(entry, start, about)
    if (role !== undefined && told.has(role) && !heard.has(role)) heard.set(role, entry)
  }
  if (heard.size < told.size) return undefined
  const last = [...heard.values()].at(-1) ?? start.by
  return { at: latest(start.at, last.occurred.at), entry: last.id, by: last.by.name }
}

/** Where nobody is left without an answer, and some answers are why not: the last of those reasons. */
function everyoneExcused(night: Night, start: Start, about: Tidings): Ended | undefined {
  const excuses = night
    .all('agency-informed')
    .filter(
      (entry) => entry.body.told.kind === 'not-told' && isTelling(entry, about) && isSince(entry, start),
    )
  const last = excuses.at(-1)
  if (last?.body.told.kind !== 'not-told') return undefined
  const answered = new Set<Role | undefined>(excuses.map(({ body }) => body.role))
  for (const entry of night.entries) answered.add(hearer(entry, start, about))
  for (const role of whoWasTold(night)) if (!answered.has(role)) return undefined
  const { because: reason } = last.body.told
  return { at: latest(start.at, last.occurred.at), entry: last.id, by: last.by.name, reason }
}

/** Whoever wrote the news knows of it, and whoever knows of the return knows that the child was found. */
function hearer(entry: EffectiveEntry, start: Start, about: Tidings): Role | undefined {
  if (entry.id === start.by.id) return entry.by.role
  if (entry.type === 'returned')
    return about === 'location' && isSince(entry, start) ? entry.by.role : undefined
  if (entry.type !== 'agency-informed' || entry.body.told.kind !== 'told') return undefined
  return isTelling(entry, about) && isSince(entry, start) ? entry.body.role : undefined
}

function isTelling({ body }: EffectiveOf<'agency-informed'>, about: Tidings): boolean {
  return body.about === about || (about === 'location' && body.about === 'return')
}

function isSince(entry: EffectiveEntry, { by }: Start): boolean {
  return isAsLate(entry, by.occurred.precision, by.occurred.at)
}

/** A void that was confirmed later than others things happened stands where it counts from. */
function inOrder({ entries, void: taken }: Night): readonly EffectiveEntry[] {
  if (taken === undefined) return entries
  return entries.toSorted((a, b) =>
    a.occurred.at < b.occurred.at ? -1 : a.occurred.at > b.occurred.at ? 1 : 0,
  )
}

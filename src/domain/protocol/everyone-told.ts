import { latest } from '../../kernel/moment.ts'
import type { Tidings } from '../episode/entries.ts'
import type { Role } from '../episode/roles.ts'
import type { EffectiveOf } from '../episode/state.ts'
import { isNotBefore } from './matches.ts'
import type { Ended } from './obligation.ts'
import type { RecordEntry } from './own-record.ts'
import type { Begun } from './starts.ts'
import type { Story } from './story.ts'

/** Roles that were told of the concern or of the report, police by the report itself: all of them must hear the end. */
export function rolesTold(entries: readonly RecordEntry[]): ReadonlySet<Role> {
  const told = entries.flatMap((entry): readonly Role[] => {
    if (entry.type === 'reported-missing') return ['police']
    if (entry.type !== 'agency-informed' || entry.body.told.kind !== 'told') return []
    return entry.body.about === 'concern' || entry.body.about === 'report' ? [entry.body.role] : []
  })
  return new Set(told)
}

/** The role that hears by this entry: it is told, or it was there when the news was written. Whoever knows of the return
    knows of the location. */
function hearer(entry: RecordEntry, about: Tidings, begun: Begun): Role | undefined {
  if (entry.id === begun.by.id) return entry.by.role
  if (!isNotBefore(entry, begun.by.occurred)) return undefined
  if (entry.type === 'returned') return about === 'location' ? entry.by.role : undefined
  return isTelling(entry, about) && entry.body.told.kind === 'told' ? entry.body.role : undefined
}

function isTelling(entry: RecordEntry, about: Tidings): entry is EffectiveOf<'agency-informed'> {
  return (
    entry.type === 'agency-informed' &&
    (entry.body.about === about || (about === 'location' && entry.body.about === 'return'))
  )
}

/** Met when the last of those who were told of the absence has been told of its end. Being told again moves nothing. */
export function everyoneTold(about: Tidings, begun: Begun, story: Story): Ended | undefined {
  const inOrder = story.entries.toSorted(({ occurred: a }, { occurred: b }) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  )
  const first = new Map<Role, RecordEntry>()
  for (const entry of inOrder) {
    const role = hearer(entry, about, begun)
    if (role !== undefined && !first.has(role)) first.set(role, entry)
  }
  const told = rolesTold(story.entries)
  if ([...told].some((role) => !first.has(role))) return undefined
  const last = [...first].findLast(([role]) => told.has(role))?.[1] ?? begun.by
  return { at: latest(begun.at, last.occurred.at), entry: last.id, by: last.by.name }
}

/** A reason why somebody was not told is no telling: where every one who has not heard has one, the duty is discharged,
    with the last of those reasons. Ask only where it is not met. */
export function everyoneExcused(about: Tidings, begun: Begun, story: Story): Ended | undefined {
  const later = story.entries.filter((entry) => isNotBefore(entry, begun.by.occurred))
  const excuses = later
    .filter((entry) => isTelling(entry, about))
    .filter(({ body }) => body.told.kind === 'not-told')
  const answered = new Set([
    ...excuses.map(({ body }) => body.role),
    ...story.entries.map((entry) => hearer(entry, about, begun)),
  ])
  const last = excuses.at(-1)
  if (last === undefined || [...rolesTold(story.entries)].some((role) => !answered.has(role)))
    return undefined
  const { id, by, occurred, body } = last
  const reason = body.told.kind === 'not-told' ? body.told.because : ''
  return { at: latest(begun.at, occurred.at), entry: id, by: by.name, reason }
}

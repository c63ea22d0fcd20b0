import { latest } from '../../kernel/moment.ts'
import type { Tidings } from '../episode/entries.ts'
import type { Role } from '../episode/roles.ts'
import type { EffectiveEntry } from '../episode/state.ts'
import { isNotBefore } from './matches.ts'
import type { Ended } from './obligation.ts'
import type { Begun } from './starts.ts'
import type { Story } from './story.ts'

/** Roles that were told of the concern or of the report, police by the report itself: all of them must hear the end. */
export function rolesTold(entries: readonly EffectiveEntry[]): ReadonlySet<Role> {
  const told = entries.flatMap((entry): readonly Role[] => {
    if (entry.type === 'reported-missing') return ['police']
    if (entry.type !== 'agency-informed' || entry.body.told.kind === 'not-told') return []
    return entry.body.about === 'concern' || entry.body.about === 'report' ? [entry.body.role] : []
  })
  return new Set(told)
}

/** Roles that have heard: told, or there when it was written. Whoever knows of the return knows of the location. */
export function rolesThatHeard(
  entries: readonly EffectiveEntry[],
  about: Tidings,
  begun: Begun,
): ReadonlySet<Role> {
  const heard = entries.flatMap((entry): readonly Role[] => {
    if (entry.id === begun.by.id) return [entry.by.role]
    if (entry.type !== 'agency-informed' || !isNotBefore(entry, begun.by.occurred)) return []
    const counts = entry.body.about === about || (about === 'location' && entry.body.about === 'return')
    return counts ? [entry.body.role] : []
  })
  return new Set(heard)
}

/** Met when the last of those who were told of the absence has been told of its end. */
export function everyoneTold(about: Tidings, begun: Begun, story: Story): Ended | undefined {
  const heard = rolesThatHeard(story.entries, about, begun)
  const waiting = [...rolesTold(story.entries)].filter((role) => !heard.has(role))
  if (waiting.length > 0) return undefined
  const tellings = story.entries.filter(
    (entry) =>
      entry.type === 'agency-informed' && isNotBefore(entry, begun.by.occurred) && heard.has(entry.body.role),
  )
  const last = tellings.toSorted((a, b) => (a.occurred.at < b.occurred.at ? -1 : 1)).at(-1) ?? begun.by
  return { at: latest(begun.at, last.occurred.at), entry: last.id, by: last.by.name }
}

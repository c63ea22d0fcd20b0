import { clockOf } from '../../kernel/within.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Role } from '../episode/roles.ts'
import { isFrom } from './matches.ts'
import type { RungDue } from './obligation.ts'
import type { Clause } from './protocol.ts'
import type { Story } from './story.ts'

/** When each role should know that a duty is silent, and who has said for that role that they do. Whoever is silent cannot
    stop the ladder, nor can somebody else who happens to read the page. */
export function ladderOf({ duty, ifSilent }: Clause) {
  const rungs = ifSilent.map(({ after, tell }) => ({ tell, clock: clockOf(after) }))
  return (id: string, due: Moment, story: Story): readonly RungDue[] =>
    rungs.map(({ tell, clock }) => {
      const { at } = story.times.due(due, clock)
      const by = story.rungsAnswered.find(
        (entry) =>
          entry.body.of.kind === 'rung' &&
          (entry.body.of.duty === id || entry.body.of.duty === duty) &&
          entry.body.of.role === tell &&
          (isFrom(entry, tell) || answersFor(entry.by.role, tell)),
      )
      if (by === undefined) return { tell, at }
      return { tell, at, acknowledged: { by: by.by.name, at: by.occurred.at, entry: by.id } }
    })
}

/** Who says for a role that it knows: someone in it, and who answers its telephone. That is the duty team for every post
    of a council and for a child whom no home holds, and a home's manager for its manager on call. */
export function answersFor(role: Role, told: Role): boolean {
  if (role === told) return true
  if (role === 'duty-team') return told !== 'police' && told !== 'police-supervisor'
  return answering[role]?.has(told) ?? false
}

const answering: Readonly<Partial<Record<Role, ReadonlySet<Role>>>> = {
  'provider-manager': new Set(['home-on-call']),
  'responsible-council': new Set(['duty-team', 'home-on-call', 'provider-manager']),
  'senior-manager': new Set(['team-manager', 'missing-coordinator', 'responsible-council']),
}

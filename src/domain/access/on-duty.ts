import type { Moment } from '../../kernel/moment.ts'
import type { Span } from '../child/shift.ts'
import type { PostId } from '../episode/entry.ts'
import type { Grant } from './grant.ts'
import { isNarrowed, type Narrowing } from './narrowed.ts'

/** A duty team reads whole records because it is the duty team, and so only while on duty; what it reads of one stream (an
    episode that it raised, that was shared with it or that climbed to it) is its own at any hour. Where somebody is shut
    out of a record, or it is for named people alone, a rota could leave it with nobody: there the team reads each stream
    at any hour. Changes nothing for an organisation without a rota. */
export function byRota(grants: readonly Grant[], narrowing: Narrowing): readonly Grant[] {
  const { directory, child, episodes } = narrowing
  const { posts, shifts = [] } = directory
  if (shifts.length === 0 || !isNarrowed(narrowing)) return grants
  const rostered = new Set(shifts.map(({ organisation }) => organisation))
  const team = new Set(
    posts.filter((post) => post.role === 'duty-team' && rostered.has(post.organisation)).map(({ id }) => id),
  )
  return grants.flatMap((grant) =>
    grant.stream === undefined && team.has(grant.post)
      ? [child, ...episodes].map((stream) => ({ ...grant, stream }))
      : [grant],
  )
}

/** Whether a grant lets its post read at this moment. `off` is when posts of duty teams are off duty. A passage follows
    from what else is read, and is for the time on duty whatever that is. */
export function opens(
  { post, stream, section, from, until }: Grant,
  off: ReadonlyMap<PostId, readonly Span[]>,
  now: Moment,
): boolean {
  if (now < from || (until !== undefined && until <= now)) return false
  const isOff = off.get(post)?.some((span) => span.from <= now && now < span.until) ?? false
  return !isOff || (stream !== undefined && section !== 'interview-passage')
}

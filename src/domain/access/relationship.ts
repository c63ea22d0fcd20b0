import { startOfLondonDay } from '../../kernel/london.ts'
import { earliest, latest, type Moment } from '../../kernel/moment.ts'
import type { Directory, Post } from '../child/directory.ts'
import type { ChildId, EpisodeId, OrganisationId } from '../episode/entry.ts'
import type { Role } from '../episode/roles.ts'
import type { Grant, Reading } from './grant.ts'
import { readers, type Way } from './readers.ts'

/** How some posts stand to a child: a half-open time of which each post's own days are then cut out. */
export interface Relationship {
  readonly posts: readonly Post[]
  readonly way: Way
  /** As in a grant: absent is the whole record. */
  readonly stream?: ChildId | EpisodeId
  readonly from: Moment
  readonly until?: Moment
  readonly because: string
}

/** What lies in the child's own stream, and goes with an episode that somebody may read: who the child is. */
const ofTheChild: ReadonlySet<Reading> = new Set(['core', 'plan', 'health'])

/** Nothing for a post whose days and the relationship's never meet, or whose role reads nothing by it; and nothing for whoever
    is let in for one shift of those who have left. */
export function grantsOf(relationship: Relationship, child: ChildId): readonly Grant[] {
  const { posts, way, stream, because } = relationship
  return posts.flatMap((post) => {
    const from = latest(relationship.from, startOf(post))
    const until = earlier(relationship.until, endOf(post))
    if (until !== undefined && until <= from) return []
    if (way === 'former-placement' && post.vouchedBy !== undefined) return []
    const all = readers[way][post.role] ?? []
    const read = stream === child ? all.filter((reading) => ofTheChild.has(reading)) : all
    return read.map((section) => ({
      post: post.id,
      child,
      ...(stream !== undefined && { stream }),
      section,
      from,
      ...(until !== undefined && { until }),
      because,
    }))
  })
}

/** From when a post is held. */
export function startOf({ from, startsAt }: Post): Moment {
  return startsAt === undefined ? startOfLondonDay(from) : latest(startOfLondonDay(from), startsAt)
}

/** When a post is held no more. */
export function endOf({ until, endsAt }: Post): Moment | undefined {
  return earlier(endsAt, until === undefined ? undefined : startOfLondonDay(until))
}

/** The first of two ends, of which either may never come. */
export function earlier(a: Moment | undefined, b: Moment | undefined): Moment | undefined {
  return earliest(...[a, b].filter((end) => end !== undefined))
}

/** Posts of an organisation whose role reads anything by this way; of `roles` alone, where those are given. */
export function postsOf(
  directory: Directory,
  organisation: OrganisationId,
  way: Way,
  roles?: readonly Role[],
): readonly Post[] {
  return directory.posts.filter(
    (post) =>
      post.organisation === organisation &&
      readers[way][post.role] !== undefined &&
      (roles?.includes(post.role) ?? true),
  )
}

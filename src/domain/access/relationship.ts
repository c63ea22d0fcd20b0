import { startOfLondonDay } from '../../kernel/london.ts'
import { earliest, latest, type Moment } from '../../kernel/moment.ts'
import type { Directory, Post } from '../child/directory.ts'
import type { ChildId, EpisodeId, OrganisationId } from '../episode/entry.ts'
import type { Role } from '../episode/roles.ts'
import type { Section } from '../episode/sections.ts'
import type { Grant } from './grant.ts'

/** Why some posts may read some sections: a half-open time of which each post's own days are then cut out. */
export interface Relationship {
  readonly posts: readonly Post[]
  readonly sections: readonly Section[]
  /** As in a grant: absent is the whole record. */
  readonly stream?: ChildId | EpisodeId
  readonly from: Moment
  readonly until?: Moment
  readonly because: string
}

/** Nothing for a post whose days and the relationship's never meet. */
export function grantsOf(relationship: Relationship, child: ChildId): readonly Grant[] {
  const { posts, sections, stream, because } = relationship
  return posts.flatMap((post) => {
    const from = latest(relationship.from, startOfLondonDay(post.from))
    const until = earlier(
      relationship.until,
      post.until === undefined ? undefined : startOfLondonDay(post.until),
    )
    if (until !== undefined && until <= from) return []
    return sections.map((section) => ({
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

/** The first of two ends, of which either may never come. */
export function earlier(a: Moment | undefined, b: Moment | undefined): Moment | undefined {
  return earliest(...[a, b].filter((end) => end !== undefined))
}

export function postsOf(
  directory: Directory,
  organisation: OrganisationId,
  roles: readonly Role[],
): readonly Post[] {
  return directory.posts.filter((post) => post.organisation === organisation && roles.includes(post.role))
}

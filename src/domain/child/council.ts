import type { Moment } from '../../kernel/moment.ts'
import type { OrganisationId, PostId } from '../episode/entry.ts'
import type { Role } from '../episode/roles.ts'
import { isHeld, type Directory, type Organisation, type Post } from './directory.ts'

export function organisationOf(
  directory: Directory,
  id: OrganisationId | undefined,
): Organisation | undefined {
  return directory.organisations.find((one) => one.id === id)
}

export function postHeld(directory: Directory, id: PostId | undefined, at: Moment): Post | undefined {
  return directory.posts.find((post) => post.id === id && isHeld(post, at))
}

export function postsIn(
  directory: Directory,
  organisation: OrganisationId,
  role: Role,
  at: Moment,
): readonly Post[] {
  return directory.posts.filter(
    (post) => post.organisation === organisation && post.role === role && isHeld(post, at),
  )
}

/** Who must answer for a child whom no council has taken responsibility for: the council that raised the concern, the
    one whose force raised it, or else the first council that the partnership keeps. Undefined only without a council. */
export function answeringCouncil(directory: Directory, raisedBy?: OrganisationId): Organisation | undefined {
  const councils = directory.organisations.filter(({ kind }) => kind === 'council')
  return (
    councils.find(({ id }) => id === raisedBy) ??
    councils.find(({ force }) => force !== undefined && force === raisedBy) ??
    councils[0]
  )
}

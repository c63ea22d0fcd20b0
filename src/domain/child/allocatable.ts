import type { Moment } from '../../kernel/moment.ts'
import type { Role } from '../episode/roles.ts'
import { isHeld, type Directory, type Post } from './directory.ts'

/** Who is one child's own. A control room or a duty team answers for every child and is allocated to none. */
const allocated: ReadonlySet<Role> = new Set([
  'social-worker',
  'team-manager',
  'reviewing-officer',
  'missing-service',
  'missing-coordinator',
  'senior-manager',
  'school',
  'health-nurse',
  'advocate',
])

/** Everyone in the directory who can be allocated and holds their post on this London day. */
export function allocatable({ posts }: Directory, now: Moment): readonly Post[] {
  return posts.filter((post) => allocated.has(post.role) && isHeld(post, now))
}

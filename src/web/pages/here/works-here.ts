import { postAt } from '../../../application/author.ts'
import type { Device } from '../../../application/devices.ts'
import type { Directory, Post } from '../../../domain/child/directory.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { OpenVisit } from '../../route.ts'

/** What this browser is; nothing where it was never enrolled, and where that is over. */
export async function deviceHere({ door, devices }: OpenVisit): Promise<Device | undefined> {
  return door.enrolled === undefined ? undefined : devices.here(door.enrolled)
}

/** Whoever holds a post in this home today, by name. */
export function worksAt(
  { posts }: Directory,
  { organisation, home }: Pick<Extract<Device, { kind: 'home' }>, 'organisation' | 'home'>,
  now: Moment,
): readonly Post[] {
  const directory = { posts, organisations: [] }
  return posts.filter(
    (post) =>
      post.organisation === organisation &&
      post.team === home &&
      post.role !== 'wallboard' &&
      postAt(directory, post.id, now) !== undefined,
  )
}

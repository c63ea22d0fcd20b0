import type { Moment } from '../kernel/moment.ts'
import { isHeld, type Directory, type Organisation, type Post } from '../domain/child/directory.ts'
import type { Author, OrganisationId, PostId } from '../domain/episode/entry.ts'

/** A post that may be acted in at this moment: begun and not ended, by London days. */
export function postAt(directory: Directory, id: PostId, at: Moment): Post | undefined {
  return directory.posts.find((post) => post.id === id && isHeld(post, at))
}

export function organisationOf(directory: Directory, id: OrganisationId): Organisation {
  const found = directory.organisations.find((organisation) => organisation.id === id)
  if (found === undefined) throw new Error(`No organisation ${id} in the directory.`)
  return found
}

/** Who writes, as the record keeps them: names as they are today. */
export function authorOf(directory: Directory, post: Post): Author {
  const organisation = organisationOf(directory, post.organisation)
  return {
    person: post.person,
    name: post.personName,
    post: post.id,
    role: post.role,
    organisation: organisation.id,
    organisationName: organisation.name,
    organisationKind: organisation.kind,
  }
}

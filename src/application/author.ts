import { londonDate } from '../kernel/london.ts'
import type { Moment } from '../kernel/moment.ts'
import type { Directory, Organisation, Post } from '../domain/child/directory.ts'
import type { Author, OrganisationId, PostId } from '../domain/episode/entry.ts'

/** A post that may be acted in at this moment: begun and not ended, by London days. */
export function postAt(directory: Directory, id: PostId, at: Moment): Post | undefined {
  const day = londonDate(at)
  return directory.posts.find(
    (post) => post.id === id && post.from <= day && (post.until === undefined || day < post.until),
  )
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

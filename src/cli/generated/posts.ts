import { idFrom } from '../../application/ids.ts'
import type { Organisation, Post } from '../../domain/child/directory.ts'
import type { Author } from '../../domain/episode/entry.ts'
import { isStaffedAtAllHours, type Role } from '../../domain/episode/roles.ts'
import type { LondonDate } from '../../kernel/london.ts'
import { chanceOf } from './chance.ts'
import { grownUpName, landline } from './names.ts'

/** Somebody who works in the partnership: their post, and how they sign what they write. */
export interface Member {
  readonly post: Post
  readonly author: Author
}

const fromTheStart = '2012-01-01' as LondonDate
const byNightToo: ReadonlySet<Role> = new Set(['carer', 'home-on-call'])

/** An invented person in a post; `key` is what tells the post apart within the partnership of that seed. */
export function memberOf(
  seed: string,
  key: string,
  role: Role,
  at: Organisation,
  team?: string,
  telephone?: string,
): Member {
  const chance = chanceOf(seed, 'post', key)
  const name = grownUpName(chance)
  const [person, id] = [
    idFrom<'person'>('person', 'generated', seed, key),
    idFrom<'post'>('post', 'generated', seed, key),
  ]
  const post: Post = {
    id,
    person,
    personName: name,
    organisation: at.id,
    ...(team !== undefined && { team }),
    role,
    telephone: telephone ?? landline(chance),
    from: fromTheStart,
    allHours: byNightToo.has(role) || isStaffedAtAllHours(role),
  }
  const author: Author = {
    person,
    name,
    post: id,
    role,
    organisation: at.id,
    organisationName: at.name,
    organisationKind: at.kind,
  }
  return { post, author }
}

import { isAfter, isBefore, type Moment } from '../../kernel/moment.ts'
import type { Author } from '../episode/entry.ts'
import type { Closeness } from '../episode/command.ts'
import { isHeld, type Directory, type Post } from './directory.ts'
import type { ChildRecord } from './record.ts'

/** When the child was away, or back and not heard yet, until the interview. */
export interface Stretch {
  readonly from: Moment
  readonly at: Moment
}

/** How somebody of this name stands to the child, by what the record and the directory say: independent is someone who is
    not involved in caring for the child (DfE statutory guidance 2014). Everyone at the home where the child lived
    meanwhile is; so is whoever fosters there. Who is in no directory can only be asked. `author` is exact where they name
    themselves: then another of the same name is not meant. Undefined where nothing stands against it. */
export function closenessOf(
  interviewer: string,
  { placements, workers }: Pick<ChildRecord, 'placements' | 'workers'>,
  directory: Directory,
  { from, at }: Stretch,
  author: Pick<Author, 'name' | 'post' | 'person'>,
): Closeness | undefined {
  const posts = postsOf(interviewer, directory, author)
  const homes = placements
    .filter((one) => !isAfter(one.from, at) && (one.until === undefined || !isBefore(one.until, from)))
    .map(({ setting }) => setting.provider)
  const caring = (post: Post) => homes.includes(post.organisation) && (isHeld(post, from) || isHeld(post, at))
  if (posts.some(caring)) return 'cares'
  return posts.some(({ id }) => id === workers['social-worker']?.post) ? 'allocated-worker' : undefined
}

function postsOf(
  interviewer: string,
  { posts }: Directory,
  author: Pick<Author, 'name' | 'post' | 'person'>,
): readonly Post[] {
  const name = asSaid(interviewer)
  if (name !== asSaid(author.name)) return posts.filter(({ personName }) => asSaid(personName) === name)
  return posts.filter(({ id, person }) => id === author.post || person === author.person)
}

/** However it was typed. */
function asSaid(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

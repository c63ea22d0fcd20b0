import { mayRegister, type Acting } from '../../../domain/access/may.ts'
import { allocatable } from '../../../domain/child/allocatable.ts'
import type { Directory, Post } from '../../../domain/child/directory.ts'
import { organisationKinds } from '../../../domain/episode/entry.ts'
import { londonDate, type LondonDate } from '../../../kernel/london.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { postRole } from '../bodies.ts'
import { answering, type Call, type Operation } from '../operation.ts'
import { anyText, described, flag, id, list, maybe, named, object, oneOf, type ValueOf } from '../shape.ts'

const directory = named(
  'Directory',
  object({
    organisations: list(
      object({
        id: id<'organisation'>(),
        name: anyText,
        kind: oneOf(organisationKinds),
        telephone: anyText,
        outOfHoursTelephone: maybe(anyText),
      }),
    ),
    posts: described(
      list(
        object({
          id: id<'post'>(),
          person: id<'person'>(),
          personName: anyText,
          role: postRole,
          organisation: id<'organisation'>(),
          team: maybe(anyText),
          allocatable: described(flag, 'Can be allocated to one child.'),
        }),
      ),
      'Every post that is held today, for a post that may allocate somebody or keep somebody out; for others none.',
    ),
  }),
)

/** The choices that the pages offer where a council, a provider or somebody's post is named. */
export const directoryOperation: Operation = {
  method: 'GET',
  path: '/directory',
  operationId: 'readDirectory',
  tag: 'reference',
  summary: 'The organisations of the partnership, and who holds which post',
  description:
    'Where the ids are that a placement, a responsible council, an allocation or a restriction names.',
  may: { kind: 'signed-in' },
  audit: { kind: 'nothing', because: 'the directory holds nothing of any child' },
  answer: { status: 200, description: 'The directory today.', schema: directory },
  handle: ({ who, now }: Call) => Promise.resolve(answering(directoryOf(who.directory, who.author, now))),
}

/** What names somebody by their post or person. */
const naming = ['worker-allocated', 'person-shut-out', 'record-restricted'] as const

function heldOn({ posts }: Directory, day: LondonDate): readonly Post[] {
  return posts.filter(({ from, until }) => from <= day && (until === undefined || day < until))
}

function directoryOf(known: Directory, author: Acting, now: Moment): ValueOf<typeof directory> {
  const names = naming.some((entry) => mayRegister(author, entry))
  const allocated = new Set(allocatable(known, now))
  return {
    organisations: known.organisations.map(({ id: one, name, kind, telephone, outOfHoursTelephone }) => ({
      ...{ id: one, name, kind, telephone },
      ...(outOfHoursTelephone !== undefined && { outOfHoursTelephone }),
    })),
    posts: (names ? heldOn(known, londonDate(now)) : []).map((post) => ({
      ...{ id: post.id, person: post.person, personName: post.personName },
      ...{ role: post.role, organisation: post.organisation, allocatable: allocated.has(post) },
      ...(post.team !== undefined && { team: post.team }),
    })),
  }
}

import { mayRegister, type Acting } from '../../../domain/access/may.ts'
import { allocatable } from '../../../domain/child/addition.ts'
import type { Directory } from '../../../domain/child/directory.ts'
import { organisationKinds } from '../../../domain/episode/entry.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { role } from '../bodies.ts'
import { answering, type Call, type Operation } from '../operation.ts'
import { anyText, described, id, list, maybe, named, object, oneOf, type ValueOf } from '../shape.ts'

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
          personName: anyText,
          role,
          organisation: id<'organisation'>(),
          team: maybe(anyText),
        }),
      ),
      'Who can be allocated to a child today. None for a post that allocates nobody.',
    ),
  }),
)

/** The choices that the pages offer where a council, a provider or somebody's post is named. */
export const directoryOperation: Operation = {
  method: 'GET',
  path: '/directory',
  operationId: 'readDirectory',
  tag: 'reference',
  summary: 'The organisations of the partnership, and who can be allocated',
  description: 'Where the ids are that a placement, a responsible council or an allocation names.',
  may: { kind: 'signed-in' },
  audit: { kind: 'nothing', because: 'the directory holds nothing of any child' },
  answer: { status: 200, description: 'The directory today.', schema: directory },
  handle: ({ who, now }: Call) => Promise.resolve(answering(directoryOf(who.directory, who.author, now))),
}

function directoryOf(known: Directory, author: Acting, now: Moment): ValueOf<typeof directory> {
  const posts = mayRegister(author, 'worker-allocated') ? allocatable(known, now) : []
  return {
    organisations: known.organisations.map(({ id: one, name, kind, telephone, outOfHoursTelephone }) => ({
      ...{ id: one, name, kind, telephone },
      ...(outOfHoursTelephone !== undefined && { outOfHoursTelephone }),
    })),
    posts: posts.map(({ id: one, personName, role: held, organisation, team }) => ({
      ...{ id: one, personName, role: held, organisation },
      ...(team !== undefined && { team }),
    })),
  }
}

import { addToRecord } from '../../../application/commands/add-to-record.ts'
import { atMinute } from '../../../application/commands/begin-episode.ts'
import { childEntryOf } from '../../../application/commands/register-child.ts'
import { idFrom, requestHash } from '../../../application/ids.ts'
import { additions, type AddedType, type AdditionName } from '../../../domain/child/addition.ts'
import type { ChildBodies } from '../../../domain/child/child.ts'
import type { ChildId, Occurred, ToldBy } from '../../../domain/episode/entry.ts'
import { parseId } from '../../../kernel/ids.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { unreachable } from '../../../kernel/unreachable.ts'
import { enveloped, envelopedAtOnce } from '../asked.ts'
import { childBodies } from '../child-bodies.ts'
import { additionExamples } from '../examples.ts'
import { answering, problemReply, type Call, type Operation, type Reply } from '../operation.ts'
import { keyUsed, mayNot } from '../outcome.ts'
import { additionProblem, notValid } from '../problem.ts'
import { id, named, object, type Schema, type Shape } from '../shape.ts'
import { occurredAsKept, take } from '../take.ts'
import { additionWords } from '../words.ts'
import { camel } from './camel.ts'
import { notFound } from './reading.ts'

const added = named('Added', object({ child: id<'child'>(), entry: id<'entry'>() }))

const names = Object.keys(additions) as readonly AdditionName[]

const atOnce: ReadonlySet<AdditionName> = new Set([
  'say-who',
  'join-record',
  'shut-out-person',
  'end-shut-out',
  'give-child-access',
  'end-child-access',
  'restrict-record',
  'end-restriction',
])

/** One operation for everything that a person may add to a child's own record. */
export const addingOperations: readonly Operation[] = names.map((name): Operation => {
  const example = additionExamples[name]
  return {
    method: 'POST',
    path: `/children/{child}/${name}`,
    operationId: camel(name),
    tag: 'children',
    summary: additionWords[name],
    description:
      'It only adds to the child’s own record, so it goes in at the end. Who may see the child follows from it: a post that ends its own sight of the record by this is answered, and does not find the child again.',
    may: { kind: 'may-register', entry: additions[name] },
    audit: { kind: 'entry', what: additions[name] },
    body: { schema: askedOf(name), ...(example && { example }) },
    refuses: true,
    answer: { status: 201, description: 'It is on the record.', schema: added },
    handle: (call: Call) => add(name, call),
  }
})

/** Who a child is, which records are theirs and who is kept out is so by being recorded: no time is asked. */
function askedOf(name: AdditionName): Schema {
  const schema: Schema = childBodies[additions[name]]
  return atOnce.has(name) ? envelopedAtOnce(schema) : enveloped(schema)
}

interface Sent extends Readonly<Record<string, unknown>> {
  readonly occurred?: Occurred
  readonly toldBy?: ToldBy
}

async function add(name: AdditionName, call: Call): Promise<Reply> {
  const { app, who, params } = call
  const child = parseId<'child'>(params['child'] ?? '')
  const seen = child && (await seenBy(call, child))
  if (seen === undefined) return notFound()
  const taken = take(askedOf(name) as Shape<Sent>, call.body)
  if (taken.kind === 'wrong') return problemReply(notValid(taken.errors))
  const { occurred = atMinute(seen.now), toldBy, ...said } = taken.value
  const body = bodyOf(additions[name], said, call)
  if (name === 'join-record' && (await seenBy(call, said['as'] as ChildId)) === undefined)
    return problemReply(notValid([{ pointer: '#/as', detail: 'names a record that is not there' }]))
  const made = childEntryOf(who.author, additions[name], occurredAsKept(occurred), body)
  // A retry answers with the id of the entry that the first one made.
  const entry = { ...made, id: idFrom<'entry'>('entry', seen.child, call.key), ...(toldBy && { toldBy }) }
  const key = { id: call.key, requestHash: requestHash({ of: seen.child, act: name, sent: call.body }) }
  const { visitor, author } = who
  const outcome = await addToRecord(app, { visitor, author, child: seen.child, key, entry })
  switch (outcome.kind) {
    case 'done':
      return answering({ child: seen.child, entry: entry.id }, { location: `/api/v1/children/${seen.child}` })
    case 'refused':
      return problemReply(additionProblem(outcome.refusal))
    case 'may-not':
      return mayNot()
    case 'command-taken':
      return keyUsed()
    default:
      return unreachable(outcome)
  }
}

/** A child whom the caller may see, and the database's clock. */
function seenBy(
  { app, who }: Call,
  child: ChildId,
): Promise<{ readonly child: ChildId; readonly now: Moment } | undefined> {
  return app.store.read(who.visitor, async (session) =>
    (await session.card(child)) === undefined ? undefined : { child, now: await session.now() },
  )
}

/** Whoever is allocated is so in the role of their post. A post that is nowhere is for the rules to refuse. */
function bodyOf(type: AddedType, said: object, { who }: Call): ChildBodies[AddedType] {
  if (type !== 'worker-allocated') return said
  const asked = said as Omit<ChildBodies['worker-allocated'], 'role'>
  const role = who.directory.posts.find(({ id }) => id === asked.post)?.role ?? 'carer'
  const { sharesWords, ...body } = asked
  return { ...body, role, ...(role === 'advocate' && sharesWords === true && { sharesWords }) }
}

import type { OpenedBy } from '../../../application/outside.ts'
import {
  askIfMissing,
  figures,
  knowOfEmergency,
  openInEmergency,
  revealName,
  reviewEmergency,
  toReview,
} from '../../../application/queries/outside.ts'
import { parseId } from '../../../kernel/ids.ts'
import { parseReference } from '../../../kernel/reference.ts'
import { describedAs } from '../../pages/outside/described.ts'
import {
  figuresAnswer,
  figuresAnswerOf,
  missingAnswer,
  reviewAnswer,
  reviewAnswerOf,
} from '../answers/outside.ts'
import { answering, problemReply, taking, type Call, type Operation, type Reply } from '../operation.ts'
import { keyUsed } from '../outcome.ts'
import { notValid, problem } from '../problem.ts'
import { closed } from '../schemas.ts'
import {
  anyText,
  constant,
  count,
  day,
  id,
  kinds,
  maybe,
  named,
  object,
  text,
  type ValueOf,
} from '../shape.ts'
import { notFound } from './reading.ts'

const asking = object({ name: maybe(text), age: maybe(count), description: maybe(text) })

const opening = object({
  by: kinds({ reference: { reference: text }, name: { name: text, bornOn: day } }),
  reason: text,
})

const knowing = object({ known: constant(true) })
const reviewing = object({ said: text })
const revealing = object({ episode: id<'episode'>(), reason: text })

const review = { kind: 'may-use', use: 'review' } as const
const see = { kind: 'may-use', use: 'see-figures' } as const
const done = named('Done', object({ done: constant(true) }))

/** What the pages ask under their own addresses: /missing-child, /open-record, /review and /figures. */
export const outsideOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/missing-child',
    operationId: 'askIfMissing',
    tag: 'outside',
    summary: 'Is this child missing?',
    description:
      'For a child who is in front of somebody. Answers whether they are missing and whom to ring, and no more, also of a child whom nobody else may see. Say a name, or an age and what they look like. Asked again under the same key it is answered as things stand then, and kept once.',
    may: { kind: 'may-use', use: 'ask-if-missing' },
    audit: { kind: 'look', what: 'is this child missing?, naming whom it fitted' },
    body: { schema: closed(asking), example: { name: 'Alex Example', age: 14 } },
    answer: { status: 200, description: 'The answer.', schema: missingAnswer },
    handle: taking(asking, ask),
  },
  {
    method: 'POST',
    path: '/emergencies',
    operationId: 'openInEmergency',
    tag: 'outside',
    summary: 'Open a record in an emergency',
    description:
      'For one hour, to read and not to write. Those who answer for the child’s record are told at once on their pages, and everything that is looked at is listed for them. A machine is not asked again who it is: keep its token as you would keep the keys.',
    may: { kind: 'may-use', use: 'open-in-emergency' },
    audit: { kind: 'look', what: 'opened in an emergency, naming the child' },
    body: {
      schema: closed(opening),
      example: { by: { kind: 'reference', reference: 'ABCD-2345' }, reason: 'The child is here and is hurt' },
    },
    problems: ['not-found'],
    answer: {
      status: 201,
      description: 'It is open.',
      schema: named('Opened', object({ child: id<'child'>() })),
    },
    handle: taking(opening, open),
  },
  {
    method: 'GET',
    path: '/review',
    operationId: 'readReview',
    tag: 'outside',
    summary: 'What was opened, asked and revealed',
    description: 'Of the children whose council this post reviews for, the latest first.',
    may: review,
    audit: { kind: 'look', what: 'what was opened and asked, for review' },
    answer: { status: 200, description: 'The lists.', schema: reviewAnswer },
    handle: async ({ app, who }: Call) => answering(reviewAnswerOf(await toReview(app, who.visitor))),
  },
  {
    method: 'POST',
    path: '/emergencies/{emergency}/known',
    operationId: 'knowOfEmergency',
    tag: 'outside',
    summary: 'This post knows that a record was opened',
    description: 'Until it has said so, it stands at the head of every page of this post.',
    may: review,
    audit: { kind: 'entry', what: 'that one knows of what was opened in an emergency' },
    body: { schema: closed(knowing) },
    answer: { status: 200, description: 'It is kept.', schema: done },
    handle: taking(knowing, know),
  },
  {
    method: 'POST',
    path: '/emergencies/{emergency}/review',
    operationId: 'reviewEmergency',
    tag: 'outside',
    summary: 'What a review found',
    description: 'Said once, it stands. Nobody reviews what they opened themselves.',
    may: review,
    audit: { kind: 'entry', what: 'the review of what was opened in an emergency' },
    body: { schema: closed(reviewing) },
    problems: ['already-reviewed'],
    answer: { status: 200, description: 'It is kept.', schema: done },
    handle: taking(reviewing, reviewed),
  },
  {
    method: 'GET',
    path: '/figures',
    operationId: 'readFigures',
    tag: 'outside',
    summary: 'Episodes without names',
    description: 'Every episode of the area of this post, for whoever needs figures only.',
    may: see,
    audit: { kind: 'look', what: 'figures, naming the children in them' },
    answer: { status: 200, description: 'The episodes.', schema: figuresAnswer },
    handle: async ({ app, who }: Call) => answering(figuresAnswerOf(await figures(app, who.visitor))),
  },
  {
    method: 'POST',
    path: '/figures/names',
    operationId: 'revealName',
    tag: 'outside',
    summary: 'The name of one child in the figures',
    description: 'Kept with its reason for whoever reviews it.',
    may: see,
    audit: { kind: 'look', what: 'name revealed' },
    body: { schema: closed(revealing) },
    problems: ['not-found'],
    answer: {
      status: 200,
      description: 'The name, for this once.',
      schema: named('Revealed', object({ name: anyText })),
    },
    handle: taking(revealing, reveal),
  },
]

const oldest = 120

async function ask(
  { app, who, key }: Call,
  { name, age, description }: ValueOf<typeof asking>,
): Promise<Reply> {
  if (age !== undefined && age > oldest)
    return problemReply(notValid([{ pointer: '#/age', detail: 'must be an age in years' }]))
  const asked = describedAs({ name, age, description })
  if (asked === undefined)
    return problemReply(
      notValid([{ pointer: '#', detail: 'must say a name, or an age and what they look like' }]),
    )
  const answer = await askIfMissing(app, who.visitor, asked, key)
  if (answer.kind === 'key-taken') return keyUsed()
  return answering({ answer: answer.kind, ring: answer.kind === 'missing' ? answer.ring : [] })
}

async function open({ app, who, key }: Call, { by, reason }: ValueOf<typeof opening>): Promise<Reply> {
  const reference = by.kind === 'reference' ? parseReference(by.reference) : undefined
  const found: OpenedBy | undefined =
    by.kind === 'name' ? by : reference === undefined ? undefined : { kind: 'reference', reference }
  if (found === undefined)
    return problemReply(
      notValid([{ pointer: '#/by/reference', detail: 'must be the reference of an episode' }]),
    )
  const child = await openInEmergency(app, who.visitor, who.author, { id: key, by: found, reason })
  if (child === undefined) return notFound()
  return typeof child === 'string'
    ? answering({ child }, { location: `/api/v1/children/${child}` })
    : keyUsed()
}

async function know({ app, who, params }: Call): Promise<Reply> {
  const emergency = parseId(params['emergency'] ?? '')
  const outcome = emergency && (await knowOfEmergency(app, who.visitor, emergency))
  return outcome === 'done' ? answering({ done: true }) : notFound()
}

async function reviewed({ app, who, params }: Call, { said }: ValueOf<typeof reviewing>): Promise<Reply> {
  const emergency = parseId(params['emergency'] ?? '')
  const outcome = emergency && (await reviewEmergency(app, who.visitor, emergency, said))
  if (outcome === 'stands')
    return problemReply(problem('already-reviewed', 'What was said of it stands. Read it in the review.'))
  return outcome === 'done' ? answering({ done: true }) : notFound()
}

async function reveal(
  { app, who, key }: Call,
  { episode, reason }: ValueOf<typeof revealing>,
): Promise<Reply> {
  const { rows } = await figures(app, who.visitor)
  const row = rows.find((one) => one.episode === episode)
  const name = row && (await revealName(app, who.visitor, row.child, reason, key))
  if (name === undefined) return notFound()
  return typeof name === 'string' ? answering({ name }) : keyUsed()
}

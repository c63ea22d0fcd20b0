import { beforeReport, type BeforeReport } from '../../../application/queries/before-report.ts'
import { childrenToReport, type ChildrenToReport } from '../../../application/queries/children-to-report.ts'
import { parseId } from '../../../kernel/ids.ts'
import {
  childRecord,
  childRecordOf,
  childSummary,
  childSummaryOf,
  episodeSummary,
  episodeSummaryOf,
} from '../answers/children.ts'
import { earlierKnown } from '../answers/episodes.ts'
import { answering, type Call, type Operation, type Reply } from '../operation.ts'
import { described, flag, id, list, maybe, moment, named, object, type ValueOf } from '../shape.ts'
import { notFound } from './reading.ts'

const signedIn = { kind: 'signed-in' } as const

const before = named(
  'BeforeReport',
  object({
    now: moment,
    child: id<'child'>(),
    record: childRecord,
    earlier: described(earlierKnown, 'Known from before: it can raise the worry and never lower it.'),
    open: maybe(described(episodeSummary, 'The child is being looked for already: work in that episode.')),
    hasBeenAway: flag,
    lookUntil: described(
      moment,
      'If looking began now, when it has to end in telling police. Not after `now`: at once.',
    ),
  }),
)

const here = named(
  'ChildrenHere',
  object({
    children: list(
      object({ child: childSummary, open: maybe(described(id<'episode'>(), 'Being looked for already.')) }),
    ),
  }),
)

/** What the pages show on the way to a report, before there is an episode. */
export const beforeReportingOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: '/children-here',
    operationId: 'readChildrenHere',
    tag: 'lists',
    summary: 'Who lives where this post works',
    description: 'The children placed in the home or homes of the post: who may be the one who is not there.',
    may: signedIn,
    audit: { kind: 'look', what: 'children, to report, by name' },
    answer: { status: 200, description: 'The children.', schema: here },
    handle: readHere,
  },
  {
    method: 'GET',
    path: '/children/{child}/before-report',
    operationId: 'readBeforeReport',
    tag: 'children',
    summary: 'What the question of worry is asked with',
    description:
      'What was known before, whether the child is being looked for already, and how long may be looked before police are told.',
    may: signedIn,
    audit: { kind: 'look', what: 'child, to report' },
    answer: { status: 200, description: 'What is known at this moment.', schema: before },
    handle: readBefore,
  },
]

async function readHere({ app, who }: Call): Promise<Reply> {
  return answering(hereOf(await childrenToReport(app, who.visitor, who.post, '')))
}

function hereOf({ here: candidates }: ChildrenToReport): ValueOf<typeof here> {
  return {
    children: candidates.map(({ card, open }) => ({
      child: childSummaryOf(card),
      ...(open !== undefined && { open }),
    })),
  }
}

async function readBefore({ app, who, params }: Call): Promise<Reply> {
  const child = parseId<'child'>(params['child'] ?? '')
  const found = child && (await beforeReport(app, who.visitor, who.author, child))
  return found === undefined ? notFound() : answering(beforeOf(found))
}

function beforeOf({ record, open, ...rest }: BeforeReport): ValueOf<typeof before> {
  return { ...rest, record: childRecordOf(record), ...(open && { open: episodeSummaryOf(open) }) }
}

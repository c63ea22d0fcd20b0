import { problemKinds, refusalKinds, refusedStatus, refusedTitle, typeOf } from '../problem.ts'
import {
  anyText,
  count,
  day,
  described,
  flag,
  list,
  maybe,
  named,
  object,
  oneOf,
  type Schema,
  type ValueOf,
} from '../shape.ts'
import { explain } from '../../../domain/protocol/explain.ts'
import type { Edition } from '../../../domain/protocol/protocol.ts'
import { role } from '../bodies.ts'
import { answering, type OpenCall, type Operation, type Reply } from '../operation.ts'
import { notFound } from './reading.ts'

const protocols = named(
  'Protocols',
  object({
    protocols: list(
      named(
        'Edition',
        object({
          protocol: anyText,
          edition: anyText,
          title: anyText,
          owner: anyText,
          adoptedBy: anyText,
          from: day,
          until: maybe(day),
          lastReviewed: day,
          reviewDue: day,
          practice: maybe(object({ title: anyText, address: anyText })),
          subject: described(oneOf<Edition['subject']>(['child', 'care']), 'Whose whereabouts it is about.'),
          searchLeads: described(
            list(object({ heldBy: role, ledBy: role })),
            'Of Care: who leads the search for what each role holds.',
          ),
          clauses: list(
            object({
              duty: anyText,
              title: anyText,
              owedBy: role,
              keeper: flag,
              on: flag,
              source: anyText,
              verified: flag,
            }),
          ),
        }),
      ),
    ),
  }),
)

const explained = named(
  'ExplainedEdition',
  object({
    protocol: anyText,
    edition: anyText,
    sections: list(
      object({
        name: anyText,
        heading: anyText,
        says: list(anyText),
        duties: list(
          object({
            duty: anyText,
            title: anyText,
            keeper: flag,
            verified: described(flag, 'The act is from a source that was checked.'),
            timeVerified: described(flag, 'The time is too.'),
            rows: list(object({ label: anyText, says: anyText })),
          }),
        ),
      }),
    ),
  }),
)

const problems = named(
  'Problems',
  object({ problems: list(object({ type: anyText, status: count, title: anyText })) }),
)

const description: Schema = { title: 'Description', type: 'object' }

/** What holds no child: anyone may read it, and no look is recorded. `describe` gives the OpenAPI document. */
export function referenceOperations(describe: () => unknown): readonly Operation[] {
  return [
    {
      method: 'GET',
      path: '/protocols',
      operationId: 'readProtocols',
      tag: 'reference',
      summary: 'Every edition of every joint protocol',
      description: 'Which duties each lays, who owes them, and from which document they come.',
      may: { kind: 'anyone' },
      audit: { kind: 'nothing', because: 'a protocol holds nothing of any child' },
      answer: { status: 200, description: 'The editions.', schema: protocols },
      handle: ({ app }: OpenCall) =>
        Promise.resolve(answering({ protocols: app.protocols.editions.map(editionOf) })),
    },
    {
      method: 'GET',
      path: '/protocols/{protocol}/{edition}',
      operationId: 'readEdition',
      tag: 'reference',
      summary: 'One edition, clause by clause, in words',
      description:
        'What sets each duty going, who owes it, how long they have, what meets it, who is told when it is silent, and where that is written.',
      may: { kind: 'anyone' },
      audit: { kind: 'nothing', because: 'a protocol holds nothing of any child' },
      answer: { status: 200, description: 'The edition.', schema: explained },
      handle: readEdition,
    },
    {
      method: 'GET',
      path: '/problems',
      operationId: 'readProblems',
      tag: 'reference',
      summary: 'Every problem that this API answers with',
      description: 'The types of all problems, one for each rule of the field that can say no among them.',
      may: { kind: 'anyone' },
      audit: { kind: 'nothing', because: 'a list of problems holds nothing of any child' },
      answer: { status: 200, description: 'The problems.', schema: problems },
      handle: () => Promise.resolve(answering({ problems: everyProblem })),
    },
    {
      method: 'GET',
      path: '/openapi.json',
      operationId: 'readDescription',
      tag: 'reference',
      summary: 'This description',
      description: 'OpenAPI 3.1, made from the same schemas that the bodies are held to.',
      may: { kind: 'anyone' },
      audit: { kind: 'nothing', because: 'a description holds nothing of any child' },
      answer: { status: 200, description: 'The document.', schema: description },
      handle: () => Promise.resolve(answering(describe())),
    },
  ]
}

function editionOf(edition: Edition): ValueOf<typeof protocols>['protocols'][number] {
  const { clauses, searchLeads, reasonableTime: _times, extends: _extends, ...head } = edition
  return {
    ...head,
    searchLeads: searchLeads.map(({ heldBy, ledBy }) => ({ heldBy, ledBy })),
    clauses: clauses.map(({ duty, title, owedBy, keeper, on, source }) => ({
      ...{ duty, title, owedBy, keeper, on },
      source: source.document,
      verified: source.verified,
    })),
  }
}

function readEdition({ app, params }: OpenCall): Promise<Reply> {
  const found = app.protocols.editions.find(
    ({ protocol, edition }) => protocol === params['protocol'] && edition === params['edition'],
  )
  const { protocol, edition } = found ?? {}
  return Promise.resolve(
    found === undefined ? notFound() : answering({ protocol, edition, sections: explain(found) }),
  )
}

const everyProblem = [
  ...Object.entries(problemKinds).map(([kind, { status, title }]) => ({ type: typeOf(kind), status, title })),
  ...refusalKinds.map((kind) => ({
    type: typeOf(`refused-${kind}`),
    status: refusedStatus,
    title: `${refusedTitle}: ${kind.replaceAll('-', ' ')}`,
  })),
]

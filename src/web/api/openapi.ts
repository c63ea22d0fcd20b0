import { problemSchema } from './answers/problems.ts'
import { tags, type Operation } from './operation.ts'
import { problemKinds, refusedTitle, refusedStatus, type ProblemKind } from './problem.ts'
import { hoisted, type Components } from './schemas.ts'
import { anyText, described, id, type Schema } from './shape.ts'
import { auditInWords, whoMayInWords } from './who-may.ts'

/** The OpenAPI 3.1 document of these operations: made from what they are and nothing else. */
export function openApiOf(operations: readonly Operation[]): object {
  const components: Components = new Map()
  hoisted(answered(problemSchema), components)
  const paths: Record<string, Record<string, unknown>> = {}
  for (const one of operations) {
    const methods = (paths[one.path] ??= {})
    methods[one.method.toLowerCase()] = operationOf(one, components)
  }
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/api/v1', description: 'This server' }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Made by `whereabouts token create`, bound to one post, and shown once.',
        },
      },
      schemas: Object.fromEntries(components),
    },
  }
}

const info = {
  title: 'Whereabouts',
  version: '1',
  summary: 'One shared episode when a child is not where they should be.',
  description: [
    'The same commands and queries as the pages, under the same rules.',
    'Nothing here alerts anyone: police know when somebody has rung them, or when they say so themselves.',
    'Every POST carries an `Idempotency-Key`: sent again with the same body it gets the same answer and writes nothing.',
    'A command that decides carries `If-Match` with the ETag of the episode that the decision rests on.',
    'Times are answered in UTC to the millisecond. Problems are `application/problem+json` (RFC 9457).',
  ].join('\n\n'),
  contact: { name: 'Whoever runs this server' },
  license: { name: 'MIT', identifier: 'MIT' },
}

function operationOf(operation: Operation, components: Components): object {
  const { operationId, summary, description, tag, may, audit, body, answer } = operation
  const who = `**Who may:** ${whoMayInWords(may)}`
  const kept = `**On the record:** ${auditInWords(audit)}`
  const parameters = parametersOf(operation)
  return {
    operationId,
    tags: [tag],
    summary,
    description: [description, who, kept].join('\n\n'),
    ...(may.kind === 'anyone' && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: untitled(body.schema),
            ...(body.example !== undefined && { example: body.example }),
          },
        },
      },
    }),
    responses: {
      [answer.status]: {
        description: answer.description,
        ...(answer.etag && { headers: { ETag: { description: etagWords, schema: { type: 'string' } } } }),
        content: { 'application/json': { schema: hoisted(answered(answer.schema), components) } },
      },
      ...problemsOf(operation),
    },
  }
}

const etagWords = 'How many entries the episode has, in quotes.'

function parametersOf({ path, query, method, ifMatch }: Operation): readonly object[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    ...parameterOf(name),
  }))
  const inQuery = Object.entries(query ?? {}).map(([name, { schema, required }]) => {
    const { description, ...rest } = schema
    return { name, in: 'query', required, description, schema: rest }
  })
  const key = { name: 'Idempotency-Key', in: 'header', required: true, description: keyWords, schema: id() }
  const match = {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: etagWords,
    schema: described({ type: 'string', pattern: '^"\\d{1,6}"$' }, etagWords),
  }
  return [...inPath, ...inQuery, ...(method === 'POST' ? [key] : []), ...(ifMatch ? [match] : [])]
}

/** A protocol and its edition go by name; everything else by a UUID. */
function parameterOf(name: string): { readonly description: string; readonly schema: Schema } {
  return name === 'protocol' || name === 'edition'
    ? { description: `The name of the ${name}, as the list of them gives it.`, schema: anyText }
    : { description: `The id of the ${name}.`, schema: id() }
}

const keyWords = 'A UUID of the caller’s own for this request: the id of the command.'

/** Which problems an operation can meet, by status. */
function problemKindsOf(operation: Operation): readonly ProblemKind[] {
  const { method, path, may, query, ifMatch, problems = [] } = operation
  const isPost = method === 'POST'
  return [
    ...(may.kind === 'anyone' ? [] : (['not-authenticated'] as const)),
    ...(may.kind === 'anyone' || may.kind === 'signed-in' ? [] : (['may-not'] as const)),
    ...(path.includes('{') ? (['not-found'] as const) : []),
    ...(isPost ? (['not-readable', 'key-used', 'too-large', 'not-json'] as const) : []),
    ...(isPost || query ? (['not-valid'] as const) : []),
    ...(ifMatch ? (['overtaken', 'if-match-needed'] as const) : []),
    ...problems,
    'too-many',
    'defect',
  ]
}

function problemsOf(operation: Operation): Readonly<Record<string, object>> {
  const titles = problemKindsOf(operation).map((kind) => problemKinds[kind])
  const all = operation.refuses ? [...titles, { status: refusedStatus, title: refusedTitle }] : titles
  const byStatus = Map.groupBy(all, ({ status }) => status)
  return Object.fromEntries(
    [...byStatus].map(([status, kinds]) => [
      status,
      {
        description: `${kinds.map(({ title }) => title).join('; or: ')}.`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

/** What is asked is shown whole where it is asked. */
function untitled(schema: Schema): Schema {
  return without(schema, (name, value) => name === 'title' && typeof value === 'string')
}

/** What is answered stands as the record holds it, however long: only what is asked is held to lengths and patterns. */
function answered(schema: Schema): Schema {
  const limits = ['minLength', 'maxLength', 'pattern']
  return without(schema, (name, value) => limits.includes(name) && typeof value !== 'object')
}

function without(schema: Schema, left: (name: string, value: unknown) => boolean): Schema {
  return JSON.parse(JSON.stringify(schema), (name, value: unknown) =>
    name === 'discriminator' || left(name, value) ? undefined : value,
  ) as Schema
}

import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { apiTokenHash, newApiToken } from '../../src/application/api-tokens.ts'
import { newId } from '../../src/application/ids.ts'
import type { cast } from '../../src/cli/demonstration/cast.ts'
import { loadDemonstration } from '../../src/cli/demonstration/load.ts'
import { files } from '../../src/exchange/files/files.ts'
import { readProtocols } from '../../src/exchange/protocol-files.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { createAccounts } from '../../src/store/accounts.ts'
import { createChildDoors } from '../../src/store/child-doors.ts'
import { createDevices } from '../../src/store/devices.ts'
import { keepToken, postOfToken } from '../../src/store/api-tokens.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { createDrafts } from '../../src/store/drafts.ts'
import { createSessions } from '../../src/store/sessions.ts'
import { createStore } from '../../src/store/store.ts'
import { validation } from '../../src/web/api/plugin.ts'
import { defectLine } from '../../src/web/defect-line.ts'
import { routes } from '../../src/web/routes.ts'
import { createServer, type ServerParts } from '../../src/web/server.ts'
import { expectedCare, projectCare } from './care-editions.ts'
import { withDatabase, type TestDatabase } from './database.ts'
import { questionSets } from './generated.ts'

type Member = (typeof cast)[keyof typeof cast]

/** What came back from the API. */
export interface Replied {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
  readonly text: string
}

export interface Sent {
  readonly by?: Member
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The whole product without a socket: the demonstration, its pages and its API. */
export interface Served {
  readonly database: TestDatabase
  readonly server: FastifyInstance
  readonly defects: readonly unknown[]
  /** What the product would have logged. */
  readonly lines: readonly string[]
  readonly ask: (method: 'GET' | 'POST', path: string, sent?: Sent) => Promise<Replied>
  readonly tokenOf: (member: Member) => Promise<string>
}

const editions = await readProtocols(join(import.meta.dirname, '../../protocols'))

/** Gives work a server on a database of its own that holds the demonstration. */
export async function withApi<T>(
  work: (served: Served) => Promise<T>,
  parts: Partial<ServerParts> = {},
): Promise<T> {
  return withDatabase(async (database) => {
    await loadDemonstration({
      applicationAt: (recordedAt) => {
        const store = createStore({ app: database.maintainer, projectCare, recordedAt })
        return Promise.resolve({
          store,
          protocols: { editions },
          expectedCare,
          directory: () => store.directory(),
        })
      },
      keepDirectory: (directory) => keepDirectory(database.maintainer, directory),
      progress: () => undefined,
    })
    const defects: unknown[] = []
    const lines: string[] = []
    const store = createStore({ app: database.app, projectCare })
    const server = await createServer({
      app: { store, protocols: { editions }, questionSets, expectedCare, directory: () => store.directory() },
      routes,
      accounts: createAccounts(database.app),
      files,
      drafts: createDrafts(database.app, 'a secret of these tests'),
      devices: createDevices(database.app),
      doors: createChildDoors(database.app),
      sessions: createSessions(database.app, { idle: 'PT15M', longest: 'PT12H' }),
      postOfToken: (hash) => postOfToken(database.app, hash),
      clock: () => momentOf(Temporal.Now.instant()),
      cookieSecret: 'for tests only, and long enough',
      demonstration: true,
      log: (line) => lines.push(JSON.stringify(line)),
      report: (defect, reference, route) => {
        defects.push(defect)
        lines.push(JSON.stringify(defectLine(defect, reference, route)))
      },
      ...parts,
    })
    try {
      const tokenOf = tokens(database)
      return await work({ database, server, defects, lines, tokenOf, ask: asking(server, tokenOf) })
    } finally {
      await server.close()
    }
  })
}

function tokens({ maintainer }: TestDatabase): Served['tokenOf'] {
  const made = new Map<string, Promise<string>>()
  const make = async ({ post }: Member): Promise<string> => {
    const token = newApiToken()
    const hash = apiTokenHash(token)!
    await keepToken(maintainer, { id: newId<'api-token'>(), hash, post: post.id, name: 'a test' })
    return token
  }
  return (member) => {
    const token = made.get(member.post.id) ?? make(member)
    made.set(member.post.id, token)
    return token
  }
}

function asking(server: FastifyInstance, tokenOf: Served['tokenOf']): Served['ask'] {
  return async (method, path, { by, body, headers = {} } = {}) => {
    const reply = await server.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        ...(by && { authorization: `Bearer ${await tokenOf(by)}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': newId() }),
        ...headers,
      },
      ...(body !== undefined && {
        payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      }),
    })
    return {
      status: reply.statusCode,
      headers: reply.headers,
      body: reply.body.startsWith('{') ? reply.json() : {},
      text: reply.body,
    }
  }
}

type Json = Readonly<Record<string, unknown>>

/** A document with each reference replaced by what it leads to, and every object closed: what is not described is seen. */
export function resolved(document: Json, part: unknown): unknown {
  if (Array.isArray(part)) return part.map((one) => resolved(document, one))
  if (typeof part !== 'object' || part === null) return part
  const { $ref, ...rest } = part as Json & { readonly $ref?: string }
  if ($ref !== undefined) return resolved(document, at(document, $ref))
  const inside = Object.fromEntries(
    Object.entries(rest).map(([name, one]) => [name, resolved(document, one)]),
  )
  return 'properties' in inside && inside['type'] === 'object' && !('additionalProperties' in inside)
    ? { ...inside, additionalProperties: false }
    : inside
}

/** What a reference inside a document leads to. */
export function at(document: Json, ref: string): unknown {
  const names = ref.replace('#/', '').split('/')
  return names.reduce<unknown>(
    (part, name) => (part as Json)[name.replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  )
}

/** Says what is wrong with a value under a schema: nothing when it holds. */
export type Judging = (schema: unknown, value: unknown) => readonly string[]

/** The validator that Fastify carries, without a server around it. */
export async function aJudge(): Promise<Judging> {
  const server = fastify({ ajv: validation })
  let compile: ((schema: object) => Validate) | undefined
  server.get('/', (request) => {
    compile = (schema) => request.compileValidationSchema(schema)
    return Promise.resolve('')
  })
  await server.inject('/')
  return (schema, value) => {
    const validate = compile!(schema as object)
    return validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message = '', params }) =>
          [instancePath, message, JSON.stringify(params)].join(' '),
        )
  }
}

interface Validate {
  (value: unknown): unknown
  readonly errors?: readonly { instancePath: string; message?: string; params: object }[] | null
}

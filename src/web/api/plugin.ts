import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PostOfToken } from '../../application/api-tokens.ts'
import type { Application } from '../../application/carry-out.ts'
import type { Moment } from '../../kernel/moment.ts'
import { keepRefusal, namesARecord } from '../refusal-look.ts'
import { letFinish } from '../let-finish.ts'
import type { Limiting } from '../limits.ts'
import type { SignedIn } from '../route.ts'
import { bearerOf } from './bearer.ts'
import { conditionsOf } from './conditions.ts'
import { faultOf, wrongIn } from './faults.ts'
import { readJson } from './json.ts'
import { unkeepable } from './keepable.ts'
import type { Call, OpenCall, Operation, Reply } from './operation.ts'
import { operations } from './operations.ts'
import { notValid, problem, type Problem } from './problem.ts'
import { object, type Schema } from './shape.ts'
import { isLetBy } from './who-may.ts'

export interface ApiParts {
  readonly app: Application
  readonly postOfToken: PostOfToken
  readonly clock: () => Moment
  readonly limiting: Limiting
  readonly report: (defect: unknown, reference: string, route: string) => void
}

/** What Fastify's own validator is told: what was sent is judged as it stands, and every fault is named. */
export const validation = {
  customOptions: {
    coerceTypes: false,
    removeAdditional: false,
    useDefaults: false,
    allErrors: true,
    discriminator: true,
  },
} as const

/** The API under its prefix: no cookies, no forms, no redirects. Everything that it answers is JSON. */
export function apiPlugin(parts: ApiParts): (api: FastifyInstance) => Promise<void> {
  return (api) => {
    api.removeAllContentTypeParsers()
    api.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
      readJson(body as Buffer, done)
    })
    api.setNotFoundHandler((_request, reply) => sendProblem(reply, problem('not-found', 'Nothing is here.')))
    api.setErrorHandler(async (error: Error, request, reply) => {
      const fault = faultOf(error as Parameters<typeof faultOf>[0])
      if (fault?.status === 413) await letFinish(request)
      if (fault !== undefined) return sendProblem(reply, fault)
      // As on a page: the beginning of the id that the answer carries.
      const reference = request.id.slice(0, 8)
      parts.report(error, reference, request.routeOptions.url ?? 'unknown')
      const detail = `It has been logged as ${reference}. What you sent may not be on the record: send it again.`
      return sendProblem(reply, problem('defect', detail, { reference }))
    })
    for (const operation of operations) addOperation(api, parts, operation)
    return Promise.resolve()
  }
}

const asking = new WeakMap<FastifyRequest, SignedIn>()

/** Who asks and whether they may is settled before a byte of the body is read. */
function addOperation(api: FastifyInstance, parts: ApiParts, operation: Operation): void {
  const { method, path, body } = operation
  const url = `/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
  api.route({
    method,
    url,
    schema: { ...(body && { body: body.schema }), querystring: queryOf(operation) },
    onRequest: async (request, reply) => {
      const open = operation.may.kind === 'anyone'
      const who = open ? undefined : await bearerOf(parts.app, parts.postOfToken, request, parts.clock())
      const wait = await parts.limiting(
        request,
        who === undefined ? { kind: 'address', key: request.ip } : { kind: 'machine', key: who.post.id },
      )
      if (wait !== undefined) {
        const detail = `More was asked for in a minute than the service gives to one. Wait ${wait} seconds.`
        return sendProblem(reply.header('retry-after', wait), problem('too-many', detail))
      }
      if (open) return undefined
      if (who === undefined) return sendProblem(reply, problem('not-authenticated', noToken))
      asking.set(request, who)
      // A wall is no machine's.
      const isWall = who.visitor.from !== undefined
      if (isWall || (operation.may.kind !== 'signed-in' && !isLetBy(operation.may, who.author))) {
        await keepRefusal(parts.app, who.visitor, { method, route: `/api${url}`, params: request.params })
        return sendProblem(reply, problem('may-not', `${who.author.name} may not do this in this post.`))
      }
      return undefined
    },
    preValidation: async (request, reply) => {
      const fault = unkeepable(request.body)
      if (fault !== undefined) return sendProblem(reply, notValid([fault]))
      return undefined
    },
    handler: async (request, reply) => {
      const answered = await replyTo(parts, operation, request)
      const who = asking.get(request)
      if (who !== undefined && isRefusal(answered, request.params))
        await keepRefusal(parts.app, who.visitor, { method, route: `/api${url}`, params: request.params })
      return send(reply, operation, answered)
    },
  })
}

function isRefusal(answered: Reply, params: unknown): boolean {
  if (answered.kind !== 'problem') return false
  const { status } = answered.problem
  return status === 403 || (status === 404 && namesARecord(params))
}

type OpenOperation = Extract<Operation, { may: { kind: 'anyone' } }>
type ClosedOperation = Exclude<Operation, OpenOperation>

const noToken = 'Send `Authorization: Bearer` with a token that `whereabouts token create` made.'

function queryOf({ query = {} }: Operation): Schema {
  const required = Object.keys(query).filter((name) => query[name]?.required)
  const properties = Object.fromEntries(Object.entries(query).map(([name, { schema }]) => [name, schema]))
  return { ...object({}), properties, ...(required.length > 0 && { required }) }
}

async function replyTo(parts: ApiParts, operation: Operation, request: FastifyRequest): Promise<Reply> {
  const open: OpenCall = {
    app: parts.app,
    params: request.params as Readonly<Record<string, string>>,
    query: request.query as Readonly<Record<string, string>>,
    now: parts.clock(),
  }
  if (operation.may.kind === 'anyone') return (operation as OpenOperation).handle(open)
  const who = asking.get(request)
  if (who === undefined) throw new Error('Nobody is asking what only somebody may ask.')
  const conditions = conditionsOf(operation, request)
  if ('problem' in conditions) return { kind: 'problem', problem: conditions.problem }
  const check: Call['check'] = (schema, value, pointer) => {
    const validate = request.compileValidationSchema(schema)
    return validate(value) ? [] : wrongIn(validate.errors ?? [], pointer)
  }
  return (operation as ClosedOperation).handle({ ...open, ...conditions, who, body: request.body, check })
}

function send(reply: FastifyReply, { answer }: Operation, answered: Reply): FastifyReply {
  if (answered.etag !== undefined) reply.header('etag', answered.etag)
  if (answered.kind === 'problem') return sendProblem(reply, answered.problem)
  if (answered.location !== undefined) reply.header('location', answered.location)
  return sendJson(reply, answer.status, 'application/json; charset=utf-8', answered.body)
}

function sendProblem(reply: FastifyReply, said: Problem): FastifyReply {
  if (said.status === 401) reply.header('www-authenticate', 'Bearer')
  return sendJson(reply, said.status, 'application/problem+json; charset=utf-8', said)
}

function sendJson(reply: FastifyReply, status: number, type: string, body: unknown): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type(type).send(JSON.stringify(body))
}

import { randomUUID } from 'node:crypto'
import cookies from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import forms from '@fastify/formbody'
import helmet from '@fastify/helmet'
import files from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { fileURLToPath } from 'node:url'
import type { Accounts } from '../application/accounts.ts'
import type { ChildDoors } from '../application/child-doors.ts'
import { countMyDuties } from '../application/queries/my-duties.ts'
import type { Files } from '../application/files.ts'
import { countOpenedUnknown } from '../application/queries/outside.ts'
import { mayDo, mayRecordCare, mayRegister, mayUse } from '../domain/access/may.ts'
import type { InventedDevice } from '../application/invented-devices.ts'
import type { AskHealth } from '../application/health.ts'
import type { PostOfToken } from '../application/api-tokens.ts'
import { apiPlugin, validation } from './api/plugin.ts'
import { assetMounts } from './assets/mounts.ts'
import { confirmFirst } from './confirm-first.ts'
import { contentPolicy } from './content-policy.ts'
import { draftsHere, placeIn } from './drafts-here.ts'
import { Form } from './forms/form.ts'
import { addHealth } from './health/route.ts'
import { letFinish } from './let-finish.ts'
import { keepRefusal, namesARecord } from './refusal-look.ts'
import { limitsOn, type Counted, type Limiting, type Limits } from './limits.ts'
import { heldField } from './pages/held/view.ts'
import { notFoundPage } from './pages/refused/view.ts'
import {
  answerWith,
  askToWait,
  fieldsOf,
  pageVisit,
  send,
  sorry,
  statusOf,
  type ReplyParts,
} from './replying.ts'
import type { Invented } from './own/route.ts'
import { ownRoutes } from './own/routes.ts'
import { serveOwn } from './own/serve.ts'
import { refuseFromElsewhere } from './from-elsewhere.ts'
import { mayAskFrom } from './from-device.ts'
import { doorPath } from './way-in.ts'
import { addBackChannel } from './oidc/back-channel.ts'
import { providersHere } from './oidc/here.ts'
import { logRequests, type RequestLine } from './request-log.ts'
import type { Answer, OpenVisit, Route, SignedIn } from './route.ts'
import { doorOf, whoIsHere, type Here } from './session.ts'
import { settleDraft } from './settle-draft.ts'
import { sentFileOf, takeFiles } from './take-files.ts'

export interface ServerParts extends ReplyParts {
  readonly routes: readonly Route[]
  readonly accounts: Accounts
  /** The children's own doors; left out, no child comes in. */
  readonly doors?: ChildDoors
  /** A child of the demonstration, who comes in without a PIN. */
  readonly inventedChild?: Invented
  readonly files: Files
  /** One of each kind to try, in the demonstration. */
  readonly invented?: readonly InventedDevice[]
  /** Where people reach the pages, when that is not where they are served. No slash at the end. */
  readonly address?: string | undefined
  /** Which post a token of the API acts in. */
  readonly postOfToken: PostOfToken
  /** Left out where no machine watches. */
  readonly health?: AskHealth
  /** Told of each request that was answered; left out where nobody reads it. */
  readonly log?: (line: RequestLine) => void
  readonly cookieSecret: string
  /** Left out where nobody is kept waiting, as among invented people. */
  readonly limits?: Limits
  /** Other people's machines stand before this one and say whom they speak for. */
  readonly behindProxy?: boolean
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What this form carried may be shown again when it was refused. */
    readonly keepsTyped?: boolean
  }
}

/** The only place that knows HTTP's machinery: plugins, headers, cookies, and how an answer becomes a reply. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { secure = false } = parts
  const server = fastify({
    bodyLimit: 512 * 1024,
    trustProxy: parts.behindProxy === true && 'loopback, linklocal, uniquelocal',
    routerOptions: { maxParamLength: longestPart },
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : notToBeRead(url)),
    ajv: validation,
    genReqId: () => randomUUID(),
  })
  if (parts.log !== undefined) logRequests(server, parts.log)
  if (parts.demonstration) refuseFromElsewhere(server)
  letGoOnClose(server)
  await server.register(helmet, {
    contentSecurityPolicy: { directives: contentPolicy(parts) },
    hsts: secure && { maxAge: oneYear },
  })
  await server.register(cookies, { secret: parts.cookieSecret })
  await server.register(csrf, {
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', signed: true, secure },
  })
  await server.register(forms)
  for (const [index, { prefix, folder }] of assetMounts.entries())
    await server.register(files, {
      root: fileURLToPath(folder),
      prefix,
      decorateReply: index === 0,
      maxAge: '1h',
      index: false,
    })
  const limiting = await limitsOn(server, parts.limits)
  await server.register(apiPlugin({ ...parts, limiting }), { prefix: '/api' })
  if (parts.health !== undefined) addHealth(server, parts.health)
  if (parts.relyingParty !== undefined) addBackChannel(server, parts.relyingParty, limiting)
  if (parts.doors !== undefined) serveOwn(server, { ...parts, doors: parts.doors, limiting }, ownRoutes)
  // Before the first part that is waited for after the routes: a route keeps the handler that stands when it is made ready.
  server.setNotFoundHandler(async (request, reply) => {
    const here = await whoIsHere(parts, request)
    const page = { ...pageVisit(parts, here, reply), opened: await openedUnknownTo(parts, here.who) }
    return send(reply, 404, notFoundPage(page).toString())
  })
  server.setErrorHandler(async (error: unknown, request, reply) => {
    if (statusOf(error) === 413) await letFinish(request)
    return sorry(parts, error, request, reply)
  })
  for (const route of parts.routes.filter(({ takesFile }) => takesFile !== true))
    addRoute(server, { ...parts, limiting }, route)
  await server.register(async (scope) => {
    await takeFiles(scope, parts)
    for (const route of parts.routes.filter(({ takesFile }) => takesFile === true))
      addRoute(scope, { ...parts, limiting }, route)
  })
  return server
}

const longestPart = 200
/** Seconds in which a browser asks for nothing but TLS. */
const oneYear = 31_536_000

function notToBeRead(url: string): string {
  return url.startsWith('/api/') ? '/api/not-to-be-read' : '/not-to-be-read'
}

/** What cannot be decoded would be answered by the router itself, in JSON and without our headers: it is not found instead. */
function isReadable(url: string): boolean {
  const [path = ''] = url.split('?')
  if (path.split('/').some((part) => part.length > longestPart)) return false
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** An answer that is sent after closing has begun ends its connection: a kept one would hold the close for a minute. */
function letGoOnClose(server: FastifyInstance): void {
  let closing = false
  server.addHook('preClose', (done) => {
    closing = true
    done()
  })
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close')
    done(null, payload)
  })
}

function addRoute(server: FastifyInstance, parts: ServerParts & { limiting: Limiting }, route: Route): void {
  server.route({
    method: route.method,
    url: route.path,
    ...(route.method === 'POST' && {
      preHandler: (request, reply, done) => server.csrfProtection(request, reply, done),
    }),
    config: { keepsTyped: route.may.kind !== 'anyone' },
    handler: async (request, reply) => {
      const here = await whoIsHere(parts, request)
      const { who } = here
      const wait = await parts.limiting(request, countedFor(here, request))
      if (wait !== undefined) return askToWait(parts, here, request, reply, wait)
      const form = Form.of(request.body)
      const drafts = who && draftsHere(parts.drafts, who.visitor, request)
      const isAsked = drafts !== undefined && request.method === 'POST' && placeIn(request.url) !== undefined
      const visit: OpenVisit = {
        app: parts.app,
        params: request.params as Readonly<Record<string, string>>,
        query: Form.of(request.query),
        form,
        ...(who && { who }),
        page: {
          ...pageVisit(parts, here, reply),
          dutiesOwed: await dutiesOwedBy(parts, who, request),
          opened: await openedUnknownTo(parts, who),
          ...(isAsked && { drafts: { others: [], key: drafts.key } }),
        },
        ...(drafts && { drafts }),
        door: doorOf(parts, here, request, reply),
        accounts: parts.accounts,
        ...(parts.doors && { doors: parts.doors }),
        files: parts.files,
        ...(route.takesFile === true && { sentFile: sentFileOf(request) }),
        devices: parts.devices,
        invented: parts.invented ?? [],
        origin: parts.address ?? `http://${request.host}`,
        ...(parts.relyingParty && {
          providers: providersHere(parts.relyingParty, parts.secure === true, request, reply),
        }),
      }
      const answer = await answerOf(route, visit, request)
      if (who !== undefined && isRefusal(answer, visit.params))
        await keepRefusal(parts.app, who.visitor, { ...route, route: route.path, params: visit.params })
      if (drafts !== undefined) await settleDraft(drafts, request, form, answer)
      // It has arrived, whatever it was answered: what is wrong with it is on that page.
      if (form.has(heldField) && who !== undefined) await visit.door.drop()
      // A provider may have become known while the page was made.
      if (parts.relyingParty !== undefined) reply.helmet()
      return answerWith(reply, visit.page, answer)
    },
  })
}

function isRefusal({ kind }: Answer, params: OpenVisit['params']): boolean {
  return kind === 'may-not' || kind === 'not-from-here' || (kind === 'not-found' && namesARecord(params))
}

function countedFor({ who }: Here, { ip }: FastifyRequest): Counted {
  return who === undefined ? { kind: 'address', key: ip } : { kind: 'person', key: who.visitor.person }
}

/** A visitor who is not signed in is asked to; one who may not is told so. */
async function answerOf(route: Route, visit: OpenVisit, request: FastifyRequest): Promise<Answer> {
  if (route.may.kind === 'anyone') return (route as Extract<Route, { may: { kind: 'anyone' } }>).handle(visit)
  const { who } = visit
  if (who === undefined) {
    const door = doorPath(visit.door)
    if (request.method === 'GET')
      return { kind: 'see', location: `${door}?to=${encodeURIComponent(request.url)}` }
    await visit.door.hold({ path: request.url, fields: fieldsOf(request) })
    return { kind: 'see', location: door }
  }
  if (!mayAskFrom(who.visitor.from, route)) return { kind: 'not-from-here' }
  if (route.may.kind === 'may' && !mayDo(who.author, route.may.command)) return { kind: 'may-not' }
  if (route.may.kind === 'may-care' && !mayRecordCare(who.author, route.may.entry)) return { kind: 'may-not' }
  if (route.may.kind === 'may-register' && !mayRegister(who.author, route.may.entry))
    return { kind: 'may-not' }
  if (route.may.kind === 'may-use' && !mayUse(who.author, route.may.use)) return { kind: 'may-not' }
  if (route.confirms === true) {
    const first = confirmFirst({ who, page: visit.page }, request.url)
    if (first !== undefined) return request.method === 'GET' ? first : keptOverConfirming(visit, request)
  }
  return (route as Exclude<Route, { may: { kind: 'anyone' } }>).handle({ ...visit, who })
}

async function keptOverConfirming({ door }: OpenVisit, request: FastifyRequest): Promise<Answer> {
  await door.hold({ path: request.url, fields: fieldsOf(request) })
  return { kind: 'see', location: '/confirm?to=/held' }
}

/** Only for a page that will show it. */
async function dutiesOwedBy(
  { app }: ServerParts,
  who: SignedIn | undefined,
  { method }: FastifyRequest,
): Promise<number | null> {
  return who === undefined || method !== 'GET' ? null : countMyDuties(app, who.visitor, who.post)
}

/** For those two alone who have to be told at once. */
async function openedUnknownTo({ app }: ServerParts, who: SignedIn | undefined): Promise<number> {
  return who !== undefined && mayUse(who.author, 'review') ? countOpenedUnknown(app, who.visitor) : 0
}

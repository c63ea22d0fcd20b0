import { randomUUID } from 'node:crypto'
import cookies from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import forms from '@fastify/formbody'
import helmet from '@fastify/helmet'
import files from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { fileURLToPath } from 'node:url'
import type { Application } from '../application/carry-out.ts'
import { countMyDuties } from '../application/queries/my-duties.ts'
import { mayDo, mayRegister } from '../domain/access/may.ts'
import { answeringCouncil } from '../domain/child/council.ts'
import type { Moment } from '../kernel/moment.ts'
import type { AskHealth } from '../application/health.ts'
import type { PostOfToken } from '../application/api-tokens.ts'
import { apiPlugin, validation } from './api/plugin.ts'
import { assetMounts } from './assets/mounts.ts'
import { Form } from './forms/form.ts'
import { addHealth } from './health/route.ts'
import type { PageVisit } from './layout/visit.ts'
import { letFinish } from './let-finish.ts'
import { mayNotPage, notFoundPage, sorryPage, tooLargePage } from './pages/refused/view.ts'
import { logRequests, type RequestLine } from './request-log.ts'
import type { Answer, OpenVisit, Route, SignedIn } from './route.ts'
import { forgetPost, keepPost, whoIsHere } from './session.ts'

export interface ServerParts {
  readonly app: Application
  readonly routes: readonly Route[]
  /** Which post a token of the API acts in. */
  readonly postOfToken: PostOfToken
  /** Left out where no machine watches. */
  readonly health?: AskHealth
  /** Told of each request that was answered; left out where nobody reads it. */
  readonly log?: (line: RequestLine) => void
  /** The server's own clock: what a page shows as now. Entries are recorded by the database's. */
  readonly clock: () => Moment
  readonly cookieSecret: string
  readonly demonstration: boolean
  /** A defect, once, with the reference that the page shows. Never a name, never content. */
  readonly report: (defect: unknown, reference: string, route: string) => void
}

/** The only place that knows HTTP's machinery: plugins, headers, cookies, and how an answer becomes a reply. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: 512 * 1024,
    routerOptions: { maxParamLength: longestPart },
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : notToBeRead(url)),
    ajv: validation,
    genReqId: () => randomUUID(),
  })
  if (parts.log !== undefined) logRequests(server, parts.log)
  letGoOnClose(server)
  await server.register(helmet, { contentSecurityPolicy: { directives: contentPolicy }, hsts: false })
  await server.register(cookies, { secret: parts.cookieSecret })
  await server.register(csrf, { cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', signed: true } })
  await server.register(forms)
  for (const [index, { prefix, folder }] of assetMounts.entries())
    await server.register(files, {
      root: fileURLToPath(folder),
      prefix,
      decorateReply: index === 0,
      maxAge: '1h',
      index: false,
    })
  await server.register(apiPlugin(parts), { prefix: '/api' })
  if (parts.health !== undefined) addHealth(server, parts.health)
  for (const route of parts.routes) addRoute(server, parts, route)
  server.setNotFoundHandler(async (request, reply) => {
    const page = pageVisit(parts, await whoIsHere(parts.app, request, parts.clock()), reply)
    return send(reply, 404, notFoundPage(page).toString())
  })
  server.setErrorHandler(async (error: unknown, request, reply) => {
    if (statusOf(error) === 413) await letFinish(request)
    return sorry(parts, error, request, reply)
  })
  return server
}

const longestPart = 200

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

const contentPolicy = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
}

function addRoute(server: FastifyInstance, parts: ServerParts, route: Route): void {
  server.route({
    method: route.method,
    url: route.path,
    ...(route.method === 'POST' && {
      preHandler: (request, reply, done) => server.csrfProtection(request, reply, done),
    }),
    handler: async (request, reply) => {
      const who = await whoIsHere(parts.app, request, parts.clock())
      const visit: OpenVisit = {
        app: parts.app,
        params: request.params as Readonly<Record<string, string>>,
        query: Form.of(request.query),
        form: Form.of(request.body),
        ...(who && { who }),
        page: { ...pageVisit(parts, who, reply), dutiesOwed: await dutiesOwedBy(parts, who, request) },
      }
      return answerWith(reply, visit.page, await answerOf(route, visit, request))
    },
  })
}

/** A visitor who is not signed in is asked to; one who may not is told so. */
async function answerOf(route: Route, visit: OpenVisit, request: FastifyRequest): Promise<Answer> {
  if (route.may.kind === 'anyone') return (route as Extract<Route, { may: { kind: 'anyone' } }>).handle(visit)
  const { who } = visit
  if (who === undefined) {
    const back = request.method === 'GET' ? `?to=${encodeURIComponent(request.url)}` : ''
    return { kind: 'see', location: `/sign-in${back}` }
  }
  if (route.may.kind === 'may' && !mayDo(who.author, route.may.command)) return { kind: 'may-not' }
  if (route.may.kind === 'may-register' && !mayRegister(who.author, route.may.entry))
    return { kind: 'may-not' }
  return (route as Exclude<Route, { may: { kind: 'anyone' } }>).handle({ ...visit, who })
}

function pageVisit(parts: ServerParts, who: SignedIn | undefined, reply: FastifyReply): PageVisit {
  return {
    person: who ? { name: who.author.name, post: postInWords(who) } : null,
    dutiesOwed: null,
    dutyTeam: dutyTeamOf(who),
    demonstration: parts.demonstration,
    csrfToken: reply.generateCsrf(),
    now: parts.clock(),
  }
}

function postInWords({ post, author }: SignedIn): string {
  return post.team === undefined ? author.organisationName : `${post.team}, ${author.organisationName}`
}

/** The duty team of the reader's own council, or of the area that they police. Each child's page names the child's own. */
function dutyTeamOf(who: SignedIn | undefined): PageVisit['dutyTeam'] {
  if (who === undefined) return null
  const { directory, author } = who
  const council = answeringCouncil(directory, author.organisation)
  const post = directory.posts.find(
    ({ role, organisation }) => role === 'duty-team' && organisation === council?.id,
  )
  return post === undefined ? null : { name: 'the emergency duty team', telephone: post.telephone }
}

/** Only for a page that will show it. */
async function dutiesOwedBy(
  { app }: ServerParts,
  who: SignedIn | undefined,
  { method }: FastifyRequest,
): Promise<number | null> {
  return who === undefined || method !== 'GET' ? null : countMyDuties(app, who.visitor, who.post)
}

function answerWith(reply: FastifyReply, page: PageVisit, answer: Answer): FastifyReply {
  switch (answer.kind) {
    case 'page':
      return send(reply, answer.status ?? 200, answer.html.toString())
    case 'see':
      if (answer.signIn === null) forgetPost(reply)
      else if (answer.signIn !== undefined) keepPost(reply, answer.signIn)
      return reply.redirect(answer.location, 303)
    case 'picture':
      return reply.type('image/svg+xml; charset=utf-8').send(answer.svg)
    case 'not-found':
      return send(reply, 404, notFoundPage(page).toString())
    case 'may-not':
      return send(reply, 403, mayNotPage(page).toString())
  }
}

function send(reply: FastifyReply, status: number, body: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(body)
}

/** What a browser sent wrong gets its own page; everything else is our defect, logged once under a reference. */
function sorry(
  parts: ServerParts,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const status = statusOf(error)
  const page = pageVisit(parts, undefined, reply)
  if (status === 413) return send(reply, 413, tooLargePage(page).toString())
  if (status !== undefined && status < 500) return send(reply, status, mayNotPage(page).toString())
  const reference = request.id.slice(0, 8)
  parts.report(error, reference, request.routeOptions.url ?? 'unknown')
  return send(reply, 500, sorryPage(page, reference).toString())
}

function statusOf(error: unknown): number | undefined {
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' ? status : undefined
}

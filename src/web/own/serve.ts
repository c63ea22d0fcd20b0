import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ChildDoors } from '../../application/child-doors.ts'
import type { ComeIn } from '../../application/their-own.ts'
import { Form } from '../forms/form.ts'
import type { Limiting } from '../limits.ts'
import { whoIsHere, type SessionParts } from '../session.ts'
import type { OwnVisit } from './layout.ts'
import { inSeconds } from '../pages/refused/view.ts'
import type { Html } from '../html.ts'
import { letFinish } from '../let-finish.ts'
import { isFromElsewhere, isTokenRefused } from '../replying.ts'
import type { Invented, NotTaken, OwnAnswer, OwnRequest, OwnRoute } from './route.ts'
import { plainPage, staffHerePage } from './views.ts'

/** Over the size that any form may have, none of it is read. */
type Refused = NotTaken | { readonly kind: 'too-large' }

/** Says nothing of what was left. */
const elsewhere = 'https://www.bbc.co.uk/weather'

const cookie = 'wa-mine'
const deviceCookie = 'wa-mine-known'

export interface OwnParts extends SessionParts {
  readonly doors: ChildDoors
  readonly demonstration: boolean
  readonly limiting: Limiting
  /** In the demonstration alone. */
  readonly inventedChild?: Invented
}

/** The children's own pages. They have a cookie, a session and a layout of their own, and none in common with those who
    hold posts: while one of those is signed in on a browser, no child is in on it. */
export function serveOwn(server: FastifyInstance, parts: OwnParts, routes: readonly OwnRoute[]): void {
  for (const route of routes)
    server.route({
      method: route.method,
      url: route.path,
      ...(route.method === 'POST' && {
        preHandler: (request, reply, done) => server.csrfProtection(request, reply, done),
      }),
      handler: async (request, reply) => send(reply, await answer(parts, route, request, reply)),
      errorHandler: (error, request, reply) => {
        const why = whyNotTaken(error)
        if (why === undefined) throw error
        const finished = why.kind === 'too-large' ? letFinish(request) : Promise.resolve()
        finished
          .then(() => answer(parts, route, request, reply, why))
          .then(
            (answered) => send(reply, answered),
            (fault: unknown) => reply.send(fault),
          )
      },
    })
}

function whyNotTaken(error: FastifyError): Refused | undefined {
  if (isTokenRefused(error)) return { kind: 'stale' }
  return error.statusCode === 413 ? { kind: 'too-large' } : undefined
}

async function answer(
  parts: OwnParts,
  route: OwnRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal?: Refused,
): Promise<OwnAnswer> {
  const { [cookie]: secret, [deviceCookie]: device } = request.cookies
  const comeIn = secret === undefined ? undefined : await parts.doors.find(secret)
  const { demonstration } = parts
  const visit: OwnVisit = { csrfToken: reply.generateCsrf(), isIn: comeIn !== undefined, demonstration }
  const wait = await parts.limiting(
    request,
    comeIn === undefined ? { kind: 'address', key: request.ip } : { kind: 'person', key: comeIn.child },
  )
  const notTaken = wait === undefined ? refusal : ({ kind: 'too-often', seconds: wait } as const)
  const { who } = await whoIsHere(parts, request)
  if (who !== undefined && route.path !== '/mine/exit') {
    // Whoever has signed in since is not the child, and finds nothing open.
    if (secret !== undefined) await parts.doors.end(secret)
    if (route.method === 'POST') await parts.doors.refused(undefined, 'somebody in a post was signed in')
    return { kind: 'page', status: 403, html: staffHerePage(visit) }
  }
  const own: OwnRequest = {
    app: parts.app,
    doors: parts.doors,
    form: Form.of(request.body),
    query: Form.of(request.query),
    visit,
    ...(parts.inventedChild && { invented: parts.inventedChild }),
    ...(device !== undefined && { device }),
    ...keeping(parts, secret, reply),
  }
  if (notTaken !== undefined) return refused(route, own, notTaken, request, reply)
  if (route.may === 'anyone') return route.handle(own)
  if (comeIn !== undefined) return route.handle({ ...own, comeIn })
  return route.atTheDoor?.(own) ?? { kind: 'see', location: '/mine/enter' }
}

function keeping({ doors, secure = false }: OwnParts, secret: string | undefined, reply: FastifyReply) {
  const kept = { path: '/mine', httpOnly: true, sameSite: 'lax', secure } as const
  return {
    open: async (comeIn: ComeIn, how: string) => {
      if (secret !== undefined) await doors.end(secret)
      const { session, device } = await doors.open(comeIn, how)
      reply.setCookie(cookie, session, kept)
      reply.setCookie(deviceCookie, device, { ...kept, maxAge: 180 * 86_400 })
    },
    end: async () => {
      if (secret !== undefined) await doors.end(secret)
      reply.clearCookie(cookie, { path: '/mine' })
    },
  }
}

const statuses = { stale: 403, 'too-often': 429, 'too-large': 413 } as const

/** With what was typed, but never what another site has sent. */
async function refused(
  route: OwnRoute,
  own: OwnRequest,
  why: Refused,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<OwnAnswer> {
  if (why.kind === 'too-often') reply.header('retry-after', why.seconds)
  const status = statuses[why.kind]
  const canBeAgain = request.method === 'POST' && why.kind !== 'too-large' && !isFromElsewhere(request)
  const again = canBeAgain ? await route.notTaken?.(own, why) : undefined
  if (again !== undefined) return again.kind === 'page' ? { ...again, status } : again
  return { kind: 'page', status, html: refusedPage(own.visit, why) }
}

function refusedPage(visit: OwnVisit, why: Refused): Html {
  switch (why.kind) {
    case 'stale':
      return plainPage(visit, 'That did not work', 'Go back to your page and try it from there.')
    case 'too-often':
      return plainPage(visit, 'Too fast for us', `Wait ${inSeconds(why.seconds)} and try again.`)
    case 'too-large':
      return plainPage(
        visit,
        'That was too long',
        'It is not sent. Go back: what you wrote is still there. Make it shorter, or send it in parts.',
      )
  }
}

function send(reply: FastifyReply, answered: OwnAnswer): FastifyReply {
  const quiet = reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
  switch (answered.kind) {
    case 'page':
      return quiet
        .code(answered.status ?? 200)
        .type('text/html; charset=utf-8')
        .send(answered.html.toString())
    case 'see':
      return quiet.redirect(answered.location, 303)
    case 'exit':
      return quiet
        .clearCookie(cookie, { path: '/mine' })
        .header('clear-site-data', '"cache"')
        .redirect(elsewhere, 303)
  }
}

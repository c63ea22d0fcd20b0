import type { FastifyReply, FastifyRequest } from 'fastify'
import { dutyTeamOf } from './duty-team.ts'
import { Form } from './forms/form.ts'
import type { PageVisit } from './layout/visit.ts'
import { againPage, waitPage } from './pages/held/view.ts'
import {
  mayNotPage,
  notFoundPage,
  notFromHerePage,
  sorryPage,
  tooLargePage,
  tooOftenPage,
} from './pages/refused/view.ts'
import type { Answer, SignedIn } from './route.ts'
import { doorPath } from './way-in.ts'
import { doorOf, whoIsHere, type Here, type SessionParts } from './session.ts'

export interface ReplyParts extends SessionParts {
  readonly demonstration: boolean
  /** A defect, once, with the reference that the page shows. Never a name, never content. */
  readonly report: (defect: unknown, reference: string, route: string) => void
}

export function pageVisit(parts: ReplyParts, { who }: Here, reply: FastifyReply): PageVisit {
  const now = parts.clock()
  return {
    person: who ? { name: who.author.name, post: postInWords(who) } : null,
    dutiesOwed: null,
    dutyTeam: who === undefined ? null : dutyTeamOf(who.directory, who.author.organisation, now),
    demonstration: parts.demonstration,
    csrfToken: reply.generateCsrf(),
    now,
    ...(who?.visitor.from && { device: who.visitor.from }),
    // Nobody stands before a wall to be warned: its end is the script's to begin again.
    ...(who?.session &&
      who.visitor.from !== 'wallboard' && { ends: { idle: who.session.idleEnds, last: who.session.ends } }),
  }
}

function postInWords({ post, author }: SignedIn): string {
  return post.team === undefined ? author.organisationName : `${post.team}, ${author.organisationName}`
}

export function answerWith(reply: FastifyReply, page: PageVisit, answer: Answer): FastifyReply {
  switch (answer.kind) {
    case 'page':
      return send(reply, answer.status ?? 200, answer.html.toString())
    case 'see':
      return reply.redirect(answer.location, 303)
    case 'leave':
      return reply.redirect(answer.to.href, 303)
    case 'picture':
      return reply.type('image/svg+xml; charset=utf-8').send(answer.svg)
    case 'photograph':
      return reply.header('cache-control', 'no-store').type('image/jpeg').send(Buffer.from(answer.jpeg))
    case 'file':
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${answer.name}"`)
        .type(answer.type)
        .send(Buffer.from(answer.body))
    case 'json':
      return reply.header('cache-control', 'no-store').send(answer.body)
    case 'not-found':
      return send(reply, 404, notFoundPage(page).toString())
    case 'may-not':
      return send(reply, 403, mayNotPage(page).toString())
    case 'not-from-here':
      return send(reply, 403, notFromHerePage(page).toString())
  }
}

export function send(reply: FastifyReply, status: number, body: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(body)
}

/** What a browser sent wrong gets its own page; everything else is our defect, logged once under a reference. */
export async function sorry(
  parts: ReplyParts,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const status = statusOf(error)
  if (isTokenRefused(error)) return tokenRefused(parts, request, reply)
  const page = pageVisit(parts, {}, reply)
  if (status === 413) return send(reply, 413, tooLargePage(page).toString())
  if (status !== undefined && status < 500) return send(reply, status, mayNotPage(page).toString())
  const reference = request.id.slice(0, 8)
  parts.report(error, reference, request.routeOptions.url ?? 'unknown')
  return send(reply, 500, sorryPage(page, reference).toString())
}

/** A form whose token is no longer good is offered again with everything in it, but never where another site sent it, nor
    where it carries what somebody signs in with. */
async function tokenRefused(
  parts: ReplyParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const here = await whoIsHere(parts, request)
  const page = pageVisit(parts, here, reply)
  const { keepsTyped = false } = request.routeOptions.config
  if (!keepsTyped || isFromElsewhere(request)) return send(reply, 403, mayNotPage(page).toString())
  const typed = { path: request.url, fields: fieldsOf(request) }
  if (here.who !== undefined) return send(reply, 403, againPage(page, typed).toString())
  if (here.session === undefined) return send(reply, 403, mayNotPage(page).toString())
  const door = doorOf(parts, here, request, reply)
  await door.hold(typed)
  return reply.redirect(doorPath(door), 303)
}

/** Somebody who asks too often is told how long to wait, and has what was typed to send again. */
export function askToWait(
  parts: ReplyParts,
  here: Here,
  request: FastifyRequest,
  reply: FastifyReply,
  seconds: number,
): FastifyReply {
  const page = pageVisit(parts, here, reply.header('retry-after', seconds))
  const { keepsTyped = false } = request.routeOptions.config
  const isTyped = request.method === 'POST' && keepsTyped && !isFromElsewhere(request)
  const typed = { path: request.url, fields: fieldsOf(request) }
  return send(reply, 429, (isTyped ? waitPage(page, typed, seconds) : tooOftenPage(page, seconds)).toString())
}

export function isFromElsewhere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin'
  return headers.origin !== undefined && URL.parse(headers.origin)?.host !== headers.host
}

/** Everything that was typed into a form, without its token. */
export function fieldsOf({ body }: FastifyRequest): readonly (readonly [string, string])[] {
  const fields = Form.of(body).entries()
  return fields
    .filter(([name]) => !name.startsWith('_'))
    .flatMap(([name, values]) => values.map((value) => [name, value] as const))
}

export function isTokenRefused(error: unknown): boolean {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && code.startsWith('FST_CSRF')
}

export function statusOf(error: unknown): number | undefined {
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' ? status : undefined
}

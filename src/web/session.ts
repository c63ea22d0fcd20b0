import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../application/carry-out.ts'
import { authorOf, postAt } from '../application/author.ts'
import type { Drafts } from '../application/drafts.ts'
import { deviceLasts, type Devices } from '../application/devices.ts'
import type { Session, Sessions } from '../application/sessions.ts'
import type { PostId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import type { Door } from './door.ts'
import type { RelyingParty } from './oidc/relying-party.ts'
import type { SignedIn } from './route.ts'

const cookie = 'wa-session'
const heldCookie = 'wa-held'
const deviceCookie = 'wa-device'
const enrolledCookie = 'wa-enrolled'

/** How long a browser is known after somebody signed in with it. */
export const deviceDays = 180

/** Set by our own script on what it asks for by itself: that is no sign of a person. */
const automatic = 'x-whereabouts-automatic'

export interface SessionParts {
  readonly app: Application
  readonly sessions: Sessions
  readonly drafts: Drafts
  readonly devices: Devices
  readonly clock: () => Moment
  /** The pages are reached over TLS alone, so that cookies never travel without it. */
  readonly secure?: boolean
  /** Left out in the demonstration. */
  readonly relyingParty?: RelyingParty
}

/** Whoever this browser is: in an open session, in one that is locked or over, or nobody. */
export interface Here {
  readonly secret?: string
  readonly session?: Session
  /** Only while the session is open and its post is held. */
  readonly who?: SignedIn
}

export async function whoIsHere(parts: SessionParts, request: FastifyRequest): Promise<Here> {
  const secret = request.cookies[cookie]
  if (secret === undefined) return {}
  const session = await parts.sessions.find(secret, request.headers[automatic] === undefined)
  if (session === undefined) return {}
  if (session.state !== 'open') return { secret, session }
  const who = await inPost(parts.app, session.post, parts.clock())
  if (who?.visitor.person !== session.person) return { secret, session }
  const shown = request.headers[automatic] === undefined ? {} : { shownSince: session.opened }
  const from = session.device && { from: session.device.kind }
  return { secret, session, who: { ...who, visitor: { ...who.visitor, ...from, ...shown }, session } }
}

/** Whoever holds the post at this moment; nobody once it has ended. */
export async function inPost(app: Application, id: PostId, now: Moment): Promise<SignedIn | undefined> {
  const directory = await app.directory()
  const post = postAt(directory, id, now)
  if (post === undefined) return undefined
  return {
    post,
    author: authorOf(directory, post),
    visitor: { person: post.person, post: post.id, ...(post.role === 'wallboard' && { from: 'wallboard' }) },
    directory,
  }
}

export function doorOf(
  parts: SessionParts,
  { secret, session }: Here,
  request: FastifyRequest,
  reply: FastifyReply,
): Door {
  const { sessions, drafts, relyingParty, secure = false } = parts
  const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  const { [heldCookie]: holding, [deviceCookie]: device } = request.cookies
  const visitor = session && { person: session.person, post: session.post }
  const forget = () => reply.clearCookie(cookie, { path: '/' })
  return {
    ...(session && { session }),
    ...(device !== undefined && { device }),
    keepDevice: (made) => {
      reply.setCookie(deviceCookie, made, { ...kept, maxAge: deviceDays * 86_400 })
    },
    ...ofDevice(parts, request, reply, { secret, kept }),
    holding: holding !== undefined,
    open: async (opening) => {
      if (secret !== undefined) await sessions.end(secret)
      reply.setCookie(cookie, await sessions.open(opening), kept)
    },
    refused: (who, why) => sessions.refused(who, why),
    actIn: async (post) =>
      secret !== undefined && visitor !== undefined && sessions.actIn(secret, visitor, post),
    lock: async () => (secret === undefined ? undefined : sessions.lock(secret)),
    authenticatedAgain: async (how, through) =>
      secret === undefined || visitor === undefined
        ? undefined
        : sessions.authenticatedAgain(secret, visitor, how, through),
    leavingFor: async () => (secret === undefined ? undefined : relyingParty?.leave(secret)),
    end: async () => {
      if (secret !== undefined) await sessions.end(secret)
      if (visitor !== undefined) await drafts.dropAll(visitor)
      forget()
    },
    endEverywhere: async () => {
      if (secret !== undefined) await sessions.endEverywhere(secret)
      if (visitor !== undefined) await drafts.dropAll(visitor)
      forget()
    },
    hold: async (form) => {
      if (session === undefined) return
      reply.setCookie(heldCookie, await sessions.hold(session.person, form), { ...kept, maxAge: 3600 })
    },
    held: async (whoAsks) => (holding === undefined ? undefined : sessions.held(holding, whoAsks)),
    drop: async () => {
      if (holding !== undefined) await sessions.drop(holding)
      reply.clearCookie(heldCookie, { path: '/' })
    },
  }
}

type Kept = {
  readonly path: string
  readonly httpOnly: true
  readonly sameSite: 'lax'
  readonly secure: boolean
}

/** What a page may do with the enrolment of the browser that asked for it. */
function ofDevice(
  { sessions, devices }: SessionParts,
  request: FastifyRequest,
  reply: FastifyReply,
  { secret, kept }: { readonly secret: string | undefined; readonly kept: Kept },
): Pick<Door, 'enrolled' | 'enrol' | 'unenrol' | 'openHere'> {
  const { [enrolledCookie]: enrolled } = request.cookies
  return {
    // A browser that keeps a cookie that was cleared keeps it empty.
    ...(enrolled !== undefined && enrolled !== '' && { enrolled }),
    enrol: (made, kind) => {
      reply.setCookie(enrolledCookie, made, { ...kept, maxAge: deviceLasts[kind] * 86_400 })
    },
    unenrol: () => {
      reply.clearCookie(enrolledCookie, { path: '/' })
    },
    openHere: async (kind, opening) => {
      if (enrolled === undefined) throw new Error('A session is opened on a device that was enrolled')
      if (secret !== undefined) await sessions.end(secret)
      reply.setCookie(cookie, await devices.open(enrolled, kind, opening), kept)
    },
  }
}

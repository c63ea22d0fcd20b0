import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../application/carry-out.ts'
import { authorOf, postAt } from '../application/author.ts'
import type { PostId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import { parseId } from '../kernel/ids.ts'
import type { SignedIn } from './route.ts'

const cookie = 'wa-post'

/** The post that this browser acts in, kept in a signed cookie of the session. Demonstration only: whoever reaches the
    sign-in page may choose any of the invented people. */
export async function whoIsHere(
  app: Application,
  request: FastifyRequest,
  now: Moment,
): Promise<SignedIn | undefined> {
  const sent = request.cookies[cookie]
  const opened = sent === undefined ? undefined : request.unsignCookie(sent)
  const id = opened?.valid === true ? parseId<'post'>(opened.value) : undefined
  return id && inPost(app, id, now)
}

/** Whoever holds the post at this moment; nobody once it has ended. */
export async function inPost(app: Application, id: PostId, now: Moment): Promise<SignedIn | undefined> {
  const directory = await app.directory()
  const post = postAt(directory, id, now)
  if (post === undefined) return undefined
  return {
    post,
    author: authorOf(directory, post),
    visitor: { person: post.person, post: post.id },
    directory,
  }
}

export function keepPost(reply: FastifyReply, post: string): void {
  reply.setCookie(cookie, post, { path: '/', httpOnly: true, sameSite: 'lax', signed: true })
}

export function forgetPost(reply: FastifyReply): void {
  reply.clearCookie(cookie, { path: '/' })
}

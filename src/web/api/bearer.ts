import type { FastifyRequest } from 'fastify'
import { apiTokenHash, type PostOfToken } from '../../application/api-tokens.ts'
import type { Application } from '../../application/carry-out.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { SignedIn } from '../route.ts'
import { inPost } from '../session.ts'

/** Whose token came with a request. One that is revoked, unknown or no token at all, and one whose post has ended, are the
    same: nobody. A cookie counts for nothing here, so that no page of somebody else's can ask in a person's name. */
export async function bearerOf(
  app: Application,
  postOfToken: PostOfToken,
  { headers }: FastifyRequest,
  now: Moment,
): Promise<SignedIn | undefined> {
  const token = /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  const hash = token === undefined ? undefined : apiTokenHash(token)
  const post = hash && (await postOfToken(hash))
  return post && inPost(app, post, now)
}

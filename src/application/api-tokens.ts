import { createHash, randomBytes } from 'node:crypto'
import type { PostId } from '../domain/episode/entry.ts'
import type { Id } from '../kernel/ids.ts'
import type { Moment } from '../kernel/moment.ts'

export type TokenId = Id<'api-token'>

/** A machine's leave to act in one post. The token itself is nowhere: only what it hashes to. */
export interface ApiToken {
  readonly id: TokenId
  readonly post: PostId
  /** Which machine, in words. */
  readonly name: string
  readonly created: Moment
  readonly revoked?: Moment
}

/** What is asked of a request's token: the post that it acts in, unless it was revoked. */
export type PostOfToken = (hash: Buffer) => Promise<PostId | undefined>

/** The name in front tells a scanner of leaked secrets what it has found. */
const form = /^whereabouts_[\w-]{43}$/

/** 256 random bits, shown once to whoever asked for it. */
export function newApiToken(): string {
  return `whereabouts_${randomBytes(32).toString('base64url')}`
}

/** SHA-256 of a token; undefined for what cannot be one. A plain hash does, because nobody can guess 256 random bits. */
export function apiTokenHash(token: string): Buffer | undefined {
  return form.test(token) ? createHash('sha256').update(token).digest() : undefined
}

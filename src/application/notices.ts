import type { PostId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'

/** A mail that is owed to one post because a record was opened in an emergency. Of whom it is about it says nothing. */
export interface OwedNotice {
  /** The id of the opening. */
  readonly emergency: string
  readonly post: PostId
  /** When the record was opened. */
  readonly at: Moment
  /** Where the post is told; undefined where nobody has said. */
  readonly mail?: string
}

/** Why nothing was sent; else the words of the server that did not take it. */
export const notSent = { noAddress: 'no-address', noServer: 'no-server' } as const

/** How it went with one post that is told of an opening. */
export interface ToldByMail {
  readonly post: PostId
  /** When a server took the mail. */
  readonly taken?: Moment
  /** Why not, the last time. */
  readonly trouble?: string
}

/** What a mail and a page call an opening by. */
export function referenceOf(emergency: string): string {
  return emergency.slice(-8)
}

import type { LondonDate } from '../kernel/london.ts'
import type { Moment } from '../kernel/moment.ts'
import type { ChildId, PersonId, PostId } from '../domain/episode/entry.ts'

export interface Look {
  readonly what: string
  readonly children: readonly ChildId[]
  /** Why, in the reader's words, where the page asks for it: an export, an emergency. */
  readonly purpose?: string
  /** A case, a request or a warrant that the purpose rests on. */
  readonly reference?: string
}

/** What one post looked at on one London day, by one kind of page. */
export interface LookedAt {
  readonly day: LondonDate
  readonly person: PersonId
  readonly post: PostId
  readonly what: string
  readonly purpose?: string
  readonly reference?: string
  readonly first: Moment
  readonly last: Moment
  readonly times: number
}

/** Somebody who opened the own pages of many children, for a person to ask about. */
export interface ManyLooks {
  readonly person: PersonId
  readonly children: number
  /** Of how many of them none of their posts that looked may read anything now. */
  readonly withoutLeave: number
}

/** Days of which both are within it; words that stand in a purpose or a reference. */
export interface LooksSearched {
  readonly person?: PersonId
  readonly words?: string
  readonly from: LondonDate
  readonly until: LondonDate
}

/** Both days are within it. */
export interface LooksAsked {
  readonly person?: PersonId
  readonly from?: LondonDate
  readonly until?: LondonDate
}

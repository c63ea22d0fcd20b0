import type { Moment } from '../../kernel/moment.ts'
import type { EditionRef } from '../episode/entries.ts'
import type { EntryId } from '../episode/entry.ts'
import type { Role } from '../episode/roles.ts'
import type { Source } from './protocol.ts'

/** A rung of the ladder as it stands for one obligation: when that role should know. */
export interface RungDue {
  readonly tell: Role
  readonly at: Moment
  readonly acknowledged?: { readonly by: string; readonly at: Moment; readonly entry: EntryId }
}

export interface Ended {
  readonly at: Moment
  readonly entry: EntryId
  readonly by: string
  readonly reason?: string
}

/** One obligation of one episode, with its times and never a standing: whoever asks brings their own now. */
export interface Obligation {
  /** The clause's duty, and which start where a clause starts more than once: `review-risk/<entry>`. */
  readonly id: string
  readonly duty: string
  readonly title: string
  readonly keeper: boolean
  readonly owedBy: Role
  /** Out of hours the emergency duty team holds it itself: its clock runs by the hour and any hand may do it. */
  readonly covered: boolean
  readonly startedBy: EntryId
  readonly startsAt: Moment
  readonly dueAt: Moment
  /** The due time is the end of a London day, so a page names the day and not 23:59. */
  readonly endOfDay: boolean
  readonly provisional: boolean
  /** In words: where the due time comes from, corrections included. */
  readonly because: string
  readonly met?: Ended
  readonly discharged?: Ended
  readonly cancelled?: Ended
  readonly rungs: readonly RungDue[]
  readonly source: Source
  readonly edition: EditionRef
  /** The other edition that lays the same duty: its clock is less strict, or it asks for less and has ended. */
  readonly also?: { readonly edition: EditionRef; readonly dueAt: Moment }
}

export const standings = ['to-come', 'open', 'overdue', 'met', 'met-late', 'discharged', 'cancelled'] as const
export type Standing = (typeof standings)[number]

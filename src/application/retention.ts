import type { HeldRecord } from '../domain/access/holdings.ts'
import type { RetentionClass } from '../domain/access/retention.ts'
import type { RetentionAct, RetentionActId, RetentionActKind } from '../domain/access/retention-review.ts'
import type { ChildId, OrganisationId } from '../domain/episode/entry.ts'
import type { LondonDate } from '../kernel/london.ts'

/** A record in which the visitor's organisation recorded something. */
export interface RetainedRecord {
  readonly child: ChildId
  readonly held: HeldRecord
  /** An episode is open or a duty is owed, of this record or another one of the same child. */
  readonly inUse: boolean
  /** Who disposed of their part. */
  readonly disposed: readonly OrganisationId[]
}

/** On a child, or on every record of the visitor's organisation. */
export type RetentionActOn = RetentionAct & { readonly child: ChildId }

/** Stands for every record of one's organisation, in a hold. */
export const everyRecord = '00000000-0000-0000-0000-000000000000' as ChildId

export interface RetentionDecision {
  readonly child: ChildId
  readonly id: RetentionActId
  readonly kind: RetentionActKind
  readonly class?: RetentionClass
  readonly until?: LondonDate
  readonly reason?: string
  readonly about?: RetentionActId
}

import type { LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { PersonId, PostId } from '../episode/entry.ts'
import type { Id } from '../../kernel/ids.ts'
import type { FallsDue, RetentionClass } from './retention.ts'

export type RetentionActId = Id<'retention act'>

export const retentionActKinds = ['keep', 'hold', 'hold-ended', 'propose', 'withdraw', 'confirm'] as const
export type RetentionActKind = (typeof retentionActKinds)[number]

/** One decision of one person about their organisation's part of a record. Only ever added to. */
export interface RetentionAct {
  readonly id: RetentionActId
  readonly at: Moment
  readonly person: PersonId
  readonly post: PostId
  readonly kind: RetentionActKind
  readonly class?: RetentionClass
  readonly until?: LondonDate
  readonly reason?: string
  readonly about?: RetentionActId
}

/** What stands of everything that was decided. */
export interface Decided {
  readonly keptUntil?: LondonDate
  readonly holds: readonly RetentionAct[]
  readonly proposal?: RetentionAct
  /** By a second person. Carried out with the next run. */
  readonly confirmed?: { readonly proposal: RetentionAct; readonly by: RetentionAct }
}

/** Folds the acts of one organisation on one record, in the order in which they were recorded. Keeping or holding takes a
    proposal back. */
export function decidedFrom(acts: readonly RetentionAct[]): Decided {
  let decided: Decided = { holds: [] }
  for (const act of acts) decided = decidedAfter(decided, act)
  return decided
}

function decidedAfter(decided: Decided, act: RetentionAct): Decided {
  const { proposal, confirmed, ...rest } = decided
  switch (act.kind) {
    case 'keep':
      return { ...rest, ...(act.until !== undefined && { keptUntil: act.until }) }
    case 'hold':
      return { ...rest, holds: [...rest.holds, act] }
    case 'hold-ended':
      return { ...decided, holds: decided.holds.filter(({ id }) => id !== act.about) }
    case 'propose':
      return { ...rest, proposal: act }
    case 'withdraw':
      return [proposal?.id, confirmed?.proposal.id].includes(act.about) ? rest : decided
    case 'confirm':
      return proposal !== undefined && proposal.id === act.about && proposal.person !== act.person
        ? { ...rest, confirmed: { proposal, by: act } }
        : decided
  }
}

/** How one organisation's part of a record stands on a day. */
export interface UnderReview {
  readonly due: FallsDue
  readonly today: LondonDate
  /** An episode is open or a duty is owed. */
  readonly inUse: boolean
  /** Anybody with a part of the record holds it. */
  readonly held: boolean
  readonly disposed: boolean
  readonly decided: Decided
}

/** Why something cannot be decided now. */
export type RetentionRefusal =
  | 'not-due'
  | 'in-use'
  | 'on-hold'
  | 'kept-for-now'
  | 'proposed-already'
  | 'nothing-proposed'
  | 'another-person-needed'
  | 'no-such-hold'
  | 'disposed-of'

/** Nothing about a child in an open episode or with a duty owed is disposed of, and a hold stops everything. */
export function whyNotDispose({
  due,
  today,
  inUse,
  held,
  decided,
}: Omit<UnderReview, 'disposed'>): RetentionRefusal | undefined {
  if (inUse) return 'in-use'
  if (held || decided.holds.length > 0) return 'on-hold'
  if (due.kind !== 'on' || due.day > today) return 'not-due'
  if (decided.keptUntil !== undefined && decided.keptUntil > today) return 'kept-for-now'
  return undefined
}

/** Whether this person may decide this now; the refusal where not. */
export function whyNotDecide(
  kind: RetentionActKind,
  review: UnderReview,
  person: PersonId,
  about?: RetentionActId,
): RetentionRefusal | undefined {
  const { disposed, decided } = review
  if (disposed) return 'disposed-of'
  const { proposal, confirmed, holds } = decided
  switch (kind) {
    case 'keep':
    case 'hold':
      return undefined
    case 'hold-ended':
      return holds.some(({ id }) => id === about) ? undefined : 'no-such-hold'
    case 'propose':
      return proposal !== undefined || confirmed !== undefined ? 'proposed-already' : whyNotDispose(review)
    case 'withdraw':
      return about !== undefined && [proposal?.id, confirmed?.proposal.id].includes(about)
        ? undefined
        : 'nothing-proposed'
    case 'confirm':
      if (proposal === undefined || proposal.id !== about) return 'nothing-proposed'
      return proposal.person === person ? 'another-person-needed' : whyNotDispose(review)
  }
}

import { decidedFrom, whyNotDecide, type RetentionRefusal } from '../../domain/access/retention-review.ts'
import type { Author } from '../../domain/episode/entry.ts'
import type { Application } from '../carry-out.ts'
import { NoGrant } from '../no-grant.ts'
import type { Visitor } from '../ports.ts'
import { reviewOf } from '../queries/retention.ts'
import { everyRecord, type RetentionDecision } from '../retention.ts'

export type Decision = Omit<RetentionDecision, 'class'>

export type RetentionOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly why: RetentionRefusal }
  | { readonly kind: 'not-found' }

/** Keeps what somebody decided about their organisation's part of a record, or about every record of it. What is sent
    twice is kept once. */
export async function decideRetention(
  app: Application,
  visitor: Visitor,
  author: Author,
  decision: Decision,
): Promise<RetentionOutcome> {
  const { child, id, kind, about } = decision
  return app.store
    .retention(visitor, async (session): Promise<RetentionOutcome> => {
      const acts = await session.acts()
      if (acts.some((act) => act.id === id && act.child === child)) return { kind: 'done' }
      if (child === everyRecord) {
        const { holds } = decidedFrom(acts.filter((act) => act.child === everyRecord))
        if (kind === 'hold-ended' && !holds.some((hold) => hold.id === about))
          return { kind: 'refused', why: 'no-such-hold' }
        await session.decide(decision)
        return { kind: 'done' }
      }
      const found = await reviewOf(session, author.organisation, child, await session.now())
      if (found === undefined) return { kind: 'not-found' }
      const why = whyNotDecide(kind, found.review, visitor.person, about)
      if (why !== undefined) return { kind: 'refused', why }
      await session.decide({ ...decision, ...(kind === 'propose' && { class: found.class }) })
      return { kind: 'done' }
    })
    .catch((error: unknown) => {
      if (error instanceof NoGrant) return { kind: 'not-found' } as const
      throw error
    })
}

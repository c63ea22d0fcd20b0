import { holdingsOf } from '../../domain/access/holdings.ts'
import {
  classOf,
  fallsDue,
  heldFactsOf,
  type FallsDue,
  type RetentionClass,
  type Schedule,
} from '../../domain/access/retention.ts'
import { decidedFrom, type RetentionAct, type UnderReview } from '../../domain/access/retention-review.ts'
import { childAt } from '../../domain/child/child-at.ts'
import type { Author, ChildId, OrganisationId } from '../../domain/episode/entry.ts'
import { addMonths, londonDate, type LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Application } from '../carry-out.ts'
import type { RetentionSession, Visitor } from '../ports.ts'
import { everyRecord, type RetainedRecord } from '../retention.ts'

/** One record as one organisation has to decide about it. */
export interface Retained {
  readonly child: ChildId
  /** Absent where nobody knows it, and where the record is for named people alone. */
  readonly name?: string
  readonly bornOn?: LondonDate
  readonly restricted: boolean
  readonly class: RetentionClass
  readonly review: UnderReview
  /** Everything that was decided here, in order. */
  readonly acts: readonly RetentionAct[]
  /** Other organisations that still hold a part. */
  readonly others: readonly string[]
  readonly entries: number
}

export interface DueForReview {
  readonly now: Moment
  readonly due: readonly Retained[]
  /** Proposed by somebody, or confirmed and waiting to be carried out. */
  readonly decided: readonly Retained[]
  /** Somebody holds them, so that nothing of them goes. */
  readonly held: readonly Retained[]
  readonly heldAll: readonly RetentionAct[]
}

/** Nobody born later can fall due: the shortest clock runs 15 years from a death, or to an eighteenth birthday. */
const youngest = -15 * 12

/** What falls due for this post's organisation, and what was decided. Records one look naming the children. */
export async function dueForReview(
  app: Application,
  visitor: Visitor,
  author: Author,
): Promise<DueForReview> {
  return app.store.retention(visitor, async (session) => {
    const now = await session.now()
    const records = await session.records(addMonths(londonDate(now), youngest))
    const acts = await session.acts()
    const schedule = await session.schedule(author.organisation)
    const all: Retained[] = []
    for (const record of records) {
      const one = await retainedOf(session, record, author.organisation, schedule, acts, now)
      if (one !== undefined && !one.review.disposed) all.push(one)
    }
    const standing = decidedFrom(acts.filter(({ child }) => child === everyRecord))
    const isDecided = ({ review: { decided } }: Retained) =>
      decided.proposal !== undefined || decided.confirmed !== undefined
    const isHeld = ({ review: { held, decided } }: Retained) => held || decided.holds.length > 0
    const isDue = ({ review: { due, today, decided } }: Retained) =>
      due.kind === 'on' && due.day <= today && !(decided.keptUntil !== undefined && decided.keptUntil > today)
    const [held, free] = [all.filter(isHeld), all.filter((one) => !isHeld(one))]
    const shown = {
      due: free.filter((one) => !isDecided(one) && isDue(one)),
      decided: free.filter(isDecided),
      held: held.filter((one) => isDue(one) || one.review.decided.holds.length > 0),
    }
    const children = Object.values(shown).flatMap((some) => some.map(({ child }) => child))
    await session.look({ what: 'due for review', children })
    return { now, ...shown, heldAll: standing.holds }
  })
}

/** Holds that stand on every record of the visitor's organisation. */
export function heldAll(app: Application, visitor: Visitor): Promise<readonly RetentionAct[]> {
  return app.store.retention(visitor, async (session) => {
    const acts = await session.acts()
    return decidedFrom(acts.filter(({ child }) => child === everyRecord)).holds
  })
}

/** One record, whatever its day; undefined where this post's organisation recorded nothing in it. Records one look. */
export async function retainedRecord(
  app: Application,
  visitor: Visitor,
  author: Author,
  child: ChildId,
): Promise<{ readonly now: Moment; readonly record: Retained } | undefined> {
  return app.store.retention(visitor, async (session) => {
    const now = await session.now()
    const record = await reviewOf(session, author.organisation, child, now)
    if (record === undefined) return undefined
    await session.look({ what: 'one record under review', children: [child] })
    return { now, record }
  })
}

/** As a decision finds it, in the transaction of the decision. */
export async function reviewOf(
  session: RetentionSession,
  organisation: OrganisationId,
  child: ChildId,
  now: Moment,
): Promise<Retained | undefined> {
  const record = await session.record(child)
  if (record === undefined) return undefined
  const [acts, schedule] = [await session.acts(), await session.schedule(organisation)]
  return retainedOf(session, record, organisation, schedule, acts, now)
}

async function retainedOf(
  session: RetentionSession,
  { child, held, inUse, disposed }: RetainedRecord,
  organisation: OrganisationId,
  schedule: Schedule,
  all: readonly (RetentionAct & { readonly child: ChildId })[],
  now: Moment,
): Promise<Retained | undefined> {
  const holdings = holdingsOf(held, now)
  const own = holdings.find(({ controller }) => controller === organisation)
  const facts = heldFactsOf(held.child, held.episodes)
  if (own === undefined || facts === undefined) return undefined
  const acts = all.filter((act) => act.child === child)
  const of = classOf(own.kind, facts)
  const due: FallsDue = fallsDue(of, facts, schedule)
  const { name, bornOn, restriction } = childAt(held.child, now)
  const review = {
    due,
    today: londonDate(now),
    inUse,
    held: await session.isHeld(child),
    disposed: disposed.includes(organisation),
    decided: decidedFrom(acts),
  }
  return {
    child,
    restricted: restriction !== undefined,
    ...(restriction === undefined && name !== undefined && { name }),
    ...(restriction === undefined && bornOn !== undefined && { bornOn }),
    class: of,
    review,
    acts,
    others: holdings
      .filter(({ controller }) => controller !== organisation && !disposed.includes(controller))
      .map(({ name: other }) => other),
    entries: new Set(own.parts.map(({ entry }) => entry)).size,
  }
}

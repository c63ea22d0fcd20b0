import { holdingsOf } from '../../domain/access/holdings.ts'
import {
  heldFactsOf,
  keptUnder,
  mayBeDue,
  type FallsDue,
  type MayBeDue,
  type RetentionClass,
  type Schedule,
} from '../../domain/access/retention.ts'
import { decidedFrom, type RetentionAct, type UnderReview } from '../../domain/access/retention-review.ts'
import { childAt } from '../../domain/child/child-at.ts'
import type { Author, ChildId, OrganisationId } from '../../domain/episode/entry.ts'
import { londonDate, type LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Application } from '../carry-out.ts'
import type { RetentionSession, Visitor } from '../ports.ts'
import { everyRecord, type RetainedRecord, type RetentionActOn } from '../retention.ts'

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
  /** By the day on which they fell due. */
  readonly due: readonly Retained[]
  /** Proposed by somebody, or confirmed and waiting to be carried out. */
  readonly decided: readonly Retained[]
  /** Somebody holds them, so that nothing of them goes. */
  readonly held: readonly Retained[]
  readonly heldAll: readonly RetentionAct[]
  /** Where more are due: after which record they come. */
  readonly next?: ChildId
}

const atOnce = 50

/** What falls due for this post's organisation, from after one record on, and what was decided. Records one look naming
    the children. */
export async function dueForReview(
  app: Application,
  visitor: Visitor,
  author: Author,
  after?: ChildId,
): Promise<DueForReview> {
  return app.store.retention(visitor, async (session) => {
    const now = await session.now()
    const acts = await session.acts()
    const schedule = await session.schedule(author.organisation)
    const read = (record: RetainedRecord) =>
      retainedOf(session, record, author.organisation, schedule, acts, now)
    const may = mayBeDue(author.organisationKind, schedule, londonDate(now))
    const { found, next } = await dueAmong(session, may, read, after)
    // What was decided is not many, and is shown whether or not it is due.
    const touched = after === undefined ? await decidedAbout(session, acts, read) : []
    const all = [...new Map([...found, ...touched].map((one) => [one.child, one])).values()]
    const [held, free] = [all.filter(isHeld), all.filter((one) => !isHeld(one))]
    const shown = {
      due: free.filter((one) => !isDecided(one) && isDue(one)).toSorted(byDay),
      decided: free.filter(isDecided),
      held,
    }
    const children = Object.values(shown).flatMap((some) => some.map(({ child }) => child))
    await session.look({ what: 'due for review', children })
    const standing = decidedFrom(acts.filter(({ child }) => child === everyRecord))
    return { now, ...shown, heldAll: standing.holds, ...(next && { next }) }
  })
}

type ReadRecord = (record: RetainedRecord) => Promise<Retained | undefined>

/** Of each that may be due it is asked whether it is, until there are enough for a page or no more. */
async function dueAmong(
  session: RetentionSession,
  may: MayBeDue,
  read: ReadRecord,
  after: ChildId | undefined,
): Promise<{ readonly found: readonly Retained[]; readonly next?: ChildId }> {
  const found: Retained[] = []
  let last = after
  for (;;) {
    const records = await session.records(may, last)
    if (records.length === 0) return { found }
    for (const record of records) {
      last = record.child
      const one = await read(record)
      if (one !== undefined && !one.review.disposed && isDue(one)) found.push(one)
      if (found.length === atOnce) return { found, next: last }
    }
  }
}

async function decidedAbout(
  session: RetentionSession,
  acts: readonly RetentionActOn[],
  read: ReadRecord,
): Promise<readonly Retained[]> {
  const found: Retained[] = []
  for (const [child, own] of Map.groupBy(acts, (act) => act.child)) {
    const { holds, proposal, confirmed } = decidedFrom(own)
    if (child === everyRecord || (holds.length === 0 && proposal === undefined && confirmed === undefined))
      continue
    const record = await session.record(child)
    const one = record && (await read(record))
    if (one !== undefined && !one.review.disposed) found.push(one)
  }
  return found
}

function isDecided({ review: { decided } }: Retained): boolean {
  return decided.proposal !== undefined || decided.confirmed !== undefined
}

function isHeld({ review: { held, decided } }: Retained): boolean {
  return held || decided.holds.length > 0
}

function isDue({ review: { due, today, decided } }: Retained): boolean {
  const isKept = decided.keptUntil !== undefined && decided.keptUntil > today
  return due.kind === 'on' && due.day <= today && !isKept
}

function byDay({ review: { due: a } }: Retained, { review: { due: b } }: Retained): number {
  const day = (due: FallsDue) => (due.kind === 'on' ? due.day : '')
  return day(a) < day(b) ? -1 : 1
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
  const { class: of, due } = keptUnder(own.kind, facts, schedule)
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

import { holderOf } from '../../domain/child/holders.ts'
import type { Directory } from '../../domain/child/directory.ts'
import { readers } from '../../domain/access/readers.ts'
import type { Author, ChildId } from '../../domain/episode/entry.ts'
import { sections, type Section } from '../../domain/episode/sections.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Application } from '../carry-out.ts'
import { lookAt, type Exporting } from '../files.ts'
import type { Described, Emergency, Figure, Fitting, OpenedBy, ToReview } from '../outside.ts'
import { requestHash } from '../ids.ts'
import type { OutsideSession, Visitor } from '../ports.ts'

export type Answered =
  | {
      readonly kind: 'missing'
      readonly ring: readonly { readonly name: string; readonly telephone: string }[]
    }
  | { readonly kind: 'not-known' }

/** The key belongs to another request. */
export interface KeyTaken {
  readonly kind: 'key-taken'
}

const keyTaken: KeyTaken = { kind: 'key-taken' }

/** Without a key it is asked for the first time. */
function taking(session: OutsideSession, key: string | undefined, asked: unknown) {
  return key === undefined ? 'new' : session.takeKey(key, requestHash(asked))
}

/** "Is this child missing?", also of a child whom nobody but a few may see: to hold them safely and which number to ring,
    and no more. Kept for review, and a look that names whom it fitted. */
export async function askIfMissing(
  app: Application,
  visitor: Visitor,
  described: Described,
  key?: string,
): Promise<Answered | KeyTaken> {
  const directory = await app.directory()
  return app.store.outside(visitor, async (session) => {
    const taken = await taking(session, key, described)
    if (taken === 'taken') return keyTaken
    const fitting = await session.askIfMissing(described, taken === 'again')
    await session.look({ what: 'is this child missing?', children: fitting.map(({ child }) => child) })
    if (fitting.length === 0) return { kind: 'not-known' }
    const now = await session.now()
    const ring = fitting.map((one) => ringFor(one, directory, now))
    return { kind: 'missing', ring: [...new Map(ring.map((one) => [one.telephone, one])).values()] }
  })
}

function ringFor({ council, raisedBy }: Fitting, directory: Directory, now: Moment) {
  const child = { workers: {}, ...(council !== undefined && { responsibleCouncil: council }) }
  const occasion = raisedBy === undefined ? {} : { raisedBy }
  const { name, telephone } = holderOf('duty-team', child, directory, now, occasion)
  return { name, telephone }
}

/** Opens one record for an hour, to read. Undefined where it opens nothing, for whatever reason. */
export async function openInEmergency(
  app: Application,
  visitor: Visitor,
  author: Author,
  asked: { readonly id: string; readonly by: OpenedBy; readonly reason: string },
): Promise<ChildId | undefined | KeyTaken> {
  const read = new Set(readers.emergency[author.role])
  const opened: readonly Section[] = sections.filter((section) => read.has(section))
  return app.store.outside(visitor, async (session) => {
    if ((await taking(session, asked.id, { by: asked.by, reason: asked.reason })) === 'taken') return keyTaken
    const child = await session.openInEmergency(asked.id, asked.by, opened, asked.reason)
    const children = child === undefined ? [] : [child]
    await session.look({ what: 'opened in an emergency', children, purpose: asked.reason })
    return child
  })
}

export interface Review {
  readonly now: Moment
  readonly emergencies: readonly Emergency[]
  readonly questions: readonly ToReview[]
  readonly revealed: readonly ToReview[]
}

/** What was opened, asked and shown outside a relationship, of the children whose council this post reviews for. */
export async function toReview(app: Application, visitor: Visitor): Promise<Review> {
  return app.store.outside(visitor, async (session) => {
    const emergencies = await session.emergencies()
    const [questions, revealed] = [await session.questions(), await session.revealed()]
    const children = [...emergencies, ...questions, ...revealed].map(({ child }) => child)
    await session.look({ what: 'what was opened and asked, for review', children: [...new Set(children)] })
    return { now: await session.now(), emergencies, questions, revealed }
  })
}

/** Of how many records that were opened this post has not said that it knows: a number for the head of its pages. */
export async function countOpenedUnknown(app: Application, visitor: Visitor): Promise<number> {
  return app.store.outside(visitor, (session) => session.openedUnknown())
}

/** Says for one's own post that one knows of it. Said once, it stands. */
export async function knowOfEmergency(
  app: Application,
  visitor: Visitor,
  id: string,
): Promise<'done' | 'not-found'> {
  return app.store.outside(visitor, async (session) => {
    const found = (await session.emergencies()).find((one) => one.id === id)
    if (found === undefined || found.person === visitor.person) return 'not-found'
    await session.known(id, found.child)
    return 'done'
  })
}

/** Nobody reviews what they opened themselves. Said once, it stands, and says that one knows. */
export async function reviewEmergency(
  app: Application,
  visitor: Visitor,
  id: string,
  said: string,
): Promise<'done' | 'not-found' | 'stands'> {
  return app.store.outside(visitor, async (session) => {
    const found = (await session.emergencies()).find((one) => one.id === id)
    if (found === undefined || found.person === visitor.person) return 'not-found'
    const { reviewed } = found
    if (reviewed !== undefined)
      return reviewed.said === said && reviewed.by === visitor.person ? 'done' : 'stands'
    await session.known(id, found.child)
    await session.reviewed(id, found.child, said)
    return 'done'
  })
}

/** How many were opened and not reviewed yet by anybody, for the list of what is this post's own. */
export async function countToReview(app: Application, visitor: Visitor): Promise<number> {
  return app.store.outside(visitor, async (session) => {
    const all = await session.emergencies()
    return all.filter(({ reviewed, person }) => reviewed === undefined && person !== visitor.person).length
  })
}

export interface Figures {
  readonly now: Moment
  readonly rows: readonly Figure[]
}

/** Every episode of this post's area, without a name. Records one look that names the children in it. */
export async function figures(app: Application, visitor: Visitor, exporting?: Exporting): Promise<Figures> {
  return app.store.outside(visitor, async (session) => {
    const rows = await session.figures()
    const children = [...new Set(rows.map(({ child }) => child))]
    await session.look({ what: lookAt('figures', exporting), children, ...exporting })
    return { now: await session.now(), rows }
  })
}

/** The name of one child, for one page. Kept with its reason, and reviewed. */
export async function revealName(
  app: Application,
  visitor: Visitor,
  child: ChildId,
  reason: string,
  key?: string,
): Promise<string | undefined | KeyTaken> {
  return app.store.outside(visitor, async (session) => {
    const taken = await taking(session, key, { child, reason })
    if (taken === 'taken') return keyTaken
    const name = await session.revealName(child, reason, taken === 'again')
    if (name !== undefined) await session.look({ what: 'name revealed', children: [child], purpose: reason })
    return name
  })
}

export type OwnRecord = Awaited<ReturnType<typeof ownRecord>>

/** What this post's organisation recorded of children whom it no longer looks after. Records one look. */
export async function ownRecord(app: Application, visitor: Visitor) {
  return app.store.outside(visitor, async (session) => {
    const entries = await session.recordedByUs()
    await session.look({ what: 'what we recorded of children who have left', children: [] })
    return { now: await session.now(), entries }
  })
}

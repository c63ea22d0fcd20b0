import { randomUUID } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { disposedWith, holdingsOf, type HeldPart } from '../../domain/access/holdings.ts'
import { heldFactsOf, keptUnder, type FallsDue } from '../../domain/access/retention.ts'
import {
  decidedFrom,
  whyNotDispose,
  type RetentionAct,
  type RetentionRefusal,
} from '../../domain/access/retention-review.ts'
import type { ChildId, EntryId, OrganisationId } from '../../domain/episode/entry.ts'
import type { Section } from '../../domain/episode/sections.ts'
import { londonDate } from '../../kernel/london.ts'
import { careWritten } from '../care-session.ts'
import { loadSubject } from '../load.ts'
import { fromStored, type StoredRow } from '../projection-rows.ts'
import { prepared } from '../query.ts'
import { putReadSide, type Project } from '../read-side.ts'
import { commit, withConnection } from '../transaction.ts'
import { actColumns, scheduleOf } from './acts.ts'
import { againAfterDeadlock } from '../after-deadlock.ts'
import type { DecidedBy, Registered, RegisterLine } from './line.ts'
import { disposeAgain } from './replay.ts'
import { carriedOut, lockDisposals } from './carried-out.ts'
import type { Register } from './register.ts'
import { removeContent, tablesOf } from './remove.ts'

export type Disposed =
  | {
      readonly kind: 'disposed'
      readonly decision: string
      readonly line: number
      readonly sections: number
      readonly whole: boolean
    }
  | {
      readonly kind: 'not-now'
      readonly decision: string
      readonly why: RetentionRefusal | 'no-longer-confirmed'
    }

/** Carries out everything that two people have confirmed and that nothing stands against now, each in a transaction of its
    own: a line of the register first, on the disk, and then the deletion. Takes a pool of the maintainer. */
export async function disposeConfirmed(
  maintainer: Pool,
  register: Register,
  project: Project,
): Promise<readonly Disposed[]> {
  const waiting = await withConnection(maintainer, confirmedIn)
  const done: Disposed[] = []
  for (const one of waiting) {
    const through: Through = { register, project }
    const disposed = await againAfterDeadlock(() =>
      withConnection(maintainer, (client) => disposeOne(client, through, one)),
    )
    if (disposed !== undefined) done.push(disposed)
  }
  return done
}

interface Confirmed {
  readonly subject: ChildId
  readonly controller: OrganisationId
  readonly decision: string
}

/** Decisions that stand confirmed and were not carried out. */
async function confirmedIn(client: PoolClient): Promise<readonly Confirmed[]> {
  const { rows } = await prepared<Confirmed>(
    client,
    `select a.subject, a.controller, a.id as decision from whereabouts.retention_act a
     where a.kind = 'confirm' and not exists (
       select from whereabouts.disposal d where d.subject = a.subject and d.controller = a.controller)
     order by a.at, a.id`,
  )
  return rows
}

interface Through {
  readonly register: Register
  readonly project: Project
  /** The line that an earlier attempt has put on the disk: it stands, whatever became of the deletion. */
  registered?: Registered
}

/** Undefined where another run has carried it out meanwhile. */
async function disposeOne(
  client: PoolClient,
  through: Through,
  asked: Confirmed,
): Promise<Disposed | undefined> {
  const { register, project } = through
  if (through.registered !== undefined) {
    await disposeAgain(client, through.registered, project, 'disposed')
    return disposedBy(through.registered)
  }
  await client.query('begin')
  try {
    await lockDisposals(client)
    // Whether it is in use or held is said by every record of the child: nobody writes to any of them meanwhile.
    await prepared(client, 'select whereabouts.lock_joined($1::uuid[])', [[asked.subject]])
    if (await isCarriedOut(client, asked)) {
      await client.query('rollback')
      return undefined
    }
    const found = await lineFor(client, asked)
    if (typeof found === 'string') {
      await client.query('rollback')
      return { kind: 'not-now', decision: asked.decision, why: found }
    }
    const registered = register.append(found)
    through.registered = registered
    await removeContent(client, registered.line, { tables: await tablesOf(client), direct: false })
    await carriedOut(client, registered, randomUUID(), 'disposed')
    await putReadSide(client, asked.subject, project)
    await commit(client)
    return disposedBy(registered)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

function disposedBy({ line: { decision, number, content, whole } }: Registered): Disposed {
  const sections = content.reduce((sum, one) => sum + one.sections.length, 0)
  return { kind: 'disposed', decision, line: number, sections, whole }
}

async function isCarriedOut(client: PoolClient, { subject, decision }: Confirmed): Promise<boolean> {
  const text = 'select from whereabouts.disposal where subject = $1 and decision = $2'
  return (await prepared(client, text, [subject, decision])).rows.length > 0
}

type Said = Omit<RegisterLine, 'format' | 'number' | 'previous'>

/** Judged again under the locks of every record of the child: an episode may have begun, or a hold come, since it was confirmed. */
async function lineFor(
  client: PoolClient,
  { subject, controller, decision }: Confirmed,
): Promise<Said | Extract<Disposed, { kind: 'not-now' }>['why']> {
  const { child, episodes, now } = await loadSubject(client, subject, { id: '', requestHash: '' })
  const sections = await sectionsLeft(client, subject)
  const facts = heldFactsOf(child, episodes)
  const care = await careWritten(client, subject)
  const holdings = holdingsOf({ child, episodes, care, sections }, now)
  const kind = holdings.find((one) => one.controller === controller)?.kind
  const decided = decidedFrom(await actsOf(client, subject, controller))
  const { confirmed } = decided
  if (facts === undefined || kind === undefined || confirmed?.by.id !== decision) return 'no-longer-confirmed'
  const { record, inUse, held, already } = await standing(client, subject)
  const { class: of, due } = keptUnder(kind, facts, await scheduleOf(client, controller))
  const why = whyNotDispose({ due, today: londonDate(now), inUse, held, decided })
  if (why !== undefined) return why
  // They agreed about a record that has gone on since.
  if (facts.lastEntry > confirmed.by.at) return 'no-longer-confirmed'
  const { whole, parts } = disposedWith(holdings, controller, already)
  return {
    record,
    at: now,
    decision,
    subject,
    controller,
    controllerName: holdings.find((one) => one.controller === controller)?.name ?? '',
    class: of,
    ...lengthSaid(due),
    proposed: await decidedBy(client, confirmed.proposal),
    confirmed: await decidedBy(client, confirmed.by),
    whole,
    content: byEntry(parts),
  }
}

function lengthSaid(due: FallsDue): Pick<Said, 'years' | 'source'> {
  if (due.kind !== 'on') throw new Error('What is not due was to be disposed of')
  const { years, source } = due.length
  return { years, source }
}

function byEntry(parts: readonly HeldPart[]): Said['content'] {
  return [...Map.groupBy(parts, ({ entry }) => entry)].map(([entry, held]) => ({
    entry,
    sections: held.map(({ section }) => section).toSorted(),
  }))
}

async function sectionsLeft(
  client: PoolClient,
  subject: ChildId,
): Promise<ReadonlyMap<EntryId, readonly Section[]>> {
  const { rows } = await prepared<{ entry: EntryId; sections: readonly Section[] }>(
    client,
    `select entry, array_agg(section) as sections from whereabouts.entry_content where subject = $1 group by entry`,
    [subject],
  )
  return new Map(rows.map(({ entry, sections }) => [entry, sections]))
}

async function actsOf(
  client: PoolClient,
  subject: ChildId,
  controller: OrganisationId,
): Promise<readonly RetentionAct[]> {
  const { rows } = await prepared<StoredRow>(
    client,
    'select * from whereabouts.retention_act where subject = $1 and controller = $2 order by at, id',
    [subject, controller],
  )
  return rows.map((row) => fromStored<RetentionAct>(actColumns, row))
}

async function standing(client: PoolClient, subject: ChildId) {
  const { rows } = await prepared<{
    record: string
    inUse: boolean
    held: boolean
    already: readonly OrganisationId[]
  }>(
    client,
    `select h.record, whereabouts.in_use($1) as "inUse", whereabouts.is_held($1) as held,
       array(select controller from whereabouts.disposal where subject = $1) as already
     from whereabouts.chain_head h`,
    [subject],
  )
  const [row] = rows
  if (row === undefined) throw new Error('The chain has no head')
  return row
}

async function decidedBy(client: PoolClient, { at, person, post }: RetentionAct): Promise<DecidedBy> {
  const { rows } = await prepared<{ name: string; role: string }>(
    client,
    'select person_name as name, role from whereabouts.post where id = $1',
    [post],
  )
  const { name, role } = rows[0] ?? { name: 'no longer in the directory', role: 'unknown' }
  return { at, person, name, post, role }
}

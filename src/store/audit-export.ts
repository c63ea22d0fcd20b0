import type { Pool, PoolClient } from 'pg'
import type { Moment } from '../kernel/moment.ts'
import { chainLines, type ChainLine } from './chain-lines.ts'
import { readDocument } from './checkpoints/document.ts'
import { prepared } from './query.ts'
import { withConnection } from './transaction.ts'

export interface ExportAsked {
  /** Half open, in what was recorded then; widened to the checkpoints around it. Absent is from the beginning or to the end. */
  readonly from?: Moment
  readonly to?: Moment
  readonly withContent: boolean
}

/** One line of a file as `docs/assurance/verify-format.md` has it. */
export type ExportLine =
  | {
      readonly kind: 'whereabouts audit 1'
      readonly record: string
      readonly made: Moment
      readonly content: boolean
      readonly keys: readonly string[]
      readonly from: Point
      readonly until: Point
      /** What is committed and has no position yet. */
      readonly waiting: number
    }
  | { readonly kind: 'checkpoint'; readonly document: string; readonly signature: string }
  | ChainLine
  | { readonly kind: 'end'; readonly lines: number }

interface Point {
  readonly position: number
  readonly hash: string
}

/** Gives every line of an export from one snapshot, in order. Takes a pool of the maintainer; holds no writer up. */
export async function exportAudit(
  maintainer: Pool,
  asked: ExportAsked,
  write: (lines: readonly ExportLine[]) => Promise<void>,
): Promise<{ readonly from: number; readonly until: number }> {
  return withConnection(maintainer, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0')
    try {
      return await exportSnapshot(client, asked, write)
    } finally {
      await client.query('rollback').catch(() => undefined)
    }
  })
}

async function exportSnapshot(
  client: PoolClient,
  asked: ExportAsked,
  write: (lines: readonly ExportLine[]) => Promise<void>,
): Promise<{ readonly from: number; readonly until: number }> {
  const checkpoints = await readCheckpoints(client)
  const head = await theHead(client)
  const { from, until } = await rangeOf(client, asked, checkpoints, head)
  const within = checkpoints.filter(({ position }) => position >= from.position && position <= until.position)
  const keys = [...new Set(within.map(({ key }) => key))]
  const { record, made, waiting } = head
  let lines = 1 + within.length
  await write([
    {
      kind: 'whereabouts audit 1',
      record,
      made,
      content: asked.withContent,
      keys,
      from,
      until,
      waiting,
    },
    ...within.map(({ document, signature }) => ({ kind: 'checkpoint' as const, document, signature })),
  ])
  for await (const page of chainLines(client, from.position, until.position, asked.withContent)) {
    await write(page)
    lines += page.length
  }
  await write([{ kind: 'end', lines }])
  return { from: from.position, until: until.position }
}

interface Kept {
  readonly position: number
  readonly key: string
  readonly document: string
  readonly signature: string
}

async function readCheckpoints(client: PoolClient): Promise<readonly Kept[]> {
  const { rows } = await prepared<{ position: number; document: string; signature: Buffer }>(
    client,
    'select position, document, signature from whereabouts.checkpoint order by number',
  )
  return rows.map(({ position, document, signature }) => ({
    position,
    key: readDocument(document)?.key ?? 'unknown',
    document,
    signature: signature.toString('base64'),
  }))
}

interface Head extends Point {
  readonly record: string
  readonly made: Moment
  readonly waiting: number
}

async function theHead(client: PoolClient): Promise<Head> {
  const { rows } = await prepared<Head>(
    client,
    `select record, position, encode(hash, 'hex') as hash, date_trunc('milliseconds', now()) as made,
       (select count(*) from whereabouts.outbox) as waiting
     from whereabouts.chain_head`,
  )
  const [head] = rows
  if (head === undefined) throw new Error('The chain has no head')
  return head
}

const beginning: Point = { position: 0, hash: '0'.repeat(64) }

/** A range begins and ends where a checkpoint stands, so that it can be held to signed hashes at both ends; past the last
    checkpoint it goes to the end. */
async function rangeOf(
  client: PoolClient,
  { from, to }: ExportAsked,
  checkpoints: readonly Kept[],
  head: Head,
): Promise<{ readonly from: Point; readonly until: Point }> {
  const end = { position: head.position, hash: head.hash }
  const [first, last] = [await firstSince(client, from), await firstSince(client, to)]
  const before =
    from === undefined
      ? undefined
      : checkpoints.findLast(({ position }) => position < (first ?? head.position + 1))
  const after =
    to === undefined || last === undefined
      ? undefined
      : checkpoints.find(({ position }) => position >= last - 1)
  return {
    from: before === undefined ? beginning : await pointAt(client, before.position),
    until: after === undefined ? end : await pointAt(client, after.position),
  }
}

/** The first position of what was recorded at a moment or after it; undefined when there is none. */
async function firstSince(client: PoolClient, moment: Moment | undefined): Promise<number | undefined> {
  if (moment === undefined) return undefined
  const { rows } = await prepared<{ position: number | null }>(
    client,
    `select min(p.position) as position
     from whereabouts.position p
     left join whereabouts.entry e on e.subject = p.subject and e.id = p.entry
     left join whereabouts.look l on l.id = p.look
     left join whereabouts.maintenance m on m.run = p.run
     where coalesce(e.recorded, l.at, m.at) >= $1`,
    [moment],
  )
  return rows[0]?.position ?? undefined
}

async function pointAt(client: PoolClient, position: number): Promise<Point> {
  if (position === 0) return beginning
  const { rows } = await prepared<{ hash: string }>(
    client,
    `select encode(hash, 'hex') as hash from whereabouts.position where position = $1`,
    [position],
  )
  return { position, hash: rows[0]?.hash ?? '' }
}

import type { Pool, PoolClient } from 'pg'
import type { SignedCheckpoint } from '../../application/attestation.ts'
import { millisecondsOf, type Moment } from '../../kernel/moment.ts'
import { beforeTheFirst, chainHash } from '../commitment.ts'
import { prepared } from '../query.ts'
import { commit, withConnection } from '../transaction.ts'
import {
  beforeTheFirstCheckpoint,
  checkpointFormat,
  documentHash,
  documentText,
  readDocument,
} from './document.ts'
import type { CheckpointDocument } from './document.ts'
import { linksBetween } from './links.ts'
import { markOf } from './marks.ts'
import type { SigningKey } from './signing-key.ts'

/** The chain is not what was signed of it before, or does not follow from it: nothing more is signed on top. */
export class NotAttested extends Error {
  constructor(where: string) {
    super(`The record is not as it was attested (${where}): run whereabouts verify, and sign nothing on top`)
    this.name = 'NotAttested'
  }
}

export interface Made extends SignedCheckpoint {
  readonly saying: CheckpointDocument
}

const lock = 7_203_119_004

/** Signs how far the chain has come, once what came since the last checkpoint was read and follows from it. Takes a pool
    of the worker's. With `olderThan`, in milliseconds, only where the last checkpoint is older; undefined otherwise.
    Nobody who writes waits for it. Throws NotAttested. */
export async function makeCheckpoint(
  worker: Pool,
  key: SigningKey,
  olderThan?: number,
): Promise<Made | undefined> {
  return withConnection(worker, async (client) => {
    await client.query('begin')
    try {
      // Those who sign wait for each other; what was committed while waiting is seen by the next statement.
      await client.query('select pg_advisory_xact_lock($1)', [lock])
      const made = await next(client, key, olderThan)
      await commit(client)
      return made
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
  })
}

async function next(
  client: PoolClient,
  key: SigningKey,
  olderThan: number | undefined,
): Promise<Made | undefined> {
  const before = await lastCheckpoint(client)
  const head = await prepared<{ record: string; position: number; hash: Buffer; now: Moment }>(
    client,
    'select record, position, hash, whereabouts.clock() as now from whereabouts.chain_head',
  )
  const [end] = head.rows
  if (end === undefined) throw new Error('The chain has no head')
  const age = before === undefined ? Infinity : millisecondsOf(end.now) - millisecondsOf(before.saying.at)
  // The day's checkpoint of an empty record would say nothing.
  if (olderThan !== undefined && (age <= olderThan || end.position === 0)) return undefined
  const saying: CheckpointDocument = {
    format: checkpointFormat,
    record: end.record,
    number: (before?.saying.number ?? 0) + 1,
    at: end.now,
    position: end.position,
    hash: end.hash.toString('hex'),
    previous: before === undefined ? beforeTheFirstCheckpoint : documentHash(before.document),
    marks: (await marksSince(client, before?.saying, end)).toString('base64'),
    key: key.id,
  }
  const document = documentText(saying)
  const signature = key.sign(document)
  await client.query(
    'insert into whereabouts.checkpoint (number, position, at, document, signature) values ($1, $2, $3, $4, $5)',
    [saying.number, saying.position, saying.at, document, signature],
  )
  return { saying, document, signature: signature.toString('base64') }
}

async function lastCheckpoint(
  client: PoolClient,
): Promise<{ readonly saying: CheckpointDocument; readonly document: string } | undefined> {
  const { rows } = await prepared<{ document: string }>(
    client,
    'select document from whereabouts.checkpoint order by number desc limit 1',
  )
  const [row] = rows
  if (row === undefined) return undefined
  const saying = readDocument(row.document)
  if (saying === undefined) throw new NotAttested('the last checkpoint cannot be read')
  return { saying, document: row.document }
}

/** Reads the chain from what was signed to its head. Throws NotAttested where it does not follow. */
async function marksSince(
  client: PoolClient,
  before: CheckpointDocument | undefined,
  end: { readonly position: number; readonly hash: Buffer },
): Promise<Buffer> {
  let position = before?.position ?? 0
  let hash: Buffer = before === undefined ? beforeTheFirst : Buffer.from(before.hash, 'hex')
  const marks: Buffer[] = []
  for await (const page of linksBetween(client, position, end.position)) {
    for (const link of page) {
      position += 1
      hash = chainHash(hash, position, link.commitment)
      if (link.position !== position || !hash.equals(link.hash) || link.marked === undefined)
        throw new NotAttested(`position ${position}`)
      marks.push(markOf(link.marked))
    }
  }
  if (position !== end.position || !hash.equals(end.hash)) throw new NotAttested('the head of the chain')
  return Buffer.concat(marks)
}

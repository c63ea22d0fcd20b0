import type { PoolClient } from 'pg'
import { chainHash } from './commitment.ts'
import { prepared } from './query.ts'
import { commit } from './transaction.ts'

interface Waiting {
  readonly id: number
  readonly subject: string
  readonly entry: string
  readonly commitment: Buffer
}

/** Moves the oldest waiting entries, up to so many, from the outbox onto the chain in one transaction; says how many. */
export async function publishBatch(client: PoolClient, batch: number): Promise<number> {
  await client.query('begin')
  try {
    const waiting = await oldest(client, batch)
    if (waiting.length > 0) await extend(client, waiting)
    await commit(client)
    return waiting.length
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** Ids follow the order of writing; one that is committed late is simply among the oldest of a later batch. */
async function oldest(client: PoolClient, batch: number): Promise<readonly Waiting[]> {
  const { rows } = await prepared<Waiting>(
    client,
    `select o.id, o.subject, o.entry, e.commitment
     from whereabouts.outbox o
     join whereabouts.entry e on e.subject = o.subject and e.id = o.entry
     order by o.id limit $1`,
    [batch],
  )
  return rows
}

async function extend(client: PoolClient, waiting: readonly Waiting[]): Promise<void> {
  // Whoever else believes itself the publisher waits here, and then goes on from where this one ended.
  const head = await prepared<{ position: number; hash: Buffer }>(
    client,
    'select position, hash from whereabouts.chain_head for update',
  )
  const [before] = head.rows
  if (before === undefined) throw new Error('The chain has no head')
  let { position, hash } = before
  const placed = waiting.map(({ subject, entry, commitment }) => {
    position += 1
    hash = chainHash(hash, position, commitment)
    return { position, subject, entry, commitment, hash }
  })
  await prepared(
    client,
    `insert into whereabouts.position (position, subject, entry, commitment, hash)
     select * from unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::bytea[], $5::bytea[])`,
    [
      placed.map((each) => each.position),
      placed.map((each) => each.subject),
      placed.map((each) => each.entry),
      placed.map((each) => each.commitment),
      placed.map((each) => each.hash),
    ],
  )
  const ids = waiting.map(({ id }) => id)
  await prepared(client, 'delete from whereabouts.outbox where id = any($1::bigint[])', [ids])
  await prepared(client, 'update whereabouts.chain_head set position = $1, hash = $2', [position, hash])
}

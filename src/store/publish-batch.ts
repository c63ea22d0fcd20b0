import type { PoolClient } from 'pg'
import { chainHash } from './commitment.ts'
import { prepared } from './query.ts'
import { commit } from './transaction.ts'

/** An entry, a look or a run of the maintainer: exactly one is there. */
interface Waiting {
  readonly id: number
  readonly subject: string | null
  readonly entry: string | null
  readonly look: number | null
  readonly run: string | null
  readonly commitment: Buffer
}

/** Moves what has waited longest, up to so many, from the outbox onto the chain in one transaction; says how many. */
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
    `select o.id, o.subject, o.entry, o.look, o.run, coalesce(e.commitment, l.commitment, m.commitment) as commitment
     from whereabouts.outbox o
     left join whereabouts.entry e on e.subject = o.subject and e.id = o.entry
     left join whereabouts.look l on l.id = o.look
     left join whereabouts.maintenance m on m.run = o.run
     where coalesce(e.commitment, l.commitment, m.commitment) is not null
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
  const placed = waiting.map((each) => {
    position += 1
    hash = chainHash(hash, position, each.commitment)
    return { ...each, position, hash }
  })
  await prepared(
    client,
    `insert into whereabouts.position (position, subject, entry, look, run, commitment, hash)
     select * from unnest($1::bigint[], $2::uuid[], $3::uuid[], $4::bigint[], $5::uuid[], $6::bytea[], $7::bytea[])`,
    [
      placed.map((each) => each.position),
      placed.map((each) => each.subject),
      placed.map((each) => each.entry),
      placed.map((each) => each.look),
      placed.map((each) => each.run),
      placed.map((each) => each.commitment),
      placed.map((each) => each.hash),
    ],
  )
  const ids = waiting.map(({ id }) => id)
  await prepared(client, 'delete from whereabouts.outbox where id = any($1::bigint[])', [ids])
  await prepared(client, 'update whereabouts.chain_head set position = $1, hash = $2', [position, hash])
}

import type { Pool, PoolClient } from 'pg'
import { beforeTheFirst, chainHash } from '../../src/store/commitment.ts'

/** Runs statements as someone who has the whole server, with no trigger and no policy in the way, and then makes the chain
    agree: positions without gaps, every hash anew, and the head. What is left is well formed. */
export async function rewrite(owner: Pool, ...statements: readonly string[]): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (const statement of statements) await client.query(statement)
    await chainAnew(client)
  } finally {
    client.release(true)
  }
}

async function chainAnew(client: PoolClient): Promise<void> {
  await client.query('update whereabouts.position set position = position + 1000000')
  const { rows } = await client.query<{ position: string; commitment: Buffer }>(
    `select p.position, coalesce(e.commitment, l.commitment, m.commitment) as commitment
     from whereabouts.position p
     left join whereabouts.entry e on e.subject = p.subject and e.id = p.entry
     left join whereabouts.look l on l.id = p.look
     left join whereabouts.maintenance m on m.run = p.run
     order by p.position`,
  )
  let hash: Buffer = beforeTheFirst
  for (const [index, { position, commitment }] of rows.entries()) {
    hash = chainHash(hash, index + 1, commitment)
    await client.query(
      'update whereabouts.position set position = $1, commitment = $2, hash = $3 where position = $4',
      [index + 1, commitment, hash, position],
    )
  }
  await client.query('update whereabouts.chain_head set position = $1, hash = $2', [rows.length, hash])
}

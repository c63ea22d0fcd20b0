import type { TestDatabase } from '../support/database.ts'

/** How often a checkpoint was sent, and how often it arrived. */
export async function sendingsIn({ owner }: TestDatabase) {
  const { rows } = await owner.query<{ tries: number; received: number }>(
    `select count(*)::int as tries, count(*) filter (where trouble is null)::int as received
     from whereabouts.checkpoint_sending`,
  )
  return rows[0]
}

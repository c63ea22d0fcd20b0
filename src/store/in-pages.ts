import type { PoolClient, QueryResultRow } from 'pg'
import { prepared } from './query.ts'

/** Reads a long answer a page at a time through a cursor, so that a nation's record is never in memory at once. Within
    the caller's transaction; one at a time on a connection. */
export async function* inPages<Row extends QueryResultRow>(
  client: PoolClient,
  statement: string,
  page = 1000,
): AsyncGenerator<readonly Row[]> {
  await client.query(`declare whereabouts_pages no scroll cursor for ${statement}`)
  try {
    for (;;) {
      const { rows } = await prepared<Row>(client, `fetch forward ${page} from whereabouts_pages`)
      if (rows.length === 0) return
      yield rows
    }
  } finally {
    await client.query('close whereabouts_pages').catch(() => undefined)
  }
}

import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { shortestYears } from '../../domain/access/retention.ts'
import { commit, withConnection } from '../transaction.ts'

/** Deletes what was asked of a child whom nobody knew here ("is this child missing?"), once the shortest class of record
    is over: the words may name a child, and no record answers for them. Says how many there were; that they went is on
    record with them. Takes a pool of the maintainer. */
export async function expireQuestions(maintainer: Pool): Promise<number> {
  return withConnection(maintainer, async (client) => {
    await client.query('begin')
    try {
      const { rowCount } = await client.query(
        `delete from whereabouts.missing_question
         where subject is null and at < whereabouts.clock() - make_interval(years => $1)`,
        [shortestYears],
      )
      const said = `${rowCount ?? 0} questions that fitted no child, older than ${shortestYears} years`
      if (rowCount !== null && rowCount > 0)
        await client.query('insert into whereabouts.maintenance (run, verb, reason) values ($1, $2, $3)', [
          randomUUID(),
          'expired',
          said,
        ])
      await commit(client)
      return rowCount ?? 0
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
  })
}

import type { Pool } from 'pg'
import type { Health } from '../application/health.ts'
import type { Moment } from '../kernel/moment.ts'
import { prepared } from './query.ts'
import { withConnection } from './transaction.ts'

interface Row {
  readonly at: Moment
  readonly schema: number
  readonly position: number
  readonly unpublished: number
  readonly oldest: Moment | null
  readonly backup: Moment | null
}

/** What the application may ask without saying who asks. Takes a pool of the application's role. */
export function readHealth(app: Pool): Promise<Omit<Health, 'known'>> {
  return withConnection(app, async (client) => {
    const { rows } = await prepared<Row>(client, 'select * from whereabouts.health()')
    const [row] = rows
    if (row === undefined) throw new Error('The database says nothing about itself')
    const { oldest, backup, ...rest } = row
    return {
      ...rest,
      ...(oldest !== null && { oldestUnpublished: oldest }),
      ...(backup !== null && { lastBackup: backup }),
    }
  })
}

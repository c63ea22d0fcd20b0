import type { Pool } from 'pg'
import type { OwedNotice } from '../application/notices.ts'
import type { PostId } from '../domain/episode/entry.ts'
import type { Moment } from '../kernel/moment.ts'
import { prepared } from './query.ts'
import { commit, withConnection } from './transaction.ts'

/** How a notice went: taken, or why not, and whether that was a try. */
export interface Went {
  readonly trouble?: string
  readonly tried: boolean
}

interface OwedRow {
  readonly emergency: string
  readonly post: PostId
  readonly at: Moment
  readonly mail: string | null
}

/** Sends one notice that is owed and may be tried now, held against every other node meanwhile, and keeps how it went.
    False: none is owed. Whoever is killed between the two sends the same mail again. Takes a pool of the worker's. */
export async function withOwedNotice(
  worker: Pool,
  send: (notice: OwedNotice) => Promise<Went>,
): Promise<boolean> {
  return withConnection(worker, async (client) => {
    await client.query('begin')
    try {
      const { rows } = await prepared<OwedRow>(client, 'select * from whereabouts.take_notice()')
      const [row] = rows
      if (row !== undefined) {
        const { mail, ...notice } = row
        const { trouble, tried } = await send({ ...notice, ...(mail !== null && { mail }) })
        const kept = [row.emergency, row.post, trouble ?? null, tried]
        await prepared(client, 'select whereabouts.notice_went($1, $2, $3, $4)', kept)
      }
      await commit(client)
      return row !== undefined
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
  })
}

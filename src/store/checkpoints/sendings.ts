import type { Pool } from 'pg'
import type { SignedCheckpoint } from '../../application/attestation.ts'
import type { Moment } from '../../kernel/moment.ts'
import { prepared } from '../query.ts'
import { withConnection } from '../transaction.ts'

export interface Owed extends SignedCheckpoint {
  readonly number: number
}

/** Checkpoints that a receiver does not have and that may be tried now, oldest first: after each failure the wait doubles,
    from a minute to an hour. `urgently` tries those too that wait. Takes a pool of the worker's. */
export async function owedTo(worker: Pool, receiver: string, urgently = false): Promise<readonly Owed[]> {
  return withConnection(worker, async (client) => {
    const { rows } = await prepared<{ number: number; document: string; signature: Buffer }>(
      client,
      `select c.number, c.document, c.signature
       from whereabouts.checkpoint c
       left join lateral (
         select count(*) as times, max(s.at) as last, bool_or(s.trouble is null) as received
         from whereabouts.checkpoint_sending s where s.checkpoint = c.number and s.receiver = $1) s on true
       where s.received is not true
         and ($2 or s.last is null
           or s.last + least(power(2, least(s.times - 1, 10)), 60) * interval '1 minute' <= now())
       order by c.number limit 50`,
      [receiver, urgently],
    )
    return rows.map((row) => ({ ...row, signature: row.signature.toString('base64') }))
  })
}

/** Keeps how a sending went; without trouble they have it. */
export async function recordSending(
  worker: Pool,
  sending: { readonly checkpoint: number; readonly receiver: string; readonly trouble?: string },
): Promise<void> {
  await worker.query(
    'insert into whereabouts.checkpoint_sending (checkpoint, receiver, trouble) values ($1, $2, $3)',
    [sending.checkpoint, sending.receiver, sending.trouble ?? null],
  )
}

/** The newest checkpoint, and the newest that somebody outside has; undefined before the first. */
export interface Attested {
  readonly number: number
  readonly position: number
  readonly at: Moment
  readonly received?: { readonly number: number; readonly at: Moment }
}

/** Takes a pool of the application's role: it may ask without saying who asks. */
export async function readAttested(app: Pool): Promise<Attested | undefined> {
  return withConnection(app, async (client) => {
    const { rows } = await prepared<
      Omit<Attested, 'received'> & { received: number | null; received_at: Moment | null }
    >(client, 'select * from whereabouts.attested()')
    const [row] = rows
    if (row === undefined) return undefined
    const { received, received_at, ...newest } = row
    return {
      ...newest,
      ...(received !== null && received_at !== null && { received: { number: received, at: received_at } }),
    }
  })
}

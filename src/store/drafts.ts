import { createHash, hkdfSync } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Draft, Drafts } from '../application/drafts.ts'
import type { Visitor } from '../application/ports.ts'
import type { Moment } from '../kernel/moment.ts'
import { prepared } from './query.ts'
import { seal, unseal } from './sealing.ts'
import { inTransaction } from './transaction.ts'

const keptFor = 'PT72H'
const aDraft = 'a draft'

interface Row {
  readonly form: string
  readonly sealed: Buffer
  readonly began: Moment
}

type Typed = Pick<Draft, 'address' | 'fields'>

/** Drafts over a pool of the application. They are sealed under a key of their person's that follows from `secret`, which
    is in no database: a backup opens none of them. */
export function createDrafts(app: Pool, secret: string): Drafts {
  const keyFor = ({ person }: Visitor, use: string) =>
    Buffer.from(hkdfSync('sha256', secret, person, `whereabouts ${use}`, 32)).toString('base64url')
  const placeOf = ({ person }: Visitor, place: string) =>
    createHash('sha256').update(`${person} ${place}`).digest()
  return {
    keep: (visitor, place, { form, address, fields }) =>
      asVisitor(app, visitor, async (client) => {
        const text = 'select whereabouts.keep_draft($1, $2, $3, $4::text::interval) as kept'
        const sealed = seal(keyFor(visitor, aDraft), aDraft, { address, fields })
        const { rows } = await prepared<{ kept: boolean }>(client, text, [
          placeOf(visitor, place),
          form,
          sealed,
          keptFor,
        ])
        return rows[0]?.kept === true
      }),
    at: (visitor, place) =>
      asVisitor(app, visitor, async (client) => {
        const text = 'select form, sealed, began from whereabouts.drafts_at($1)'
        const { rows } = await prepared<Row>(client, text, [placeOf(visitor, place)])
        return rows.flatMap((row) => opened(keyFor(visitor, aDraft), row))
      }),
    drop: (visitor, place, form) =>
      asVisitor(app, visitor, async (client) => {
        const text = 'select whereabouts.drop_draft($1, $2, $3::text::interval)'
        await prepared(client, text, [placeOf(visitor, place), form, keptFor])
      }),
    dropAll: (visitor) =>
      asVisitor(app, visitor, async (client) => {
        await prepared(client, 'select whereabouts.drop_drafts()', [])
      }),
    deviceKey: (visitor) => keyFor(visitor, 'a draft on a device'),
  }
}

/** None where the secret is another one now, as after a restore: it is as if it had not been kept. */
function opened(key: string, { form, sealed, began }: Row): readonly Draft[] {
  try {
    return [{ form, began, ...(unseal(key, aDraft, sealed) as Typed) }]
  } catch {
    return []
  }
}

function asVisitor<T>(app: Pool, visitor: Visitor, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(app, visitor, 'latest', async (client) => ({ keep: true, answer: await work(client) }))
}

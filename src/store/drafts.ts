import { createHash, hkdfSync } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Draft, Drafts } from '../application/drafts.ts'
import type { Visitor } from '../application/ports.ts'
import { millisecondsOf, momentAt, type Moment } from '../kernel/moment.ts'
import { prepared } from './query.ts'
import { seal, unseal } from './sealing.ts'
import { inTransaction } from './transaction.ts'

const keptFor = 'PT72H'
const keptForMs = 72 * 3_600_000
const aDraft = 'a draft'
/** In bytes, sealed: the table takes a little more. */
const largest = 1_900_000

interface Row {
  readonly form: string
  readonly sealed: Buffer
  readonly began: Moment
  readonly saved: Moment
}

type Sealed = Pick<Draft, 'address' | 'fields'>

/** Drafts over a pool of the application. They are sealed under a key of their person's that follows from `secret`, which
    is in no database: a backup opens none of them. */
export function createDrafts(app: Pool, secret: string): Drafts {
  const keyFor = ({ person }: Visitor, use: string) =>
    Buffer.from(hkdfSync('sha256', secret, person, `whereabouts ${use}`, 32)).toString('base64url')
  const placeOf = ({ person }: Visitor, place: string) =>
    createHash('sha256').update(`${person} ${place}`).digest()
  const found = async (client: PoolClient, visitor: Visitor, place: string) => {
    const text = 'select form, sealed, began, saved from whereabouts.drafts_at($1)'
    const { rows } = await prepared<Row>(client, text, [placeOf(visitor, place)])
    return rows.flatMap((row) => opened(keyFor(visitor, aDraft), row))
  }
  const keep = async (
    client: PoolClient,
    visitor: Visitor,
    place: string,
    { form, address, fields, outlasts = false }: Sealed & { readonly form: string; outlasts?: boolean },
  ) => {
    const text = 'select whereabouts.keep_draft($1, $2, $3, $4::text::interval, $5) as saved'
    const sealed = seal(keyFor(visitor, aDraft), aDraft, { address, fields })
    if (sealed.length > largest) return undefined
    const { rows } = await prepared<{ saved: Moment | null }>(client, text, [
      placeOf(visitor, place),
      form,
      sealed,
      keptFor,
      outlasts,
    ])
    return rows[0]?.saved ?? undefined
  }
  return {
    keep: (visitor, place, draft) =>
      asVisitor(app, visitor, async (client) => (await keep(client, visitor, place, draft)) !== undefined),
    change: (visitor, place, form, to) =>
      asVisitor(app, visitor, async (client) => {
        const lock = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'
        await prepared(client, lock, [`draft ${visitor.person} ${form}`])
        const before = (await found(client, visitor, place)).find((draft) => draft.form === form)
        if (before === undefined) return undefined
        const { address, began } = before
        const fields = to(before.fields)
        const saved = await keep(client, visitor, place, { form, address, fields })
        return saved && { form, address, fields, began, saved, until: untilOf(saved) }
      }),
    at: (visitor, place) => asVisitor(app, visitor, (client) => found(client, visitor, place)),
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
function opened(key: string, { form, sealed, began, saved }: Row): readonly Draft[] {
  try {
    return [{ form, began, saved, until: untilOf(saved), ...(unseal(key, aDraft, sealed) as Sealed) }]
  } catch {
    return []
  }
}

function untilOf(saved: Moment): Moment {
  return momentAt(millisecondsOf(saved) + keptForMs)
}

function asVisitor<T>(app: Pool, visitor: Visitor, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(app, visitor, 'latest', async (client) => ({ keep: true, answer: await work(client) }))
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Pool, type Client, type ClientBase } from 'pg'
import { CannotStart } from './server/trouble.ts'

/** One step of the schema: plain SQL in a numbered file, never edited once landed. */
type Migration = {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** What a run did: the names it applied in order, and the versions before and after. Version 0 is an empty database. */
export type Migrated = { readonly applied: readonly string[]; readonly from: number; readonly at: number }

const lock = 7_203_119_001

/**
 * Brings a database up to the migrations of a folder, each in its own transaction, under one lock:
 * a second node waits and then finds nothing to do. `owner` is the only login that may change the schema.
 * `upTo` stops at an earlier version, for a backup that was made there.
 * Throws `CannotStart` for a database that is newer, that was built from other texts, or that refuses a step.
 */
export async function migrate(owner: Client | Pool, folder: string, upTo?: number): Promise<Migrated> {
  const known = migrationsIn(folder).slice(0, upTo)
  if (!(owner instanceof Pool)) return await underLock(owner, known)
  const client = await owner.connect()
  try {
    return await underLock(client, known)
  } finally {
    client.release()
  }
}

/** The migrations of a folder, `0001-….sql` onwards without a gap. Other files are left alone. */
export function migrationsIn(folder: string): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name, index) => {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1])
    if (number !== index + 1) {
      const expected = String(index + 1).padStart(4, '0')
      const because = `${name} stands where ${expected}-….sql should`
      throw new CannotStart({ kind: 'migrations-malformed', folder, because })
    }
    const sql = readFileSync(join(folder, name), 'utf8')
    return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

async function underLock(client: ClientBase, known: readonly Migration[]): Promise<Migrated> {
  await client.query('select pg_advisory_lock($1)', [lock])
  try {
    return await bringUp(client, known)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock])
  }
}

async function bringUp(client: ClientBase, known: readonly Migration[]): Promise<Migrated> {
  const landed = await landedOn(client)
  const from = landed.length
  if (from > known.length) throw new CannotStart({ kind: 'schema-newer', at: from, known: known.length })
  for (const [index, { checksum }] of landed.entries()) {
    const ours = known[index]
    if (ours?.checksum !== checksum) {
      throw new CannotStart({ kind: 'schema-altered', name: ours?.name ?? String(index + 1) })
    }
  }
  const missing = known.slice(from)
  for (const migration of missing) await apply(client, migration)
  return { applied: missing.map(({ name }) => name), from, at: known.length }
}

async function landedOn(client: ClientBase): Promise<readonly { readonly checksum: string }[]> {
  try {
    await client.query(
      `create table if not exists public.schema_version (
         number integer primary key, name text not null, checksum text not null,
         applied_at timestamptz not null default now())`,
    )
  } catch (error) {
    throw refusedBy(error) ?? error
  }
  const { rows } = await client.query<{ checksum: string }>(
    'select checksum from public.schema_version order by number',
  )
  return rows
}

async function apply(client: ClientBase, { number, name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into public.schema_version (number, name, checksum) values ($1, $2, $3)', [
      number,
      name,
      checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw (
      refusedBy(error) ?? new CannotStart({ kind: 'migration-failed', name, because: reason(error) }, error)
    )
  }
}

function refusedBy(error: unknown): CannotStart | undefined {
  const { code } = error as { code?: string }
  // Codes of PostgreSQL: insufficient privilege, disk full.
  if (code === '42501') {
    return new CannotStart({ kind: 'database-not-permitted', because: reason(error) }, error)
  }
  if (code === '53100') return new CannotStart({ kind: 'disk-full', folder: 'the database' }, error)
  return undefined
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error))

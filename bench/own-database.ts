import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool, PoolConfig } from 'pg'
import { openPool } from '../src/store/pool.ts'
import type { Connections } from '../src/store/server/connections.ts'
import { openDatabase } from '../src/store/server/open-database.ts'

/** The product's own PostgreSQL with a pool for each role that a bench needs. `owner` is its superuser. */
export interface OwnDatabase {
  readonly owner: Pool
  readonly app: Pool
  readonly maintainer: Pool
  /** Where its files are. */
  readonly folder: string
  /** How another process or pool would log in. */
  readonly logins: Connections
}

const migrations = join(import.meta.dirname, '../migrations')

/** Starts one in a folder of its own, which goes when `closing` does. It writes through to the disk, as in use. */
export async function openOwnDatabase(closing: AsyncDisposableStack): Promise<OwnDatabase> {
  const data = await mkdtemp(join(tmpdir(), 'wb-bench-'))
  closing.defer(() => rm(data, { recursive: true, force: true }))
  const wanted = { data, migrations, databaseUrl: undefined, directUrl: undefined, roleSecret: undefined }
  const { connections, close } = await openDatabase(wanted, new AbortController().signal)
  closing.defer(close)
  const opened = (login: PoolConfig): Pool => {
    const pool = openPool(login, 2)
    closing.defer(() => pool.end())
    return pool
  }
  const database = {
    owner: opened(connections.owner),
    app: opened(connections.app),
    maintainer: opened(connections.maintainer),
    folder: join(data, 'postgres'),
    logins: connections,
  }
  for (const pool of [database.app, database.owner]) await assertDurable(pool)
  return database
}

async function assertDurable(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select name from pg_settings
     where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting <> 'on'`,
  )
  if (rows.length > 0) throw new Error(`Not durable: ${rows.map(({ name }) => name).join(', ')} is off`)
}

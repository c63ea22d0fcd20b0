import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Client, escapeIdentifier, escapeLiteral, type ClientConfig, type Pool, type PoolConfig } from 'pg'
import type { Store } from '../../src/application/ports.ts'
import { migrate, migrationsIn } from '../../src/store/migrate.ts'
import { openPool } from '../../src/store/pool.ts'
import { createStore } from '../../src/store/store.ts'
import { testServer } from './database-server.ts'

/** A database of one test's own, at this code's schema and empty, with a pool for each role. */
export interface TestDatabase {
  readonly name: string
  /** The superuser: for planting faults and looking behind row security. */
  readonly owner: Pool
  readonly app: Pool
  readonly worker: Pool
  readonly maintainer: Pool
  readonly store: Store
  /** How another process or pool would log in. */
  readonly login: (role: Login) => PoolConfig
}

export type Login = 'owner' | 'app' | 'worker' | 'maintainer'

const migrations = join(import.meta.dirname, '../../migrations')

/** Gives work a database cloned from a migrated template, and drops it afterwards, whatever became of the work. */
export async function withDatabase<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const server = await testServer()
  const template = await (templates ??= templateOn(server))
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(server, (admin) => admin.query(`create database ${name} template ${template}`))
  const login = (role: Login) => loginTo(server, name, role)
  const pools = { owner: ownerPool(login('owner')), app: pool(login('app')) }
  const others = { worker: pool(login('worker')), maintainer: pool(login('maintainer')) }
  try {
    return await work({ name, ...pools, ...others, store: createStore({ app: pools.app }), login })
  } finally {
    await Promise.all([...Object.values(pools), ...Object.values(others)].map((each) => each.end()))
    await onServer(server, (admin) => admin.query(`drop database ${name} with (force)`))
  }
}

let templates: Promise<string> | undefined

/** One template for each text of the migrations, made once for all test processes. */
async function templateOn(server: ClientConfig): Promise<string> {
  const checksums = migrationsIn(migrations).map(({ checksum }) => checksum)
  const name = `template_${createHash('sha256').update(checksums.join()).digest('hex').slice(0, 16)}`
  await onServer(server, async (admin) => {
    await admin.query('select pg_advisory_lock(72031190)')
    const there = await admin.query('select from pg_database where datname = $1', [name])
    if (there.rowCount !== 0) return
    await admin.query(`drop database if exists ${name}_draft with (force)`)
    await admin.query(`create database ${name}_draft`)
    const owner = new Client(at(server, `${name}_draft`))
    await owner.connect()
    await migrate(owner, migrations)
    for (const role of ['app', 'worker', 'maintainer'] as const) {
      await owner.query(`alter role ${roleOf(role)} password ${escapeLiteral(password)}`)
    }
    await owner.end()
    // The last connection of a database lingers for a moment after its client has gone.
    await admin.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [
      `${name}_draft`,
    ])
    await admin.query(`alter database ${name}_draft rename to ${name}`)
  })
  return name
}

/** The server of the tests is reached by its own account alone, or is someone's own: a test's secret is no secret. */
const password = 'for tests only'

function loginTo(server: ClientConfig, database: string, role: Login): PoolConfig {
  const owner = at(server, database)
  if (role === 'owner') return owner
  const user = `whereabouts_${role}`
  if (owner.connectionString === undefined) return { ...owner, user, password }
  const url = new URL(owner.connectionString)
  url.username = user
  url.password = password
  return { connectionString: url.href }
}

function at(server: ClientConfig, database: string): ClientConfig {
  if (server.connectionString === undefined) return { ...server, database }
  const url = new URL(server.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

function roleOf(role: Exclude<Login, 'owner'>): string {
  return escapeIdentifier(`whereabouts_${role}`)
}

/** As the product opens its own, so that statements travel as they do there. */
function pool(login: PoolConfig): Pool {
  return openPool({ ...login, allowExitOnIdle: true }, 20)
}

/** The product connects as the owner one client at a time, and without sending anything ahead. */
function ownerPool(login: PoolConfig): Pool {
  return openPool({ ...login, allowExitOnIdle: true, pipeline: false }, 20)
}

async function onServer<T>(server: ClientConfig, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client(server)
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

import { createHmac, randomUUID } from 'node:crypto'
import { Client, escapeIdentifier, escapeLiteral, type ClientBase, type PoolConfig } from 'pg'
import { refuseUnsafeRole } from './safe-role.ts'
import { scramVerifier } from './scram.ts'
import { CannotStart } from './trouble.ts'

/**
 * The logins of one start. `owner` migrates and nothing else; `app` carries people's requests under row-level
 * security; `worker` publishes; `maintainer` rebuilds and imports; `listening` is `app` for notifications.
 * All but `app` go past a transaction pooler, which would lose their locks and notifications.
 */
export type Connections = {
  readonly owner: PoolConfig
  readonly app: PoolConfig
  readonly worker: PoolConfig
  readonly maintainer: PoolConfig
  readonly listening: PoolConfig
}

/** The roles that the migrations make without a password, and that each start makes able to log in. */
const applicationRoles = {
  app: 'whereabouts_app',
  worker: 'whereabouts_worker',
  maintainer: 'whereabouts_maintainer',
} as const

/** How to reach the database as its owner and as others. `secret` is undefined when the owner's URL carries none. */
export type Doors = {
  readonly owner: PoolConfig
  readonly as: (role: string, password: string) => PoolConfig
  readonly directAs: (role: string, password: string) => PoolConfig
  readonly secret: string | undefined
}

const lock = 7_203_119_002

/**
 * Opens the three application roles. Their passwords are derived from a secret that every node of one database
 * has, so that all arrive at the same ones: a second node's start finds them working and cuts nobody off.
 * Throws `CannotStart` for a role that is missing or has rights that it must not have.
 */
export async function openConnections(owner: ClientBase, doors: Doors): Promise<Connections> {
  // Two nodes that start together would otherwise alter one role at one moment, which PostgreSQL refuses.
  await owner.query('select pg_advisory_lock($1)', [lock])
  try {
    for (const role of Object.values(applicationRoles)) await letIn(owner, role, doors)
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [lock])
  }
  const { app, worker, maintainer } = applicationRoles
  const direct = (role: string) => doors.directAs(role, passwordOf(role, doors.secret))
  return {
    owner: doors.owner,
    app: doors.as(app, passwordOf(app, doors.secret)),
    worker: direct(worker),
    maintainer: direct(maintainer),
    listening: direct(app),
  }
}

async function letIn(owner: ClientBase, role: string, doors: Doors): Promise<void> {
  const login = doors.directAs(role, passwordOf(role, doors.secret))
  if (await worksSafely(login)) return
  if (doors.secret === undefined) throw new CannotStart({ kind: 'role-secret-needed' })
  const there = await owner.query('select from pg_roles where rolname = $1', [role])
  if (there.rowCount === 0) throw new CannotStart({ kind: 'role-missing', role })
  const verifier = escapeLiteral(scramVerifier(passwordOf(role, doors.secret)))
  try {
    await owner.query(`alter role ${escapeIdentifier(role)} login password ${verifier}`)
  } catch (error) {
    throw new CannotStart({ kind: 'database-not-permitted', because: (error as Error).message }, error)
  }
  if (!(await worksSafely(login))) {
    const because = `${role} cannot log in with its new password`
    throw new CannotStart({ kind: 'database-entry-refused', where: 'DATABASE_URL', because })
  }
}

async function worksSafely(login: PoolConfig): Promise<boolean> {
  const client = new Client(login)
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    // A wrong password, no password yet, or no such role, as PostgreSQL numbers them.
    if (/^28/.test((error as { code?: string }).code ?? '')) return false
    throw error
  }
  try {
    await refuseUnsafeRole(client)
    return true
  } finally {
    await client.end()
  }
}

/** Where the server trusts us without any password the text does not matter, only that it is none to be guessed. */
function passwordOf(role: string, secret: string | undefined): string {
  return createHmac('sha256', secret ?? processSecret)
    .update(`whereabouts role ${role}`)
    .digest('base64url')
}

const processSecret = randomUUID()

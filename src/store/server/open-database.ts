import { Client, type ClientConfig, type PoolConfig } from 'pg'
import { migrate, type Migrated } from '../migrate.ts'
import { openConnections, type Connections, type Doors } from './connections.ts'
import { asUser, readUrl, refusePooler, tryServer } from './existing-server.ts'
import { startOwnServer, type OwnServer } from './own-server.ts'

/** Which database is wanted: the one at `databaseUrl`, or the product's own in the folder `data`. */
export type Wanted = {
  readonly data: string
  readonly databaseUrl: string | undefined
  readonly directUrl: string | undefined
  readonly roleSecret: string | undefined
  readonly migrations: string
  /** A guest uses the product's own server while another process holds it, and leaves it running. */
  readonly guest?: boolean
}

/** A database that is up, at this code's schema, with its logins open. */
export type Database = {
  readonly connections: Connections
  readonly migrated: Migrated
  /** True when it is the product's own and an earlier process had left it running. */
  readonly adopted: boolean
  /** Settles only when the product's own server is gone for good. */
  readonly lost: Promise<Error>
  readonly close: () => Promise<void>
}

/** Gets the database ready from whatever state it is in. Throws `CannotStart`, and then leaves nothing running. */
export async function openDatabase(wanted: Wanted, stop: AbortSignal): Promise<Database> {
  const { databaseUrl, migrations } = wanted
  if (databaseUrl !== undefined) {
    await tryServer(databaseUrl)
    await refusePooler(wanted.directUrl ?? databaseUrl)
    const ready = await readied(doorsOfUrl(databaseUrl, wanted), migrations)
    const never = new Promise<never>(() => undefined)
    return { ...ready, adopted: false, lost: never, close: () => Promise.resolve() }
  }
  const server = await startOwnServer(wanted.data, stop)
  const leave = wanted.guest === true ? server.leave : server.stop
  try {
    const ready = await readied(doorsOfOwn(server), migrations)
    return { ...ready, adopted: server.adopted, lost: server.lost, close: leave }
  } catch (error) {
    await leave()
    throw error
  }
}

type Ready = Pick<Database, 'connections' | 'migrated'>

async function readied(doors: Doors, migrations: string): Promise<Ready> {
  const owner = new Client(doors.owner)
  // A server that goes away is told to us by the statement in flight.
  owner.on('error', () => undefined)
  await owner.connect()
  try {
    const migrated = await migrate(owner, migrations)
    return { migrated, connections: await openConnections(owner, doors) }
  } finally {
    await owner.end().catch(() => undefined)
  }
}

function doorsOfOwn({ owner }: OwnServer): Doors {
  const as = (user: string, password: string): ClientConfig => ({
    ...owner,
    user,
    password,
    application_name: user,
  })
  return { owner, as, directAs: as, secret: String(owner.password) }
}

function doorsOfUrl(databaseUrl: string, { directUrl, roleSecret }: Wanted): Doors {
  const through = (url: string) => (user: string, password: string) => ({
    ...login(asUser(url, user, password), user),
    user,
    password,
  })
  const { password } = readUrl(databaseUrl)
  return {
    owner: login(directUrl ?? databaseUrl, 'whereabouts owner'),
    as: through(databaseUrl),
    directAs: through(directUrl ?? databaseUrl),
    secret: roleSecret ?? (password === '' ? undefined : password),
  }
}

function login(connectionString: string, name: string): PoolConfig {
  return { connectionString, application_name: name, connectionTimeoutMillis: 10_000 }
}

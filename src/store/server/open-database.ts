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

/** A server that is up, with its doors still closed and its database as it was left. */
export type ReachedServer = Pick<Database, 'adopted' | 'lost' | 'close'> & { readonly doors: Doors }

/** Gets the database ready from whatever state it is in. Throws `CannotStart`, and then leaves nothing running. */
export async function openDatabase(wanted: Wanted, stop: AbortSignal): Promise<Database> {
  const { doors, ...server } = await reachServer(wanted, stop)
  try {
    return { ...server, ...(await readied(doors, wanted.migrations)) }
  } catch (error) {
    await server.close()
    throw error
  }
}

/** Gets the server up and changes nothing in it, for what must come before migrations. Throws `CannotStart`. */
export async function reachServer(wanted: Wanted, stop: AbortSignal): Promise<ReachedServer> {
  const { databaseUrl } = wanted
  if (databaseUrl !== undefined) {
    await tryServer(databaseUrl)
    await refusePooler(wanted.directUrl ?? databaseUrl)
    const never = new Promise<never>(() => undefined)
    const doors = doorsOfUrl(databaseUrl, wanted)
    return { doors, adopted: false, lost: never, close: () => Promise.resolve() }
  }
  const server = await startOwnServer(wanted.data, stop)
  const close = wanted.guest === true ? server.leave : server.stop
  return { doors: doorsOfOwn(server), adopted: server.adopted, lost: server.lost, close }
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

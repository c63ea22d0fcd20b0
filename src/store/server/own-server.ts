import { setTimeout as pause } from 'node:timers/promises'
import { Client, escapeIdentifier, type ClientConfig } from 'pg'
import { shippedBinaries } from './binaries.ts'
import { ownerRole, prepareCluster, type Cluster } from './cluster.ts'
import { privateFolder } from './disk.ts'
import { startPostmaster, stopPostmaster, type Postmaster } from './postmaster.ts'
import { lifeOf } from './process-life.ts'
import { socketFolder, socketPort } from './socket.ts'

/** The product's own PostgreSQL, running in a data folder and reachable by nobody but this account. */
export type OwnServer = {
  /** Its owner's connection; only this process may use it as it stands. */
  readonly owner: ClientConfig
  readonly pid: () => number
  readonly isNew: boolean
  readonly adopted: boolean
  /** Settles when the server died and could not be brought back; never during `stop`. */
  readonly lost: Promise<Error>
  readonly stop: () => Promise<void>
  /** Lets go of it and leaves it running, for a guest beside the process that holds it. */
  readonly leave: () => Promise<void>
}

const databaseName = 'whereabouts'
const revivals = 5

/** Starts (or adopts) the PostgreSQL of a data folder, and starts it again if it dies. Throws `CannotStart`. */
export async function startOwnServer(data: string, stop = new AbortController().signal): Promise<OwnServer> {
  privateFolder(data)
  const cluster = await prepareCluster(data, shippedBinaries(), stop)
  const socket = socketFolder(cluster.folder)
  const owner = ownerOf(cluster, socket.host)
  let postmaster = await startPostmaster(cluster, owner, stop)
  const { adopted } = postmaster
  await createDatabase(owner).catch(async (error: unknown) => {
    await stopPostmaster(postmaster.pid)
    throw error
  })
  const stopping = new AbortController()
  const lost = watch(
    () => postmaster,
    async () => (postmaster = await startPostmaster(cluster, owner, stopping.signal)),
    stopping.signal,
  )
  const leave = () => {
    stopping.abort()
    socket.close()
    return Promise.resolve()
  }
  return {
    owner,
    pid: () => postmaster.pid,
    isNew: cluster.isNew,
    adopted,
    lost,
    stop: async () => {
      stopping.abort()
      await stopPostmaster(postmaster.pid)
      await leave()
    },
    leave,
  }
}

function ownerOf(cluster: Cluster, host: string): ClientConfig {
  return {
    host,
    port: socketPort,
    user: ownerRole,
    password: cluster.password,
    database: databaseName,
    ssl: false,
    // Set, so that the PG… variables of whoever starts us have no say.
    options: '-c timezone=UTC',
    application_name: 'whereabouts owner',
  }
}

async function createDatabase(owner: ClientConfig): Promise<void> {
  const client = new Client({ ...owner, database: 'postgres' })
  await client.connect()
  try {
    const there = await client.query('select from pg_database where datname = $1', [databaseName])
    if (there.rowCount === 0) await client.query(`create database ${escapeIdentifier(databaseName)}`)
  } finally {
    await client.end()
  }
}

function watch(
  now: () => Postmaster,
  revive: () => Promise<Postmaster>,
  stopping: AbortSignal,
): Promise<Error> {
  const watching = async (): Promise<Error> => {
    for (let revived = 0; ; revived++) {
      while (lifeOf(now().pid) !== undefined) await pause(250, undefined, { ref: false })
      if (stopping.aborted) return await new Promise<never>(() => undefined)
      if (revived === revivals) return new Error('PostgreSQL died again and again')
      await revive()
    }
  }
  return watching().catch(async (error: unknown) => {
    if (stopping.aborted) return await new Promise<never>(() => undefined)
    return error instanceof Error ? error : new Error('PostgreSQL was lost', { cause: error })
  })
}

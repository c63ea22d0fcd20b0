import { fileURLToPath } from 'node:url'
import { checkpoint, witnessesOf } from './attesting.ts'
import { backUpFrom, mayRestore, restoreInto } from './backing-up.ts'
import { addPost, addUser, endUser, inviteAgain, keepOrganisation, listUsers } from './account-keeping.ts'
import type { House } from './cli/house.ts'
import { runProgram } from './cli/program.ts'
import { progressBar, type Progress } from './cli/progress-bar.ts'
import { readConfig, type Config } from './config.ts'
import { endDevice, listDevices } from './device-keeping.ts'
import { checkProtocols } from './exchange/protocol-files.ts'
import { importReturn, makeDemonstration, rebuildReadSide, verifyRecord } from './maintaining.ts'
import { addProvider, admitPerson, dismissPerson, endProvider, listProviders } from './provider-keeping.ts'
import { keepMail } from './notice-keeping.ts'
import { keepShift } from './rota-keeping.ts'
import { createToken, endToken, listTokens } from './token-keeping.ts'
import { certify, dispose, keepSchedule, overFor, registeredLines, replayBeforeServing } from './disposing.ts'
import { exportInto } from './exporting.ts'
import { demonstrate, holdToLive, secretsOf, serve, type Serving } from './rooms.ts'
import { BackupRefused } from './store/backup/refusal.ts'
import type { Connections } from './store/server/connections.ts'
import { privateFolder } from './store/server/disk.ts'
import { lockFolder, type FolderLock } from './store/server/folder-lock.ts'
import {
  openDatabase,
  reachServer,
  type Database,
  type ReachedServer,
  type Wanted,
} from './store/server/open-database.ts'
import { listenTrouble, refuseTakenPort } from './store/server/port.ts'
import { CannotStart } from './store/server/trouble.ts'

/** What the other rooms add to a start; each is wired here and nowhere else. */
type Rooms = {
  /** Loads the demonstration unless it is there already, whole: called at every start that shows it. */
  readonly loadDemonstration: (connections: Connections, progress: Progress) => Promise<void>
  /** Serves the pages on the configured address, until closed. */
  readonly serve: (connections: Connections, config: Config) => Promise<Serving>
}

const rooms: Partial<Rooms> = { loadDemonstration: demonstrate, serve }

const protocols = fileURLToPath(new URL('../protocols', import.meta.url))
const migrations = fileURLToPath(new URL('../migrations', import.meta.url))

/** One command line from beginning to end. Gives the exit code: what keeps us from starting is one line, and 1. */
export async function main(words: readonly string[]): Promise<number> {
  const read = readConfig()
  if (read.kind === 'problems') {
    for (const { field, message } of read.problems) console.error(`${field} ${message}.`)
    return 1
  }
  try {
    return await runProgram(words, houseOf(read.config))
  } catch (error) {
    if (!(error instanceof CannotStart || error instanceof BackupRefused)) throw error
    console.error(error.message)
    return 1
  }
}

function houseOf(config: Config): House {
  const live = <T>(work: (database: Database) => Promise<T>) => {
    if (config.demonstration) throw new CannotStart({ kind: 'users-invented' })
    return withDatabase(config, work)
  }
  return {
    start: () => run(config, rooms),
    migrate: () => withDatabase(config, ({ migrated }) => Promise.resolve(migrated)),
    importReturn: (asked) => withDatabase(config, ({ connections }) => importReturn(connections, asked)),
    makeDemonstration: async (asked, progress) =>
      config.demonstration
        ? withDatabase(config, ({ connections }) => makeDemonstration(connections, asked, progress))
        : { kind: 'switched-off' },
    verify: (progress, files) =>
      withDatabase(config, ({ connections }) =>
        verifyRecord(connections, progress, () => witnessesOf(config, files), registeredLines(config)),
      ),
    exportAudit: (asked) => withDatabase(config, ({ connections }) => exportInto(connections, asked)),
    checkpoint: () => withDatabase(config, ({ connections }) => checkpoint(connections, config)),
    rebuild: (repair, progress) =>
      withDatabase(config, ({ connections }) => rebuildReadSide(connections, repair, progress)),
    protocols: () => checkProtocols(protocols),
    tokens: {
      create: (post, name) => withDatabase(config, ({ connections }) => createToken(connections, post, name)),
      list: () => withDatabase(config, ({ connections }) => listTokens(connections)),
      revoke: (id) => withDatabase(config, ({ connections }) => endToken(connections, id)),
    },
    users: {
      organisation: (asked) => live(({ connections }) => keepOrganisation(connections, asked)),
      add: (asked) => live(({ connections }) => addUser(connections, asked, addressOf(config))),
      post: (asked) => live(({ connections }) => addPost(connections, asked)),
      shift: (asked) => live(({ connections }) => keepShift(connections, asked)),
      mail: (asked) => live(({ connections }) => keepMail(connections, asked)),
      invite: (name) => live(({ connections }) => inviteAgain(connections, name, addressOf(config))),
      end: (...asked) => live(({ connections }) => endUser(connections, ...asked)),
      list: () => withDatabase(config, ({ connections }) => listUsers(connections)),
    },
    devices: devicesOf(config),
    providers: providersOf(config),
    disposing: {
      dispose: () => withDatabase(config, ({ connections }) => dispose(connections, config)),
      certificate: (...asked) =>
        withDatabase(config, ({ connections }) => certify(connections, config, ...asked)),
      schedule: (asked) => withDatabase(config, ({ connections }) => keepSchedule(connections, asked)),
    },
    backupPassphrase: config.backupPassphrase,
    backUp: (...asked) =>
      withServer(config, heldElsewhere(config), ({ doors }) =>
        backUpFrom(doors, ...asked, config.backupDays),
      ),
    restore: async (file, passphrase, progress, { withoutRegister, expired }) => {
      // Nothing is made for a file that cannot be opened, or while nobody says what must not come back.
      await mayRestore(file, passphrase, expired)
      const over = overFor(config, withoutRegister)
      return withServer(config, { lock: lockFor(config, 'the end of a restore') }, ({ doors }) =>
        restoreInto(doors, migrations, file, passphrase, progress, over),
      )
    },
  }
}

function devicesOf(config: Config): House['devices'] {
  return {
    list: () => withDatabase(config, ({ connections }) => listDevices(connections)),
    withdraw: (id) => withDatabase(config, ({ connections }) => endDevice(connections, id)),
  }
}

function providersOf(config: Config): House['providers'] {
  const secrets = secretsOf(config)
  const at = config.address ?? addressOf(config)
  return {
    add: async (asked) =>
      config.demonstration
        ? { kind: 'refused', why: 'The demonstration offers no provider: set DEMONSTRATION=no.' }
        : withDatabase(config, ({ connections }) => addProvider(connections, secrets, at, asked)),
    list: () => withDatabase(config, ({ connections }) => listProviders(connections, secrets)),
    admit: (asked) => withDatabase(config, ({ connections }) => admitPerson(connections, asked)),
    dismiss: (asked) => withDatabase(config, ({ connections }) => dismissPerson(connections, asked)),
    remove: (id) => withDatabase(config, ({ connections }) => endProvider(connections, id)),
  }
}

/** Database, schema, demonstration, pages, in that order; and back again when asked to stop. */
export async function run(config: Config, { loadDemonstration, serve }: Partial<Rooms>): Promise<number> {
  const stop = stopSignal()
  await using closing = new AsyncDisposableStack()
  const address = addressOf(config)
  const lock = lockFor(config, address)
  closing.defer(() => lock?.release())
  try {
    await refuseTakenPort(config.host, config.port)
    const database = await openDatabase(wantedBy(config), stop)
    closing.defer(database.close)
    tellOf(database)
    const again = await replayBeforeServing(database.connections, config)
    if (again > 0) console.log(`What the register of disposals names was disposed of again: ${again} lines.`)
    if (!config.demonstration) await holdToLive(database.connections)
    else {
      await loadDemonstration?.(
        database.connections,
        progressBar('Loading the demonstration', process.stdout),
      )
    }
    stop.throwIfAborted()
    const serving = await listening(config, () => serve?.(database.connections, config))
    if (serving !== undefined) closing.defer(serving.close)
    lock?.moveTo(serving?.address ?? address)
    // performance counts from the start of the process: what a person has waited.
    const seconds = (performance.now() / 1000).toFixed(1)
    console.log(`Whereabouts is ready at ${serving?.address ?? address} (in ${seconds} s). Ctrl-C stops it.`)
    if (serving !== undefined) console.log(serving.signIn)
    return await untilStopped(stop, database.lost)
  } catch (error) {
    if (stop.aborted) return 130
    throw error
  }
}

/** Runs a verb's work on the database: its own start of it, or beside the process that is serving already. */
async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  await using closing = new AsyncDisposableStack()
  const held = heldElsewhere(config)
  closing.defer(() => held.lock?.release())
  const database = await openDatabase({ ...wantedBy(config), guest: held.elsewhere === true }, stopSignal())
  closing.defer(database.close)
  return await work(database)
}

/** Runs a verb's work on the server as it is found, before anything migrates it. */
async function withServer<T>(
  config: Config,
  { lock, elsewhere = false }: Held,
  work: (server: ReachedServer) => Promise<T>,
): Promise<T> {
  await using closing = new AsyncDisposableStack()
  closing.defer(() => lock?.release())
  const server = await reachServer({ ...wantedBy(config), guest: elsewhere }, stopSignal())
  closing.defer(server.close)
  return await work(server)
}

type Held = { readonly lock?: FolderLock | undefined; readonly elsewhere?: boolean }

function heldElsewhere(config: Config): Held {
  try {
    return { lock: lockFor(config, 'the end of another whereabouts command'), elsewhere: false }
  } catch (error) {
    if (error instanceof CannotStart && error.trouble.kind === 'already-running') return { elsewhere: true }
    throw error
  }
}

/** A database of one's own carries its own locks; the folder is held only for the one that lies in it. */
function lockFor({ data, databaseUrl }: Config, address: string): FolderLock | undefined {
  if (databaseUrl !== undefined) return undefined
  privateFolder(data)
  return lockFolder(data, address)
}

function wantedBy({ data, databaseUrl, directUrl, roleSecret }: Config): Wanted {
  return { data, databaseUrl, directUrl, roleSecret, migrations }
}

function tellOf({ adopted, migrated }: Database): void {
  if (adopted) console.log('The database was still running from an earlier start and has been taken over.')
  const { applied, from, at } = migrated
  if (applied.length > 0) console.log(`The database was brought from version ${from} to ${at}.`)
}

async function listening<T>(
  { host, port }: Config,
  serve: () => Promise<T> | undefined,
): Promise<T | undefined> {
  try {
    return await serve()
  } catch (error) {
    throw listenTrouble(error, host, port) ?? error
  }
}

function addressOf({ host, port, address }: Config): string {
  return address ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** The ways in which a person, a terminal or a machine asks a process to stop. Asking twice changes nothing. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
  return stop.signal
}

async function untilStopped(stop: AbortSignal, lost: Promise<Error>): Promise<number> {
  // Neither a signal nor a promise keeps a process alive.
  const alive = setInterval(() => undefined, 60_000)
  try {
    const stopped = new Promise<undefined>((resolve) =>
      stop.addEventListener('abort', () => resolve(undefined)),
    )
    const loss = stop.aborted ? undefined : await Promise.race([stopped, lost])
    if (loss === undefined) return 0
    console.error(loss instanceof CannotStart ? loss.message : `The database was lost: ${loss.message}.`)
    return 1
  } finally {
    clearInterval(alive)
  }
}

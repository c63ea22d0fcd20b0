import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { accountFor, canReach, invocation, type Account } from './account.ts'
import { cannotRun, type Binaries } from './binaries.ts'
import { onDisk, roomForNewDatabase } from './disk.ts'
import { CannotStart } from './trouble.ts'

/** The product's own database on disk: its folder (0700), who runs it, and the password of its owner. */
export type Cluster = {
  readonly folder: string
  readonly log: string
  readonly passwordFile: string
  readonly account: Account
  readonly binaries: Binaries
  readonly password: string
  readonly isNew: boolean
}

export const ownerRole = 'whereabouts_owner'

/** Finds the cluster in a data folder, or makes one; refuses a folder that another PostgreSQL made. */
export async function prepareCluster(data: string, binaries: Binaries, stop: AbortSignal): Promise<Cluster> {
  const folder = join(data, 'postgres')
  const passwordFile = join(data, 'postgres.password')
  const isNew = !isCluster(folder, binaries.major)
  const place = { folder, passwordFile, log: join(data, 'postgres.log'), binaries, isNew }
  if (isNew) roomForNewDatabase(data)
  const account = accountFor(folder)
  if (account.kind === 'another') openTheWay(data, account, binaries)
  if (!isNew && !existsSync(passwordFile)) {
    throw new CannotStart({ kind: 'password-missing', file: passwordFile, folder })
  }
  const cluster = { ...place, account, password: onDisk(data, () => ownerPassword(passwordFile)) }
  if (isNew) await create(data, cluster, stop)
  return cluster
}

function isCluster(folder: string, needed: string): boolean {
  const version = join(folder, 'PG_VERSION')
  if (existsSync(version)) {
    const found = readFileSync(version, 'utf8').trim()
    if (found !== needed) throw new CannotStart({ kind: 'other-postgres-folder', folder, found, needed })
    return true
  }
  if (!existsSync(folder)) return false
  if (onDisk(folder, () => readdirSync(folder)).length > 0)
    throw new CannotStart({ kind: 'not-a-cluster', folder })
  rmdirSync(folder)
  return false
}

/** Lets another account pass through the data folder to its own; everything else in there stays root's alone. */
function openTheWay(data: string, account: Account & { kind: 'another' }, binaries: Binaries): void {
  chmodSync(data, 0o711)
  if (!canReach(account, data, binaries.postgres)) {
    chmodSync(data, 0o700)
    throw new CannotStart({ kind: 'cannot-leave-root', folder: data, account: account.name })
  }
}

function ownerPassword(file: string): string {
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true })
  }
  return readFileSync(file, 'utf8').trim()
}

/** Builds the cluster beside its place and moves it there when it is whole: a crash leaves nothing half made. */
async function create(data: string, cluster: Cluster, stop: AbortSignal): Promise<void> {
  const draft = join(data, 'postgres.new')
  const password = join(data, 'postgres.new.password')
  try {
    onDisk(data, () => {
      rmSync(draft, { recursive: true, force: true })
      mkdirSync(draft, { mode: 0o700 })
      writeFileSync(password, cluster.password, { mode: 0o600 })
      if (cluster.account.kind === 'another') {
        for (const path of [draft, password]) chownSync(path, cluster.account.uid, cluster.account.gid)
      }
    })
    await initdb(draft, password, cluster, stop)
    renameSync(draft, cluster.folder)
    syncFolder(data)
  } finally {
    rmSync(password, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

async function initdb(folder: string, password: string, cluster: Cluster, stop: AbortSignal): Promise<void> {
  const { command, args, ...as } = invocation(cluster.account, cluster.binaries.initdb, [
    `--pgdata=${folder}`,
    `--username=${ownerRole}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
  ])
  const child = spawn(command, [...args], {
    ...as,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.on('error', () => undefined)
  if (child.pid === undefined) throw cannotRun(command)
  const abandon = () => child.kill('SIGTERM')
  stop.addEventListener('abort', abandon)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  const [code] = (await once(child, 'close')) as [number | null]
  stop.removeEventListener('abort', abandon)
  stop.throwIfAborted()
  if (code !== 0) throw initdbTrouble(said, cluster)
}

function initdbTrouble(said: string, cluster: Cluster): CannotStart {
  if (said.includes('No space left on device')) {
    return new CannotStart({ kind: 'disk-full', folder: cluster.folder })
  }
  onDisk(cluster.folder, () => writeFileSync(cluster.log, said, { flag: 'a', mode: 0o600 }))
  const last = said.match(/^initdb: error: (.*)$/m)?.[1] ?? 'initdb failed'
  return new CannotStart({ kind: 'server-did-not-start', log: cluster.log, last })
}

/** A rename is on the disk only when its folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

import { spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { invocation } from './account.ts'
import { cannotRun } from './binaries.ts'
import type { Cluster } from './cluster.ts'
import { onDisk } from './disk.ts'
import { processesIn, readPostmasterFile, removePostmasterFiles, worksIn } from './postmaster-file.ts'
import { lifeOf } from './process-life.ts'
import { socketPort } from './socket.ts'
import { CannotStart } from './trouble.ts'

/** A living PostgreSQL of ours; `adopted` when it outlived the process that started it. */
export type Postmaster = { readonly pid: number; readonly adopted: boolean }

const largestLog = 10 * 1024 * 1024
const patience = { answer: 60_000, fast: 20_000, immediate: 5_000 }

/** Adopts the postmaster that an earlier process left alive in the cluster, or starts one. `owner` must reach it. */
export async function startPostmaster(
  cluster: Cluster,
  owner: ClientConfig,
  stop: AbortSignal,
): Promise<Postmaster> {
  const left = readPostmasterFile(cluster.folder)
  if (left !== undefined && worksIn(cluster.folder, left.pid)) {
    if (await settled(left.pid, answers(cluster, owner, left.pid, stop)))
      return { pid: left.pid, adopted: true }
  }
  await clearLeftovers(cluster.folder)
  const { pid, logFrom } = launch(cluster)
  if (await settled(pid, answers(cluster, owner, pid, stop))) return { pid, adopted: false }
  throw notStarted(cluster, logFrom)
}

/** One that does not answer, or that we were told to wait for no longer, is stopped. */
async function settled(pid: number, answer: Promise<boolean>): Promise<boolean> {
  let answered = false
  try {
    return (answered = await answer)
  } finally {
    if (!answered) await stopPostmaster(pid)
  }
}

/** Stops it in order: sessions are cut off, everything is written. Harder if it does not listen. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (lifeOf(pid) === undefined) return
  for (const [signal, wait] of [
    ['SIGINT', patience.fast],
    ['SIGQUIT', patience.immediate],
    ['SIGKILL', patience.immediate],
  ] as const) {
    send(pid, signal)
    if (await gone(pid, wait)) return
  }
}

async function clearLeftovers(folder: string): Promise<void> {
  const deadline = performance.now() + patience.immediate
  for (let left = processesIn(folder); left.length > 0; left = processesIn(folder)) {
    for (const pid of left) send(pid, performance.now() < deadline ? 'SIGQUIT' : 'SIGKILL')
    await pause(50)
  }
  // PostgreSQL respects any process of that number, be it a stranger's or a corpse that nobody has buried yet.
  const file = readPostmasterFile(folder)
  if (file !== undefined && send(file.pid, 0)) removePostmasterFiles(folder)
}

/** Starts it in a session of its own, so that Ctrl-C reaches us and not our database. */
function launch(cluster: Cluster): { readonly pid: number; readonly logFrom: number } {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: '.',
    unix_socket_permissions: '0700',
    port: String(socketPort),
    password_encryption: 'scram-sha-256',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // What failed is told without the row and the statement that it failed on: a log is no place for what a record says.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    cluster_name: 'whereabouts',
  }
  const { command, args, ...as } = invocation(cluster.account, cluster.binaries.postgres, [
    '-D',
    cluster.folder,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  const log = openLog(cluster)
  const logFrom = fstatSync(log).size
  const child = spawn(command, [...args], { ...as, cwd: '/', detached: true, stdio: ['ignore', log, log] })
  child.on('error', () => undefined)
  child.unref()
  closeSync(log)
  if (child.pid === undefined) throw cannotRun(command)
  return { pid: child.pid, logFrom }
}

function openLog({ folder, log }: Cluster): number {
  return onDisk(folder, () => {
    const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
    if (size > largestLog) renameSync(log, `${log}.1`)
    return openSync(log, 'a', 0o600)
  })
}

/** Waits until the process answers our password from our folder; false when it is gone or stays silent. */
async function answers(
  cluster: Cluster,
  owner: ClientConfig,
  pid: number,
  stop: AbortSignal,
): Promise<boolean> {
  const deadline = performance.now() + patience.answer
  while (lifeOf(pid) !== undefined) {
    stop.throwIfAborted()
    const file = readPostmasterFile(cluster.folder)
    const replaying = file?.pid === pid && !file.isReady
    // Replaying a long log after a crash is work, not silence: it is waited for.
    if (!replaying && performance.now() > deadline) return false
    if (file?.pid === pid && file.isReady && (await accepts(cluster, owner))) return true
    await pause(15)
  }
  return false
}

async function accepts(cluster: Cluster, owner: ClientConfig): Promise<boolean> {
  const client = new Client({ ...owner, database: 'postgres', connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') return false
    throw new CannotStart(
      { kind: 'password-refused', file: cluster.passwordFile, folder: cluster.folder },
      error,
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

function notStarted(cluster: Cluster, logFrom: number): CannotStart {
  const said = readFileSync(cluster.log).subarray(logFrom).toString()
  const last = said.match(/(?:FATAL|PANIC): +(.*)/g)?.at(-1) ?? said.trim().split('\n').at(-1) ?? ''
  if (last.includes('No space left on device'))
    return new CannotStart({ kind: 'disk-full', folder: cluster.folder })
  if (last.includes('Read-only file system')) {
    return new CannotStart({ kind: 'disk-read-only', folder: cluster.folder })
  }
  return new CannotStart({ kind: 'server-did-not-start', log: cluster.log, last })
}

/** False when it went before the signal reached it. Signal 0 only asks. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function gone(pid: number, within: number): Promise<boolean> {
  const deadline = performance.now() + within
  while (lifeOf(pid) !== undefined) {
    if (performance.now() > deadline) return false
    await pause(15)
  }
  return true
}

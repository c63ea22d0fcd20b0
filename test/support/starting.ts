import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { processesIn, readPostmasterFile } from '../../src/store/server/postmaster-file.ts'
import { lifeOf } from '../../src/store/server/process-life.ts'

export const checkout = join(import.meta.dirname, '../..')

/** How long one start may take on a busy machine before a test gives up on it. */
const patience = 60_000

export type Asked = {
  /** The folder of the code; by default this checkout. */
  readonly tree?: string
  readonly env?: Readonly<Record<string, string>>
  /** What is run, by default the program that runs this test on `start.mjs`. */
  readonly command?: readonly [string, ...string[]]
  readonly uid?: number
}

/** One `node start.mjs`, watched as a person at the terminal would. */
export type Started = {
  readonly process: ChildProcess
  /** Everything printed so far, on both streams. */
  readonly printed: () => string
  /** Waits for the ready line; fails with what was printed instead. */
  readonly ready: () => Promise<string>
  /** Waits for the end. Code -1 stands for a signal. */
  readonly ended: () => Promise<Ended>
  readonly interrupt: () => Promise<Ended>
}

export type Ended = { readonly code: number; readonly printed: string }

/** A temporary folder in which starts are made; whatever they leave is stopped and removed at the end. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wb-start-'))
  const before = started.length
  try {
    await work(folder)
  } finally {
    for (const child of started.splice(before)) child.kill('SIGKILL')
    await stopPostgres(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

const started: ChildProcess[] = []

/** Starts the product with only the environment that is given here. */
export function start({ tree = checkout, env = {}, command, uid }: Asked): Started {
  const [program, ...words] = command ?? [process.execPath, join(tree, 'start.mjs')]
  const child = spawn(program, words, {
    cwd: tree,
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...compiledHere(tree), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  started.push(child)
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
  }
  const end = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? -1, printed }))
  })
  const within = async <T>(what: string, promise: Promise<T>): Promise<T> => {
    const deadline = new AbortController()
    const tooLate = pause(patience, undefined, { signal: deadline.signal }).then(() => {
      throw new Error(`No ${what} in ${patience / 1000} s; printed so far:\n${printed}`)
    })
    tooLate.catch(() => undefined)
    try {
      return await Promise.race([promise, tooLate])
    } finally {
      deadline.abort()
    }
  }
  const untilReady = async (): Promise<string> => {
    while (!printed.includes('Whereabouts is ready at ')) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`It left instead:\n${printed}`)
      await pause(20)
    }
    return printed
  }
  const ended = () => within('end', end)
  return {
    process: child,
    printed: () => printed,
    ready: () => within('ready line', untilReady()),
    ended,
    interrupt: () => {
      child.kill('SIGINT')
      return ended()
    },
  }
}

/** The code of a copy would be kept, compiled, long after the copy is gone. */
function compiledHere(tree: string): Readonly<Record<string, string>> {
  return tree === checkout ? {} : { NODE_DISABLE_COMPILE_CACHE: '1' }
}

/** The one line with which a start is refused; fails unless it is one line, no trace, and a non-zero code. */
export async function refusal(asked: Asked): Promise<string> {
  const { code, printed } = await start(asked).ended()
  assert.match(printed, /^[^\n]+\n$/, `one line, not:\n${printed}`)
  assert.equal(code, 1, printed)
  return printed.trimEnd()
}

/** The process number of the PostgreSQL in a data folder, when one lives there. */
export function postgresOf(data: string): number | undefined {
  const pid = readPostmasterFile(join(data, 'postgres'))?.pid
  return pid !== undefined && lifeOf(pid) !== undefined ? pid : undefined
}

/** Waits until something holds, for things that happen without a word. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = performance.now() + patience
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}`)
    await pause(20)
  }
}

/** The code of this checkout in a folder of its own, whose migrations a test may change. */
export function copyOfTheCode(folder: string): string {
  const tree = join(folder, 'tree')
  for (const part of [
    'src',
    'bin',
    'migrations',
    'protocols',
    'interviews',
    'expected-care',
    'start.mjs',
    'package.json',
  ]) {
    cpSync(join(checkout, part), join(tree, part), { recursive: true })
  }
  symlinkSync(join(checkout, 'node_modules'), join(tree, 'node_modules'))
  return tree
}

/** Each folder with a cluster in it, however deep a test has put it. */
async function stopPostgres(folder: string): Promise<void> {
  const clusters = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('/PG_VERSION') && !path.includes('/base/'))
    .map((path) => join(folder, path, '..'))
  for (const pid of clusters.flatMap((cluster) => [...processesIn(cluster)])) {
    if (lifeOf(pid) !== undefined) process.kill(pid, 'SIGKILL')
  }
  await until('no PostgreSQL is left', () => clusters.every((cluster) => processesIn(cluster).length === 0))
}

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { processesIn } from '../../../src/store/server/postmaster-file.ts'
import { postgresOf, start, type Started } from '../../support/starting.ts'
import type { Person, Site } from './person.ts'

/** What is killed, each without a warning: Node alone, PostgreSQL whole, or both in the same moment. */
export const kinds = ['node', 'postgres', 'both'] as const
export type Kind = (typeof kinds)[number]

export function kill(kind: Kind, product: Started, data: string): void {
  if (kind !== 'postgres') product.process.kill('SIGKILL')
  if (kind === 'node') return
  const postmaster = postgresOf(data)
  // The postmaster first, so that it starts no backend while the others are being found.
  if (postmaster !== undefined) process.kill(postmaster, 'SIGKILL')
  for (const pid of processesIn(join(data, 'postgres'))) {
    if (pid !== postmaster) signalled(pid)
  }
}

/** What is known of a kill when everything that was under way has failed. */
export interface Killed {
  /** By the clock of this process, in milliseconds. */
  readonly at: number
  /** Notes to which no answer had come. */
  readonly inFlight: number
  /** What PostgreSQL has logged since. */
  readonly logged: () => string
}

/** How the product came back, and the product that serves now. */
export interface Recovered {
  readonly product: Started
  readonly how: string
  /** From the kill to the first page that was served again. */
  readonly seconds: number
}

/** After a kill of Node it is started again on the same folder; PostgreSQL alone is brought back by the living Node. */
export async function recover(
  kind: Kind,
  was: Started,
  data: string,
  site: Site,
  anyone: Person,
  { at, logged }: Killed,
): Promise<Recovered> {
  const product = kind === 'postgres' ? was : await startedAgain(was, data, site)
  await untilServed(anyone, product)
  const seconds = (performance.now() - at) / 1000
  const adopted = product.printed().includes('has been taken over')
  const replayed = logged().includes('automatic recovery in progress')
  if (adopted !== (kind === 'node') && kind !== 'postgres') {
    throw new Error(`After a kill of ${kind}: ${product.printed()}`)
  }
  if (replayed !== (kind !== 'node'))
    throw new Error(`After a kill of ${kind} PostgreSQL logged: ${logged()}`)
  return { product, how: words[kind], seconds }
}

const words: Readonly<Record<Kind, string>> = {
  node: 'new Node took over the living PostgreSQL',
  postgres: 'living Node started PostgreSQL, which replayed',
  both: 'new Node started PostgreSQL, which replayed',
}

/** What PostgreSQL has logged in this folder since now. */
export function logFromNow(data: string): () => string {
  const log = join(data, 'postgres.log')
  const { size } = statSync(log)
  return () => readFileSync(log).subarray(size).toString()
}

/** Starts the product on the folder and waits until it says where it is. */
export async function begin(data: string, site: Site): Promise<Started> {
  const product = start({ env: { DATA: data } })
  const printed = await product.ready()
  const address = /ready at (\S+)/.exec(printed)?.[1]
  if (address === undefined) throw new Error(`No address in: ${printed}`)
  site.address = address
  return product
}

async function startedAgain(killed: Started, data: string, site: Site): Promise<Started> {
  await killed.ended()
  return begin(data, site)
}

async function untilServed(anyone: Person, product: Started): Promise<void> {
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline) {
    const answer = await anyone.get('/board').catch(() => undefined)
    if (answer?.status === 200) return
    if (product.process.exitCode !== null) break
    await pause(25)
  }
  throw new Error(`The product did not come back: ${product.printed()}`)
}

function signalled(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // It followed its postmaster by itself.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { accountFor, invocation } from '../src/store/server/account.ts'
import { shippedBinaries } from '../src/store/server/binaries.ts'
import { startOwnServer } from '../src/store/server/own-server.ts'
import type { Comparisons, Measured } from './comparison.ts'

const patience = 120_000

/** What a person waits for: from the command to the first page that can be had, over the demonstration's data. */
export const comparisons: Comparisons = async (closing) => {
  const data = mkdtempSync(join(tmpdir(), 'wb-bench-'))
  closing.defer(() => rmSync(data, { recursive: true, force: true }))
  // The first start makes the database and everything in it.
  await product(data).sample()
  return [
    {
      title: 'a start with data present',
      unit: 'ms',
      baseline: await postgresAlone(data),
      ours: product(data),
      rounds: 9,
      warmUp: 1,
    },
  ]
}

/** `node start.mjs`, until it answers that it is ready. */
function product(data: string): Measured {
  return {
    name: 'node start.mjs',
    sample: async () => {
      const began = performance.now()
      const child = spawn(process.execPath, [join(import.meta.dirname, '../start.mjs')], {
        env: { PATH: process.env['PATH'] ?? '', HOME: data, DATA: data, PORT: '0', DEMONSTRATION: 'yes' },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const address = await addressOf(child)
      const answer = await fetch(new URL('/health/ready', address))
      const took = performance.now() - began
      if (!answer.ok) throw new Error(`It says that it is not ready: ${await answer.text()}`)
      await stopped(child, 'SIGINT')
      return took
    },
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let printed = ''
  const address = Promise.withResolvers<string>()
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    const [, found] = /is ready at (\S+)/.exec(printed) ?? []
    if (found !== undefined) address.resolve(found)
  })
  child.once('exit', () => address.reject(new Error(`It left instead:\n${printed}`)))
  return address.promise
}

/** The same server on the same folder, started by itself until it takes a connection. */
async function postgresAlone(data: string): Promise<Measured> {
  const folder = join(data, 'postgres')
  const { owner, stop } = await startOwnServer(data)
  await stop()
  const { command, args, ...as } = invocation(accountFor(folder), shippedBinaries().postgres, [
    ...['-D', folder, '-c', 'listen_addresses=', '-c', 'unix_socket_directories=.'],
    ...['-c', `port=${String(owner.port)}`],
  ])
  const sample = async () => {
    const began = performance.now()
    const server = spawn(command, [...args], { ...as, cwd: '/', stdio: 'ignore' })
    while (!(await answers({ ...owner, host: folder }))) {
      if (performance.now() - began > patience) throw new Error(`No PostgreSQL came up in ${folder}`)
      await pause(5)
    }
    const took = performance.now() - began
    await stopped(server, 'SIGINT')
    return took
  }
  return { name: 'PostgreSQL by itself', sample }
}

async function answers(owner: ConstructorParameters<typeof Client>[0]): Promise<boolean> {
  const client = new Client(owner)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

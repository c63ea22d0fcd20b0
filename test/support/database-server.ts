import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'

/** Where the tests of this checkout keep their one PostgreSQL: short, because the kernel takes 107 bytes of socket path. */
const serverFolder = join(
  tmpdir(),
  `wb-test-${createHash('sha256')
    .update(`${process.getuid?.() ?? 0} ${import.meta.dirname}`)
    .digest('hex')
    .slice(0, 12)}`,
)

const patience = 60_000

/** How to reach a PostgreSQL as its superuser: TEST_DATABASE_URL, or one that starts now and stops when it is left alone. */
export async function testServer(): Promise<ClientConfig> {
  const url = process.env['TEST_DATABASE_URL']
  if (url !== undefined && url !== '') return { connectionString: url }
  const server = { host: serverFolder, user: 'postgres', database: 'postgres', password: 'trusted' }
  const deadline = performance.now() + patience
  for (let asked = -Infinity; !(await answers(server));) {
    if (performance.now() > deadline)
      throw new Error(`No PostgreSQL came up for the tests in ${serverFolder}`)
    // One that is just stopping answers nobody and still holds the folder: ask again a little later.
    if (performance.now() - asked > 2_000) {
      asked = performance.now()
      startKeeper()
    }
    await pause(30)
  }
  return server
}

async function answers(server: ClientConfig): Promise<boolean> {
  const client = new Client(server)
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function startKeeper(): void {
  const keeper = join(import.meta.dirname, 'database-keeper.ts')
  spawn(process.execPath, [keeper, serverFolder], { detached: true, stdio: 'ignore' }).unref()
}

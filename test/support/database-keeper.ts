import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { accountFor, invocation } from '../../src/store/server/account.ts'
import { shippedBinaries } from '../../src/store/server/binaries.ts'
import { lockFolder } from '../../src/store/server/folder-lock.ts'
import { processesIn } from '../../src/store/server/postmaster-file.ts'

/** Runs one throw-away PostgreSQL in a folder, for whichever test processes come, until nobody has used it for a while.
    Its own process, so that no test has to be the last. Nothing is written through to the disk: it holds no record. */
const folder = process.argv[2] ?? ''
const leftAlone = 10_000

const settings = {
  listen_addresses: '',
  unix_socket_directories: folder,
  unix_socket_permissions: '0700',
  fsync: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  timezone: 'UTC',
}

mkdirSync(folder, { recursive: true, mode: 0o700 })
const lock = lockOrLeave()
const cluster = join(folder, 'pg')
for (const pid of processesIn(cluster)) process.kill(pid, 'SIGKILL')
rmSync(cluster, { recursive: true, force: true })

const { initdb, postgres } = shippedBinaries()
const account = accountFor(cluster)
const made = invocation(account, initdb, [
  ...['-D', cluster, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'],
  ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
])
spawnSync(made.command, [...made.args], { cwd: '/', stdio: 'ignore' })
const ran = invocation(account, postgres, [
  ...['-D', cluster],
  ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
])
const server = spawn(ran.command, [...ran.args], { cwd: '/', stdio: 'ignore' })
const gone = once(server, 'exit')
const stop = (): void => {
  server.kill('SIGQUIT')
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

await Promise.race([gone, untilLeftAlone()])
stop()
await gone
rmSync(cluster, { recursive: true, force: true })
lock.release()

function lockOrLeave() {
  try {
    return lockFolder(folder, 'the tests')
  } catch {
    // Another keeper is there already: that is all that was wanted.
    process.exit()
  }
}

async function untilLeftAlone(): Promise<void> {
  const client = await connected()
  for (let since = performance.now(); performance.now() - since < leftAlone;) {
    await pause(500)
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    if (rows[0]?.others !== 0) since = performance.now()
  }
}

async function connected(): Promise<Client> {
  for (;;) {
    const client = new Client({ host: folder, user: 'postgres', database: 'postgres' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch {
      await pause(20)
    }
  }
}

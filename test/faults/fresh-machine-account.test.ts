import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkout, inFolder, postgresOf, refusal, start } from '../support/starting.ts'

const isRoot = process.getuid?.() === 0
const nobody = 65_534
const program = [process.execPath, join(checkout, 'start.mjs')]
const forbid = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"'

/** As in many containers: root, no user namespace to be had, and no other account in sight. */
const aloneAsRoot = ['unshare', '--user', '--map-root-user', 'sh', '-c', forbid, 'sh'] as const

/** As in most containers: root and the machine's other accounts, and no user namespace to be had. */
const amongAccounts = ['sh', '-c', mapAccounts(), 'sh'] as const

/** The namespace can be entered as root only when its accounts have been mapped from outside: it waits for that. */
function mapAccounts(): string {
  return `
    mkfifo "$FIFO"
    unshare --user sh -c 'read go < "$FIFO" && exec sh -c "$@"' sh '${forbid}' sh "$@" & inside=$!
    until [ "$(readlink /proc/$inside/ns/user)" != "$(readlink /proc/self/ns/user)" ]; do sleep 0.02; done
    echo '0 0 65536' > /proc/$inside/uid_map && echo '0 0 65536' > /proc/$inside/gid_map && echo go > "$FIFO"
    trap 'kill -INT $inside' INT
    wait $inside; code=$?; [ -d /proc/$inside ] || exit $code; wait $inside`
}

/** Whether this machine lets a test take namespaces away, seen by doing it. */
async function taken([command, ...words]: readonly [string, ...string[]]): Promise<boolean> {
  let isTaken = false
  await inFolder((folder) => {
    const asked = [...words, 'sh', '-c', '! unshare --user true 2>/dev/null && id -u']
    const env = { PATH: process.env['PATH'] ?? '', FIFO: join(folder, 'fifo') }
    isTaken = spawnSync(command, asked, { env, encoding: 'utf8', timeout: 10_000 }).stdout.trim() === '0'
    return Promise.resolve()
  })
  return isTaken
}

const skipAlone = !(await taken(aloneAsRoot)) && 'user namespaces cannot be taken away here'
const skipAmong = (!isRoot || !(await taken(amongAccounts))) && 'only root can take user namespaces away'
const reachable = spawnSync(program[0] ?? '', ['--version'], { uid: nobody, cwd: checkout, stdio: 'ignore' })
const skipReachable =
  skipAmong || (reachable.status !== 0 && 'this checkout lies in a folder private to root')

test(
  'root without user namespaces runs the database as an account that can reach it',
  { skip: skipReachable },
  async () => {
    await inFolder(async (folder) => {
      chmodSync(folder, 0o755)
      const data = join(folder, 'data')
      const env = { DATA: data, DEMONSTRATION: 'no', FIFO: join(folder, 'fifo') }
      const first = start({ env, command: [...amongAccounts, ...program] })
      await first.ready()
      const postgres = postgresOf(data) ?? 0
      assert.equal(statSync(`/proc/${postgres}`).uid, nobody)
      assert.equal(statSync(join(data, 'postgres')).uid, nobody)
      assert.equal(statSync(join(data, 'postgres')).mode & 0o777, 0o700)
      assert.equal(statSync(join(data, 'postgres.password')).mode & 0o777, 0o600)
      assert.equal((await first.interrupt()).code, 0, first.printed())
      assert.equal(postgresOf(data), undefined)

      // Where namespaces are allowed again, the folder still belongs to that account.
      const second = start({ env })
      await second.ready()
      assert.equal(statSync(`/proc/${postgresOf(data) ?? 0}`).uid, nobody)
      assert.equal((await second.interrupt()).code, 0, second.printed())
    })
  },
)

const cannot = (account: string, folder: string) =>
  `PostgreSQL refuses to run as root, user namespaces are refused here, and the account ${account} cannot reach ${folder}: start as another account, move to a folder that it can reach, or set DATABASE_URL.`

test('root without user namespaces in a private folder says so', { skip: skipAmong }, async () => {
  await inFolder(async (folder) => {
    const home = join(folder, 'home')
    mkdirSync(home, { mode: 0o700 })
    const env = { DATA: join(home, 'data'), DEMONSTRATION: 'no', FIFO: join(folder, 'fifo') }
    assert.equal(await refusal({ env, command: [...amongAccounts, ...program] }), cannot('nobody', env.DATA))
    assert.ok(!existsSync(join(env.DATA, 'postgres')))
  })
})

test('root without user namespaces or any other account says so', { skip: skipAlone }, async () => {
  await inFolder(async (folder) => {
    const env = { DATA: join(folder, 'data'), DEMONSTRATION: 'no' }
    assert.equal(await refusal({ env, command: [...aloneAsRoot, ...program] }), cannot('nobody', env.DATA))
    assert.ok(!existsSync(join(env.DATA, 'postgres')))
  })
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkout, inFolder, refusal, start } from '../support/starting.ts'

const isRoot = process.getuid?.() === 0
const elsewhere = 'choose another folder with DATA=/path npm start'

/** A mount is seen by the process that makes it and its children alone, and is gone when they are. */
const inOwnMounts = ['unshare', ...(isRoot ? ['--mount'] : ['--user', '--map-root-user', '--mount'])] as const
const mountsAllowed =
  spawnSync(inOwnMounts[0], [...inOwnMounts.slice(1), 'sh', '-c', 'mount -t tmpfs tmpfs /mnt'], {
    stdio: 'ignore',
  }).status === 0
const skip = !mountsAllowed && 'this account may not mount a small disk'

/** Runs shell lines with a disk of its own at $DATA's parent, then the start. */
function onDisk(options: string, then: string): readonly [string, ...string[]] {
  const lines = `mount -t tmpfs -o ${options} tmpfs "$(dirname "$DATA")" && ${then}`
  return [...inOwnMounts, 'sh', '-c', lines, process.execPath, join(checkout, 'start.mjs')]
}

const thenStart = 'exec "$0" "$1"'

test('a disk with no room for a database is refused before anything is written', { skip }, async () => {
  await inFolder(async (folder) => {
    mkdirSync(join(folder, 'disk'))
    const env = { DATA: join(folder, 'disk/data'), DEMONSTRATION: 'no' }
    assert.equal(
      await refusal({ env, command: onDisk('size=20m', thenStart) }),
      `The disk under ${env.DATA} is full: free some space (a new database needs 200 MB), or ${elsewhere}.`,
    )
  })
})

test('a disk that has filled up since is named', { skip }, async () => {
  await inFolder(async (folder) => {
    mkdirSync(join(folder, 'disk'))
    const env = { DATA: join(folder, 'disk/data'), DEMONSTRATION: 'no' }
    const fill = 'dd if=/dev/zero of="$(dirname "$DATA")/filler" bs=64k 2>/dev/null'
    const startOnce =
      '"$0" "$1" >"$DATA.said" 2>&1 & first=$!; until grep -qs ready "$DATA.said"; do kill -0 $first || exit 1; sleep 0.1; done'
    const stopIt = 'kill -INT $first; wait $first'
    const command = onDisk('size=300m', `{ ${startOnce}; ${stopIt}; ${fill}; ${thenStart}; }`)
    assert.match(
      await refusal({ env, command }),
      new RegExp(`^The disk under ${env.DATA}\\S* is full: free some space`),
    )
  })
})

test('a disk that can only be read is named', { skip }, async () => {
  await inFolder(async (folder) => {
    mkdirSync(join(folder, 'disk'))
    const env = { DATA: join(folder, 'disk/data'), DEMONSTRATION: 'no' }
    const refused = `The disk under ${env.DATA} can only be read: make it writable, or ${elsewhere}.`
    assert.equal(await refusal({ env, command: onDisk('ro', thenStart) }), refused)
  })
})

test('a disk that has become read-only since is named', { skip }, async () => {
  await inFolder(async (folder) => {
    mkdirSync(join(folder, 'disk'))
    const env = { DATA: join(folder, 'disk/data'), DEMONSTRATION: 'no' }
    const remount = 'mkdir "$DATA" && mount -o remount,bind,ro "$(dirname "$DATA")"'
    const command = onDisk('size=300m', `${remount} && ${thenStart}`)
    assert.equal(
      await refusal({ env, command }),
      `The disk under ${env.DATA} can only be read: make it writable, or ${elsewhere}.`,
    )
  })
})

const nobody = 65_534
const nobodyReachesUs =
  !isRoot ||
  spawnSync(process.execPath, ['--version'], { uid: nobody, cwd: checkout, stdio: 'ignore' }).status === 0

test(
  'a folder that this account may not write in is named',
  { skip: !nobodyReachesUs && 'this checkout lies in a folder that is private to root' },
  async () => {
    await inFolder(async (folder) => {
      chmodSync(folder, 0o755)
      const closed = join(folder, 'closed')
      mkdirSync(closed)
      chmodSync(closed, 0o555)
      const env = { DATA: join(closed, 'data'), DEMONSTRATION: 'no' }
      assert.equal(
        await refusal({ env, ...(isRoot ? { uid: nobody } : {}) }),
        `This account may not use ${env.DATA}: start as the account that owns it, or ${elsewhere}.`,
      )
    })
  },
)

test(
  'an ordinary account starts in a folder of its own',
  { skip: !nobodyReachesUs && 'this checkout lies in a folder that is private to root' },
  async () => {
    await inFolder(async (folder) => {
      if (isRoot) chownSync(folder, nobody, nobody)
      const env = { DATA: join(folder, 'data'), DEMONSTRATION: 'no' }
      const started = start({ env, ...(isRoot ? { uid: nobody } : {}) })
      await started.ready()
      assert.equal((await started.interrupt()).code, 0, started.printed())
    })
  },
)

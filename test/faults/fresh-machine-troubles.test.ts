import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { lifeOf } from '../../src/store/server/process-life.ts'
import { freePort } from '../support/free-port.ts'
import { inFolder, postgresOf, refusal, start } from '../support/starting.ts'

const plain = { DEMONSTRATION: 'no' }

test('a second start on one folder says where the first one is', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    const first = start({ env: { ...plain, DATA: data } })
    const address = /ready at (http:\S+)/.exec(await first.ready())?.[1] ?? ''
    assert.equal(
      await refusal({ env: { ...plain, DATA: data } }),
      `Whereabouts is already running on ${data}: open ${address}, or stop process ${first.process.pid} first.`,
    )
    assert.ok(postgresOf(data) !== undefined)
    assert.equal((await first.interrupt()).code, 0)
  })
})

test('of two starts at the same moment exactly one runs', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    const both = [1, 2].map(() => start({ env: { ...plain, DATA: data } }))
    const outcomes = await Promise.allSettled(both.map((each) => each.ready()))
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    const loser = both[outcomes.findIndex(({ status }) => status === 'rejected')]
    assert.match(loser?.printed() ?? '', /^Whereabouts is already running on .*\n$/)
    await Promise.all(both.map((each) => each.interrupt()))
  })
})

test('a stale lock is replaced, also when its process number now belongs to another program', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    mkdirSync(data, { mode: 0o700 })
    const address = 'http://127.0.0.1:1'
    const strangers = [
      { pid: 2 ** 22 + 1, life: 'an earlier boot 12', address },
      { pid: process.pid, life: `${lifeOf(process.pid) ?? ''}0`, address },
    ]
    for (const stale of [...strangers.map((holder) => JSON.stringify(holder)), '{"pid":', '']) {
      writeFileSync(join(data, 'lock'), stale)
      const started = start({ env: { ...plain, DATA: data } })
      await started.ready()
      const lock = JSON.parse(readFileSync(join(data, 'lock'), 'utf8')) as { pid: number }
      assert.equal(lock.pid, started.process.pid)
      await started.interrupt()
    }
  })
})

test("a stale postmaster.pid whose number is another program's does not stop the database", async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    const first = start({ env: { ...plain, DATA: data } })
    await first.ready()
    const file = join(data, 'postgres/postmaster.pid')
    const left = readFileSync(file, 'utf8')
    await first.interrupt()
    writeFileSync(file, left.replace(/^\d+/, String(process.pid)))
    const second = start({ env: { ...plain, DATA: data } })
    assert.doesNotMatch(await second.ready(), /taken over/)
    assert.equal((await second.interrupt()).code, 0)
  })
})

test('a taken port is named, with another one to choose', async () => {
  await inFolder(async (folder) => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    try {
      assert.equal(
        await refusal({ env: { ...plain, DATA: join(folder, 'data'), PORT: String(port) } }),
        `Port ${port} on 127.0.0.1 is taken by another program: choose another, for example PORT=${port + 1} npm start.`,
      )
    } finally {
      taken.close()
    }
    assert.ok(!existsSync(join(folder, 'data/lock')))
  })
})

test('an address that is not of this machine is named', async () => {
  await inFolder(async (folder) => {
    assert.equal(
      await refusal({ env: { ...plain, DATA: join(folder, 'data'), HOST: '192.0.2.1' } }),
      'This machine has no address 192.0.2.1 to listen on: set HOST to one of its own, for example HOST=127.0.0.1 npm start.',
    )
  })
})

test('the demonstration stays on this machine', async () => {
  await inFolder(async (folder) => {
    const env = { DATA: join(folder, 'data'), HOST: '0.0.0.0', PORT: String(await freePort()) }
    assert.equal(
      await refusal({ env }),
      'DEMONSTRATION opens every record to whoever asks, so it runs only on this machine: set HOST=127.0.0.1 or DEMONSTRATION=no.',
    )
  })
})

test('each setting that cannot be is named on a line of its own', async () => {
  await inFolder(async (folder) => {
    const env = {
      DATA: join(folder, 'data'),
      PORT: 'eighty',
      DATABASE_URL: 'localhost/db',
      DEMONSTRATION: 'perhaps',
    }
    const { code, printed } = await start({ env }).ended()
    assert.equal(code, 1)
    assert.deepEqual(printed.trimEnd().split('\n'), [
      'PORT must be a whole number up to 65535, for example PORT=3000.',
      'DATABASE_URL must look like postgres://user:password@host:5432/database.',
      'DEMONSTRATION must be yes or no.',
    ])
    assert.ok(!existsSync(env.DATA))
  })
})

test('a data folder of an older PostgreSQL is refused and left alone', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    mkdirSync(join(data, 'postgres'), { recursive: true, mode: 0o700 })
    writeFileSync(join(data, 'postgres/PG_VERSION'), '17\n')
    assert.equal(
      await refusal({ env: { ...plain, DATA: data } }),
      `${data}/postgres was made by PostgreSQL 17 and this is 18: run npx whereabouts backup FILE with the release of Whereabouts that made it, then npx whereabouts restore FILE with this one into a new folder, or choose another folder with DATA=/path npm start.`,
    )
    assert.equal(readFileSync(join(data, 'postgres/PG_VERSION'), 'utf8'), '17\n')
  })
})

test('a folder that holds something else is refused and left alone', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    mkdirSync(join(data, 'postgres'), { recursive: true })
    writeFileSync(join(data, 'postgres/letters.txt'), 'mine')
    assert.equal(
      await refusal({ env: { ...plain, DATA: data } }),
      `${data}/postgres holds something that is not a database of Whereabouts: move it away, or choose another folder with DATA=/path npm start.`,
    )
    assert.equal(readFileSync(join(data, 'postgres/letters.txt'), 'utf8'), 'mine')
  })
})

test('a file where the folder should be is named', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    writeFileSync(data, '')
    assert.equal(
      await refusal({ env: { ...plain, DATA: data } }),
      `${data} is a file and a folder is needed there: move it away, or choose another folder with DATA=/path npm start.`,
    )
  })
})

test('a password that is missing or belongs to another database is named', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    const file = join(data, 'postgres.password')
    const first = start({ env: { ...plain, DATA: data } })
    await first.ready()
    await first.interrupt()

    renameSync(file, `${file}.kept`)
    assert.equal(
      await refusal({ env: { ...plain, DATA: data } }),
      `The password of the database in ${data}/postgres is missing: put ${file} back from a backup, or choose another folder with DATA=/path npm start.`,
    )
    writeFileSync(file, 'another', { mode: 0o600 })
    assert.equal(
      await refusal({ env: { ...plain, DATA: data } }),
      `The database in ${data}/postgres refuses the password in ${file}: put back the file that belongs to it, or choose another folder with DATA=/path npm start.`,
    )
    assert.equal(postgresOf(data), undefined)

    rmSync(file)
    renameSync(`${file}.kept`, file)
    const again = start({ env: { ...plain, DATA: data } })
    await again.ready()
    await again.interrupt()
  })
})

test('a damaged database says why it did not start, and where the whole story is', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    const first = start({ env: { ...plain, DATA: data } })
    await first.ready()
    await first.interrupt()
    const control = join(data, 'postgres/global/pg_control')
    chmodSync(control, 0o600)
    rmSync(control)
    assert.match(
      await refusal({ env: { ...plain, DATA: data } }),
      /^PostgreSQL did not start \(.*pg_control.*\): the whole story is in .*\/data\/postgres\.log\.$/,
    )
    assert.equal(postgresOf(data), undefined)
    assert.ok(!existsSync(join(data, 'lock')))
  })
})

test('a database that is lost for good while serving ends the start with one line', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    const started = start({ env: { ...plain, DATA: data } })
    const soFar = await started.ready()
    rmSync(join(data, 'postgres/global/pg_control'))
    process.kill(postgresOf(data) ?? 0, 'SIGKILL')
    const { code, printed } = await started.ended()
    assert.equal(code, 1, printed)
    assert.match(
      printed.slice(soFar.length),
      /^PostgreSQL did not start \(.+\): the whole story is in .+\.$/m,
    )
    assert.equal(postgresOf(data), undefined)
    assert.ok(!existsSync(join(data, 'lock')))
  })
})

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Client } from 'pg'
import { checkout, inFolder, postgresOf, start, until, type Started } from '../support/starting.ts'

const plain = { DEMONSTRATION: 'no' }

/** What the ready line says that the start took, in seconds. */
function secondsSaid(printed: string): number {
  return Number(/is ready at http:\/\/127\.0\.0\.1:\d+ \(in (\d+\.\d) s\)/.exec(printed)?.[1])
}

async function answers(started: Started): Promise<boolean> {
  const address = /is ready at (http:\S+)/.exec(await started.ready())?.[1] ?? ''
  const answer = await fetch(address, { redirect: 'manual' })
  return answer.status < 500
}

// How long a start took is the machine's as much as ours: it is said, and judged by nobody here.
test('a first start makes everything and says how long it took, a later one finds it made', async (t) => {
  await inFolder(async (folder) => {
    const env = { DATA: join(folder, 'data') }
    const first = start({ env })
    const printed = await first.ready()
    assert.match(printed, /^The database was brought from version 0 to \d+\.$/m)
    assert.match(printed, /Sign in at http/)
    assert.ok(secondsSaid(printed) > 0, printed)
    t.diagnostic(`first start ${secondsSaid(printed)} s`)
    assert.ok(await answers(first))
    assert.equal((await first.interrupt()).code, 0, first.printed())

    const second = start({ env })
    t.diagnostic(`later start ${secondsSaid(await second.ready())} s`)
    assert.doesNotMatch(second.printed(), /brought from version/)
    await second.interrupt()
  })
})

test('Ctrl-C and a polite kill leave nothing running and nothing locked', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      const started = start({ env: { ...plain, DATA: data } })
      await started.ready()
      const postgres = postgresOf(data)
      assert.ok(postgres !== undefined)
      started.process.kill(signal)
      // A person presses Ctrl-C twice, and npm passes on its own besides.
      started.process.kill(signal)
      assert.equal((await started.ended()).code, 0, started.printed())
      assert.equal(postgresOf(data), undefined)
      assert.ok(!existsSync(join(data, 'lock')))
    }
  })
})

test('Ctrl-C with pages under way answers them and ends within seconds', async () => {
  await inFolder(async (folder) => {
    const product = start({ env: { DATA: join(folder, 'data') } })
    const address = /http:\/\/\S+/.exec(await product.ready())?.[0] ?? ''
    const underWay = Array.from({ length: 10 }, () =>
      fetch(`${address}/protocol/missing-from-home-and-care/2024-03`),
    )
    await Promise.race(underWay)
    const began = Date.now()
    const stopped = product.interrupt()
    const answers = await Promise.allSettled(underWay)
    assert.ok(answers.some(({ status }) => status === 'fulfilled'))
    assert.equal((await stopped).code, 0)
    assert.ok(Date.now() - began < 20_000, 'a kept connection held the close')
  })
})

test('Ctrl-C during the first start leaves a folder that the next start can use', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    const first = start({ env: { ...plain, DATA: data } })
    await until('the cluster is being made', () => existsSync(join(data, 'postgres.new')))
    const { code, printed } = await first.interrupt()
    assert.equal(code, 130, printed)
    assert.doesNotMatch(printed, /at .*:\d+:\d+/)
    assert.equal(postgresOf(data), undefined)
    const second = start({ env: { ...plain, DATA: data } })
    await second.ready()
    await second.interrupt()
  })
})

test('the database is private, durable, on no port, and knows only UTC and C.UTF-8', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    const started = start({ env: { ...plain, DATA: data } })
    await started.ready()
    for (const path of [data, join(data, 'postgres')]) assert.equal(statSync(path).mode & 0o777, 0o700)
    for (const file of ['postgres.password', 'postgres.log', 'lock']) {
      assert.equal(statSync(join(data, file)).mode & 0o777, 0o600, file)
    }
    assert.equal(statSync(join(data, 'postgres/.s.PGSQL.5432')).mode & 0o777, 0o700)
    const owner = await ownerOf(data)
    const settings = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses']
    const { rows } = await owner.query<{ said: string }>(
      `select concat_ws(' ', datlocprovider, datlocale, pg_encoding_to_char(encoding), current_setting('timezone'),
         ${settings.map((name) => `'${name}=' || current_setting('${name}')`).join()}) as said
       from pg_database where datname = current_database()`,
    )
    assert.equal(
      rows[0]?.said,
      'b C.UTF-8 UTF8 UTC fsync=on full_page_writes=on synchronous_commit=on data_checksums=on listen_addresses=',
    )
    const hba = readFileSync(join(data, 'postgres/pg_hba.conf'), 'utf8')
    assert.doesNotMatch(hba, /^[^#]*\b(trust|md5|password)$/m)
    await owner.end()
    await started.interrupt()
  })
})

async function ownerOf(data: string): Promise<Client> {
  const password = readFileSync(join(data, 'postgres.password'), 'utf8')
  const host = join(data, 'postgres')
  const client = new Client({ host, user: 'whereabouts_owner', password, database: 'whereabouts' })
  await client.connect()
  return client
}

const noHistory = !existsSync(join(checkout, '.git')) && 'this copy of the code has no history to clone'

test('a clone in a private folder starts there', { skip: noHistory }, async () => {
  await inFolder(async (folder) => {
    const home = join(folder, 'home')
    mkdirSync(home, { mode: 0o700 })
    const tree = join(home, 'whereabouts')
    // Git clones nothing that belongs to another account unless it is told to.
    writeFileSync(join(home, '.gitconfig'), '[safe]\n  directory = *\n')
    execFileSync('git', ['clone', '--quiet', checkout, tree], { env: { ...process.env, HOME: home } })
    symlinkSync(join(checkout, 'node_modules'), join(tree, 'node_modules'))
    chmodSync(tree, 0o700)
    const started = start({ tree, env: plain })
    assert.ok(await answers(started))
    assert.ok(postgresOf(join(tree, 'data')) !== undefined)
    assert.equal((await started.interrupt()).code, 0)
  })
})

test('a folder far too deep for a socket path serves as any other', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'deep'.repeat(20), "it's, spaced".repeat(5), 'data')
    const started = start({ env: { ...plain, DATA: data } })
    assert.ok(await answers(started))
    assert.equal((await started.interrupt()).code, 0)
  })
})

test('after a kill -9 of node the next start takes over the living database', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    const killed = start({ env: { ...plain, DATA: data } })
    await killed.ready()
    const postgres = postgresOf(data)
    killed.process.kill('SIGKILL')
    await killed.ended()
    assert.equal(postgresOf(data), postgres)

    const next = start({ env: { ...plain, DATA: data } })
    assert.match(
      await next.ready(),
      /^The database was still running from an earlier start and has been taken over\.$/m,
    )
    assert.equal(postgresOf(data), postgres)
    assert.equal((await next.interrupt()).code, 0)
    assert.equal(postgresOf(data), undefined)
  })
})

test('after a kill -9 of both the next start replaces the database', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    const killed = start({ env: { ...plain, DATA: data } })
    await killed.ready()
    const postgres = postgresOf(data) ?? 0
    killed.process.kill('SIGKILL')
    process.kill(postgres, 'SIGKILL')
    await killed.ended()

    const next = start({ env: { ...plain, DATA: data } })
    assert.doesNotMatch(await next.ready(), /taken over/)
    assert.notEqual(postgresOf(data), postgres)
    assert.equal((await next.interrupt()).code, 0)
  })
})

test('a postmaster killed alone is started again while the pages stay up', async () => {
  await inFolder(async (folder) => {
    const data = join(folder, 'data')
    const started = start({ env: { ...plain, DATA: data } })
    await started.ready()
    const postgres = postgresOf(data) ?? 0
    process.kill(postgres, 'SIGKILL')
    await until('another postmaster is there', () => {
      const now = postgresOf(data)
      return now !== undefined && now !== postgres && existsSync(join(data, 'postgres/.s.PGSQL.5432'))
    })
    assert.ok(await answers(started))
    assert.equal((await started.interrupt()).code, 0)
  })
})

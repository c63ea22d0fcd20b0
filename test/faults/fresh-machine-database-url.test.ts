import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { Client } from 'pg'
import { startOwnServer } from '../../src/store/server/own-server.ts'
import { accountFor, invocation } from '../../src/store/server/account.ts'
import { freePort } from '../support/free-port.ts'
import { startPooler } from '../support/pooler.ts'
import { inFolder, refusal, start } from '../support/starting.ts'

type Place = {
  readonly folder: string
  /** Runs statements as the server's superuser. */
  readonly sql: (text: string) => Promise<readonly Record<string, unknown>[]>
  /** The environment that points at it as somebody. */
  readonly at: (user: string, password: string, database?: string) => Readonly<Record<string, string>>
  readonly accessRules: (lines: string) => Promise<void>
}

/** A PostgreSQL that somebody else runs, with a database of a council whose user is no superuser. */
async function besideAPostgres(work: (place: Place) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const server = await startOwnServer(join(folder, 'theirs'))
    const client = new Client(server.owner)
    await client.connect()
    const sql = async (text: string) => (await client.query<Record<string, unknown>>(text)).rows
    const socket = join(folder, 'theirs/postgres')
    try {
      await sql(`create role council login createrole password 'council'`)
      await sql('create database council owner council')
      await work({
        folder,
        sql,
        at: (user, password, database = 'council') => ({
          DATA: join(folder, 'data'),
          DEMONSTRATION: 'no',
          DATABASE_URL: `postgres://${user}${password === '' ? '' : `:${password}`}@localhost/${database}?host=${encodeURIComponent(socket)}`,
        }),
        accessRules: async (lines) => {
          writeFileSync(join(socket, 'pg_hba.conf'), lines)
          await sql('select pg_reload_conf()')
        },
      })
    } finally {
      await client.end()
      await server.stop()
    }
  })
}

test('a PostgreSQL of your own is used, by several nodes, and none of our own is started', async () => {
  await besideAPostgres(async ({ folder, sql, at }) => {
    const first = start({ env: at('council', 'council') })
    assert.match(await first.ready(), /brought from version 0/)
    const passwords = `select rolname, rolpassword from pg_authid where rolname like 'whereabouts_%' order by 1`
    const before = await sql(passwords)
    const second = start({ env: at('council', 'council') })
    assert.doesNotMatch(await second.ready(), /brought from version/)
    assert.deepEqual(await sql(passwords), before)
    assert.ok(!existsSync(join(folder, 'data')))
    for (const each of [first, second]) assert.equal((await each.interrupt()).code, 0, each.printed())
    assert.equal((await sql('select')).length, 1)
  })
})

test('two nodes that start together on an empty database prepare it once', async () => {
  await besideAPostgres(async ({ sql, at }) => {
    const both = [1, 2].map(() => start({ env: at('council', 'council') }))
    const printed = await Promise.all(both.map((each) => each.ready()))
    assert.equal(printed.filter((said) => said.includes('brought from version 0')).length, 1, printed.join())
    for (const each of both) assert.equal((await each.interrupt()).code, 0, each.printed())
    assert.equal((await sql('select')).length, 1)
  })
})

test('a transaction pooler is refused for notifications, and used for the rest', async () => {
  await besideAPostgres(async ({ folder, accessRules, at }) => {
    await accessRules('local all all trust\n')
    const pooler = await startPooler(join(folder, 'theirs/postgres/.s.PGSQL.5432'))
    try {
      const direct = at('council', 'council')
      const url = `postgres://council:council@127.0.0.1:${pooler.port}/council`
      assert.equal(
        await refusal({ env: { ...direct, DATABASE_URL: url } }),
        `127.0.0.1:${pooler.port} is a transaction pooler, which cannot carry notifications: set DATABASE_DIRECT_URL to the PostgreSQL behind it.`,
      )
      const env = { ...direct, DATABASE_URL: url, DATABASE_DIRECT_URL: direct['DATABASE_URL'] ?? '' }
      const started = start({ env })
      await started.ready()
      assert.equal((await started.interrupt()).code, 0, started.printed())
    } finally {
      await pooler.stop()
    }
  })
})

test('a database that does not let us in is named, with what to correct', async () => {
  await besideAPostgres(async ({ folder, at }) => {
    const where = `${folder}/theirs/postgres`
    assert.equal(
      await refusal({ env: at('council', 'wrong') }),
      `The PostgreSQL at ${where} refuses the password of council: correct the user and password in DATABASE_URL.`,
    )
    assert.equal(
      await refusal({ env: at('council', 'council', 'elsewhere') }),
      `The PostgreSQL at ${where} has no database "elsewhere": create it (CREATE DATABASE "elsewhere"), or correct the name in DATABASE_URL.`,
    )
  })
})

test('a port where no PostgreSQL listens is named', async () => {
  const port = await freePort()
  const env = { DEMONSTRATION: 'no', DATABASE_URL: `postgres://council:council@127.0.0.1:${port}/council` }
  assert.equal(
    await refusal({ env }),
    `No PostgreSQL answers at 127.0.0.1:${port} (nothing listens there): start it, or correct the host and port in DATABASE_URL.`,
  )
})

test('a port where something else listens is named', async () => {
  const pages = createServer().listen(0, '127.0.0.1')
  await once(pages, 'listening')
  const { port } = pages.address() as AddressInfo
  const env = { DEMONSTRATION: 'no', DATABASE_URL: `postgres://council:council@127.0.0.1:${port}/council` }
  assert.match(
    await refusal({ env }),
    new RegExp(`^No PostgreSQL answers at 127\\.0\\.0\\.1:${port} \\(.+\\): start it, or correct the host`),
  )
  pages.close()
})

test('a user who may not make roles is told what it lacks', async () => {
  await besideAPostgres(async ({ sql, at }) => {
    await sql('alter role council nocreaterole')
    assert.match(
      await refusal({ env: at('council', 'council') }),
      /^The user of DATABASE_URL may not prepare the database \(.+\): make it the owner of the database and give it CREATEROLE\.$/,
    )
  })
})

test('an application connection that row security could not hold is refused', async () => {
  await besideAPostgres(async ({ sql, at }) => {
    const env = at('whereabouts_owner', 'owner')
    await sql(`alter role whereabouts_owner password 'owner'`)
    const first = start({ env })
    await first.ready()
    await first.interrupt()
    const planted = [
      ['alter role whereabouts_app superuser', 'alter role whereabouts_app nosuperuser', 'is superuser'],
      [
        'alter role whereabouts_app bypassrls',
        'alter role whereabouts_app nobypassrls',
        'bypasses row security',
      ],
      [
        'alter database council owner to whereabouts_app',
        'alter database council owner to council',
        'owns this database',
      ],
      [
        'grant whereabouts_owner to whereabouts_app',
        'revoke whereabouts_owner from whereabouts_app',
        'can become whereabouts_owner, which is superuser',
      ],
      [
        'grant whereabouts_keeper to whereabouts_app',
        'revoke whereabouts_keeper from whereabouts_app',
        'can become whereabouts_keeper, which owns the function .+',
      ],
    ] as const
    for (const [plant, undo, because] of planted) {
      await sql(plant)
      assert.match(
        await refusal({ env }),
        new RegExp(
          `^The application connection whereabouts_app is refused because it ${because}: take that right away from it and start again\\.$`,
        ),
      )
      await sql(undo)
    }
    const last = start({ env })
    await last.ready()
    await last.interrupt()
  })
})

test('a URL without a password needs a secret for the application roles, unless the server trusts us', async () => {
  await besideAPostgres(async ({ accessRules, at }) => {
    const env = at('council', '')
    await accessRules('local all council trust\nlocal all all scram-sha-256\n')
    assert.equal(
      await refusal({ env }),
      'DATABASE_URL carries no password to derive those of the application roles from: set DATABASE_ROLE_SECRET to a long random text, the same on every node.',
    )
    const secret = start({ env: { ...env, DATABASE_ROLE_SECRET: 'said and kept by the council alone' } })
    await secret.ready()
    await secret.interrupt()
    await accessRules('local all all trust\n')
    const trusted = start({ env })
    await trusted.ready()
    await trusted.interrupt()
  })
})

const older = ['17', '16', '15', '14', '13']
  .map((major) => `/usr/lib/postgresql/${major}/bin`)
  .find((folder) => existsSync(join(folder, 'initdb')))

test(
  'a PostgreSQL older than 18 is refused',
  { skip: older === undefined && 'this machine has no older PostgreSQL to try' },
  async () => {
    await inFolder(async (folder) => {
      const cluster = join(folder, 'cluster')
      mkdirSync(cluster, { mode: 0o700 })
      const run = (program: string, ...words: string[]) => {
        const { command, args, ...as } = invocation(accountFor(cluster), join(older ?? '', program), words)
        const { status, stderr } = spawnSync(command, [...args], {
          ...as,
          cwd: '/',
          stdio: ['ignore', 'ignore', 'pipe'],
        })
        assert.equal(status, 0, String(stderr))
      }
      run('initdb', '-D', cluster, '-U', 'old', '--auth=trust', '--no-sync')
      run(
        'pg_ctl',
        '-D',
        cluster,
        '-l',
        join(cluster, 'log'),
        '-w',
        '-o',
        `-c listen_addresses= -k .`,
        'start',
      )
      const env = {
        DEMONSTRATION: 'no',
        DATABASE_URL: `postgres://old@localhost/postgres?host=${encodeURIComponent(cluster)}`,
      }
      const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
      assert.match(
        await refusal({ env }),
        new RegExp(
          `^The database is PostgreSQL ${found}[^ ]* .*and Whereabouts needs 18 or later: upgrade it, or leave DATABASE_URL out`,
        ),
      )
    })
  },
)

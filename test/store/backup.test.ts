import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { backUp } from '../../src/store/backup/back-up.ts'
import { withClient } from '../../src/store/backup/owner.ts'
import { restore } from '../../src/store/backup/restore.ts'
import { verify } from '../../src/store/verify.ts'
import { withDatabase } from '../support/database.ts'
import {
  beside,
  cost,
  everything,
  inFolder,
  loginsOf,
  migrations,
  nextMigrations,
  passphrase,
  someRecord,
  withBackup,
} from './restoring.ts'
import { aMissingChild } from './writing.ts'

const versions = readdirSync(migrations).length

test('A record that is backed up and restored is the same record, row for row.', () =>
  withBackup(async (made) => {
    assert.equal(statSync(made.file).mode & 0o777, 0o600)
    assert.deepEqual(readdirSync(made.folder), ['kept.backup'])
    await beside(made, async (empty) => {
      const progress: [number, number][] = []
      const said = await restore(empty, made.file, passphrase, migrations, {
        onProgress: (...step) => progress.push(step),
      })
      assert.deepEqual(await everything(empty), await everything(made.owner))
      assert.deepEqual({ from: said.from, at: said.at }, { from: versions, at: versions })
      assert.equal(said.rows, made.said.rows)
      assert.deepEqual(progress.at(-1), [said.rows, said.rows])
    })
  }))

test('What was restored goes on where it ended: numbers are not handed out again, and the rules hold as before.', () =>
  withBackup((made) =>
    beside(made, async (empty) => {
      await restore(empty, made.file, passphrase, migrations)
      const last = await made.owner.query(`select nextval('whereabouts.outbox_id_seq') as n`)
      const next = await empty.query(`select nextval('whereabouts.outbox_id_seq') as n`)
      assert.deepEqual(next.rows, last.rows)
      await assert.rejects(empty.query('delete from whereabouts.entry'), /only ever added to/)
      const open = await empty.query(
        `select relname from pg_class where relnamespace = 'whereabouts'::regnamespace and relkind = 'r'
           and relrowsecurity and not relforcerowsecurity`,
      )
      assert.deepEqual(open.rows, [])
    }),
  ))

test('A backup is of one moment, and holds up nobody who writes meanwhile.', () =>
  inFolder((folder) =>
    withDatabase(async (database) => {
      await someRecord(database)
      const before = await everything(database.owner)
      let writing: Promise<unknown> | undefined
      const file = join(folder, 'kept.backup')
      const onProgress = () => {
        writing ??= aMissingChild(database.store)
      }
      await backUp(loginsOf(database), file, passphrase, { onProgress, cost })
      await writing
      assert.notDeepEqual(await everything(database.owner), before)
      await beside(database, async (empty) => {
        await restore(empty, file, passphrase, migrations)
        assert.deepEqual(await everything(empty), before)
      })
    }),
  ))

test('A backup of an older schema is brought up to it, loaded and then brought on.', () =>
  withBackup((made) =>
    beside(made, async (empty) => {
      const next = nextMigrations(
        made.folder,
        `alter table whereabouts.organisation add column short text;
         create table whereabouts.later as select id from whereabouts.subject;`,
      )
      const said = await restore(empty, made.file, passphrase, next)
      assert.deepEqual([said.from, said.at], [versions, versions + 1])
      // The later migration ran on the rows, not before them.
      const { rows } = await empty.query('select count(*)::int as n from whereabouts.later')
      assert.deepEqual(rows, [{ n: 1 }])
    }),
  ))

test('A backup that is stopped leaves no file, and a restore that is stopped leaves no row.', () =>
  withBackup((made) =>
    beside(made, async (empty, login) => {
      const stoppedAtOnce = () => {
        const stop = new AbortController()
        return { onProgress: () => stop.abort(), signal: stop.signal, cost }
      }
      const file = join(made.folder, 'stopped.backup')
      await assert.rejects(
        backUp(loginsOf(made), file, passphrase, stoppedAtOnce()),
        /There was a stop half way/,
      )
      assert.deepEqual(readdirSync(made.folder), ['kept.backup'])
      await assert.rejects(
        restore(empty, made.file, passphrase, migrations, stoppedAtOnce()),
        /There was a stop half way/,
      )
      await empty.end()
      await withClient(login, async (again) => {
        const { rows } = await again.query('select from whereabouts.entry')
        assert.deepEqual(rows, [])
      })
    }),
  ))

test('A file that is there is not written over, and a folder that is not there is named.', () =>
  withBackup(async (made) => {
    const before = readFileSync(made.file)
    await assert.rejects(
      backUp(loginsOf(made), made.file, passphrase),
      /is there already and is not written over/,
    )
    assert.deepEqual(readFileSync(made.file), before)
    const nowhere = join(made.folder, 'no folder', 'a.backup')
    await assert.rejects(
      backUp(loginsOf(made), nowhere, passphrase),
      /cannot be written \(there is no such file or folder\)/,
    )
  }))

test('A table that the maintainer cannot read whole makes no backup.', () =>
  inFolder((folder) =>
    withDatabase(async (database) => {
      for (const [hidden, statement] of [
        ['later', 'create table whereabouts.later (id integer)'],
        ['subject', 'drop policy maintained on whereabouts.subject'],
      ] as const) {
        await database.owner.query(statement)
        const file = join(folder, hidden)
        await assert.rejects(
          backUp(loginsOf(database), file, passphrase),
          new RegExp(`The table ${hidden} cannot`),
        )
        await database.owner.query('drop table if exists whereabouts.later')
      }
      assert.deepEqual(readdirSync(folder), [])
    }),
  ))

describe('A restore is refused, and leaves the database as empty as it was', () => {
  test('with another passphrase, from a cut or an altered file, or from one that is no backup', () =>
    withBackup((made) =>
      beside(made, async (empty) => {
        const whole = readFileSync(made.file)
        const header = whole.indexOf('\n', 21) + 1
        const altered = (at: number) => {
          const bytes = Buffer.from(whole)
          bytes[at] = (bytes[at] ?? 0) ^ 1
          return bytes
        }
        const wrong: readonly (readonly [bytes: Buffer, passphrase: string, says: RegExp])[] = [
          [whole, 'another', /: The passphrase is not the one/],
          [whole.subarray(0, header - 5), passphrase, / ends too early/],
          [whole.subarray(0, -20), passphrase, / ends too early/],
          [whole.subarray(0, -1), passphrase, / ends too early/],
          [altered(40), passphrase, /is not as it was written/],
          [altered(header), passphrase, /is not as it was written/],
          [altered(whole.length - 40), passphrase, /is not as it was written/],
          [
            Buffer.concat([whole.subarray(0, header + 99), whole.subarray(-16)]),
            passphrase,
            /is not as it was written/,
          ],
          [Buffer.from('PGDMP'), passphrase, /is not a backup of Whereabouts/],
          [Buffer.alloc(0), passphrase, /is not a backup of Whereabouts/],
          [
            Buffer.from(whole.toString('latin1').replace('BACKUP 1', 'BACKUP 2'), 'latin1'),
            passphrase,
            /newer form/,
          ],
        ]
        for (const [bytes, secret, says] of wrong) {
          const file = join(made.folder, 'wrong.backup')
          writeFileSync(file, bytes)
          await assert.rejects(restore(empty, file, secret, migrations), says)
        }
        await assert.rejects(
          restore(empty, join(made.folder, 'none'), passphrase, migrations),
          /no such file/,
        )
        const { rows } = await empty.query(`select to_regclass('public.schema_version') as there`)
        assert.deepEqual(rows, [{ there: null }])
      }),
    ))

  test('from a newer schema, or from one that was built with other migrations', () =>
    withBackup((made) =>
      beside(made, async (empty) => {
        const next = nextMigrations(
          made.folder,
          'create table whereabouts.later (id integer); grant select on whereabouts.later to whereabouts_maintainer',
        )
        await beside(made, async (newer, login) => {
          await restore(newer, made.file, passphrase, next)
          const file = join(made.folder, 'newer.backup')
          await backUp({ owner: login, maintainer: login }, file, passphrase, { cost })
          await assert.rejects(
            restore(empty, file, passphrase, migrations),
            new RegExp(`is of a database at version ${versions + 1} and this code knows up to ${versions}`),
          )
        })
        const first = join(next, '0001-roles.sql')
        writeFileSync(first, `${readFileSync(first, 'utf8')}-- a word more`)
        await assert.rejects(
          restore(empty, made.file, passphrase, next),
          /another text of migration 0001-roles.sql/,
        )
      }),
    ))

  test('into a database that holds a row, or that is somebody else’s; one that was only prepared is empty', () =>
    withBackup(async (made) => {
      await withDatabase(async (prepared) => {
        const client = await prepared.owner.connect()
        await assert.rejects(restore(client, made.file, 'another', migrations), /passphrase/)
        await restore(client, made.file, passphrase, migrations)
        assert.deepEqual(await everything(prepared.owner), await everything(made.owner))
        await assert.rejects(
          restore(client, made.file, passphrase, migrations),
          /is not empty \(its table .* has rows\)/,
        )
        assert.deepEqual(await everything(prepared.owner), await everything(made.owner))
        client.release()
      })
      await beside(made, async (theirs) => {
        await theirs.query('create table accounts (id integer)')
        await assert.rejects(
          restore(theirs, made.file, passphrase, migrations),
          /is not empty \(it has accounts\)/,
        )
      })
    }))

  test('while a node is at work on the database', () =>
    withBackup(async (made) => {
      await withDatabase(async ({ owner, app }) => {
        await app.query('select 1')
        const client = await owner.connect()
        await assert.rejects(
          restore(client, made.file, passphrase, migrations),
          /is running on this database/,
        )
        client.release()
      })
    }))

  test('when the last piece of a long file is altered, after everything before it was loaded', () =>
    withBackup(async (made) => {
      await made.owner.query(
        `insert into whereabouts.look (person, post, what, children)
         select gen_random_uuid(), gen_random_uuid(), gen_random_uuid()::text, '{}' from generate_series(1, 6000)`,
      )
      const file = join(made.folder, 'long.backup')
      await backUp(loginsOf(made), file, passphrase, { cost })
      const bytes = readFileSync(file)
      assert.ok(bytes.length > 3 * 64 * 1024, `only ${bytes.length} bytes`)
      bytes[bytes.length - 30] = (bytes[bytes.length - 30] ?? 0) ^ 1
      writeFileSync(file, bytes)
      await beside(made, async (empty, login) => {
        await assert.rejects(restore(empty, file, passphrase, migrations), /is not as it was written/)
        await empty.end()
        await withClient(login, async (again) => {
          const { rows } = await again.query('select from whereabouts.look')
          assert.deepEqual(rows, [])
        })
      })
    }))
})

test('A restored record passes its verification.', () =>
  withBackup(async (made) => {
    await withDatabase(async (prepared) => {
      const client = await prepared.owner.connect()
      await restore(client, made.file, passphrase, migrations)
      const { entries, faults } = await verify(prepared.maintainer)
      assert.ok(entries > 3)
      assert.deepEqual(faults, [])
      client.release()
    })
  }))

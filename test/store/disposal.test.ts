import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { backUp } from '../../src/store/backup/back-up.ts'
import { restore } from '../../src/store/backup/restore.ts'
import { withClient } from '../../src/store/backup/owner.ts'
import { openPool } from '../../src/store/pool.ts'
import { replayRegister } from '../../src/store/disposal/replay.ts'
import { besideContent } from '../../src/store/disposal/what-goes.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { verify } from '../../src/store/verify.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import {
  agree,
  anOldRecord,
  decide,
  deciders,
  dispose,
  ofChild,
  rebuilt,
  secrets,
  simply,
  withRetention,
} from './disposing.ts'
import { beside, cost, everything, loginsOf, migrations, passphrase } from './restoring.ts'
import { aMissingChild, concern, newChild, newEpisode, visitorAs, write } from './writing.ts'

const agreed = async (made: Parameters<typeof agree>[0], child: Parameters<typeof agree>[2]) => {
  for (const two of Object.values(deciders)) await agree(made, two, child)
}

/** Bytes are shown as hex. */
function holds(rows: unknown, words: string): boolean {
  const text = JSON.stringify(rows)
  return text.includes(words) || text.includes(Buffer.from(words).toString('hex'))
}

const outcomes = (done: Awaited<ReturnType<typeof dispose>>) =>
  done.map((one) => (one.kind === 'disposed' ? one.whole : one.why))

test('Two people of one organisation dispose of its part; the last to hold any disposes of everything.', () =>
  withRetention(async (made) => {
    const { child } = await anOldRecord(made)
    const other = await aMissingChild(made.store)
    await agree(made, deciders.force, child)
    assert.deepEqual(outcomes(await dispose(made, made.register)), [false])
    const afterOne = await everything(made.owner)
    assert.equal(holds(afterOne, secrets.force), false)
    for (const words of [secrets.home, secrets.council]) assert.ok(holds(afterOne['entry_content'], words))
    const lists = ['episode_card', 'board', 'duty', 'access_grant']
    assert.ok(!lists.some((table) => holds(afterOne[table], child)), 'the record is at rest')

    await agree(made, deciders.council, child)
    await agree(made, deciders.home, child)
    assert.deepEqual(outcomes(await dispose(made, made.register)), [false, true])
    const afterAll = await everything(made.owner)
    for (const words of Object.values(secrets)) assert.equal(holds(afterAll, words), false, words)
    assert.equal(holds(readFileSync(made.register.file, 'utf8'), secrets.council), false)
    assert.ok(afterAll['board']?.toString().includes(other.child), 'others are as they were')
    assert.deepEqual(await dispose(made, made.register), [])
  }))

test('What was disposed of is counted and is no fault; what is gone without a line of the register is one.', () =>
  withRetention(async (made) => {
    const { child } = await anOldRecord(made)
    await agreed(made, child)
    await dispose(made, made.register)
    const verified = await verify(made.maintainer, undefined, undefined, made.register.read())
    assert.deepEqual(verified.faults, [])
    assert.equal(verified.disposed, 5)
    const without = await verify(made.maintainer)
    assert.deepEqual(
      Object.entries(Object.groupBy(without.faults, ({ kind }) => kind)).map(([kind, some]) => [
        kind,
        some.length,
      ]),
      [
        ['disposal-differs', 3],
        ['content-missing', 5],
      ],
    )
    const { child: second } = await anOldRecord(made)
    await made.maintainer.query('delete from whereabouts.entry_content where subject = $1', [second])
    const gone = await verify(made.maintainer, undefined, undefined, made.register.read())
    assert.deepEqual([...new Set(gone.faults.map(({ kind }) => kind))], ['content-missing'])
    assert.ok(gone.faults.every(({ where }) => where.includes(second)))

    const line = made.register.read().at(-1)
    await made.owner.query(
      `insert into whereabouts.entry_content
       select subject, id, stream, 'core', uuid_send(gen_random_uuid()), 'x' from whereabouts.entry where id = $1`,
      [line?.line.content[0]?.entry],
    )
    const back = await verify(made.maintainer, undefined, undefined, made.register.read())
    assert.ok(back.faults.some(({ kind }) => kind === 'disposed-and-there'))
    assert.equal(await replayRegister(made.maintainer, made.register, simply), 1)
  }))

test('After a disposal a rebuild finds nothing that differs, and a repair brings nothing back.', () =>
  withRetention(async (made) => {
    const { child } = await anOldRecord(made)
    await agree(made, deciders.force, child)
    await dispose(made, made.register)
    assert.deepEqual((await rebuilt(made)).differences, [])
    await made.owner.query(
      `insert into whereabouts.episode_card select $1, gen_random_uuid(), 'R', 'concern', false, now(), null, 1, null, null, ''`,
      [child],
    )
    assert.equal((await rebuilt(made, true)).repaired, 1)
    assert.deepEqual((await rebuilt(made)).differences, [])
    await assert.rejects(write(made.store, { subject: child, episodes: { [newEpisode()]: [concern()] } }))
  }))

describe('Nothing is disposed of', () => {
  const never = (what: string, work: (made: Made) => Promise<unknown>, why: string) =>
    test(what, () =>
      withRetention(async (made) => {
        const { child } = await anOldRecord(made)
        await agree(made, deciders.force, child)
        await work({ ...made, child })
        assert.deepEqual(outcomes(await dispose(made, made.register)), [why])
        assert.ok(holds((await everything(made.owner))['entry_content'], secrets.force))
        assert.deepEqual(made.register.read(), [])
      }),
    )
  type Made = TestDatabase & { readonly child: Parameters<typeof agree>[2] }

  void never(
    'while somebody else who has a part of it holds the record',
    (made) => decide(made, deciders.council[0], { child: made.child, kind: 'hold', reason: 'an inquiry' }),
    'on-hold',
  )
  void never(
    'while somebody holds every record of theirs',
    (made) =>
      decide(made, deciders.home[0], {
        child: '00000000-0000-0000-0000-000000000000' as never,
        kind: 'hold',
        reason: 'an inquiry',
      }),
    'on-hold',
  )
  void never(
    'while an episode is open',
    (made) => write(made.store, { subject: made.child, episodes: { [newEpisode()]: [concern()] } }),
    'in-use',
  )
  void never(
    'while an episode is open of a record that is joined by way of another',
    async ({ store, child }) => {
      const [second, third] = [newChild(), newChild()]
      const join = (subject: typeof child, as: typeof child) =>
        write(store, { subject, ofChild: [ofChild('same-child', { as })] })
      await join(child, second)
      await join(second, third)
      await write(store, { subject: third, episodes: { [newEpisode()]: [concern()] } })
    },
    'in-use',
  )

  test('that has gone on since two people agreed', () =>
    withRetention(async (made) => {
      const { child } = await anOldRecord(made)
      await agree(made, deciders.home, child)
      const more = ofChild('child-registered', { otherNames: ['Ty'], pronoun: 'he' })
      await write(made.store, { subject: child, ofChild: [more] })
      assert.deepEqual(outcomes(await dispose(made, made.register)), ['no-longer-confirmed'])
      assert.deepEqual(made.register.read(), [])
    }))

  test('by one person, by people of two organisations, or by whoever does not decide about it', () =>
    withRetention(async (made) => {
      const { child } = await anOldRecord(made)
      const [first] = deciders.force
      const { id } = await decide(made, first, { child, kind: 'propose', reason: 'x' })
      assert.deepEqual(
        (await decide(made, first, { child, kind: 'confirm', about: id })).kind === 'refused',
        true,
      )
      const others = [deciders.council[0], cast.police, cast.carer]
      for (const other of others)
        assert.notEqual((await decide(made, other, { child, kind: 'confirm', about: id })).kind, 'done')
      const raw = `select whereabouts.retention_decide($1, gen_random_uuid(), 'confirm', null, null, null, $2)`
      for (const by of [first, ...others])
        await assert.rejects(
          inTransaction(made.app, visitorAs(by), 'latest', async (client) => ({
            keep: true,
            answer: await client.query(raw, [child, id]),
          })),
          /nothing to decide/,
        )
      assert.deepEqual(await dispose(made, made.register), [])
    }))
})

test('What a restored backup brings back is disposed of again before that is kept, and nobody could sign in meanwhile.', () =>
  withRetention(async (made) => {
    const { child } = await anOldRecord(made)
    const file = join(made.folder, 'kept.backup')
    await backUp(loginsOf(made), file, passphrase, { cost })
    await agreed(made, child)
    await dispose(made, made.register)
    await beside(made, async (empty, login) => {
      const seen: boolean[] = []
      const over = { file: made.register.file, lines: made.register.read() }
      const watching = {
        onProgress: () =>
          void withClient(login, async (other) => {
            const there = await other.query<{ there: string | null }>(
              `select to_regclass('whereabouts.entry_content') as there`,
            )
            if (there.rows[0]?.there === null) return
            const { rows } = await other.query<{ n: number }>(
              'select count(*)::int as n from whereabouts.entry_content',
            )
            seen.push((rows[0]?.n ?? 0) > 0)
          }).catch(() => undefined),
      }
      const restored = await restore(empty, file, passphrase, migrations, watching, over)
      // The council's own part was the child's stream, which went with the last.
      assert.equal(restored.disposedAgain, 2)
      const all = await everything(empty)
      for (const words of Object.values(secrets)) assert.equal(holds(all, words), false, words)
      assert.ok(!seen.includes(true))
      const maintainer = openPool({ ...login, ...passwordOf(made) }, 1)
      try {
        assert.equal(await replayRegister(maintainer, made.register, simply), 3)
        assert.equal(await replayRegister(maintainer, made.register, simply), 0)
        const verified = await verify(maintainer, undefined, undefined, over.lines)
        assert.deepEqual(verified.faults, [])
        assert.equal(verified.disposed, 5)
      } finally {
        await maintainer.end()
      }
    })
  }))

function passwordOf({ login }: TestDatabase) {
  const { user, password } = login('maintainer')
  return { user, password }
}

test('A restore with another record’s register, or with one that says less than the backup, changes nothing.', () =>
  withRetention(async (made) => {
    const { child } = await anOldRecord(made)
    await agree(made, deciders.force, child)
    await dispose(made, made.register)
    const lines = made.register.read()
    const file = join(made.folder, 'kept.backup')
    await backUp(loginsOf(made), file, passphrase, { cost })
    const others = lines.map((one) => ({ ...one, line: { ...one.line, record: child } }))
    await beside(made, async (empty) => {
      await assert.rejects(
        restore(empty, file, passphrase, migrations, {}, { file: 'a register', lines: others }),
        /belongs to another record/,
      )
    })
    await beside(made, async (empty) => {
      await assert.rejects(
        restore(empty, file, passphrase, migrations, {}, { file: 'a register', lines: [] }),
        /does not say so/,
      )
    })
  }))

test('A register that was altered is not read, and what a crash broke off in it is not a line.', () =>
  withRetention(async (made) => {
    const { child } = await anOldRecord(made)
    await agreed(made, child)
    await dispose(made, made.register)
    const text = readFileSync(made.register.file, 'utf8')
    writeFileSync(made.register.file, `${text}{"format":"whereabouts disp`)
    assert.equal(made.register.read().length, 3)
    for (const [altered, at] of [
      [text.replace('"whole":false', '"whole":true'), 2],
      [text.split('\n').slice(1).join('\n'), 1],
    ] as const) {
      writeFileSync(made.register.file, altered)
      assert.throws(() => made.register.read(), new RegExp(`from line ${at} on`))
    }
    writeFileSync(made.register.file, text.split('\n').slice(0, 2).join('\n') + '\n')
    await assert.rejects(replayRegister(made.maintainer, made.register, simply), /does not say so/)
    await assert.rejects(replayRegister(made.maintainer, undefined, simply), /set DISPOSAL_REGISTER/)
  }))

test('Every table with a child in it is named, with what a disposal does to it.', () =>
  withDatabase(async ({ owner }) => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'whereabouts'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped
         and a.attname in ('subject', 'child') and a.atttypid = 'uuid'::regtype
       union select 'subject' order by 1`,
    )
    assert.deepEqual(
      rows.map(({ name }) => name),
      Object.keys(besideContent).toSorted(),
    )
  }))

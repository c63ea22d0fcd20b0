import assert from 'node:assert/strict'
import type { LooksAsked, LooksSearched } from '../../src/application/looks-kept.ts'
import { readingsApart } from '../../src/domain/access/grant.ts'
import { readingsOfLooks } from '../../src/domain/access/looks.ts'
import { sections } from '../../src/domain/episode/sections.ts'
import type { ChildId } from '../../src/domain/episode/entry.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import type { Moment } from '../../src/kernel/moment.ts'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { publishBatch } from '../../src/store/publish-batch.ts'
import { recordRun } from '../../src/store/record-run.ts'
import { inTransaction, withConnection } from '../../src/store/transaction.ts'
import { verifyLooks } from '../../src/store/verify-looks.ts'
import { verify } from '../../src/store/verify.ts'
import { cast } from '../support/cast.ts'
import { withDatabase } from '../support/database.ts'
import { aMissingChild, carer, grantTo, newChild, registered, visitorAs, write } from './writing.ts'

test('A look is written as the one who looked, in the transaction of what was looked at, and can be no other’s.', () =>
  withDatabase(async (database) => {
    const { child } = await aMissingChild(database.store)
    await database.store.read(carer, (read) => read.look({ what: 'child', children: [child] }))
    const failed = database.store.read(carer, async (read) => {
      await read.look({ what: 'not shown', children: [child] })
      throw new Error('no page')
    })
    await assert.rejects(failed, /no page/)
    const { rows } = await database.owner.query('select person, post, what, children from whereabouts.look')
    assert.deepEqual(rows, [{ ...carer, what: 'child', children: [child] }])
    const forged = inTransaction(database.app, carer, 'latest', async (client) => {
      await client.query(
        `insert into whereabouts.look (person, post, what, children) values ($1, $2, 'x', '{}')`,
        [cast.police.person, cast.police.post],
      )
      return { keep: true, answer: undefined }
    })
    await assert.rejects(forged, /permission denied/)
    await assert.rejects(
      database.app.query(`insert into whereabouts.look (what, children) values ('nobody asked', '{}')`),
      /null value|row-level security/,
    )
  }))

test('A look gets its place on the one chain after its commit, as an entry and a run do, and the writer waits for nothing.', () =>
  withDatabase(async ({ store, worker, owner, maintainer }) => {
    const { child } = await aMissingChild(store)
    await store.read(carer, (read) => read.look({ what: 'child', children: [child] }))
    await recordRun(maintainer, randomUUID(), 'verify', 'asked for')
    const publish = () => withConnection(worker, (client) => publishBatch(client, 100))
    const late = Promise.withResolvers<undefined>()
    const slow = store.read(carer, async (read) => {
      await read.look({ what: 'late', children: [] })
      await publish()
      late.resolve(undefined)
    })
    await late.promise
    await slow
    await publish()
    const { rows } = await owner.query<{ kind: string }>(
      `select case when entry is not null then 'entry' when look is not null then 'look' else 'run' end as kind
       from whereabouts.position order by position`,
    )
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['entry', 'entry', 'look', 'run', 'look'],
    )
    assert.deepEqual((await verify(maintainer)).faults, [])
  }))

test('Everything that a look and a run say is committed to: no column can be changed unseen.', () =>
  withDatabase(async ({ store, owner, maintainer }) => {
    const { child } = await aMissingChild(store)
    const awkward = 'a "quote", a \\, a tab\t, a \u007f, a \u2028, é, 😀 and \u0001'
    await store.read(carer, (read) =>
      read.look({ what: awkward, children: [child, child], purpose: awkward, reference: '' }),
    )
    await recordRun(maintainer, randomUUID(), 'verify', awkward)
    assert.deepEqual((await verify(maintainer)).faults, [])
    const columns = await owner.query<{ table: string; column: string; change: string }>(
      `select table_name as table, column_name as column, case data_type when 'text' then 'md5(random()::text)'
         when 'bigint' then column_name || ' + 1' when 'uuid' then 'gen_random_uuid()'
         when 'ARRAY' then 'array[gen_random_uuid()]' when 'bytea' then format('sha256(%I)', column_name)
         else column_name || ' - interval ''1 second''' end as change
       from information_schema.columns
       where table_schema = 'whereabouts' and table_name in ('look', 'maintenance')`,
    )
    assert.ok(columns.rows.length > 14)
    for (const { table, column, change } of columns.rows) {
      const client = await owner.connect()
      await client.query(
        `begin; set local session_replication_role = replica; alter table whereabouts.look drop constraint look_salt_check`,
      )
      await client.query(
        `alter table whereabouts.maintenance drop constraint maintenance_salt_check;
         alter table whereabouts.look alter id set generated by default`,
      )
      const changed = await client.query(`update whereabouts.${table} set "${column}" = ${change}`)
      assert.equal(changed.rowCount, 1)
      const kinds: string[] = []
      await verifyLooks(client, (kind) => kinds.push(kind))
      await client.query('rollback')
      client.release()
      assert.deepEqual(kinds, [table === 'look' ? 'look-altered' : 'run-altered'], column)
    }
  }))

test('Who has looked is shown to those who answer for it, by person and London day, and names no other child.', () =>
  withDatabase(async ({ store, owner, app }) => {
    const reviewer = visitorAs(cast['missing-coordinator'])
    for (const section of [...sections, ...readingsApart]) {
      const child = newChild()
      const grants = [grantTo(cast.carer, child), grantTo(cast['missing-coordinator'], child, { section })]
      await write(store, { subject: child, ofChild: [registered('Tyler')], grants })
      const may = await store.read(reviewer, (read) => read.mayReadLooks(child))
      assert.equal(may, readingsOfLooks.includes(section), section)
    }
    const { child } = await aMissingChild(store)
    const grants = [
      grantTo(cast.carer, child),
      grantTo(cast['missing-coordinator'], child, { section: 'review' }),
    ]
    const another = newChild()
    const others = [grantTo(cast.carer, another)]
    await write(store, { subject: another, ofChild: [registered('Another')], grants: others })
    await write(store, { subject: child, ofChild: [registered('Tyler')], grants })
    await store.read(carer, (read) => read.look({ what: 'board', children: [another, child] }))
    await store.read(carer, (read) => read.look({ what: 'board', children: [child], purpose: 'asked for' }))
    await store.read(carer, (read) => read.look({ what: 'child', children: [another] }))
    await owner.query(
      `set session_replication_role = replica;
       update whereabouts.look set at = '2026-03-28T23:30:00Z' where purpose is null and what = 'board';
       update whereabouts.look set at = '2026-03-29T23:30:00Z' where purpose is not null`,
    )
    const asked = (filter: LooksAsked, as = reviewer) =>
      store.read(as, async (read) =>
        (await read.looksAt(child, filter, 10)).map(({ day, what, times, purpose }) => [
          day,
          what,
          times,
          purpose,
        ]),
      )
    const [winter, summer] = [
      ['2026-03-28', 'board', 1, undefined],
      ['2026-03-30', 'board', 1, 'asked for'],
    ]
    const on = (text: string) => text as LondonDate
    assert.deepEqual(await asked({}), [summer, winter])
    assert.deepEqual(await asked({ until: on('2026-03-28') }), [winter])
    assert.deepEqual(await asked({ from: on('2026-03-29') }), [summer])
    assert.deepEqual(await asked({ from: on('2026-03-29'), until: on('2026-03-29') }), [])
    assert.deepEqual(await asked({ person: cast.police.person }), [])
    assert.deepEqual(await asked({ person: cast.carer.person }), [summer, winter])
    assert.deepEqual(await asked({}, carer), [])
    const searched = (asked: Partial<LooksSearched>, as = reviewer) =>
      store.read(as, async (read) => {
        const days = { from: on('2026-03-01'), until: on('2026-03-31') }
        return (await read.looksBy({ ...days, ...asked }, 10)).map(({ day, child: named }) => [day, named])
      })
    // The other child of the board's look is named to nobody who does not answer for it.
    assert.deepEqual(await searched({}), [
      ['2026-03-30', child],
      ['2026-03-28', child],
    ])
    assert.deepEqual(await searched({ words: 'ASKED' }), [['2026-03-30', child]])
    assert.deepEqual(await searched({ words: '%' }), [])
    assert.deepEqual(await searched({ person: cast.police.person }), [])
    assert.deepEqual(await searched({}, carer), [])
    await assert.rejects(
      inTransaction(app, reviewer, 'snapshot', async (client) => ({
        keep: false,
        answer: await client.query('select * from whereabouts.look'),
      })),
      /permission denied/,
    )
  }))

test('Who opened the pages of many children is listed to those who answer for them, lists of children not counted.', () =>
  withDatabase(async ({ store, owner }) => {
    const [reviewer, looker] = [visitorAs(cast['missing-coordinator']), visitorAs(cast['duty-team'])]
    const children = [newChild(), newChild(), newChild()]
    for (const child of children) {
      const review = grantTo(cast['missing-coordinator'], child, { section: 'review' })
      const grants = [grantTo(cast.carer, child), grantTo(cast['duty-team'], child), review]
      await write(store, { subject: child, ofChild: [registered('Tyler')], grants })
      await store.read(looker, (read) => read.look({ what: 'child', children: [child] }))
    }
    await store.read(carer, (read) => read.look({ what: 'board', children }))
    await owner.query('delete from whereabouts.access_grant where subject = $1 and post = $2', [
      children[0],
      cast['duty-team'].post,
    ])
    const today = { from: '2000-01-01' as LondonDate, until: '2199-01-01' as LondonDate }
    const many = (least: number, as = reviewer) => store.read(as, (read) => read.manyLooks(today, least))
    assert.deepEqual(await many(3), [{ person: looker.person, children: 3, withoutLeave: 1 }])
    assert.deepEqual([await many(4), await many(1, looker)], [[], []])
  }))

test('A page that fetches itself adds a look only for a child whom it has not named since the session began.', () =>
  withDatabase(async ({ store, owner }) => {
    const [first, second] = [newChild(), newChild()]
    const clock = () => store.read(carer, (read) => read.now())
    const look = (children: readonly ChildId[], what: string, shownSince?: Moment) =>
      store.read({ ...carer, ...(shownSince && { shownSince }) }, (read) => read.look({ what, children }))
    const before = await clock()
    await look([first], 'board')
    await look([first], 'board', before)
    await look([first, second], 'board', before)
    await look([second, first], 'board', before)
    await look([], 'board', before)
    await look([first], 'my duties', before)
    // A person who looks, looks; and another session has shown nothing yet.
    await look([first], 'board')
    await pause(5)
    await look([first], 'board', await clock())
    const { rows } = await owner.query('select what, children from whereabouts.look order by id')
    assert.deepEqual(rows, [
      { what: 'board', children: [first] },
      { what: 'board', children: [second] },
      { what: 'my duties', children: [first] },
      { what: 'board', children: [first] },
      { what: 'board', children: [first] },
    ])
  }))

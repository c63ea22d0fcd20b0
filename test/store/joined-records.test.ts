import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Application } from '../../src/application/carry-out.ts'
import { addToRecord } from '../../src/application/commands/add-to-record.ts'
import { childEntryOf } from '../../src/application/commands/register-child.ts'
import { vouch } from '../../src/application/commands/vouch.ts'
import { project } from '../../src/application/projections/project.ts'
import { board } from '../../src/application/queries/board.ts'
import { childPage } from '../../src/application/queries/child-page.ts'
import { episodePage } from '../../src/application/queries/episode-page.ts'
import { findChildren } from '../../src/application/queries/find-children.ts'
import type { AddedType } from '../../src/domain/child/addition.ts'
import type { ChildBodies } from '../../src/domain/child/child.ts'
import type { Author, ChildId, EpisodeId } from '../../src/domain/episode/entry.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import { momentOf, plus } from '../../src/kernel/moment.ts'
import { createDevices } from '../../src/store/devices.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { rebuild } from '../../src/store/rebuild.ts'
import { createStore } from '../../src/store/store.ts'
import { verify } from '../../src/store/verify.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { Child, everyone } from '../support/everyone-and-a-child.ts'
import { protocols } from '../support/generated.ts'

interface Records {
  readonly one: ChildId
  readonly other: ChildId
  /** An episode of the first. */
  readonly episode: EpisodeId
}

const manager = cast['team-manager']
const worker = cast['social-worker']
const asking = ({ person, post }: Author) => ({ person, post })

async function withTwoRecords(
  run: (app: Application, records: Records, database: TestDatabase) => Promise<void>,
): Promise<void> {
  await withDatabase(async (database) => {
    await keepDirectory(database.maintainer, everyone)
    const maintained: Application = {
      store: createStore({ app: database.maintainer }),
      protocols,
      directory: () => Promise.resolve(everyone),
    }
    const one = await new Child(maintained, manager).everybodys()
    const other = await new Child(maintained, manager).everybodys()
    const episode = await one.episode(cast.carer, cast.police)
    const app = { store: database.store, protocols, directory: () => database.store.directory() }
    await run(app, { one: one.id, other: other.id, episode }, database)
  })
}

async function says<T extends AddedType>(
  app: Application,
  author: Author,
  child: ChildId,
  type: T,
  body: ChildBodies[T],
  id: string = randomUUID(),
): Promise<string> {
  const occurred = { at: momentOf(Temporal.Now.instant()), precision: 'minute' } as const
  const entry = childEntryOf(author, type, occurred, body)
  const key = { id, requestHash: 'x' }
  const outcome = await addToRecord(app, { visitor: asking(author), author, child, key, entry })
  assert.equal(outcome.kind, 'done', JSON.stringify(outcome))
  return entry.id
}

const shutOut = (who: Author, child: ChildId, app: Application, id?: string) =>
  says(
    app,
    manager,
    child,
    'person-shut-out',
    {
      person: who.person,
      name: who.name,
      scope: { kind: 'record' },
      reason: 'A relative',
      reviewBy: '2199-01-01' as LondonDate,
    },
    id,
  )

/** Whether somebody finds the record in any way, and no way disagrees with another. */
async function reads(
  app: Application,
  who: Author,
  child: ChildId,
  { app: pool }: TestDatabase,
): Promise<boolean> {
  const visitor = asking(who)
  const page = (await childPage(app, visitor, child)) !== undefined
  const found = (await findChildren(app, visitor, 'robin ashby')).cards.some((card) => card.child === child)
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('whereabouts.person', $1, true), set_config('whereabouts.post', $2, true)`,
      [who.person, who.post],
    )
    const rows = await client.query(
      `select from whereabouts.entry where subject = $1 union all
       select from whereabouts.child_card where subject = $1 union all
       select from whereabouts.subject where id = $1`,
      [child],
    )
    assert.deepEqual([found, rows.rowCount !== 0], [page, page])
  } finally {
    await client.query('rollback')
    client.release()
  }
  return page
}

async function noDifference({ maintainer }: TestDatabase): Promise<void> {
  const inputs = { protocols, directory: everyone }
  const { differences } = await rebuild(maintainer, (subject, ...record) =>
    project(inputs, subject, ...record),
  )
  assert.deepEqual(differences, [])
  assert.deepEqual((await verify(maintainer)).faults, [])
}

test('Whoever is shut out of one record is out of the other from the joining, in pages, search and rows, until it is undone.', () =>
  withTwoRecords(async (app, { one, other, episode }, database) => {
    await shutOut(worker, other, app)
    assert.deepEqual(
      [await reads(app, worker, one, database), await reads(app, worker, other, database)],
      [true, false],
    )
    await says(app, cast['duty-team'], one, 'same-child', { as: other })
    assert.equal(await reads(app, worker, one, database), false)
    assert.equal(await episodePage(app, asking(worker), worker, episode), undefined)
    assert.equal(await reads(app, cast.carer, one, database), true)
    await noDifference(database)
    await says(app, cast['duty-team'], one, 'same-child', { as: other, undone: true })
    assert.equal(await reads(app, worker, one, database), true)
    assert.equal(await reads(app, worker, other, database), false)
    await noDifference(database)
  }))

test('Whoever is vouched for at a home opens nothing again that a joined record keeps closed.', () =>
  withTwoRecords(async (app, { one, other }, database) => {
    await shutOut(worker, other, app)
    await says(app, cast['duty-team'], one, 'same-child', { as: other })
    const devices = createDevices(database.app)
    const { organisation } = cast.carer
    const tablet = { kind: 'home', name: 'Tablet', organisation, home: 'Fernside' } as const
    const secret = (await devices.enrol((await devices.offer(asking(cast['provider-manager']), tablet))!))!
    const id = (await devices.vouching.ask(secret, { name: 'Nia Blythe' }))!
    const { code } = (await devices.vouching.here(secret, id))!
    const until = plus(momentOf(Temporal.Now.instant()), 'PT8H')
    const asked = { id, code, until }
    assert.equal(await vouch(app, devices.vouching, asking(cast['home-on-call']), asked), true)
    assert.equal(await reads(app, worker, one, database), false)
    const directory = await app.directory()
    const { differences } = await rebuild(database.maintainer, (subject, ...record) =>
      project({ protocols, directory }, subject, ...record),
    )
    assert.deepEqual(differences, [])
  }))

test('What is said of one record later reaches the other in the same write, and ends there with it.', () =>
  withTwoRecords(async (app, { one, other }, database) => {
    await says(app, cast['duty-team'], one, 'same-child', { as: other })
    const shut = await shutOut(cast.carer, other, app)
    assert.equal(await reads(app, cast.carer, one, database), false)
    await noDifference(database)
    await says(app, manager, other, 'shut-out-ended', { shutOut: shut as never, why: 'Looked into' })
    assert.equal(await reads(app, cast.carer, one, database), true)
    const restricted = await says(app, manager, one, 'record-restricted', {
      named: [cast['duty-team'].post, manager.post],
      reason: 'A witness',
      reviewBy: '2199-01-01' as LondonDate,
    })
    for (const who of [cast.carer, worker, cast.school])
      assert.equal(await reads(app, who, other, database), false, who.role)
    for (const who of [cast['duty-team'], manager])
      assert.equal(await reads(app, who, other, database), true, who.role)
    await noDifference(database)
    await says(app, manager, one, 'restriction-ended', { restricted: restricted as never, why: 'Over' })
    assert.equal(await reads(app, cast.school, other, database), true)
    await noDifference(database)
  }))

test('A third record that is joined by way of the second is reached as well, in whatever order they were joined.', () =>
  withTwoRecords(async (app, { one, other }, database) => {
    const maintained = {
      ...app,
      store: createStore({ app: database.maintainer }),
      directory: () => Promise.resolve(everyone),
    }
    const third = (await new Child(maintained, manager).everybodys()).id
    await says(app, cast['duty-team'], one, 'same-child', { as: other })
    await shutOut(worker, third, app)
    await says(app, cast['duty-team'], other, 'same-child', { as: third })
    for (const child of [one, other, third]) assert.equal(await reads(app, worker, child, database), false)
    await noDifference(database)
  }))

test('A write that fails between the two records keeps neither half, and is answered when it is sent again.', () =>
  withTwoRecords(async (app, { one, other }, database) => {
    await says(app, cast['duty-team'], one, 'same-child', { as: other })
    await database.owner.query(
      `create function whereabouts.broken() returns trigger language plpgsql as
         $$ begin raise exception 'the power went'; end $$`,
    )
    await database.owner.query(
      `create trigger broken after insert on whereabouts.access_grant for each row
       when (new.subject = '${one}') execute function whereabouts.broken()`,
    )
    const id = randomUUID()
    await assert.rejects(shutOut(worker, other, app, id))
    assert.equal(await reads(app, worker, other, database), true, 'nothing of it is kept')
    await noDifference(database)
    await database.owner.query('drop trigger broken on whereabouts.access_grant')
    await shutOut(worker, other, app, id)
    for (const child of [one, other]) assert.equal(await reads(app, worker, child, database), false)
    await shutOut(worker, other, app, id)
    await noDifference(database)
  }))

test('Ten at once who join and shut out leave every record as its entries say.', () =>
  withTwoRecords(async (app, { one, other }, database) => {
    const people = [worker, cast.carer, cast.school, cast['senior-manager']]
    await Promise.all([
      says(app, cast['duty-team'], one, 'same-child', { as: other }),
      says(app, cast['missing-coordinator'], other, 'same-child', { as: one }),
      ...people.flatMap((who) => [shutOut(who, one, app), shutOut(who, other, app)]),
    ])
    for (const who of people)
      for (const child of [one, other]) assert.equal(await reads(app, who, child, database), false, who.role)
    await noDifference(database)
  }))

test('Nothing opens in an emergency what the other record keeps closed.', () =>
  withTwoRecords(async (app, { one, other }, { owner }) => {
    const closed = async (child: ChildId) =>
      (
        await owner.query<{ closed: boolean }>('select whereabouts.stays_closed($1, $2) as closed', [
          child,
          worker.person,
        ])
      ).rows[0]?.closed
    await shutOut(worker, other, app)
    assert.deepEqual([await closed(one), await closed(other)], [false, true])
    await says(app, cast['duty-team'], one, 'same-child', { as: other })
    assert.deepEqual([await closed(one), await closed(other)], [true, true])
    await says(app, cast['duty-team'], one, 'same-child', { as: other, undone: true })
    assert.deepEqual([await closed(one), await closed(other)], [false, true])
  }))

test('No row that a reader of core can select says who is shut out, and their duties still pass to somebody else.', () =>
  withTwoRecords(async (app, { one, other }, { app: pool, owner }) => {
    await says(app, cast['duty-team'], one, 'same-child', { as: other })
    await shutOut(worker, other, app)
    const { missing } = await board(app, asking(cast.carer))
    const [item] = missing.filter(({ row }) => row.child === one)
    assert.deepEqual(item?.row.answerable.without, [{ person: worker.person }])
    const page = await childPage(app, asking(cast.carer), one)
    const holder = page?.workers.find(({ role }) => role === 'social-worker')?.holder
    assert.notEqual(holder?.name, worker.name)
    const client = await pool.connect()
    try {
      for (const who of [cast.carer, worker, cast.police, cast.school]) {
        await client.query('begin')
        await client.query(
          `select set_config('whereabouts.person', $1, true), set_config('whereabouts.post', $2, true)`,
          [who.person, who.post],
        )
        for (const table of ['child_card', 'board', 'episode_card', 'duty', 'access_grant']) {
          const { rows } = await client.query<{ text: string }>(
            `select row(t.*)::text as text from whereabouts.${table} t`,
          )
          const told = rows.filter(({ text }) => text.includes(worker.person) || text.includes('kept-out'))
          assert.deepEqual(told, [], `${table} as ${who.role}`)
        }
        await client.query('rollback')
      }
    } finally {
      client.release()
    }
    const { rows } = await owner.query(`select from whereabouts.access_grant where section = 'kept-out'`)
    assert.equal(rows.length, 2, 'a row for each of the two records')
  }))

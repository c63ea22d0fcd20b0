import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Application } from '../../src/application/carry-out.ts'
import { endShift, vouch } from '../../src/application/commands/vouch.ts'
import { postAt } from '../../src/application/author.ts'
import type { Visitor } from '../../src/application/ports.ts'
import { project } from '../../src/application/projections/project.ts'
import { board } from '../../src/application/queries/board.ts'
import { childPage } from '../../src/application/queries/child-page.ts'
import type { ShutOutOf } from '../../src/domain/child/child.ts'
import type { Author, ChildId } from '../../src/domain/episode/entry.ts'
import type { LondonDate } from '../../src/kernel/london.ts'
import { momentOf, plus, type Moment } from '../../src/kernel/moment.ts'
import { createDevices } from '../../src/store/devices.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { rebuild } from '../../src/store/rebuild.ts'
import { createStore } from '../../src/store/store.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { Child, everyone } from '../support/everyone-and-a-child.ts'
import { protocols } from '../support/generated.ts'

interface Home {
  readonly database: TestDatabase
  readonly app: Application
  readonly child: Child
  /** Lets somebody in by this name until the shift is over. */
  readonly letIn: (name: string, by?: Author) => Promise<Visitor>
  readonly until: Moment
}

const asking = ({ person, post }: Author): Visitor => ({ person, post })

async function withHome(work: (home: Home) => Promise<void>): Promise<void> {
  await withDatabase(async (database) => {
    await keepDirectory(database.maintainer, everyone)
    const maintained: Application = {
      store: createStore({ app: database.maintainer }),
      protocols,
      directory: () => database.store.directory(),
    }
    const child = await new Child(maintained, cast['team-manager']).everybodys()
    await child.episode(cast.carer, cast.police)
    const left = await new Child(maintained, cast['team-manager']).everybodys()
    await left.ended(1)
    const app = { store: database.store, protocols, directory: () => database.store.directory() }
    const devices = createDevices(database.app)
    const { organisation } = cast.carer
    const tablet = { kind: 'home', name: 'Tablet', organisation, home: 'Fernside' } as const
    const secret = (await devices.enrol((await devices.offer(asking(cast['provider-manager']), tablet))!))!
    const until = plus(momentOf(Temporal.Now.instant()), 'PT8H')
    const letIn = async (name: string, by: Author = cast['home-on-call']) => {
      const id = (await devices.vouching.ask(secret, { name }))!
      const { code } = (await devices.vouching.here(secret, id))!
      assert.equal(await vouch(app, devices.vouching, asking(by), { id, code, until }), true)
      const made = (await app.directory()).posts.find(({ personName }) => personName === name)!
      return { person: made.person, post: made.id }
    }
    await work({ database, app, child, letIn, until })
  })
}

const shutOut = (child: Child, { person, name }: Author, scope: ShutOutOf = { kind: 'record' }) =>
  child.add('person-shut-out', {
    person,
    name,
    scope,
    reason: 'A relative',
    reviewBy: '2199-01-01' as LondonDate,
  })

async function asThem<T>({ app }: TestDatabase, { person, post }: Visitor, text: string, of: ChildId) {
  const client = await app.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('whereabouts.person', $1, true), set_config('whereabouts.post', $2, true)`,
      [person, post],
    )
    return (await client.query<T & object>(text, [of])).rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const everything = `
  select from whereabouts.entry where subject = $1 union all select from whereabouts.child_card where subject = $1
  union all select from whereabouts.board where subject = $1 union all select from whereabouts.duty where subject = $1
  union all select from whereabouts.subject where id = $1 union all select from whereabouts.stream where subject = $1
  union all select from whereabouts.access_grant where subject = $1 and (until_at is null or now() < until_at)`

/** Whether they read anything of the child, by pages and by rows alike. */
async function reads({ database, app, child }: Home, visitor: Visitor): Promise<boolean> {
  const rows = await asThem(database, visitor, everything, child.id)
  const onBoard = (await board(app, visitor)).missing.some(({ row }) => row.child === child.id)
  const page = (await childPage(app, visitor, child.id)) !== undefined
  assert.deepEqual([rows.length > 0, onBoard], [page, page])
  return page
}

async function noDifference({ database: { maintainer }, app }: Home): Promise<void> {
  const directory = await app.directory()
  const { differences } = await rebuild(maintainer, (subject, ...record) =>
    project({ protocols, directory }, subject, ...record),
  )
  assert.deepEqual(differences, [])
}

test('Whoever is let in by the name of somebody who is shut out reads nothing of that child, and is told nothing.', () =>
  withHome(async (home) => {
    await shutOut(home.child, cast.carer)
    const names = [cast.carer.name, 'adeyemi, RUTH', 'R. Adeyemi']
    for (const name of names) assert.equal(await reads(home, await home.letIn(name)), false, name)
    assert.equal(await reads(home, await home.letIn('Nia Blythe')), true)
    await noDifference(home)
    // A shut-out that comes later reaches whoever is in already.
    const another = await home.letIn('Daniel Osei')
    assert.equal(await reads(home, another), true)
    await shutOut(home.child, cast['social-worker'])
    assert.equal(await reads(home, another), false)
    await noDifference(home)
  }))

test('Whoever is let in reads nothing that whoever vouched for them may not read, now or after a rebuild.', () =>
  withHome(async (home) => {
    await shutOut(home.child, cast['home-on-call'])
    const byOnCall = await home.letIn('Nia Blythe')
    const byManager = await home.letIn('Sasha Bell', cast['provider-manager'])
    assert.deepEqual([await reads(home, byOnCall), await reads(home, byManager)], [false, true])
    await noDifference(home)
    const rows = `select from whereabouts.access_grant where subject = $1`
    const theirs = await asThem(home.database, byManager, rows, home.child.id)
    assert.ok(theirs.length > 0)
  }))

test('A shift ends to the minute: the post, what it reads, and asking again by a name that is over.', () =>
  withHome(async (home) => {
    const sasha = await home.letIn('Sasha Bell')
    const directory = await home.app.directory()
    assert.ok(postAt(directory, sasha.post, plus(home.until, '-PT1M')) !== undefined)
    assert.equal(postAt(directory, sasha.post, home.until), undefined)
    const { rows } = await home.database.owner.query<{ latest: boolean }>(
      'select bool_and(until_at <= $2) as latest from whereabouts.access_grant where post = $1',
      [sasha.post, home.until],
    )
    assert.deepEqual(rows, [{ latest: true }])
    const { owner } = home.database
    const ask = 'select whereabouts.ask_to_be_let_in((select hash from whereabouts.device), $2, $1, $3) as id'
    const made = await owner.query<{ id: string }>(ask, [sasha.post, 'x', 'abcd'])
    const again = await owner.query('select name, post from whereabouts.vouching where id = $1', [
      made.rows[0]!.id,
    ])
    assert.deepEqual(again.rows, [{ name: 'Sasha Bell', post: null }])
  }))

test('A shift that is ended early opens nothing any more, by the database neither, and a rebuild says the same.', () =>
  withHome(async (home) => {
    const sasha = await home.letIn('Sasha Bell')
    assert.equal(await reads(home, sasha), true)
    const { vouching } = createDevices(home.database.app)
    const [shift, ...more] = await vouching.shifts(asking(cast['provider-manager']))
    assert.deepEqual(
      [shift?.name, shift?.home, shift?.until, shift?.by, more],
      ['Sasha Bell', 'Fernside', home.until, cast['home-on-call'].name, []],
    )
    // Whoever works there and vouches for nobody ends no shift either.
    assert.deepEqual(await vouching.shifts(asking(cast.carer)), [])
    const end = (by: Author) => endShift(home.app, vouching, asking(by), shift!.id)
    for (const by of [cast.carer, cast['team-manager'], cast.administrator])
      assert.equal(await end(by), false)
    assert.equal(await end(cast['provider-manager']), true)
    assert.equal(await end(cast['provider-manager']), false)
    assert.deepEqual(await vouching.shifts(asking(cast['provider-manager'])), [])
    assert.equal(await reads(home, sasha), false)
    await noDifference(home)
  }))

test('Whoever was let in by a name opens nothing in an emergency, whatever calls the database.', () =>
  withHome(async ({ database, child, letIn }) => {
    const sasha = await letIn('Sasha Bell')
    const open = `select whereabouts.open_in_emergency(gen_random_uuid(),
      (select e.reference from whereabouts.episode_card e where e.subject = $1), null, null, '{core}', 'x') as child`
    const opened = await asThem<{ child: string | null }>(database, sasha, open, child.id)
    assert.deepEqual(opened, [{ child: null }])
    const carer = await asThem<{ child: string | null }>(database, asking(cast.carer), open, child.id)
    assert.deepEqual(carer, [{ child: child.id }])
  }))

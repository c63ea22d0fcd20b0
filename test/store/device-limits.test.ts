import assert from 'node:assert/strict'
import { test } from 'node:test'
import { board } from '../../src/application/queries/board.ts'
import { atMinute, beginEpisode, entryOf } from '../../src/application/commands/begin-episode.ts'
import { carryOut, type Application } from '../../src/application/carry-out.ts'
import { childEntryOf, addToChild, registerChild } from '../../src/application/commands/register-child.ts'
import { project } from '../../src/application/projections/project.ts'
import { newId } from '../../src/application/ids.ts'
import type { Visitor } from '../../src/application/ports.ts'
import { cast, type CastName } from '../../src/cli/demonstration/cast.ts'
import { organisations } from '../../src/cli/demonstration/organisations.ts'
import { demonstrationDirectory } from '../../src/cli/demonstration/partnership.ts'
import type { DeviceKind } from '../../src/domain/access/device.ts'
import type { ChildId } from '../../src/domain/episode/entry.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { createStore } from '../../src/store/store.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { protocols } from '../support/generated.ts'

const by = (name: CastName, from?: DeviceKind): Visitor => ({
  person: cast[name].post.person,
  post: cast[name].post.id,
  ...(from && { from }),
})

async function withDirectory(work: (database: TestDatabase) => Promise<void>) {
  await withDatabase(async (database) => {
    await keepDirectory(database.maintainer, demonstrationDirectory)
    await work(database)
  })
}

/** A child who lives with Marian Bell now, and one who did; with an episode each, of which the second is Marian's own. */
async function marians({ maintainer }: TestDatabase) {
  const app: Application = {
    store: createStore({ app: maintainer }),
    protocols,
    directory: () => Promise.resolve(demonstrationDirectory),
  }
  const at = atMinute(momentOf(Temporal.Now.instant().subtract({ hours: 30 })))
  const later = atMinute(momentOf(Temporal.Now.instant().subtract({ hours: 2 })))
  const setting = {
    kind: 'foster-home',
    name: 'Bell foster home',
    address: '1 Mill Lane',
    provider: organisations.harbour.id,
  } as const
  const child = async (name: string, leaves: boolean) => {
    const { author } = cast.sam
    const identity = { name, otherNames: [], pronoun: 'they' } as const
    const made = await registerChild(app, by('sam'), author, newId(), identity, at)
    assert.equal(made.kind, 'done')
    const { child: id } = made as { child: ChildId }
    const placed = childEntryOf(author, 'placed', at, { setting })
    const entries = [
      placed,
      ...(leaves
        ? [childEntryOf(author, 'placement-ended', later, { placed: placed.id, why: 'Moved' })]
        : []),
    ]
    const key = () => ({ id: newId(), requestHash: newId() })
    assert.equal((await addToChild(app, by('sam'), author, id, key(), entries)).kind, 'done')
    return id
  }
  return { now: await child('Now Here', false), before: await child('Was Here', true) }
}

test('From a foster carer’s telephone the database shows those placed there, without what tonight does not need, and takes nothing of another.', () =>
  withDirectory(async (database) => {
    const { now } = await marians(database)
    const { store } = database
    const sections = async (visitor: Visitor) =>
      store.read(visitor, async (read) => (await read.child(now)).length)
    assert.ok((await sections(by('marian', 'foster-carer'))) > 0)
    const app: Application = { store, protocols, directory: () => Promise.resolve(demonstrationDirectory) }
    const begin = (child: ChildId, visitor: Visitor) =>
      beginEpisode(app, {
        visitor,
        author: cast.marian.author,
        commandId: newId(),
        child,
        noticed: atMinute(momentOf(Temporal.Now.instant())),
        concern: {
          expectedAt: 'Bell foster home',
          whereabouts: 'unknown',
          authorisation: 'not-authorised',
          how: 'noticed',
        },
        threshold: { worriedNow: true },
        together: [],
      })
    const begun = await begin(now, by('marian', 'foster-carer'))
    assert.ok(begun.kind === 'done')
    const { episode } = begun
    const unknown = await registerChild(
      app,
      by('marian', 'foster-carer'),
      cast.marian.author,
      newId(),
      { name: 'Nobody Known', otherNames: [], pronoun: 'they' },
      atMinute(momentOf(Temporal.Now.instant())),
    )
    assert.equal(unknown.kind, 'may-not')
    const note = entryOf(cast.marian.author, 'note-added', atMinute(momentOf(Temporal.Now.instant())), {
      text: 'x',
    })
    const asked = {
      author: cast.marian.author,
      child: now,
      episode,
      key: { id: newId(), requestHash: newId() },
      levels: [],
      commands: [{ name: 'add-note', entry: note } as const],
    }
    assert.equal((await carryOut(app, { ...asked, visitor: by('marian', 'foster-carer') })).kind, 'may-not')
    assert.equal((await carryOut(app, { ...asked, visitor: by('marian') })).kind, 'done')
  }))

test('A wall is shown the board of its room and writes nothing, whatever calls the database.', () =>
  withDirectory(async (database) => {
    const wall = {
      ...cast.lena.post,
      id: newId<'post'>(),
      person: newId<'person'>(),
      personName: 'Control room wall',
      role: 'wallboard',
    } as const
    await keepDirectory(database.maintainer, { organisations: [], posts: [wall] })
    const { store, owner, app } = database
    const visitor: Visitor = { person: wall.person, post: wall.id }
    const running: Application = { store, protocols, directory: () => store.directory() }
    assert.equal((await board(running, visitor)).missing.length, 0)
    const looks = await owner.query('select person, post, what from whereabouts.look')
    assert.deepEqual(looks.rows, [{ person: wall.person, post: wall.id, what: 'board' }])
    const author = { ...cast.lena.author, person: wall.person, post: wall.id, role: 'carer' } as const
    const identity = { name: 'Someone', otherNames: [], pronoun: 'they' } as const
    const at = atMinute(momentOf(Temporal.Now.instant()))
    assert.equal((await registerChild(running, visitor, author, newId(), identity, at)).kind, 'may-not')
    assert.equal((await owner.query('select from whereabouts.entry')).rowCount, 0)
    const asWall = async (text: string) => {
      const client = await app.connect()
      try {
        await client.query('begin')
        await client.query(
          `select set_config('whereabouts.person', $1, true), set_config('whereabouts.post', $2, true)`,
          [wall.person, wall.id],
        )
        await assert.rejects(client.query(text), /a wallboard writes nothing/)
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    await asWall(`select * from whereabouts.ask_if_missing('{x}', null, '{}', 'x', true)`)
  }))

/** What a wall writes: that it was looked at, with the place in the chain that each look takes, and its own session. */
const ofAWall = ['look', 'outbox', 'session']

test('No table takes anything from a wall but its looks and its session: each that the catalogue names is tried.', () =>
  withDirectory(async ({ owner, maintainer }) => {
    const post = {
      ...cast.lena.post,
      id: newId<'post'>(),
      person: newId<'person'>(),
      role: 'wallboard',
    } as const
    await keepDirectory(maintainer, { organisations: [], posts: [post] })
    const { rows: tables } = await owner.query<{ name: string; column: string }>(
      `select c.relname as name, (select quote_ident(a.attname) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
         order by a.attnum limit 1) as column
       from pg_class c where c.relnamespace = 'whereabouts'::regnamespace and c.relkind in ('r', 'p') order by 1`,
    )
    assert.ok(tables.length > 50)
    const refusal = async (person: string, acting: string, from: string, text: string) => {
      const client = await owner.connect()
      try {
        await client.query('begin')
        await client.query(
          `select set_config('whereabouts.person', $1, true), set_config('whereabouts.post', $2, true),
             set_config('whereabouts.device', $3, true)`,
          [person, acting, from],
        )
        return await client.query(text).then(
          () => '',
          (error: unknown) => (error as Error).message,
        )
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    // What nobody may change may say so first.
    const isRefused = /a wallboard writes nothing|is only ever added to/
    for (const { name, column } of tables)
      for (const text of [
        `insert into whereabouts.${name} default values`,
        `update whereabouts.${name} set ${column} = ${column} where false`,
        `delete from whereabouts.${name} where false`,
      ]) {
        for (const refused of [
          await refusal(post.person, post.id, '', text),
          await refusal(newId(), newId(), 'wallboard', text),
        ])
          assert.equal(
            ofAWall.includes(name) ? !/wallboard/.test(refused) : isRefused.test(refused),
            true,
            `${text}: ${refused}`,
          )
        const others = await refusal(cast.lena.post.person, cast.lena.post.id, '', text)
        assert.doesNotMatch(others, /wallboard/, text)
      }
  }))

/** What of the record and the read side the keeper writes without being asked again: the functions below ask at the command. */
const ofTheRecord = 'stream|entry|entry_content|child_card|episode_card|board|duty|access_grant'

test('Into the record and the read side write only the functions that keep a command, and from a wall those write nothing.', () =>
  withDirectory(async (database) => {
    const { owner, store } = database
    const { rows: functions } = await owner.query<{ name: string; app: boolean }>(
      `select p.proname as name, has_function_privilege('whereabouts_app', p.oid, 'execute') as app from pg_proc p
       where p.pronamespace = 'whereabouts'::regnamespace and p.prokind = 'f'
         and pg_get_functiondef(p.oid) ~* $1 order by 1`,
      [String.raw`(insert\s+into|update|delete\s+from|merge\s+into)\s+whereabouts\.(${ofTheRecord})\M`],
    )
    assert.deepEqual(functions, [
      { name: 'append', app: true },
      { name: 'bring_in', app: false },
      { name: 'change_projection', app: false },
      { name: 'lengthen_streams', app: false },
      { name: 'replace_projection', app: false },
    ])
    const { now: child } = await marians(database)
    const counted = async () =>
      (await owner.query<{ entries: string }>('select count(*) as entries from whereabouts.entry')).rows
    const before = await counted()
    const looked = childEntryOf(
      cast.sam.author,
      'looked-after-from',
      atMinute(momentOf(Temporal.Now.instant())),
      {},
    )
    const key = { id: newId<'command'>(), requestHash: newId() }
    const write = (visitor: Visitor) =>
      store.write(visitor, async (session) => {
        const { directory } = await session.load(child, key)
        session.append({
          subject: child,
          command: key,
          answer: {},
          streams: [{ kind: 'child', stream: child, entries: [looked] }],
          project: (...record) => project({ protocols, directory }, child, ...record),
        })
      })
    await assert.rejects(write(by('sam', 'wallboard')), (error: Error) => {
      assert.match((error.cause as Error).message, /a wallboard writes nothing/)
      return true
    })
    assert.deepEqual(await counted(), before)
    await write(by('sam'))
    assert.notDeepEqual(await counted(), before)
  }))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recentlyAuthenticated } from '../../src/application/sessions.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { createSessions } from '../../src/store/sessions.ts'
import { demonstrationDirectory } from '../../src/cli/demonstration/partnership.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { newId } from '../../src/application/ids.ts'
import { plus } from '../../src/kernel/moment.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'

const ruth = { person: cast.ruth.post.person, post: cast.ruth.post.id }
const opening = { ...ruth, how: 'password+code' } as const
const lengths = { idle: 'PT15M', longest: 'PT12H' }
const form = {
  path: '/episodes/x/add-note',
  fields: [['text', 'She said “I’m fine” \u0000 \ud800']],
} as const

async function withSessions(
  work: (database: TestDatabase, at: ReturnType<typeof createSessions>) => Promise<void>,
) {
  await withDatabase(async (database) => {
    await keepDirectory(database.maintainer, demonstrationDirectory)
    await work(database, createSessions(database.app, lengths))
  })
}

/** As if so much time had gone by since the person was last seen, or since they signed in. */
const back = (database: TestDatabase, column: 'last_seen' | 'ends', by: string) =>
  database.owner.query(`update whereabouts.session set ${column} = ${column} - $1::interval`, [by])

test('A session is a hash, opened in one’s own post and recorded as a look, and the cookie is nowhere.', () =>
  withSessions(async ({ owner }, sessions) => {
    const secret = await sessions.open(opening)
    assert.equal(Buffer.from(secret, 'base64url').length, 32)
    const found = (await sessions.find(secret, true))!
    assert.deepEqual(
      [found.person, found.post, found.how, found.state],
      [ruth.person, ruth.post, 'password+code', 'open'],
    )
    assert.equal(found.idleEnds, plus(found.opened, 'PT15M'))
    assert.equal(found.ends, plus(found.opened, 'PT12H'))
    assert.equal(
      await sessions.find(
        secret.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
        true,
      ),
      undefined,
    )
    assert.equal(await sessions.find('', true), undefined)
    const { rows } = await owner.query<{ line: string }>('select s::text as line from whereabouts.session s')
    assert.ok(!rows.some(({ line }) => line.includes(secret)))
    const looks = await owner.query('select person, post, what from whereabouts.look')
    assert.deepEqual(looks.rows, [{ ...ruth, what: 'sign-in: password+code' }])
    await assert.rejects(sessions.open({ ...opening, post: cast.lena.post.id }), /one’s own/)
    await assert.rejects(sessions.open({ ...opening, post: newId() }), /one’s own/)
    assert.equal((await owner.query('select from whereabouts.look')).rowCount, 1)
  }))

test('Nothing done for a quarter of an hour ends a session, what a browser does alone is nothing, and twelve hours end any.', () =>
  withSessions(async (database, sessions) => {
    const secret = await sessions.open(opening)
    await back(database, 'last_seen', 'PT14M')
    assert.equal((await sessions.find(secret, false))?.state, 'open')
    await back(database, 'last_seen', 'PT50S')
    assert.equal((await sessions.find(secret, true))?.state, 'open')
    await back(database, 'last_seen', 'PT14M')
    assert.equal((await sessions.find(secret, false))?.state, 'open')
    await back(database, 'last_seen', 'PT1M')
    assert.equal((await sessions.find(secret, true))?.state, 'expired')
    assert.equal((await sessions.find(secret, true))?.state, 'expired')

    const other = await sessions.open(opening)
    await back(database, 'ends', 'PT11H59M')
    const found = (await sessions.find(other, true))!
    assert.equal(found.state, 'open')
    assert.equal(found.idleEnds, found.ends)
    await back(database, 'ends', 'PT1M')
    assert.equal((await sessions.find(other, true))?.state, 'expired')
  }))

test('Signing out ends one session, signing out everywhere all of that person, and nobody else’s.', () =>
  withSessions(async (_, sessions) => {
    const [one, two, three] = [
      await sessions.open(opening),
      await sessions.open(opening),
      await sessions.open(opening),
    ]
    const lena = await sessions.open({
      person: cast.lena.post.person,
      post: cast.lena.post.id,
      how: 'passkey',
    })
    const states = () =>
      Promise.all([one, two, three, lena].map(async (secret) => (await sessions.find(secret, true))?.state))
    await sessions.end(one)
    assert.deepEqual(await states(), ['ended', 'open', 'open', 'open'])
    await sessions.endEverywhere(two)
    assert.deepEqual(await states(), ['ended', 'ended', 'ended', 'open'])
    await sessions.authenticatedAgain(two, ruth, 'passkey')
    assert.deepEqual(await states(), ['ended', 'ended', 'ended', 'open'])
  }))

test('A locked session shows nothing until its person has shown again who they are, and that is recorded.', () =>
  withSessions(async (database, sessions) => {
    const secret = await sessions.open(opening)
    await sessions.lock(secret)
    assert.equal((await sessions.find(secret, true))?.state, 'locked')
    assert.equal(await sessions.actIn(secret, ruth, ruth.post), false)
    await sessions.authenticatedAgain(secret, ruth, 'passkey')
    const found = (await sessions.find(secret, true))!
    assert.deepEqual([found.state, found.how], ['open', 'passkey'])
    assert.equal(recentlyAuthenticated(found, plus(found.authenticated, 'PT4M59S')), true)
    assert.equal(recentlyAuthenticated(found, plus(found.authenticated, 'PT5M')), false)
    const { rows } = await database.owner.query('select what from whereabouts.look order by id')
    assert.deepEqual(rows, [{ what: 'sign-in: password+code' }, { what: 'sign-in again: passkey' }])
  }))

test('Somebody acts in another of their own posts, the looks say which, and in nobody else’s.', () =>
  withSessions(async ({ maintainer, owner }, sessions) => {
    const other = { ...cast.ruth.post, id: newId<'post'>(), role: 'home-on-call' } as const
    await keepDirectory(maintainer, { organisations: [], posts: [other] })
    const secret = await sessions.open(opening)
    assert.equal(await sessions.actIn(secret, ruth, other.id), true)
    assert.equal((await sessions.find(secret, true))?.post, other.id)
    assert.equal(await sessions.actIn(secret, ruth, cast.lena.post.id), false)
    assert.equal((await sessions.find(secret, true))?.post, other.id)
    const { rows } = await owner.query('select post, what from whereabouts.look order by id')
    assert.deepEqual(rows[1], { post: other.id, what: 'acts in this post' })
    assert.equal(rows.length, 2)
  }))

test('A refused sign-in is a look of whoever was named, or of nobody.', () =>
  withSessions(async ({ owner }, sessions) => {
    await sessions.refused(ruth.person, 'wrong password')
    await sessions.refused(undefined, 'no such account')
    const { rows } = await owner.query<{ person: string; what: string }>(
      'select person, what from whereabouts.look order by id',
    )
    assert.deepEqual(
      rows.map(({ what }) => what),
      ['sign-in refused: wrong password', 'sign-in refused: no such account'],
    )
    assert.match(rows[1]!.person, /^[0-]+$/)
  }))

test('What was typed is held for its person alone, an hour, and the database cannot read it.', () =>
  withSessions(async ({ owner, app }, sessions) => {
    const secret = await sessions.hold(ruth.person, { ...form })
    assert.deepEqual(await sessions.held(secret, ruth), form)
    const lena = { person: cast.lena.post.person, post: cast.lena.post.id }
    assert.equal(await sessions.held(secret, lena), undefined)
    const { rows } = await owner.query<{ line: string; sealed: Buffer }>(
      'select f::text as line, sealed from whereabouts.held_form f',
    )
    assert.ok(!rows[0]!.sealed.toString('latin1').includes('fine'))
    await assert.rejects(app.query('select * from whereabouts.held_form'), /permission denied/)
    await assert.rejects(app.query('select * from whereabouts.session'), /permission denied/)
    await owner.query(`update whereabouts.held_form set until = until - interval '61 minutes'`)
    assert.equal(await sessions.held(secret, ruth), undefined)
    const again = await sessions.hold(ruth.person, { ...form })
    assert.equal((await owner.query('select from whereabouts.held_form')).rowCount, 1)
    await sessions.drop(again)
    assert.equal(await sessions.held(again, ruth), undefined)
  }))

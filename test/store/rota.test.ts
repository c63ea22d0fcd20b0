import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addUser, keepOrganisation } from '../../src/account-keeping.ts'
import { authorOf } from '../../src/application/author.ts'
import { registerChild } from '../../src/application/commands/register-child.ts'
import { newId } from '../../src/application/ids.ts'
import { findChildren } from '../../src/application/queries/find-children.ts'
import type { Post } from '../../src/domain/child/directory.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { applicationOver, holdToLive } from '../../src/rooms.ts'
import { keepShift } from '../../src/rota-keeping.ts'
import { carryRotaOn } from '../../src/store/directory.ts'
import type { Connections } from '../../src/store/server/connections.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'

const address = 'https://whereabouts.example.org'
const council = { name: 'Northmoor Council', kind: 'council', telephone: '01632 960702', levels: [] } as const
const onDuty = { organisation: council.name, role: 'duty-team', telephone: '01632 960703', allHours: true }
const always = 'mon-sun 00:00-00:00'

/** A council with two people in its duty team, and a child that it answers for. */
async function withTeam(
  work: (given: {
    readonly database: TestDatabase
    readonly connections: Connections
    readonly team: readonly [Post, Post]
    readonly finds: (post: Post) => Promise<number>
    readonly writes: (post: Post) => Promise<unknown>
    readonly keeps: (name: string, hours: string, posts: readonly Post[], until?: string) => Promise<string>
  }) => Promise<void>,
): Promise<void> {
  await withDatabase(async (database) => {
    const connections = { maintainer: database.login('maintainer') } as Connections
    await holdToLive(connections)
    await keepOrganisation(connections, council)
    for (const name of ['Ina Moss', 'Tom Ferreira'])
      await addUser(
        connections,
        { name, signIn: `${name.slice(0, 3)}@northmoor.example`, ...onDuty },
        address,
      )
    const directory = await database.store.directory()
    const [ina, tom] = directory.posts as [Post, Post]
    const app = await applicationOver(database.app)
    const visitorOf = ({ person, id }: Post) => ({ person, post: id })
    const robin = { name: 'Robin Ashdown', otherNames: [], pronoun: 'they' } as const
    const occurred = { at: momentOf(Temporal.Now.instant()), precision: 'minute' } as const
    const author = authorOf(directory, ina)
    const made = await registerChild(app, visitorOf(ina), author, newId<'command'>(), robin, occurred)
    assert.ok(made.kind === 'done')
    await work({
      database,
      connections,
      team: [ina, tom],
      finds: async (post) => (await findChildren(app, visitorOf(post), 'Robin')).cards.length,
      writes: (post) =>
        app.store.write(visitorOf(post), (session) =>
          session.load(made.child, { id: newId(), requestHash: 'x' }),
        ),
      keeps: async (name, hours, posts, until) => {
        const ids = posts.map(({ id }) => id)
        const asked = {
          organisation: council.name,
          name,
          hours,
          posts: ids,
          ...(until && { until: until as Post['from'] }),
        }
        const kept = await keepShift(connections, asked)
        return kept.kind === 'done' ? kept.words : kept.why
      },
    })
  })
}

test('Whoever is off duty finds, reads and writes nothing that is not their own; whoever is on duty does.', () =>
  withTeam(async ({ team: [ina, tom], finds, writes, keeps }) => {
    assert.deepEqual([await finds(ina), await finds(tom)], [1, 1])
    assert.match(await keeps('Always', always, [tom]), /On duty now: Tom Ferreira, until /)
    // Ina registered the child, and keeps what that gives: the child's own stream.
    assert.deepEqual([await finds(ina), await finds(tom)], [1, 1])
    assert.match(await keeps('Always', always, [ina]), /On duty now: Ina Moss/)
    assert.deepEqual([await finds(ina), await finds(tom)], [1, 0])
    await writes(ina)
    await assert.rejects(writes(tom), /no grant/)
    await keeps('Always', always, [ina, tom])
    assert.deepEqual([await finds(ina), await finds(tom)], [1, 1])
    await writes(tom)
  }))

test('A rota that is over, names nobody or is not worked out any further leaves the whole team on duty.', () =>
  withTeam(async ({ database, team: [ina, tom], finds, keeps }) => {
    await keeps('Always', always, [ina])
    assert.equal(await finds(tom), 0)
    // As after the last of what was worked out, when nobody has started the product for a year.
    await database.owner.query(
      `update whereabouts.off_duty set from_at = from_at - interval '500 days', until_at = until_at - interval '500 days'`,
    )
    assert.equal(await finds(tom), 1)
    await carryRotaOn(database.maintainer)
    assert.equal(await finds(tom), 0)
    assert.match(await keeps('Always', always, [ina], '2020-01-01'), /everyone of the team, because nobody/)
    assert.equal(await finds(tom), 1)
    await keeps('Always', always, [])
    assert.equal(await finds(tom), 1)
  }))

test('A shift names posts of that duty team and hours that can be read, or is not kept.', () =>
  withTeam(async ({ connections, team: [ina], keeps, database }) => {
    assert.match(await keeps('Nights', 'at night', [ina]), /The hours are office-hours, out-of-hours, or/)
    assert.match(
      await keeps('Nights', 'out-of-hours', [{ ...ina, id: newId<'post'>() }]),
      /is no post of the duty team/,
    )
    const elsewhere = { organisation: 'Elsewhere', name: 'Nights', hours: 'out-of-hours', posts: [] }
    assert.equal((await keepShift(connections, elsewhere)).kind, 'refused')
    assert.equal((await database.store.directory()).shifts, undefined)
    await keeps('Nights', 'out-of-hours', [ina])
    await keeps('Nights', 'mon-fri 17:00-08:30', [])
    const { shifts } = await database.store.directory()
    assert.deepEqual(
      shifts?.map(({ name, hours, posts }) => [name, hours, posts]),
      [['Nights', 'mon-fri 17:00-08:30', []]],
    )
  }))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addPost,
  addUser,
  endUser,
  inviteAgain,
  keepOrganisation,
  listUsers,
} from '../../src/account-keeping.ts'
import { authorOf } from '../../src/application/author.ts'
import { registerChild } from '../../src/application/commands/register-child.ts'
import { newId } from '../../src/application/ids.ts'
import { findChildren } from '../../src/application/queries/find-children.ts'
import type { Post } from '../../src/domain/child/directory.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { keepMail } from '../../src/notice-keeping.ts'
import { applicationOver, holdToLive } from '../../src/rooms.ts'
import { settledKind } from '../../src/store/account-keeping.ts'
import { createSessions } from '../../src/store/sessions.ts'
import type { Connections } from '../../src/store/server/connections.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'

const address = 'https://whereabouts.example.org'
const council = { name: 'Northmoor Council', kind: 'council', telephone: '01632 960702', levels: [] } as const
const home = { name: 'Fernhill Homes', kind: 'provider', telephone: '01632 960704', levels: [] } as const
const asCarer = { organisation: home.name, role: 'carer', telephone: '01632 960705', allHours: true }
const maya = { name: 'Maya Lindqvist', signIn: 'maya@fernhill.example', ...asCarer }
const onDuty = { organisation: council.name, role: 'duty-team', telephone: '01632 960703', allHours: true }
const ina = { name: 'Ina Moss', signIn: 'ina@northmoor.example', ...onDuty }
const tom = { name: 'Tom Ferreira', signIn: 'tom@northmoor.example', ...onDuty }

const connectionsOf = ({ login }: TestDatabase) => ({ maintainer: login('maintainer') }) as Connections

async function postOf({ store }: TestDatabase, name: string): Promise<Post> {
  const found = (await store.directory()).posts.find(({ personName }) => personName === name)
  assert.ok(found !== undefined, name)
  return found
}

/** How many children named so somebody finds. */
async function finds(database: TestDatabase, { id, person }: Post, name: string): Promise<number> {
  const app = await applicationOver(database.app)
  const found = await findChildren(app, { person, post: id }, name)
  return found.cards.length
}

test('A new post reads at once what its place reads, and an ended one nothing, without a word about the child.', () =>
  withDatabase(async (database) => {
    const connections = connectionsOf(database)
    assert.equal((await keepOrganisation(connections, council)).kind, 'done')
    assert.equal((await addUser(connections, ina, address)).kind, 'done')
    const app = await applicationOver(database.app)
    const first = await postOf(database, ina.name)
    const author = authorOf(await database.store.directory(), first)
    const visitor = { person: first.person, post: first.id }
    const robin = { name: 'Robin Ashdown', otherNames: [], pronoun: 'they' } as const
    const occurred = { at: momentOf(Temporal.Now.instant()), precision: 'minute' } as const
    const made = await registerChild(app, visitor, author, newId<'command'>(), robin, occurred)
    assert.equal(made.kind, 'done')
    assert.equal(await finds(database, first, 'Robin'), 1)

    await addUser(connections, tom, address)
    const second = await postOf(database, tom.name)
    assert.equal(await finds(database, second, 'Robin'), 1)
    await keepOrganisation(connections, home)
    await addUser(connections, maya, address)
    assert.equal(await finds(database, await postOf(database, maya.name), 'Robin'), 0)

    const sessions = createSessions(database.app, { idle: 'PT15M', longest: 'PT12H' })
    const secret = await sessions.open({ person: second.person, post: second.id, how: 'passkey' })
    assert.equal((await endUser(connections, tom.signIn, undefined)).kind, 'done')
    assert.equal((await sessions.find(secret, true))?.state, 'ended')
    assert.equal((await postOf(database, tom.name)).until, (await postOf(database, tom.name)).from)
    assert.equal(await finds(database, first, 'Robin'), 1)
  }))

test('The list says who signs in, in which posts; a second post is another line, and one post ends alone.', () =>
  withDatabase(async (database) => {
    const connections = connectionsOf(database)
    await keepOrganisation(connections, home)
    await addUser(connections, maya, address)
    const added = await addPost(connections, {
      ...asCarer,
      signIn: maya.signIn.toUpperCase(),
      role: 'provider-manager',
    })
    assert.ok(added.kind === 'done')
    const [listed] = await listUsers(connections)
    assert.deepEqual(
      [listed?.name, listed?.signIn, listed?.waiting, listed?.posts.length],
      [maya.name, maya.signIn, true, 2],
    )
    const fosters = await addPost(connections, { ...asCarer, signIn: maya.signIn, fosters: true })
    assert.ok(fosters.kind === 'done')
    const own = (await database.store.directory()).posts.find(({ id }) => id === fosters.id)
    assert.equal(own?.fosters, true)
    const not = { ...asCarer, signIn: maya.signIn, role: 'provider-manager', fosters: true }
    assert.deepEqual(await addPost(connections, not), {
      kind: 'refused',
      why: 'Only a carer fosters, and this post is: registered manager.',
    })
    await endUser(connections, maya.signIn, fosters.id)
    const mail = 'maya.notices@fernhill.example'
    assert.equal((await keepMail(connections, { post: added.id, mail })).kind, 'done')
    const [mailed] = await listUsers(connections)
    assert.deepEqual(
      mailed?.posts.flatMap((post) => post.mail ?? []),
      [mail],
    )
    assert.equal((await endUser(connections, maya.signIn, newId())).kind, 'refused')
    assert.equal((await endUser(connections, maya.signIn, added.id)).kind, 'done')
    const [after] = await listUsers(connections)
    const held = after?.posts.map(({ words }) => words)
    assert.deepEqual([held, after?.ended], [['carer, Fernhill Homes'], undefined])
    const again = await inviteAgain(connections, maya.signIn, address)
    assert.match(
      again.kind === 'done' ? (again.link ?? '') : '',
      /^https:\/\/whereabouts\.example\.org\/invitation\/[\w-]{43}$/,
    )
    const { rows } = await database.owner.query<{ verb: string }>(
      'select verb from whereabouts.maintenance where verb like $1',
      ['user %'],
    )
    assert.ok(rows.length >= 4)
  }))

test('Nobody real is put into the demonstration, and a live database is never shown as one.', () =>
  withDatabase(async (database) => {
    const connections = connectionsOf(database)
    await settledKind(database.maintainer, 'demonstration')
    const refused = await addUser(connections, maya, address)
    assert.match(refused.kind === 'refused' ? refused.why : '', /everybody is invented/)
    await assert.rejects(holdToLive(connections), /begun as the demonstration, and stays one/)
  }))

test('A new person, and a new post, can be given the mailbox for its notices at once.', () =>
  withDatabase(async (database) => {
    const connections = connectionsOf(database)
    await keepOrganisation(connections, home)
    const mail = 'maya.notices@fernhill.example'
    const mailboxes = async () =>
      (await listUsers(connections)).flatMap(({ posts }) => posts.map((post) => post.mail))
    const list = { ...maya, mail: 'one@fernhill.example, two@fernhill.example' }
    const why = '--mail must be one mailbox, as dawn@northmoor.example.'
    assert.deepEqual(await addUser(connections, list, address), { kind: 'refused', why })
    assert.deepEqual(await mailboxes(), [])
    assert.equal((await addUser(connections, { ...maya, mail }, address)).kind, 'done')
    const more = { ...asCarer, signIn: maya.signIn, role: 'provider-manager' }
    assert.equal((await addPost(connections, { ...more, mail: 'no mailbox' })).kind, 'refused')
    assert.equal((await addPost(connections, more)).kind, 'done')
    assert.deepEqual((await mailboxes()).toSorted(), [mail, undefined])
  }))

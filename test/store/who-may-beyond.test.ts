import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { handOverCode } from '../../src/application/child-sign-in.ts'
import { writeToUs } from '../../src/application/commands/write-to-us.ts'
import { newId } from '../../src/application/ids.ts'
import type { ComeIn } from '../../src/application/their-own.ts'
import type { ChildId, EntryId } from '../../src/domain/episode/entry.ts'
import { createChildDoors } from '../../src/store/child-doors.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { readHealth } from '../../src/store/health.ts'
import { createIdentityProviders } from '../../src/store/identity-providers.ts'
import { createRelyingParty } from '../../src/web/oidc/relying-party.ts'
import { maintained } from '../support/a-child-of-everything.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { Child, childrenOf, everyone } from '../support/everyone-and-a-child.ts'
import { protocols } from '../support/generated.ts'
import { Caller, type Reply } from '../support/journey-http.ts'
import {
  atTheOwnDoor,
  inAnyPost,
  ownDoorTable,
  servedTable,
  type AtTheOwnDoor,
  type OwnVerdict,
} from '../support/who-may-beyond.ts'
import { serverOver } from '../support/who-may-server.ts'
import { rolesInTable, whoMayTable } from '../support/who-may.ts'

/** Everything that a running product may have: also what a start leaves out. */
async function wholeServer(database: TestDatabase): Promise<FastifyInstance> {
  return serverOver(database, {
    health: async () => {
      const health = await readHealth(database.app)
      return { ...health, known: health.schema }
    },
    relyingParty: createRelyingParty({
      providers: createIdentityProviders(database.app),
      secretOf: () => Promise.resolve(undefined),
      address: () => 'http://127.0.0.1',
      report: () => undefined,
    }),
  })
}

/** Every address that the router itself knows, off its own drawing of them. */
function routesOf(server: FastifyInstance): readonly string[] {
  const above: string[] = []
  return server
    .printRoutes()
    .split('\n')
    .flatMap((text) => {
      const [, indent = '', part = '', methods] =
        /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/u.exec(text) ?? []
      above.splice(indent.length / 4, above.length, part)
      const path = above.join('')
      return (methods ?? '')
        .split(', ')
        .filter((method) => method !== '' && method !== 'HEAD')
        .map((method) => `${method} ${path}`)
    })
}

/** Gives work a server that is closed whatever comes of it. */
async function served(
  database: TestDatabase,
  make: (database: TestDatabase) => Promise<FastifyInstance>,
  work: (server: FastifyInstance, caller: () => Caller) => Promise<void>,
): Promise<void> {
  await keepDirectory(database.maintainer, everyone)
  const server = await make(database)
  try {
    const address = await server.listen({ port: 0, host: '127.0.0.1' })
    await work(server, () => new Caller({ address, data: '' }))
  } finally {
    await server.close()
  }
}

test('Every address that the running product knows has its line in a table, and no line is without one.', () =>
  withDatabase((database) =>
    served(database, wholeServer, (server) => {
      const lines = [...whoMayTable, ...ownDoorTable, ...servedTable].map(({ route }) => route)
      assert.deepEqual(routesOf(server).toSorted(), lines.toSorted())
      return Promise.resolve()
    }),
  ))

test('Whoever is not signed in is led to the door, or told so by the API, wherever a line names a role.', () =>
  withDatabase((database) =>
    served(database, serverOver, async (_, arrives) => {
      const caller = arrives()
      const _csrf = await caller.token()
      for (const { route } of whoMayTable.filter(({ who }) => who !== undefined)) {
        const [method, path = ''] = route.split(' ')
        const at = path.replaceAll(/:\w+|\*/g, newId())
        const reply =
          method === 'GET'
            ? await caller.get(at)
            : at.startsWith('/api/')
              ? await caller.post(at, '{}', 'application/json')
              : await caller.post(at, new URLSearchParams({ _csrf }).toString())
        if (at.startsWith('/api/')) assert.equal(reply.status, 401, route)
        else assert.match(`${reply.status} ${reply.location}`, /^303 \/sign-in(?:$|\?)/, route)
      }
    }),
  ))

test('What is asked by no person is answered as its table says, also to somebody in a post.', () =>
  withDatabase((database) =>
    served(database, wholeServer, async (_, arrives) => {
      const [nobody, worker] = [arrives(), arrives()]
      await worker.signIn(cast['social-worker'].post)
      for (const { route, example, status, may } of servedTable)
        for (const caller of [nobody, worker]) {
          const reply = await (route.startsWith('GET') ? caller.get(example) : caller.post(example, ''))
          assert.equal(reply.status, status, route)
          assert.equal(reply.status < 300 ? 'yes' : 'no', may)
        }
    }),
  ))

const words = { 'the child': 'a heron in the morning', 'another child': 'the last bus to Fenwick' }
const explained = { view: 'He is fifteen', explained: 'Who reads it', language: 'English' }

interface OfAChild {
  readonly child: ChildId
  readonly comeIn: ComeIn
}

/** Gives the child access, and lets them write what only they may find here. */
async function withAccess(database: TestDatabase, child: ChildId, says: string): Promise<OfAChild> {
  const worker = new Child(maintained(database), cast['team-manager'], child)
  const comeIn = { child, access: (await worker.add('child-access-given', explained)) as EntryId }
  const app = { store: database.store, protocols, directory: () => database.store.directory() }
  const key = { id: newId<'command'>(), requestHash: says }
  assert.equal((await writeToUs(app, comeIn, key, { words: says, notSafe: false })).kind, 'done')
  return { child, comeIn }
}

const outside = /^https:\/\/www\.bbc\.co\.uk\/weather$/

function seen({ status, text, location }: Reply): OwnVerdict {
  if (outside.test(location)) return 'away'
  if (location === '/mine/enter' || (status === 403 && text.includes('>Come in</h1>'))) return 'door'
  if (status === 403) return 'no'
  return status === 400 ? 'asked' : 'yes'
}

test('At the child’s own door each route answers the child, another child, nobody and each post as the table says.', () =>
  withDatabase(async (database) => {
    await keepDirectory(database.maintainer, everyone)
    const children = await childrenOf(database)
    const doors = createChildDoors(database.app)
    const given = (name: 'own child' | 'former placement' | 'missing from a former placement') =>
      children[name].child
    const own = await withAccess(database, given('own child'), words['the child'])
    const other = await withAccess(database, given('former placement'), words['another child'])
    const over = await withAccess(database, given('missing from a former placement'), 'no more')
    const worker = { person: cast['team-manager'].person, post: cast['team-manager'].post }
    const code = (await handOverCode(doors, worker, own.child))!
    const overCode = (await handOverCode(doors, worker, over.child))!
    const overSession = await doors.open(over.comeIn, 'a test')
    await new Child(maintained(database), cast['team-manager'], over.child).add('child-access-ended', {
      given: over.comeIn.access,
      why: 'Asked for it',
    })
    const server = await serverOver(database)
    const address = await server.listen({ port: 0, host: '127.0.0.1' })
    const differences: string[] = []
    const ask = async (caller: Caller, route: string, typed: string): Promise<Reply> => {
      const [method, path = ''] = route.split(' ')
      if (method === 'GET') return caller.get(route === 'GET /mine/write' ? `${path}?form=${newId()}` : path)
      const sent = path === '/mine/write' ? { form: newId(), words: 'hello', safe: 'safe' } : {}
      const chosen =
        path === '/mine/code' ? { code: typed, name: 'Otter 9', pin: '274918', again: '274918' } : {}
      const fields = { _csrf: await caller.token(), ...sent, ...chosen }
      return caller.post(path, new URLSearchParams(fields).toString())
    }
    const held = async (who: string, caller: Caller, route: string, expected: OwnVerdict, typed = code) => {
      const reply = await ask(caller, route, typed)
      assert.ok(reply.status < 500, `${route}, ${who}: ${reply.status}`)
      if (seen(reply) !== expected) differences.push(`${route}, ${who}: ${seen(reply)}, not ${expected}`)
      for (const [whose, says] of Object.entries(words))
        if (reply.text.includes(says) && whose !== who) differences.push(`${route}, ${who}: reads ${whose}`)
      return reply
    }
    const at = async (who: AtTheOwnDoor): Promise<Caller> => {
      const caller = new Caller({ address, data: '' })
      if (who === 'access ended') caller.holds('wa-mine', overSession.session)
      else if (who !== 'nobody') {
        const { comeIn } = who === 'the child' ? own : other
        caller.holds('wa-mine', (await doors.open(comeIn, 'a test')).session)
      }
      return caller
    }
    try {
      for (const role of [...rolesInTable, 'shut out']) {
        const post = cast[(role === 'shut out' ? 'social-worker' : role) as keyof typeof cast]
        if (role === 'shut out')
          await new Child(maintained(database), cast['team-manager'], own.child).add('person-shut-out', {
            person: post.person,
            name: post.name,
            scope: { kind: 'record' },
            reason: 'A relative',
            reviewBy: '2199-01-01' as never,
          })
        const caller = new Caller({ address, data: '' })
        await caller.signIn(post.post)
        for (const { route } of ownDoorTable) await held(role, caller, route, inAnyPost(route))
      }
      // The one who has the code in their hands and nobody in comes last: until then nobody has used it up.
      for (const who of ['access ended', 'another child', 'the child', 'nobody'] as const)
        for (const { route, verdicts } of ownDoorTable) {
          const typed = who === 'access ended' ? overCode : code
          const reply = await held(who, await at(who), route, verdicts[who], typed)
          if (route === 'GET /mine' && (who === 'the child' || who === 'another child'))
            assert.ok(reply.text.includes(words[who]), `${who} reads their own`)
        }
      // A worker who signs in where a child is in finds nothing of theirs open.
      const both = await at('the child')
      await both.signIn(cast['social-worker'].post)
      assert.equal(seen(await both.get('/mine')), 'no')
    } finally {
      await server.close()
    }
    assert.deepEqual(differences, [])
    assert.deepEqual(Object.keys(ownDoorTable[0]!.verdicts), [...atTheOwnDoor])
    assert.equal((await doors.standing(worker, own.child))?.signIn, 'otter 9')
  }))

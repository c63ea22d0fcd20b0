import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { apiTokenHash, newApiToken } from '../../src/application/api-tokens.ts'
import { newId } from '../../src/application/ids.ts'
import { chanceOf } from '../../src/cli/generated/chance.ts'
import { momentOf } from '../../src/kernel/moment.ts'
import { keepToken } from '../../src/store/api-tokens.ts'
import { keepDirectory } from '../../src/store/directory.ts'
import { operations } from '../../src/web/api/operations.ts'
import { routes } from '../../src/web/routes.ts'
import { serverOver } from '../support/who-may-server.ts'
import { cast } from '../support/cast.ts'
import { withDatabase, type TestDatabase } from '../support/database.ts'
import { childrenOf, everyone, type Asked, type Placed } from '../support/everyone-and-a-child.ts'
import { Caller } from '../support/journey-http.ts'
import {
  relationships,
  rolesInTable,
  verdict,
  whoMayInMarkdown,
  whoMayTable,
  withoutEpisode,
  type Line,
  type Relationship,
} from '../support/who-may.ts'

const full = process.env['SIZE'] === 'full'
const seed = process.env['SEED'] ?? randomUUID().slice(0, 8)
const page = join(import.meta.dirname, '../../docs/assurance/who-may.md')

test('Every route of the pages and every operation of the API has its line, and no line is without one.', () => {
  const there = [
    ...routes.map(({ method, path }) => `${method} ${path}`),
    ...operations.map(({ method, path }) => `${method} /api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  ]
  assert.deepEqual(whoMayTable.map(({ route }) => route).toSorted(), there.toSorted())
})

test('The committed page says what the table says.', async () => {
  assert.equal(await readFile(page, 'utf8'), `${whoMayInMarkdown()}\n`)
})

test('Asked over HTTP, each route answers each role about each child as the table says: no difference.', () =>
  withDatabase(async (database) => {
    await keepDirectory(database.maintainer, everyone)
    const children = await childrenOf(database)
    const asker = await askers(database)
    const all = cells()
    const chance = chanceOf(seed, 'who may')
    const share = full ? 1 : 220 / all.length
    const asked = all.filter(() => chance.happens(share))
    console.log(`seed ${seed}, ${asked.length} of ${all.length} cells`)
    const differences: string[] = []
    try {
      for (const { line, role, relationship } of asked) {
        const status = await asker.ask(
          line,
          role,
          children[relationship],
          await partsOf(database, children[relationship]),
        )
        const expected = verdict(line, role, relationship)
        const seen = status === 403 ? 'not this role' : status === 404 ? 'not found' : 'allowed'
        assert.ok(status < 500, `${line.route} as ${role}, ${relationship}: ${status}`)
        if (seen !== expected)
          differences.push(`${line.route} as ${role}, ${relationship}: ${status}, not ${expected}`)
      }
    } finally {
      await asker.close()
    }
    assert.deepEqual(differences, [])
    for (const answer of ['allowed', 'not this role', 'not found'])
      assert.ok(
        asked.some(({ line, role, relationship }) => verdict(line, role, relationship) === answer),
        answer,
      )
  }))

test('What was opened in an emergency is written to by nobody, and neither is what is not there.', () =>
  withDatabase(async (database) => {
    await keepDirectory(database.maintainer, everyone)
    const children = await childrenOf(database)
    const asker = await askers(database)
    try {
      for (const relationship of [
        'opened in an emergency',
        'other child',
        'restricted',
        'own child',
      ] as const)
        for (const role of rolesInTable) {
          const { episode } = children[relationship]
          const status = await asker.note(role, episode!)
          const note = whoMayTable.find(({ route }) => route === 'POST /api/v1/episodes/:episode/add-note')!
          const may = verdict(note, role, relationship)
          const expected =
            may === 'allowed'
              ? relationship === 'opened in an emergency'
                ? [403, 404]
                : [201]
              : may === 'not found'
                ? [404]
                : [403]
          assert.ok(expected.includes(status), `${role}, ${relationship}: ${status}`)
        }
    } finally {
      await asker.close()
    }
  }))

interface Cell {
  readonly line: Line
  readonly role: string
  readonly relationship: Relationship
}

/** Of what changes only one's own session nothing is asked: it is about no child. Machines are asked what is visible by
    reading; whether a role may write is told before a byte of a body is read. */
function cells(): readonly Cell[] {
  const of = Object.keys(relationships) as readonly Relationship[]
  return whoMayTable
    .filter(({ about }) => about !== 'oneself')
    .flatMap((line) =>
      rolesInTable.flatMap((role) =>
        (line.about === 'nobody' ? (['own child'] as const) : of)
          .filter((relationship) => line.about !== 'episode' || !withoutEpisode.includes(relationship))
          .filter(
            (relationship) =>
              !isMachineWriting(line) || verdict(line, role, relationship) === 'not this role',
          )
          .map((relationship) => ({ line, role, relationship })),
      ),
    )
}

function isMachineWriting({ route, about }: Line): boolean {
  return route.startsWith('POST /api/') && about !== 'nobody'
}

interface Parts {
  readonly entry: string
  readonly duty: string
  /** That somebody opened the record, for those who review it. */
  readonly emergency: string
  readonly photograph: string
  readonly pack: string
}

function organisationOf(role: string): string {
  return cast[role as keyof typeof cast].organisation
}

const known = new Map<string, Parts>()

async function partsOf({ owner }: TestDatabase, { child, episode }: Placed): Promise<Parts> {
  const pictured = await owner.query<{ entry: string }>(
    `select entry from whereabouts.file where subject = $1 and name = 'photograph'`,
    [child],
  )
  const photograph = pictured.rows[0]?.entry ?? newId()
  const packs = await owner.query<{ entry: string }>(
    `select entry from whereabouts.file where subject = $1 and name = 'pack'`,
    [child],
  )
  const pack = packs.rows[0]?.entry ?? newId()
  const nothing = { entry: newId(), duty: 'grade-risk', emergency: newId(), photograph, pack }
  if (episode === undefined) return nothing
  const kept = known.get(episode)
  if (kept !== undefined) return kept
  const entries = await owner.query<{ id: string }>(
    'select id from whereabouts.entry where stream = $1 order by sequence limit 1',
    [episode],
  )
  const duties = await owner.query<{ id: string }>(
    'select id from whereabouts.duty where episode = $1 limit 1',
    [episode],
  )
  const { emergency } = nothing
  await owner.query(
    `insert into whereabouts.emergency (id, until_at, subject, person, post, sections, reason)
     values ($1, now() + interval '1 hour', $2, $3, $4, '{core}', 'a test')`,
    [emergency, child, newId(), newId()],
  )
  const entry = entries.rows[0]?.id ?? nothing.entry
  const parts = { entry, duty: duties.rows[0]?.id ?? nothing.duty, emergency, photograph, pack }
  known.set(episode, parts)
  return parts
}

/** Everyone of the cast, signed in as a person and with a token as a machine. */
async function askers(database: TestDatabase) {
  const { maintainer } = database
  const server = await serverOver(database)
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  const people = new Map<string, { caller: Caller; csrf: string; token: string }>()
  for (const role of rolesInTable) {
    const { post } = cast[role as keyof typeof cast]
    const caller = new Caller({ address, data: '' })
    await caller.signIn(post)
    const token = newApiToken()
    await keepToken(maintainer, {
      id: newId<'api-token'>(),
      hash: apiTokenHash(token)!,
      post,
      name: 'a test',
    })
    people.set(role, { caller, csrf: await caller.token(), token })
  }
  const sent = async (method: string, path: string, token: string, body: object = {}) => {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(method === 'POST' && { 'content-type': 'application/json', 'idempotency-key': newId() }),
      },
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    })
    await answer.text()
    return answer.status
  }
  return {
    ask: async (
      { route }: Line,
      role: string,
      { child, episode, requests }: Asked,
      { entry, duty, emergency, photograph, pack }: Parts,
    ): Promise<number> => {
      const { caller, csrf, token } = people.get(role)!
      const [method = '', path = ''] = route.split(' ')
      const at = path
        .replace(':child', child)
        .replace(':episode', episode ?? newId())
        .replace(':entry', entry)
        .replace(':photograph', photograph)
        .replace(':pack', pack)
        .replace('*', duty)
        .replace(':question', 'last-seen')
        .replace(':kind', 'place')
        .replace(':emergency', emergency)
        .replace(':request', requests?.get(organisationOf(role))?.request ?? newId())
        .replace(':passage', requests?.get(organisationOf(role))?.passage ?? 'none')
        .replace(':set/:edition', 'return-interview/2026-01')
        .replace(':protocol', 'missing-from-home-and-care')
        .replace(':edition', '2024-03')
      if (at.startsWith('/api/')) return sent(method, at === '/api/v1/children' ? `${at}?q=x` : at, token)
      if (method === 'GET') return (await caller.arrive(at)).status
      return (await caller.post(at, new URLSearchParams({ _csrf: csrf }).toString())).status
    },
    note: (role: string, episode: string): Promise<number> => {
      const occurred = { at: momentOf(Temporal.Now.instant()), precision: 'minute' }
      const body = { occurred, text: 'A test' }
      return sent('POST', `/api/v1/episodes/${episode}/add-note`, people.get(role)!.token, body)
    },
    close: () => server.close(),
  }
}

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { project } from '../../src/application/projections/project.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { readProtocols } from '../../src/exchange/protocol-files.ts'
import { rebuild } from '../../src/store/rebuild.ts'
import { verify } from '../../src/store/verify.ts'
import type { Operation } from '../../src/web/api/operation.ts'
import type { Schema } from '../../src/web/api/shape.ts'
import { isLetBy } from '../../src/web/api/who-may.ts'
import { posts } from '../support/api-operations.ts'
import { withApi, type Served } from '../support/api.ts'
import { expectedCare } from '../support/care-editions.ts'

const size = process.env['SIZE'] === 'full' ? 6_000 : 120
const editions = await readProtocols(join(import.meta.dirname, '../../protocols'))

type Ids = Readonly<Record<'entry' | 'episode' | 'child' | 'other', readonly string[]>>

/** What there is to name: any of it may stand where an id is asked. */
async function idsIn({ database }: Served): Promise<Ids> {
  const column = async (sql: string) =>
    (await database.owner.query<{ id: string }>(sql)).rows.map(({ id }) => id)
  return {
    entry: await column('select id from whereabouts.entry'),
    episode: await column('select distinct episode as id from whereabouts.episode_card'),
    child: await column('select distinct subject as id from whereabouts.child_card'),
    other: await column('select id from whereabouts.organisation union select id from whereabouts.post'),
  }
}

const now = Date.now()
const moments = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: now - 3_600_000, max: now }) },
  { weight: 3, arbitrary: fc.integer({ min: now - 30 * 86_400_000, max: now + 30 * 86_400_000 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(Date.UTC(1900, 0), Date.UTC(2199, 11, 31), Date.UTC(2026, 2, 29, 1)),
  },
)
const days = fc.constantFrom('1900-01-01', '2012-02-29', '2026-10-25', '2031-01-01', '2200-12-31')
const texts = fc.oneof(
  fc.constantFrom('Usually comes back', 'constructor', '0'),
  fc.string({ minLength: 1, maxLength: 40 }),
)

/** Anything that a schema lets pass, and now and then what it does not. */
function anyOf(schema: Schema, ids: Ids): fc.Arbitrary<unknown> {
  const inside = (part: Schema) => anyOf(part, ids)
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map(inside))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.format === 'date-time') return moments.map((at) => new Date(at).toISOString())
  if (schema.format === 'date') return days
  if (schema.format === 'uuid') return fc.oneof(fc.constantFrom(...Object.values(ids).flat()), fc.uuid())
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer') return fc.nat(30)
  if (schema.type === 'array') return fc.array(inside(schema.items ?? {}), { maxLength: 3 })
  if (schema.type === 'string') return texts
  if (schema.properties === undefined)
    return fc.dictionary(names, fc.oneof(texts, fc.jsonValue()), { maxKeys: 3 })
  const { required = [], properties } = schema
  const fields = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, inside(part)]))
  return fc.record(fields, { requiredKeys: [...required] })
}

const names = fc.constantFrom('text', 'level', 'nextReview', 'placeOfSafety', 'occurred', 'whereabouts', 'x')
const everyone = Object.values(cast)

interface Asked {
  readonly operation: Operation
  readonly by: (typeof everyone)[number]
  readonly path: string
  readonly body: unknown
}

function anyRequest(ids: Ids): fc.Arbitrary<Asked> {
  return fc.constantFrom(...posts).chain((operation) =>
    fc.record({
      operation: fc.constant(operation),
      by: fc.constantFrom(
        ...everyone.filter(
          ({ author }) =>
            operation.may.kind === 'signed-in' ||
            (operation.may.kind !== 'anyone' && isLetBy(operation.may, author)),
        ),
      ),
      path: fc
        .record({ episode: fc.constantFrom(...ids.episode), child: fc.constantFrom(...ids.child) })
        .map(({ episode, child }) => operation.path.replace('{episode}', episode).replace('{child}', child)),
      body: anyOf(operation.body?.schema ?? {}, ids),
    }),
  )
}

test('Whatever is asked, nothing is a fault of ours, and what was taken is the record that it should be.', (t) =>
  withApi(async (served) => {
    const { ask, database, defects } = served
    const requests = fc.sample(anyRequest(await idsIn(served)), { numRuns: size, seed: 20_260_329 })
    const answered = new Map<number, number>()
    for (const { operation, by, path, body } of requests) {
      const read = operation.ifMatch && (await ask('GET', path.replace(/\/[^/]+$/u, ''), { by }))
      const etag = read ? ((read.headers['etag'] as string | undefined) ?? '"1"') : undefined
      const headers = etag === undefined ? {} : { 'if-match': etag }
      const reply = await ask('POST', path, { by, body, headers })
      assert.ok(reply.status < 500, `${operation.operationId}: ${JSON.stringify(body)}`)
      answered.set(reply.status, (answered.get(reply.status) ?? 0) + 1)
    }
    t.diagnostic(JSON.stringify(Object.fromEntries(answered)))
    assert.ok((answered.get(201) ?? 0) > size / 20, 'hardly anything was taken')
    assert.deepEqual(defects, [])
    assert.deepEqual((await verify(database.maintainer)).faults, [])
    const inputs = { protocols: { editions }, directory: await database.store.directory(), expectedCare }
    const rebuilt = await rebuild(database.maintainer, (...subject) => project(inputs, ...subject))
    assert.deepEqual(rebuilt.differences, [])
  }))

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { decidingTypes } from '../../src/domain/episode/deciding.ts'
import { entryTypes } from '../../src/domain/episode/entries.ts'
import { commands } from '../../src/domain/episode/command.ts'
import { openApi, operations } from '../../src/web/api/operations.ts'
import { aJudge, at, resolved } from '../support/api.ts'

/** What the recommended rules of an OpenAPI linter ask, held without one. */

type Json = Readonly<Record<string, unknown>>

interface Told {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly security?: readonly unknown[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly description: string
  }[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { schema: unknown; example?: unknown }>>
  }
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

const document = openApi as {
  readonly openapi: string
  readonly info: Json & { readonly contact: Json; readonly license: Json }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly security: readonly unknown[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Told>>>>
  readonly components: { readonly schemas: Json; readonly securitySchemes: Json }
}
const whole = openApi as Json
const all = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, told]) => ({ path, method, told })),
)

/** Every part of a document that is an object, with the way to it. */
function* partsOf(part: unknown, way = '#'): Generator<readonly [string, Json]> {
  if (typeof part !== 'object' || part === null) return
  if (!Array.isArray(part)) yield [way, part as Json]
  for (const [name, inside] of Object.entries(part)) yield* partsOf(inside, `${way}/${name}`)
}

suite('the description of the API', () => {
  test('says what it is, whose, under which licence, and where', () => {
    assert.equal(document.openapi, '3.1.0')
    for (const part of ['title', 'version', 'description']) assert.ok(document.info[part], part)
    assert.ok(document.info.contact['name'])
    assert.deepEqual(document.info.license, { name: 'MIT', identifier: 'MIT' })
    assert.ok(document.servers.every(({ url }) => url.startsWith('/') && !url.endsWith('/')))
    assert.doesNotMatch(JSON.stringify(document), /<script|eval\(/u)
  })

  test('has every operation of the list, and a command for every entry', () => {
    assert.equal(all.length, operations.length)
    assert.ok(all.length > 40)
    const names = Object.keys(commands).filter((name) => name !== 'raise-concern')
    assert.deepEqual(
      names.filter((name) => document.paths[`/episodes/{episode}/${name}`]?.['post'] === undefined),
      [],
    )
    assert.equal(names.length, entryTypes.length - 1)
  })

  test('names each operation once, with words, and a tag that is declared', () => {
    const ids = all.map(({ told }) => told.operationId)
    assert.equal(new Set(ids).size, ids.length)
    const tags = document.tags.map(({ name }) => name)
    assert.equal(new Set(tags).size, tags.length)
    assert.ok(document.tags.every(({ description }) => description.length > 10))
    for (const { told, path } of all) {
      assert.match(told.operationId, /^[a-z][A-Za-z]+$/u)
      assert.ok(told.summary.length > 5 && told.description.length > 20, path)
      assert.ok(told.tags.length === 1 && told.tags.every((tag) => tags.includes(tag)), path)
    }
  })

  test('says of each operation who may, and what is put on the record', () => {
    for (const { told, path } of all) {
      assert.match(told.description, /\*\*Who may:\*\* \S.*\n\n\*\*On the record:\*\* \S/u, path)
      assert.deepEqual(
        told.security,
        path.startsWith('/pro') || path.startsWith('/open') ? [] : undefined,
        path,
      )
    }
    assert.deepEqual(document.security, [{ token: [] }])
    assert.ok(document.components.securitySchemes['token'])
  })

  test('declares the parameters of each path, each once and with words', () => {
    for (const { path, told } of all) {
      assert.doesNotMatch(path, /\?|.\/$/u)
      const parameters = told.parameters ?? []
      const named = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name)
      const inPath = parameters.filter((one) => one.in === 'path').map(({ name }) => name)
      assert.deepEqual(inPath, named, path)
      assert.equal(new Set(parameters.map(({ name, in: place }) => place + name)).size, parameters.length)
      assert.ok(
        parameters.every(({ description }) => description.length > 5),
        path,
      )
    }
  })

  test('answers each operation with a success and with problems, all with schemas', () => {
    for (const { path, told, method } of all) {
      const statuses = Object.keys(told.responses)
      assert.ok(
        statuses.some((status) => status.startsWith('2')),
        path,
      )
      assert.ok(statuses.includes('500'), path)
      if (told.security === undefined) assert.ok(statuses.includes('401'), path)
      if (method === 'post')
        assert.ok(
          ['400', '409', '413', '415', '422'].every((one) => statuses.includes(one)),
          path,
        )
      for (const [status, response] of Object.entries(told.responses)) {
        assert.ok(response.description.length > 5, `${path} ${status}`)
        assert.ok('content' in response, `${path} ${status}`)
      }
    }
  })

  test('refers only to components that are there, and has none that nothing refers to', () => {
    const refs = new Set<string>()
    for (const [way, part] of partsOf(document)) {
      const ref = part['$ref']
      if (typeof ref !== 'string') continue
      assert.ok(at(whole, ref) !== undefined, `${way} refers to ${ref}`)
      refs.add(ref)
    }
    const unused = Object.keys(document.components.schemas).filter(
      (name) => !refs.has(`#/components/schemas/${name}`),
    )
    assert.deepEqual(unused, [])
    assert.ok(refs.size > 40)
  })

  test('has schemas that compile, lists with items, and choices of one type without doubles', async () => {
    const judge = await aJudge()
    for (const name of Object.keys(document.components.schemas))
      judge(resolved(whole, { $ref: `#/components/schemas/${name}` }), null)
    for (const [way, part] of partsOf(document)) {
      if (part['type'] === 'array') assert.ok(part['items'], way)
      const choices = part['enum']
      if (!Array.isArray(choices)) continue
      assert.equal(new Set(choices).size, choices.length, way)
      assert.ok(
        choices.every((choice) => typeof choice === part['type']),
        way,
      )
    }
  })

  test('gives examples that its own schemas let pass', async () => {
    const judge = await aJudge()
    let held = 0
    for (const { path, told } of all)
      for (const { schema, example } of Object.values(told.requestBody?.content ?? {})) {
        if (example === undefined) continue
        assert.deepEqual(judge(resolved(whole, schema), example), [], path)
        held++
      }
    assert.ok(held > 5, `${held} examples`)
  })

  test('asks every decision, and nothing else, for what it rests on', () => {
    const deciding = all.filter(({ told }) => told.parameters?.some(({ name }) => name === 'If-Match'))
    assert.equal(deciding.length, decidingTypes.size)
    for (const { told, method } of all)
      assert.equal(
        told.parameters?.some(({ name }) => name === 'Idempotency-Key') ?? false,
        method === 'post',
      )
  })
})

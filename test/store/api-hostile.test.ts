import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import type { Operation } from '../../src/web/api/operation.ts'
import { operations } from '../../src/web/api/operations.ts'
import { addressOf, filled, holds, ids, posts, whoMay } from '../support/api-operations.ts'
import { withApi, type Served } from '../support/api.ts'

async function send(
  { ask }: Served,
  operation: Operation,
  body: unknown,
  headers: Record<string, string> = {},
) {
  const match = operation.ifMatch ? { 'if-match': '"1"' } : {}
  return ask('POST', addressOf(operation), {
    by: whoMay(operation),
    body,
    headers: { ...match, ...headers },
  })
}

const wrongInATree: Readonly<Record<string, (operation: Operation) => unknown>> = {
  'a NUL in every text': ({ body }) => filled(body!.schema, 'a\u0000b'),
  'half a surrogate pair in every text': ({ body }) => filled(body!.schema, 'a\ud800b'),
  'the other half as a name': ({ body }) => ({ ...(filled(body!.schema, 'x') as object), 'x\udfff': 1 }),
  'numbers for texts': ({ body }) => filled(body!.schema, 1e308),
  'nothing for texts': ({ body }) => filled(body!.schema, null),
  'lists for texts': ({ body }) => filled(body!.schema, [['x']]),
  'things for texts': ({ body }) => filled(body!.schema, { toString: 'x', length: 1 }),
  'nine thousand characters': ({ body }) => filled(body!.schema, 'x'.repeat(9000)),
  'names that nobody knows': ({ body }) => ({
    ...(filled(body!.schema, 'x') as object),
    by: cast.imran.author,
    needsSecond: false,
    recorded: '2020-01-01T00:00:00Z',
    constructor: { prototype: { admin: true } },
  }),
  'ten thousand names that nobody knows': ({ body }) => ({
    ...(filled(body!.schema, 'x') as object),
    ...Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`n${n}`, 0])),
  }),
}

const wrongAsAWhole: Readonly<Record<string, string | Buffer>> = {
  nothing: '',
  null: 'null',
  'a list': '[]',
  'a text': '"x"',
  'half of JSON': '{"occurred":',
  'two values': '{} {}',
  'a tower of lists': `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
  'a tower of things': `${'{"a":'.repeat(80_000)}1${'}'.repeat(80_000)}`,
  'a prototype': '{"__proto__":{"admin":true},"occurred":{"__proto__":null}}',
  'bytes that are no UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  'ten megabytes': JSON.stringify({ text: 'x'.repeat(10_000_000) }),
}

test('The API, in bad company', (t) =>
  withApi(async (served) => {
    const { ask, server, database, tokenOf, defects } = served
    const count = async () => (await database.owner.query('select from whereabouts.entry')).rowCount
    const before = await count()

    for (const [what, made] of Object.entries(wrongInATree))
      await t.test(`Every command answers ${what} with a problem, and writes nothing.`, async () => {
        for (const operation of posts) {
          const body = made(operation)
          const reply = await send(served, operation, body)
          holds(reply, operation, what)
          // What says nothing but one fixed word has no text to be wrong in: it is asked of what is not there.
          const isWrong = JSON.stringify(body) !== JSON.stringify(filled(operation.body!.schema, 'x'))
          if (!isWrong) {
            assert.equal(reply.status, 404, operation.operationId)
            continue
          }
          assert.equal(reply.status, 422, `${operation.operationId}: ${reply.text.slice(0, 300)}`)
          const errors = reply.body['errors'] as readonly unknown[]
          assert.ok(errors.length > 0 && errors.length <= 20, operation.operationId)
        }
      })

    for (const [what, body] of Object.entries(wrongAsAWhole))
      await t.test(`Every command answers ${what} with a problem, and writes nothing.`, async () => {
        for (const operation of posts) {
          const reply = await send(served, operation, body)
          holds(reply, operation, what)
          assert.ok([400, 413, 422].includes(reply.status), `${operation.operationId}: ${reply.status}`)
        }
      })

    await t.test(
      'Every command is asked for JSON, a key, and what it rests on, and for nothing else.',
      async () => {
        for (const operation of posts) {
          const body = filled(operation.body!.schema, 'x')
          const form = await send(served, operation, 'a=1', {
            'content-type': 'application/x-www-form-urlencoded',
          })
          assert.equal(form.status, 415)
          holds(form, operation, 'a form')
          for (const key of ['', 'x', '__proto__', '1'.repeat(5000)]) {
            const reply = await send(served, operation, body, { 'idempotency-key': key })
            assert.equal(reply.status, 422, operation.operationId)
            holds(reply, operation, 'a key that is none')
          }
          if (!operation.ifMatch) continue
          for (const match of ['*', 'W/"1"', '1', '"x"', `"${'9'.repeat(30)}"`]) {
            const reply = await send(served, operation, body, { 'if-match': match })
            assert.equal(reply.status, 422, operation.operationId)
          }
        }
      },
    )

    await t.test('An address that names nothing is not found, whatever stands in it.', async () => {
      for (const operation of operations.filter(({ path }) => path.includes('{')))
        for (const id of [
          'x',
          newId(),
          '__proto__',
          '%00',
          '%ED%A0%80',
          "1'%20or%20'1",
          '%zz',
          'x'.repeat(190),
          'x'.repeat(3000),
        ]) {
          const path = operation.path.replaceAll(/\{\w+\}/gu, id)
          const body = operation.body && filled(operation.body.schema, 'x')
          const headers = operation.ifMatch ? { 'if-match': '"1"' } : {}
          const reply = await ask(operation.method, path, { by: whoMay(operation), body, headers })
          assert.equal(reply.status, 404, `${path.slice(0, 80)}: ${reply.text}`)
          holds(reply, operation, id)
        }
      for (const url of ['/api', '/api/', '/api/v2', '/api/v1/%zz', '/api/v1/board/x']) {
        const { statusCode, headers } = await server.inject({ url })
        if (url !== '/api') assert.match(String(headers['content-type']), /problem\+json/u, url)
        assert.equal(statusCode, 404, url)
      }
    })

    await t.test('A query that is no query is a problem, and not a fault of ours.', async () => {
      for (const query of ['', '?q=', '?q=a&q=b', `?q=${'x'.repeat(201)}`, '?q=%00', '?q=%20'])
        assert.equal((await ask('GET', `/children${query}`, { by: cast.ruth })).status, 422, query)
      for (const query of [
        '?asKnownAt=',
        '?asKnownAt=yesterday',
        '?asKnownAt=1066-01-01T00:00:00Z',
        '?asKnownAt=2026-02-30T00:00:00Z',
      ])
        assert.equal(
          (await ask('GET', `/episodes/${ids['episode']}${query}`, { by: cast.ruth })).status,
          422,
          query,
        )
      for (const query of ["?q='%3b--", '?q=%25_%5c', '?q=%F0%9F%92%A5', '?q=%ED%A0%80', '?__proto__=1&q=x'])
        assert.equal((await ask('GET', `/children${query}`, { by: cast.ruth })).status, 200, query)
    })

    await t.test('Ten megabytes over a real line are answered, and the line is not cut.', async () => {
      const address = await server.listen({ host: '127.0.0.1', port: 0 })
      const answer = await fetch(`${address}/api/v1/episodes/${ids['episode']}/add-note`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tokenOf(cast.ruth)}`,
          'content-type': 'application/json',
          'idempotency-key': newId(),
        },
        body: JSON.stringify({ text: 'x'.repeat(10_000_000) }),
      })
      assert.equal(answer.status, 413)
      assert.match(String(answer.headers.get('content-type')), /problem\+json/u)
      assert.deepEqual(answer.headers.getSetCookie(), [])
    })

    assert.equal(await count(), before)

    await t.test(
      'A moment past all reckoning is a problem at its place, and the last and the first that can be said are no fault of ours.',
      async () => {
        const timed = posts.filter(({ body }) => JSON.stringify(body?.schema).includes('date-time'))
        assert.ok(timed.length > 30)
        for (const operation of timed) {
          const body = filled(operation.body!.schema, 'x', '2200-12-31T23:59:59Z')
          assert.equal((await send(served, operation, body)).status, 422, operation.operationId)
          for (const when of ['2199-12-31T23:59:59Z', '1900-01-01T00:00:00Z']) {
            const reply = await send(served, operation, filled(operation.body!.schema, 'x', when))
            holds(reply, operation, when)
          }
        }
      },
    )

    assert.deepEqual(defects, [])
  }))

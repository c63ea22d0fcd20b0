import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify from 'fastify'
import { logRequests, type RequestLine } from './request-log.ts'

test('A request is one line with its id, its pattern and its outcome, and with nothing that was asked for.', async () => {
  const lines: RequestLine[] = []
  const server = fastify({ genReqId: () => 'the id' })
  logRequests(server, (line) => lines.push(line))
  server.get('/children/:child', () => 'a page about Tyler')
  server.get('/old', (_request, reply) => reply.redirect('/new', 303))
  server.get('/broken', () => {
    throw new Error('Tyler Boothe')
  })
  server.get('/assets/*', () => 'a style')
  const answers = []
  for (const url of ['/children/tyler?q=boothe', '/old', '/broken', '/nowhere/tyler', '/assets/base.css'])
    answers.push(await server.inject({ url }))
  await server.close()
  assert.ok(answers.every(({ headers }) => headers['x-request-id'] === 'the id'))
  assert.deepEqual(
    lines.map(({ request, method, route, status, outcome }) => [request, method, route, status, outcome]),
    [
      ['the id', 'GET', '/children/:child', 200, 'answered'],
      ['the id', 'GET', '/old', 303, 'sent-on'],
      ['the id', 'GET', '/broken', 500, 'failed'],
      ['the id', 'GET', 'none', 404, 'refused'],
    ],
  )
  assert.ok(lines.every(({ milliseconds }) => milliseconds >= 0))
  assert.doesNotMatch(JSON.stringify(lines), /tyler|boothe/i)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { routes } from '../../src/web/routes.ts'
import { withApi } from '../support/api.ts'

const form = 'application/x-www-form-urlencoded'
const note = `/episodes/${episodeIdOf('jay, high risk')}/add-note`

/** A browser without a window: it keeps its cookies and knows the token of its forms. */
function browserOf(server: FastifyInstance, remoteAddress = '192.0.2.7') {
  const cookies = new Map<string, string>()
  const keep = (reply: Awaited<ReturnType<FastifyInstance['inject']>>) => {
    for (const { name, value } of reply.cookies) cookies.set(name, value)
    return reply
  }
  const get = async (url: string) =>
    keep(await server.inject({ method: 'GET', url, remoteAddress, cookies: Object.fromEntries(cookies) }))
  const post = async (url: string, fields: Readonly<Record<string, string>>) =>
    keep(
      await server.inject({
        method: 'POST',
        url,
        remoteAddress,
        cookies: Object.fromEntries(cookies),
        headers: { 'content-type': form },
        payload: new URLSearchParams(fields).toString(),
      }),
    )
  const token = async () => /name="_csrf" value="([^"]+)"/.exec((await get('/sign-in')).body)?.[1] ?? ''
  return { get, post, token }
}

async function signedIn(server: FastifyInstance, remoteAddress?: string) {
  const browser = browserOf(server, remoteAddress)
  const token = await browser.token()
  await browser.post('/sign-in', { _csrf: token, post: cast.sam.post.id, to: '/board' })
  return { ...browser, token }
}

test('a person who asks too often waits, on every screen, and what was typed is there to send again', () =>
  withApi(
    async ({ server }) => {
      const here = await signedIn(server)
      const elsewhere = await signedIn(server, '192.0.2.8')
      const first = await here.get('/board')
      assert.equal(first.statusCode, 200)
      assert.equal((await elsewhere.get('/board')).statusCode, 200)
      const typed = 'Seen by the <canal> at ten'
      const refused = await here.post(note, { _csrf: here.token, text: typed })
      assert.equal(refused.statusCode, 429)
      assert.ok(Number(refused.headers['retry-after']) > 0)
      assert.match(refused.body, /Nothing was recorded/)
      assert.ok(refused.body.includes('Seen by the &lt;canal'))
      assert.equal((await elsewhere.get('/board')).statusCode, 429)
    },
    { routes, limits: { person: 2, address: 100, machine: 100 } },
  ))

test('an address at which nobody is signed in waits, and another does not', () =>
  withApi(
    async ({ server }) => {
      const one = browserOf(server)
      assert.equal((await one.get('/sign-in')).statusCode, 200)
      const refused = await one.get('/sign-in')
      assert.equal(refused.statusCode, 429)
      assert.match(refused.body, /ring/)
      assert.equal((await browserOf(server, '192.0.2.8').get('/sign-in')).statusCode, 200)
    },
    { routes, limits: { person: 100, address: 1, machine: 100 } },
  ))

test('a machine that asks too often gets a problem that says how long to wait', () =>
  withApi(
    async ({ ask }) => {
      const asked = { by: cast.sam }
      assert.equal((await ask('GET', '/board', asked)).status, 200)
      const refused = await ask('GET', '/board', asked)
      assert.equal(refused.status, 429)
      assert.match(String(refused.body['type']), /too-many$/)
      assert.ok(Number(refused.headers['retry-after']) > 0)
      assert.equal((await ask('GET', '/board', { by: cast.imran })).status, 200)
    },
    { limits: { person: 100, address: 100, machine: 1 } },
  ))

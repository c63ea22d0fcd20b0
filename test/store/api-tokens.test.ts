import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { apiTokenHash, newApiToken } from '../../src/application/api-tokens.ts'
import { newId } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { apiTokens, postOfToken, revokeToken } from '../../src/store/api-tokens.ts'
import { createToken, endToken, listTokens } from '../../src/token-keeping.ts'
import { operations } from '../../src/web/api/operations.ts'
import { withApi, type Served } from '../support/api.ts'
import type { Connections } from '../../src/store/server/connections.ts'

function connectionsOf({ database }: Served): Connections {
  return { maintainer: database.login('maintainer') } as Connections
}

test('The tokens of the API, in the demonstration', (t) =>
  withApi(async (served) => {
    const { ask, server, database } = served
    const jay = `/episodes/${episodeIdOf('jay, high risk')}`

    await t.test('A token is 256 random bits, and nothing of it is kept but its hash.', async () => {
      const made = await createToken(connectionsOf(served), 'Ruth Adeyemi', 'the rota system')
      assert.ok(made.kind === 'made')
      assert.match(made.token, /^whereabouts_[\w-]{43}$/u)
      assert.equal(Buffer.from(made.token.slice('whereabouts_'.length), 'base64url').length, 32)
      assert.notEqual(made.token, newApiToken())
      const { rows } = await database.owner.query<{ line: string }>(
        `select t::text as line from whereabouts.api_token t
         union all select m::text from whereabouts.maintenance m`,
      )
      const lines = rows.map(({ line }) => line).join('\n')
      assert.ok(!lines.includes(made.token.slice(12)))
      assert.ok(lines.includes(createHash('sha256').update(made.token).digest('hex')))
      assert.match(lines, /token create/u)
      const headers = { authorization: `Bearer ${made.token}` }
      assert.equal((await ask('GET', '/board', { headers })).status, 200)
      assert.equal(await endToken(connectionsOf(served), made.id), true)
      assert.equal((await ask('GET', '/board', { headers })).status, 401)
      assert.equal(await endToken(connectionsOf(served), made.id), false)
    })

    await t.test('The list says which machine acts as whom, since when, and which were ended.', async () => {
      const [listed] = await listTokens(connectionsOf(served))
      assert.equal(listed?.acts, 'Ruth Adeyemi, carer, Oakfield Care')
      assert.equal(listed.name, 'the rota system')
      assert.ok(listed.revoked !== undefined && listed.revoked >= listed.created)
      for (const post of ['Nobody', '', cast.ruth.post.id.slice(1)])
        assert.deepEqual(await createToken(connectionsOf(served), post, 'x'), { kind: 'no-post', found: 0 })
      assert.equal((await createToken(connectionsOf(served), cast.sam.post.id, 'by id')).kind, 'made')
    })

    await t.test('Whoever has no token that opens anything is nobody, and learns nothing.', async () => {
      const closed = operations.filter(({ may }) => may.kind !== 'anyone')
      const token = newApiToken()
      for (const authorization of [
        '',
        'Bearer',
        `Bearer ${token}`,
        `Basic ${token}`,
        `Bearer ${token} x`,
        token,
      ])
        for (const { method, path } of closed) {
          const reply = await ask(method, path.replaceAll(/\{\w+\}/gu, newId()), {
            headers: { authorization },
          })
          assert.equal(reply.status, 401, path)
          assert.equal(reply.headers['www-authenticate'], 'Bearer')
          assert.equal(reply.body['type'], '/api/v1/problems#not-authenticated')
        }
    })

    await t.test('A cookie opens nothing and none is given, and there is no redirect.', async () => {
      const signed = server.signCookie(cast.ruth.post.id)
      const reply = await ask('GET', '/board', { headers: { cookie: `wa-post=${signed}` } })
      assert.equal(reply.status, 401)
      const good = await ask('GET', '/board', { by: cast.ruth })
      for (const { headers } of [reply, good]) {
        assert.equal(headers['set-cookie'], undefined)
        assert.equal(headers['location'], undefined)
        assert.equal(headers['cache-control'], 'no-store')
      }
    })

    await t.test(
      'A token sees and does what its post may, and a look is on the record before the answer.',
      async () => {
        const looks = async () =>
          (
            await database.owner.query<{ post: string; what: string; children: string[] }>(
              'select post, what, children from whereabouts.look order by id',
            )
          ).rows
        const before = (await looks()).length
        assert.equal((await ask('GET', jay, { by: cast.ann })).status, 404)
        assert.equal((await ask('GET', jay, { by: cast.sam })).status, 200)
        assert.deepEqual((await looks()).slice(before), [
          { post: cast.ann.post.id, what: 'refused', children: [childIdOf('jay')] },
          { post: cast.sam.post.id, what: 'episode', children: [childIdOf('jay')] },
        ])
        const body = { occurred: { at: new Date().toISOString(), precision: 'minute' }, reason: 'x' }
        const headers = { 'if-match': '"1"' }
        assert.equal(
          (await ask('POST', `${jay}/reopen-episode`, { by: cast.ruth, headers, body })).status,
          403,
        )
        const note = { occurred: body.occurred, text: 'x' }
        assert.equal((await ask('POST', `${jay}/add-note`, { by: cast.ann, body: note })).status, 404)
      },
    )

    await t.test('A post that has ended opens nothing, though its token was never revoked.', async () => {
      assert.equal((await ask('GET', '/board', { by: cast.karl })).status, 200)
      await database.owner.query('update whereabouts.post set until_day = current_date - 1 where id = $1', [
        cast.karl.post.id,
      ])
      assert.equal((await ask('GET', '/board', { by: cast.karl })).status, 401)
    })

    await t.test(
      'The application asks about one hash and reads no list; nobody revives or removes.',
      async () => {
        const token = await served.tokenOf(cast.lena)
        assert.equal(await postOfToken(database.app, apiTokenHash(token)!), cast.lena.post.id)
        await assert.rejects(database.app.query('select * from whereabouts.api_token'), /permission denied/u)
        const all = await apiTokens(database.maintainer)
        const ended = all.find(({ revoked }) => revoked !== undefined)!
        assert.equal(await revokeToken(database.maintainer, ended.id), false)
        for (const sql of [
          `update whereabouts.api_token set revoked = null where id = '${ended.id}'`,
          `delete from whereabouts.api_token where id = '${ended.id}'`,
          'truncate whereabouts.api_token',
        ])
          await assert.rejects(database.owner.query(sql), /stays revoked|only ever added to/u, sql)
      },
    )
  }))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { withApi, type Served } from '../support/api.ts'

/** A name that nobody has, so that wherever it stands it was planted here. */
const planted = 'Zyxwanta'
const asBytes = Buffer.from(planted).toString('hex')

const episode = `/episodes/${episodeIdOf('jay, high risk')}`
const occurred = { at: new Date(Date.now() - 60_000).toISOString(), precision: 'minute' }
const child = { name: planted, otherNames: [planted], description: planted, pronoun: 'they' }

/** Every way in which somebody says a name: what is kept, looked for, refused, mistyped and sent along. */
async function plant({ ask, server }: Served): Promise<void> {
  const by = cast.ruth
  assert.equal((await ask('POST', '/children', { by, body: { child, sure: true } })).status, 201)
  const note = await ask('POST', `${episode}/add-note`, { by, body: { occurred, text: planted } })
  assert.equal(note.status, 201)
  assert.equal((await ask('GET', `/children?q=${planted}`, { by })).status, 200)
  await ask('POST', `${episode}/add-note`, { by, body: { [planted]: planted } })
  await ask('POST', `${episode}/add-note`, { by, body: `{"${planted}` })
  await ask('POST', `/children/${planted}/say-who`, { by, body: child, headers: { 'if-match': planted } })
  const headers = {
    cookie: `wa-session=${planted}; ${planted}=1`,
    authorization: `Bearer ${planted}`,
    'user-agent': planted,
    referer: `http://x/${planted}`,
    'idempotency-key': planted,
    'x-request-id': planted,
    'content-type': 'application/x-www-form-urlencoded',
  }
  for (const url of [
    `/children?q=${planted}`,
    `/${planted}`,
    `/${planted}%zz`,
    `/episodes/${planted}/record-return`,
  ])
    for (const method of ['GET', 'POST'] as const)
      await server.inject({ method, url, headers, ...(method === 'POST' && { payload: `name=${planted}` }) })
}

/** What was sent reaches the database, and the database says what it was that it could not keep. */
async function plantInDefects({ ask, database, defects }: Served): Promise<void> {
  const by = cast.ruth
  await database.owner.query(
    'alter table whereabouts.entry_content add constraint keeps_nothing check (false) not valid',
  )
  const note = await ask('POST', `${episode}/add-note`, { by, body: { occurred, text: planted } })
  assert.equal(note.status, 500)
  await database.owner.query(
    'alter table whereabouts.look add constraint sees_nothing check (false) not valid',
  )
  assert.equal((await ask('GET', `/children?q=${planted}`, { by })).status, 500)
  const jay = await ask('GET', `/children/${childIdOf('jay')}`, { by })
  assert.equal(jay.status, 500)
  assert.ok(
    String(jay.headers['x-request-id']).startsWith(String(jay.body['reference'])),
    'one request, one id',
  )
  assert.equal(defects.length, 3)
}

test('No line of the log has a name or what somebody wrote in it, whatever goes wrong.', () =>
  withApi(async (served) => {
    await plant(served)
    const answered = served.lines.length
    assert.ok(answered > 10, `${answered} lines`)
    await plantInDefects(served)
    const failed = served.lines.filter((line) => line.includes('"level":"error"'))
    assert.equal(failed.length, 3)
    for (const line of failed) assert.match(line, /"code":"23514".*"constraint":"\w+_nothing".*"at":\["at /u)
    const all = served.lines.join('\n')
    assert.doesNotMatch(all, new RegExp(`${planted}|${asBytes}`, 'iu'))
    assert.doesNotMatch(all, /Jay|Mercer|Adeyemi/u)
  }))

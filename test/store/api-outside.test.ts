import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { withApi, type Served } from '../support/api.ts'

const jay = childIdOf('jay')
const night = episodeIdOf('jay, high risk')

async function count({ database }: Served, table: string): Promise<number> {
  return (await database.owner.query(`select from whereabouts.${table}`)).rowCount ?? 0
}

async function referenceOfJay({ database }: Served): Promise<string> {
  const { rows } = await database.owner.query<{ reference: string }>(
    'select reference from whereabouts.episode_card where episode = $1',
    [night],
  )
  return rows[0]!.reference
}

test('The one question is answered as things stand under the same key, and kept once.', () =>
  withApi(async (served) => {
    const { ask } = served
    const headers = { 'idempotency-key': newId() }
    const sent = { by: cast.femi, body: { name: 'jay mercer' }, headers }
    const answers = [await ask('POST', '/missing-child', sent), await ask('POST', '/missing-child', sent)]
    for (const { status, body } of answers) {
      assert.equal(status, 200)
      assert.equal(body['answer'], 'missing')
      assert.deepEqual(Object.keys(body).toSorted(), ['answer', 'ring'])
    }
    assert.equal(await count(served, 'missing_question'), 1)
    const other = await ask('POST', '/missing-child', { ...sent, body: { name: 'somebody else' } })
    assert.deepEqual(
      [other.status, other.body['title']],
      [409, 'The idempotency key belongs to another request'],
    )
    const stranger = await ask('POST', '/missing-child', { ...sent, by: cast.lena })
    assert.equal(stranger.status, 409)
    for (const body of [
      {},
      { age: 14 },
      { description: 'a grey coat' },
      { name: '   ' },
      { name: 'x', age: 1e300 },
    ]) {
      const { status } = await ask('POST', '/missing-child', { by: cast.femi, body })
      assert.equal(status, 422, JSON.stringify(body))
    }
    assert.equal((await ask('POST', '/missing-child', { by: cast.sam, body: { name: 'x' } })).status, 403)
  }))

test('A record is opened once under one key, seen for an hour, known of and reviewed by whoever answers for it.', () =>
  withApi(async (served) => {
    const { ask } = served
    const by = { kind: 'reference', reference: await referenceOfJay(served) }
    const headers = { 'idempotency-key': newId() }
    const sent = { by: cast.hannah, body: { by, reason: 'He stands here and is hurt' }, headers }
    assert.equal((await ask('GET', `/children/${jay}`, { by: cast.hannah })).status, 404)
    for (let time = 0; time < 2; time++) {
      const opened = await ask('POST', '/emergencies', sent)
      assert.deepEqual([opened.status, opened.body], [201, { child: jay }])
    }
    assert.equal(await count(served, 'emergency'), 1)
    assert.equal((await ask('GET', `/children/${jay}`, { by: cast.hannah })).status, 200)
    const another = await ask('POST', '/emergencies', { ...sent, body: { by, reason: 'Another' } })
    assert.equal(another.status, 409)
    for (const [name, bornOn] of [
      ['Nobody Known', '2012-01-01'],
      ['Robin Ashby', '2011-01-01'],
    ]) {
      const body = { by: { kind: 'name', name, bornOn }, reason: 'A test' }
      assert.equal((await ask('POST', '/emergencies', { by: cast.hannah, body })).status, 404)
    }
    const bad = { by: { kind: 'reference', reference: 'not one' }, reason: 'A test' }
    assert.equal((await ask('POST', '/emergencies', { by: cast.hannah, body: bad })).status, 422)
    assert.equal((await ask('POST', '/emergencies', { by: cast.ruth, body: sent.body })).status, 403)

    const review = await ask('GET', '/review', { by: cast.dawn })
    const [one, ...more] = review.body['emergencies'] as readonly { id: string; looks: { what: string }[] }[]
    assert.deepEqual(more, [])
    assert.ok(one?.looks.some(({ what }) => what === 'child'))
    assert.deepEqual((await ask('GET', '/review', { by: cast.ola })).body['emergencies'], [])
    const at = `/emergencies/${one!.id}`
    for (let time = 0; time < 2; time++)
      assert.equal((await ask('POST', `${at}/known`, { by: cast.dawn, body: { known: true } })).status, 200)
    const said = { said: 'It was right' }
    assert.equal((await ask('POST', `${at}/review`, { by: cast.ola, body: said })).status, 404)
    for (let time = 0; time < 2; time++)
      assert.equal((await ask('POST', `${at}/review`, { by: cast.wilma, body: said })).status, 200)
    const late = await ask('POST', `${at}/review`, { by: cast.dawn, body: { said: 'It was wrong' } })
    assert.deepEqual([late.status, late.body['title']], [409, 'Somebody has reviewed it'])
    assert.equal(await count(served, 'emergency_known'), 2)
  }))

test('Figures have no name in them, and one that is revealed is kept once under its key with its reason.', () =>
  withApi(async (served) => {
    const { ask } = served
    const figures = await ask('GET', '/figures', { by: cast.ruby })
    assert.doesNotMatch(figures.text, /Mercer|Jay/)
    assert.ok(!figures.text.includes(jay), 'not even the id of the child')
    const sent = {
      by: cast.ruby,
      body: { episode: night, reason: 'Two rows look the same' },
      headers: { 'idempotency-key': newId() },
    }
    for (let time = 0; time < 2; time++)
      assert.deepEqual((await ask('POST', '/figures/names', sent)).body, { name: 'Jay Mercer' })
    assert.equal(await count(served, 'name_revealed'), 1)
    const other = await ask('POST', '/figures/names', {
      ...sent,
      body: { episode: night, reason: 'Another' },
    })
    assert.equal(other.status, 409)
    const none = { by: cast.ruby, body: { episode: newId(), reason: 'A test' } }
    assert.equal((await ask('POST', '/figures/names', none)).status, 404)
    assert.equal((await ask('GET', '/figures', { by: cast.dawn })).status, 403)
  }))

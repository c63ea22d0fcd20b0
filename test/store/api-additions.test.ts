import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { organisations } from '../../src/cli/demonstration/organisations.ts'
import { withApi } from '../support/api.ts'

const { sam, karl, ruth, lena, curtis } = cast
const jay = `/children/${childIdOf('jay')}`
const ago = (minutes: number) => ({
  at: new Date(Date.now() - minutes * 60_000).toISOString(),
  precision: 'minute',
})
const home = { name: 'Larch House', kind: 'childrens-home', provider: organisations.oakfield.id }

test('A child’s own record, through the API', (t) =>
  withApi(async ({ ask, database, defects }) => {
    const count = async () => (await database.owner.query('select from whereabouts.entry')).rowCount ?? 0
    const add = (by: typeof sam, name: string, body: object, key = newId()) =>
      ask('POST', `${jay}/${name}`, { by, body, headers: { 'idempotency-key': key } })
    const said = async (reply: Promise<{ status: number; body: Readonly<Record<string, unknown>> }>) => {
      const { status, body } = await reply
      return [status, String(body['type']).replace('/api/v1/problems#', '')]
    }

    await t.test(
      'A retry is answered the same and writes once; another body or another person is not.',
      async () => {
        const before = await count()
        const key = newId()
        const harm = { occurred: ago(60), kind: 'harm', text: 'A bruise' }
        const one = await add(sam, 'record-known-concern', harm, key)
        const two = await add(sam, 'record-known-concern', harm, key)
        assert.deepEqual([one.status, two.status, one.body], [201, 201, two.body])
        assert.equal(await count(), before + 1)
        const other = { ...harm, text: 'A burn' }
        assert.deepEqual(await said(add(sam, 'record-known-concern', other, key)), [409, 'key-used'])
        assert.deepEqual(await said(add(karl, 'record-known-concern', harm, key)), [409, 'key-used'])
        assert.equal(await count(), before + 1)
      },
    )

    await t.test(
      'What two people end at once ends once, and a retry of the one who did is no refusal.',
      async () => {
        const { body } = await ask('GET', jay, { by: sam })
        const { placement } = body['record'] as { readonly placement: { readonly entry: string } }
        const ended = { occurred: ago(1), placed: placement.entry }
        const keys = [newId(), newId()]
        const replies = await Promise.all(keys.map((key) => add(sam, 'end-placement', ended, key)))
        assert.deepEqual(replies.map(({ status }) => status).toSorted(), [201, 409])
        const done = replies.findIndex(({ status }) => status === 201)
        assert.equal((await add(sam, 'end-placement', ended, keys[done])).status, 201)
        assert.deepEqual(await said(add(sam, 'end-placement', ended)), [409, 'refused-nothing-to-end'])
        const { mayAdd } = (await ask('GET', jay, { by: sam })).body
        assert.ok(!(mayAdd as readonly string[]).includes('end-placement'))
        assert.ok((mayAdd as readonly string[]).includes('record-placement'))
      },
    )

    await t.test(
      'A rule that says no is a problem of its own type, in words, and writes nothing.',
      async () => {
        const before = await count()
        const placed = { occurred: ago(1), setting: home }
        const plan = { occurred: ago(1), reasonableTime: 'PT1H', says: 'Ring' }
        const refused: readonly (readonly [name: string, body: object, type: string])[] = [
          ['record-placement', { ...placed, occurred: ago(-60) }, 'in-the-future'],
          ['record-placement', { ...placed, occurred: { ...ago(1), precision: 'day' } }, 'time-needed'],
          [
            'record-placement',
            { ...placed, setting: { ...home, provider: newId() } },
            'not-in-the-directory',
          ],
          ['allocate-worker', { occurred: ago(1), post: newId() }, 'not-in-the-directory'],
          ['allocate-worker', { occurred: ago(1), post: lena.post.id }, 'not-in-the-directory'],
          ['set-responsible-council', { occurred: ago(1), council: newId() }, 'not-in-the-directory'],
          ['end-allocation', { occurred: ago(1), allocated: newId() }, 'nothing-to-end'],
          ['agree-plan', { ...plan, reviewBy: '2020-01-01' }, 'review-is-past'],
          ['say-who', { otherNames: [], pronoun: 'he' }, 'says-nothing'],
          ['say-who', { otherNames: [], pronoun: 'he', approximateAge: 40 }, 'not-a-childs-age'],
          ['join-record', { as: childIdOf('jay') }, 'is-this-record'],
        ]
        for (const [name, body, type] of refused)
          assert.deepEqual(await said(add(sam, name, body)), [409, `refused-${type}`], name)
        assert.equal(await count(), before)
      },
    )

    await t.test('Who may not is told so, and who may not see the child finds nothing.', async () => {
      const before = await count()
      const placed = { occurred: ago(1), setting: home }
      assert.deepEqual(await said(add(ruth, 'record-placement', placed)), [403, 'may-not'])
      assert.deepEqual(await said(add(lena, 'agree-plan', {})), [403, 'may-not'])
      const harm = { occurred: ago(1), kind: 'harm', text: 'Hurt' }
      assert.deepEqual(await said(add(curtis, 'record-known-concern', harm)), [404, 'not-found'])
      const hidden = await add(sam, 'join-record', { as: newId() })
      assert.equal(hidden.status, 422)
      const match = { by: sam, body: harm, headers: { 'if-match': '"1"' } }
      assert.equal((await ask('POST', `${jay}/record-known-concern`, match)).status, 422)
      assert.equal(await count(), before)
    })

    await t.test('Two records that are joined each lead to the other.', async () => {
      const child = { name: 'Jason Mercer', otherNames: [], approximateAge: 14, pronoun: 'he' }
      const made = await ask('POST', '/children', { by: sam, body: { child, sure: true } })
      const other = String(made.body['child'])
      assert.equal((await add(sam, 'join-record', { as: other })).status, 201)
      const sameAs = async (path: string) =>
        ((await ask('GET', path, { by: sam })).body['record'] as { readonly sameAs: readonly string[] })
          .sameAs
      assert.deepEqual(await sameAs(jay), [other])
      assert.deepEqual(await sameAs(`/children/${other}`), [childIdOf('jay')])
    })

    await t.test(
      'What waits for a second person stands on the list of everyone but its writer.',
      async () => {
        const episode = `/episodes/${episodeIdOf('jay, high risk')}`
        const { headers } = await ask('GET', episode, { by: ruth })
        const voided = await ask('POST', `${episode}/record-in-error`, {
          by: ruth,
          headers: { 'if-match': String(headers['etag']) },
          body: { occurred: ago(0), scope: { kind: 'episode' }, why: 'wrong-child', reason: 'It was Leo' },
        })
        const waitingFor = async (by: typeof sam) => {
          const { waiting } = (await ask('GET', '/duties', { by })).body
          return (waiting as readonly { entry: string; what: string }[]).map(({ entry, what }) => [
            entry,
            what,
          ])
        }
        assert.deepEqual(await waitingFor(sam), [[voided.body['entry'], 'episode-in-error']])
        assert.deepEqual(await waitingFor(ruth), [])
      },
    )

    assert.deepEqual(defects, [])
  }))

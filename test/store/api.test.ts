import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../src/application/ids.ts'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import { episodeIdOf } from '../../src/cli/demonstration/episode-plan.ts'
import { openApi, operations } from '../../src/web/api/operations.ts'
import { aJudge, at, resolved, withApi, type Replied, type Sent, type Served } from '../support/api.ts'
import { theStory } from '../support/api-story.ts'

const document = openApi as Readonly<Record<string, unknown>>

/** Asks, and holds what comes back to what the document says of that operation and that status. */
async function aWitness({ ask }: Served) {
  const judge = await aJudge()
  const done = new Set<string>()
  const schemas = new Map<string, unknown>()
  return {
    done,
    ask: async (method: 'GET' | 'POST', path: string, sent: Sent = {}): Promise<Replied> => {
      const operation = operations.find(
        (one) => one.method === method && patternOf(one.path).test(path.replace(/[?].*/u, '')),
      )
      assert.ok(operation, `${method} ${path} is in no operation`)
      const reply = await ask(method, path, sent)
      if (reply.status < 300) done.add(operation.operationId)
      const where = `#/paths/${operation.path.replaceAll('/', '~1')}/${method.toLowerCase()}/responses`
      const answers = at(document, where) as Readonly<
        Record<string, { content: Record<string, { schema: unknown }> }>
      >
      const answer = answers[reply.status]
      assert.ok(
        answer,
        `${operation.operationId} answers ${reply.status}, which is not described: ${reply.text}`,
      )
      const [type = ''] = String(reply.headers['content-type']).split(';')
      assert.ok(answer.content[type], `${operation.operationId} answers ${type}`)
      const key = `${operation.operationId} ${reply.status}`
      const schema = schemas.get(key) ?? resolved(document, answer.content[type].schema)
      schemas.set(key, schema)
      const wrong = judge(schema, reply.body)
      assert.deepEqual(wrong, [], `${operation.operationId}, ${reply.status}`)
      return reply
    },
  }
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/gu, '[^/]+')}$`, 'u')
}

const leah = episodeIdOf('leah, not yet graded')
const occurred = { at: new Date(Date.now() - 60_000).toISOString(), precision: 'minute' }

test('The API, on one night of the demonstration', (t) =>
  withApi(async (served) => {
    const { ask } = served
    await t.test(
      'A retry with the same key and body gets the same answer, and writes once; another body does not.',
      async () => {
        const count = async () => (await ask('GET', `/episodes/${leah}`, { by: cast.joyce })).body['sequence']
        const before = await count()
        const headers = { 'idempotency-key': newId() }
        const note = { by: cast.joyce, headers, body: { occurred, text: 'Once.' } }
        const [one, two] = [
          await ask('POST', `/episodes/${leah}/add-note`, note),
          await ask('POST', `/episodes/${leah}/add-note`, note),
        ]
        assert.deepEqual([one.status, two.status], [201, 201])
        assert.deepEqual(one.body, two.body)
        assert.equal(await count(), Number(before) + 1)
        const other = { ...note, body: { occurred, text: 'Twice.' } }
        for (const sent of [other, { ...note, by: cast.lena }]) {
          const { status, body } = await ask('POST', `/episodes/${leah}/add-note`, sent)
          assert.deepEqual([status, body['type']], [409, '/api/v1/problems#key-used'])
        }
      },
    )

    await t.test(
      'A decision on what is no longer so is refused with what was written since, and says what to send.',
      async () => {
        const path = `/episodes/${leah}`
        const { headers } = await ask('GET', path, { by: cast.joyce })
        const etag = String(headers['etag'])
        const body = { occurred, to: 'Oakfield House', how: 'by-themselves' }
        const none = await ask('POST', `${path}/record-return`, { by: cast.joyce, body })
        assert.equal(none.status, 428)
        await ask('POST', `${path}/add-note`, { by: cast.lena, body: { occurred, text: 'First.' } })
        const late = await ask('POST', `${path}/record-return`, {
          by: cast.joyce,
          body,
          headers: { 'if-match': etag },
        })
        assert.equal(late.status, 412)
        assert.equal(late.headers['etag'], `"${Number(etag.slice(1, -1)) + 1}"`)
        const since = late.body['since'] as readonly { readonly body: { readonly text: string } }[]
        assert.deepEqual(
          since.map(({ body: { text } }) => text),
          ['First.'],
        )
        const again = await ask('POST', `${path}/record-return`, {
          by: cast.joyce,
          body,
          headers: { 'if-match': late.headers['etag'] },
        })
        assert.equal(again.status, 201)
        const onNote = await ask('POST', `${path}/add-note`, {
          by: cast.joyce,
          body: { occurred, text: 'x' },
          headers: { 'if-match': '"1"' },
        })
        assert.equal(onNote.status, 422)
      },
    )

    await t.test(
      'A rule of the field that says no says it in its own words, under a type of its own.',
      async () => {
        const { headers } = await ask('GET', `/episodes/${leah}`, { by: cast.joyce })
        const refused = await ask('POST', `/episodes/${leah}/record-return`, {
          by: cast.joyce,
          headers: { 'if-match': String(headers['etag']) },
          body: {
            occurred: { at: '2030-01-01T00:00:00Z', precision: 'minute' },
            to: 'Oakfield House',
            how: 'by-themselves',
          },
        })
        assert.equal(refused.status, 409)
        assert.equal(refused.body['type'], '/api/v1/problems#refused-in-the-future')
        assert.match(String(refused.body['detail']), /has not come yet\. Give the time/u)
        const { problems } = (await ask('GET', '/problems')).body
        assert.ok((problems as readonly { type: string }[]).some(({ type }) => type === refused.body['type']))
      },
    )

    await t.test(
      'What is wrong is named place by place, and a correction is held to the entry that it corrects.',
      async () => {
        const path = `/episodes/${leah}`
        const said = async (command: string, body: unknown) => {
          const { status, body: problem } = await ask('POST', `${path}/${command}`, { by: cast.joyce, body })
          assert.equal(status, 422)
          return (problem['errors'] as readonly { pointer: string }[])
            .map(({ pointer }) => pointer)
            .toSorted()
        }
        assert.deepEqual(
          await said('add-note', { occurred: { at: 'today', precision: 'exactly' }, note: 'x' }),
          ['#/note', '#/occurred/at', '#/occurred/precision', '#/text'],
        )
        assert.deepEqual(
          await said('add-note', { occurred: { ...occurred, at: '1066-10-14T09:00:00Z' }, text: 'x' }),
          ['#/occurred/at'],
        )
        assert.deepEqual(await said('add-note', { occurred, text: '  ' }), ['#/text'])
        const told = { role: 'carer', about: 'report', occurred }
        for (const [sent, pointers] of [
          ['x', ['#/told']],
          [{ kind: 'x', who: 'x' }, ['#/told/kind']],
          [{ kind: 'told', who: 'x', because: 'x' }, ['#/told/because', '#/told/means']],
        ] as const)
          assert.deepEqual(await said('inform-agency', { ...told, told: sent }), pointers)
        const episode = await ask('GET', path, { by: cast.joyce })
        const chronology = episode.body['chronology'] as readonly { id: string; type: string }[]
        const corrects = chronology.find(({ type }) => type === 'concern-raised')?.id
        const headers = { 'if-match': String(episode.headers['etag']) }
        const { status, body } = await ask('POST', `${path}/correct-entry`, {
          by: cast.joyce,
          headers,
          body: {
            occurred,
            corrects,
            reason: 'Typed wrongly',
            changes: { whereabouts: 42, where: { a: 1 } },
          },
        })
        assert.equal(status, 422)
        assert.deepEqual(
          (body['errors'] as readonly { pointer: string }[]).map(({ pointer }) => pointer).toSorted(),
          ['#/changes/where', '#/changes/whereabouts'],
        )
      },
    )

    await t.test(
      'A child who may be known is shown before a second record is made, and is not lost to a retry.',
      async () => {
        const child = { name: 'Jay Mercer', otherNames: [], approximateAge: 14, pronoun: 'they' }
        const headers = { 'idempotency-key': newId() }
        const first = await ask('POST', '/children', { by: cast.ruth, headers, body: { child } })
        assert.deepEqual([first.status, first.body['type']], [409, '/api/v1/problems#may-be-known'])
        const found = (first.body['candidates'] as readonly { child: string }[]).map((one) => one.child)
        assert.ok(found.includes(childIdOf('jay')))
        const sure = { by: cast.ruth, headers, body: { child, sure: true } }
        const [made, again] = [await ask('POST', '/children', sure), await ask('POST', '/children', sure)]
        assert.deepEqual([made.status, made.body], [201, again.body])
        const alone = {
          by: cast.ruth,
          headers: { 'idempotency-key': newId() },
          body: { child: { ...child, name: 'Wynn Quill' } },
        }
        const [one, two] = [await ask('POST', '/children', alone), await ask('POST', '/children', alone)]
        assert.deepEqual([one.status, one.body], [201, two.body])
      },
    )

    await t.test(
      'Every operation of the description does what it says, and answers as described.',
      async () => {
        const witness = await aWitness(served)
        await theStory(witness.ask)
        const names = operations.map(({ operationId }) => operationId).toSorted()
        assert.deepEqual([...witness.done].toSorted(), names)
        assert.deepEqual(served.defects, [])
      },
    )
  }))

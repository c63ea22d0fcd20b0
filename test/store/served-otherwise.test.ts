import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { withApi, type Replied, type Served } from '../support/api.ts'
import { ago, does } from '../support/api-story-asking.ts'
import { first, heardAboutBoth } from '../support/heard-about-both.ts'

const { noor, dawn } = cast
type Ask = Served['ask']
type Body = Readonly<Record<string, unknown>>

const earlier = { away: 90, back: 60, heard: 10 }

async function changes(
  ask: Ask,
  episode: string,
  name: 'correct-entry' | 'record-in-error',
  said: Body,
): Promise<Replied> {
  const etag = String((await ask('GET', `/episodes/${episode}`, { by: noor })).headers['etag'])
  return ask('POST', `/episodes/${episode}/${name}`, {
    by: noor,
    headers: { 'if-match': etag, 'idempotency-key': randomUUID() },
    body: { occurred: { at: ago(0), precision: 'minute' }, ...said },
  })
}

function corrected(ask: Ask, episode: string, entry: unknown, at: string): Promise<Replied> {
  return changes(ask, episode, 'correct-entry', {
    corrects: entry,
    correctedOccurred: { at, precision: 'minute' },
    reason: 'Noor looked at her watch',
    evidence: 'Her notes',
  })
}

interface Entry {
  readonly id: string
  readonly type: string
  readonly body: Body
}

async function chronologyOf(ask: Ask, episode: string): Promise<readonly Entry[]> {
  const { body } = await ask('GET', `/episodes/${episode}`, { by: dawn })
  return body['chronology'] as readonly Entry[]
}

const interview = 'Hold the independent return interview'

async function isOwed(ask: Ask): Promise<boolean> {
  const { body } = await ask('GET', `/episodes/${first}`, { by: dawn })
  const duties = body['duties'] as readonly { readonly title: string; readonly standing: string }[]
  return duties.some(({ title, standing }) => title === interview && ['open', 'overdue'].includes(standing))
}

async function confirms(ask: Ask, episode: string, entry: unknown): Promise<void> {
  await does(ask, dawn, 'acknowledge', { of: { kind: 'entry', entry } }, episode)
}

async function whenHeard(database: Served['database']): Promise<unknown> {
  const { rows } = await database.owner.query<{ row: unknown }>(
    'select to_jsonb(e) as row from whereabouts.episode_card e where episode = $1',
    [first],
  )
  return rows[0]?.row
}

test('An interview whose time is corrected has that time in the other episode which it served: once, in its duty and its figures.', () =>
  withApi(async ({ ask, database }) => {
    const { second, held, served } = await heardAboutBoth(ask, earlier)
    const at = ago(30)
    const before = await whenHeard(database)
    const reply = await corrected(ask, second, held, at)
    assert.equal(reply.status, 201, reply.text)
    const moved = (await chronologyOf(ask, first)).filter(({ body }) => body['corrects'] === served)
    assert.deepEqual(
      moved.map(({ type, body }) => [type, body['occurred'], body['needsSecond']]),
      [['entry-corrected', { at, precision: 'minute' }, false]],
    )
    assert.doesNotMatch(JSON.stringify(moved), /looked at her watch/)
    assert.ok(!(await isOwed(ask)))
    assert.notDeepEqual(await whenHeard(database), before)
    assert.match(JSON.stringify(await whenHeard(database)), new RegExp(at.slice(0, 16)))
  }))

test('No correction puts an interview before the return of another episode that it served.', () =>
  withApi(async ({ ask }) => {
    const { second } = await heardAboutBoth(ask, { ...earlier, back: 20 })
    const said = {
      occurred: { at: ago(10), precision: 'minute' },
      interviewer: 'Noor Aziz',
      caresForChild: false,
      allocatedWorker: false,
      where: 'The park',
      present: 'Both of us',
    }
    const here = (await does(ask, noor, 'record-interview', said, first)).body['entry']
    await does(ask, noor, 'record-interview-served', { episode: first, interview: here }, second)
    const refused = await corrected(ask, first, here, ago(30))
    assert.deepEqual(
      [refused.status, refused.body['refusal']],
      [409, { kind: 'before-a-return-that-it-serves' }],
    )
    assert.equal((await corrected(ask, first, here, ago(15))).status, 201)
  }))

test('When what took an interview back is taken back itself, the interview serves the other episode again.', () =>
  withApi(async ({ ask }) => {
    const { second, held } = await heardAboutBoth(ask, earlier)
    const because = { why: 'did-not-happen', reason: 'Another child' }
    const inError = async (entry: unknown) => {
      const scope = { kind: 'entry', entry }
      const reply = await changes(ask, second, 'record-in-error', { scope, ...because })
      assert.equal(reply.status, 201, reply.text)
      return reply.body['entry']
    }
    const taken = await inError(held)
    await confirms(ask, second, taken)
    assert.ok(await isOwed(ask))
    await inError(taken)
    assert.ok(!(await isOwed(ask)), 'it is heard about again')
  }))

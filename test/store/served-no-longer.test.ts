import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { withApi, type Replied, type Served } from '../support/api.ts'
import { ago, does } from '../support/api-story-asking.ts'
import { first, heardAboutBoth } from '../support/heard-about-both.ts'

const { noor, dawn, sam } = cast
const interview = 'Hold the independent return interview'

type Ask = Served['ask']
type Member = (typeof cast)[keyof typeof cast]

interface Duty {
  readonly id: string
  readonly title: string
  readonly standing: string
}

async function isOwed(ask: Ask, episode: string): Promise<boolean> {
  const { body } = await ask('GET', `/episodes/${episode}`, { by: dawn })
  const duties = body['duties'] as readonly Duty[]
  return duties.some(({ title, standing }) => title === interview && ['open', 'overdue'].includes(standing))
}

async function takesBack(
  ask: Ask,
  episode: string,
  entry: unknown,
  key: string = randomUUID(),
  by: Member = noor,
) {
  const etag = String((await ask('GET', `/episodes/${episode}`, { by })).headers['etag'])
  return ask('POST', `/episodes/${episode}/record-in-error`, {
    by,
    headers: { 'if-match': etag, 'idempotency-key': key },
    body: {
      occurred: { at: ago(0), precision: 'minute' },
      scope: { kind: 'entry', entry },
      why: 'did-not-happen',
      reason: 'Only of the secondreasonkept',
    },
  })
}

async function voidsIn(ask: Ask, episode: string): Promise<number> {
  const { text } = await ask('GET', `/episodes/${episode}`, { by: dawn })
  assert.doesNotMatch(
    text,
    /secondreasonkept/,
    'a reason is for whoever reads the episode that it was written in',
  )
  return text.split('was recorded in error there.').length - 1
}

async function figures(ask: Ask): Promise<unknown> {
  const { body, text } = await ask('GET', '/return-figures', { by: dawn })
  const { figures: all } = body['now'] as { figures: readonly Readonly<Record<string, unknown>>[] }
  assert.ok(all.length > 0, text)
  return all.map(({ name, numerator, denominator }) => [name, numerator, denominator])
}

/** The second person whom such a void waits for, since it takes a duty away that the interview began. */
function confirms(
  ask: Ask,
  episode: string,
  entry: unknown,
  key: string = randomUUID(),
  at = ago(0),
): Promise<Replied> {
  const of = { kind: 'entry', entry }
  return ask('POST', `/episodes/${episode}/acknowledge`, {
    by: dawn,
    headers: { 'idempotency-key': key },
    body: { occurred: { at, precision: 'minute' }, of },
  })
}

test('An interview that is taken back takes with it what it served in another episode: once, with the reason, and the duty stands open again.', () =>
  withApi(async ({ ask }) => {
    assert.ok(await isOwed(ask, first))
    const { second, held } = await heardAboutBoth(ask)
    const heard = await figures(ask)
    assert.ok(!(await isOwed(ask, first)))
    const asked = await takesBack(ask, second, held)
    assert.equal(asked.status, 201, asked.text)
    assert.ok(!(await isOwed(ask, first)), 'it waits, and so does what it would take with it')
    assert.equal(await voidsIn(ask, first), 0)
    const [key, at] = [randomUUID(), ago(0)]
    for (let again = 0; again < 2; again += 1) {
      const reply = await confirms(ask, second, asked.body['entry'], key, at)
      assert.ok(reply.status === 201 || reply.status === 200, reply.text)
      assert.ok(await isOwed(ask, first), 'the duty of the other episode')
      assert.equal(await voidsIn(ask, first), 1)
    }
    assert.notDeepEqual(await figures(ask), heard, 'neither return counts as heard')
    const again = await ask('POST', `/episodes/${first}/record-interview-served`, {
      by: noor,
      body: { occurred: { at: ago(0), precision: 'minute' }, episode: second, interview: held },
    })
    assert.deepEqual(again.body['refusal'], { kind: 'not-held-elsewhere' })
  }))

test('An interview is not taken back behind a closed door: the episode that would owe one again is reopened first.', () =>
  withApi(async ({ ask }) => {
    const { second, held } = await heardAboutBoth(ask)
    const { body } = await ask('GET', `/episodes/${first}`, { by: sam })
    const owed = body['duties'] as readonly Duty[]
    const open = owed.filter(({ standing }) => ['open', 'overdue'].includes(standing))
    const leftOpen = Object.fromEntries(open.map(({ id }) => [id, 'A test ends here']))
    await does(ask, sam, 'close-episode', { summary: 'Back and heard', leftOpen }, first)
    const asked = await takesBack(ask, second, held)
    assert.equal(asked.status, 201, asked.text)
    const refused = await confirms(ask, second, asked.body['entry'])
    assert.deepEqual([refused.status, refused.body['refusal']], [409, { kind: 'serves-a-closed-episode' }])
    assert.equal(await voidsIn(ask, first), 0, 'nothing of it is done')
    await does(ask, sam, 'reopen-episode', { reason: 'The interview was another child’s' }, first)
    assert.equal((await confirms(ask, second, asked.body['entry'])).status, 201)
    assert.ok(await isOwed(ask, first))
    assert.equal(await voidsIn(ask, first), 1)
  }))

test('Whoever says that it served at the moment at which it is taken back is refused, or is taken back with it.', () =>
  withApi(async ({ ask }) => {
    const { second, held, served } = await heardAboutBoth(ask)
    assert.equal((await takesBack(ask, first, served)).status, 201)
    assert.ok(await isOwed(ask, first))
    const asked = await takesBack(ask, second, held)
    const serves = ask('POST', `/episodes/${first}/record-interview-served`, {
      by: noor,
      body: { occurred: { at: ago(0), precision: 'minute' }, episode: second, interview: held },
    })
    const [taken] = await Promise.all([confirms(ask, second, asked.body['entry']), serves])
    assert.equal(taken.status, 201, taken.text)
    assert.ok(await isOwed(ask, first))
  }))

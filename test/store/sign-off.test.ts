import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { withApi, type Replied, type Served } from '../support/api.ts'
import { ago, does, jay } from '../support/api-story-asking.ts'
import { withPages } from '../support/pages-served.ts'

const { ruth, noor, dawn } = cast

/** Jay's interview, written up, with two people and a vehicle named in it: the write-up, and the three findings. */
async function heldAndWrittenUp({ ask }: Served): Promise<readonly string[]> {
  await does(ask, ruth, 'record-return', { to: 'Oakfield House', how: 'by-themselves' })
  const { body: held } = await does(ask, noor, 'record-interview', {
    interviewer: 'Noor Aziz',
    caresForChild: false,
    allocatedWorker: false,
    where: 'The park',
    present: 'Jay and Noor',
  })
  const interview = held['entry']
  const answers = [{ question: 'account', asked: 'What he said', words: 'Ask Kez' }]
  const { body: written } = await does(ask, noor, 'write-up-interview', { interview, answers })
  const named = async (kind: string, name: string, from: unknown) => {
    const restricted = { what: { kind, name }, quote: 'He said so' }
    const { body } = await does(ask, noor, 'record-finding', { from, ofConcern: true, restricted })
    return String(body['entry'])
  }
  return [
    String(written['entry']),
    await named('person', 'Kezwordkept', interview),
    await named('person', 'Lozwordkept', written['entry']),
    await named('vehicle', 'AB12 KEPT', interview),
  ]
}

async function approves(
  { ask }: Served,
  writeUp: string,
  by: (typeof cast)[keyof typeof cast] = dawn,
): Promise<Replied> {
  const etag = String((await ask('GET', `/episodes/${jay}`, { by })).headers['etag'])
  return ask('POST', `/episodes/${jay}/approve-interview`, {
    by,
    headers: { 'if-match': etag },
    body: { occurred: { at: ago(0), precision: 'minute' }, writeUp },
  })
}

test('A machine that approves a write-up is told how many that were named are not marked, and by no name.', () =>
  withApi(async (served) => {
    const [writeUp = '', kez, loz, car] = await heldAndWrittenUp(served)
    const refused = await approves(served, writeUp)
    assert.equal(refused.status, 409)
    assert.deepEqual(refused.body['refusal'], { kind: 'findings-not-marked', left: 3 })
    assert.doesNotMatch(refused.text, /wordkept|KEPT/)
    assert.equal((await approves(served, writeUp, ruth)).status, 403)
    await does(served.ask, dawn, 'release-finding', { finding: kez })
    await does(served.ask, dawn, 'keep-finding', { finding: loz, why: 'He fears him' })
    const { body } = await approves(served, writeUp)
    assert.deepEqual(body['refusal'], { kind: 'findings-not-marked', left: 1 })
    await does(served.ask, dawn, 'release-finding', { finding: car })
    assert.equal((await approves(served, writeUp)).status, 201)
  }))

test('A manager marks everybody who was named and approves with one press, and a second press does no more.', () =>
  withPages(async (served, someone) => {
    const [writeUp = '', ...findings] = await heldAndWrittenUp(served)
    const manager = someone()
    await manager.signIn('dawn')
    const page = await manager.open(`/episodes/${jay}/approve-interview`)
    for (const name of ['Kezwordkept', 'Lozwordkept', 'AB12 KEPT']) assert.match(page.text, new RegExp(name))
    const form = page.text.slice(page.text.indexOf('<form id="act"'))
    const sent = { writeUp, isRead: 'yes' }
    const asked = await manager.send({ ...page, text: form }, sent)
    assert.equal(asked.status, 400)
    const [kez, loz, car] = findings.map((id) => `mark-${id}`)
    for (const field of [kez, loz, car]) assert.match(asked.text, new RegExp(`href="#${field}"`))
    const marks = {
      ...sent,
      [kez!]: 'released',
      [loz!]: 'kept',
      [`${loz}-why`]: 'He fears him',
      [car!]: 'released',
    }
    for (let press = 0; press < 2; press += 1) {
      const done = await manager.send({ ...page, text: form }, marks)
      assert.equal(done.url.search, '?done=approve-interview', done.text.slice(done.text.indexOf('<main')))
    }
    const { text } = await served.ask('GET', `/episodes/${jay}`, { by: dawn })
    const counted = ['finding-kept', 'finding-released', 'interview-approved'].map(
      (type) => text.split(`"type":"${type}"`).length - 1,
    )
    assert.deepEqual(counted, [1, 2, 1])
  }))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { withApi } from '../support/api.ts'
import { ago, does, jay } from '../support/api-story-asking.ts'

const { lena, noor, ruth } = cast

test('Who cares for a child, or is their social worker, is known from relationships and not from what is said.', () =>
  withApi(async ({ ask }) => {
    await does(ask, lena, 'record-location', {
      seenBy: 'PC Birch',
      howKnown: 'By his photograph',
      inChargeOf: 'PC Birch',
      where: 'The station',
      outcome: 'well',
    })
    await does(ask, ruth, 'record-return', { to: 'Oakfield House', how: 'brought-by-police' })
    const said = { caresForChild: false, allocatedWorker: false, where: 'The park', present: 'Both of them' }
    const sent = (name: string, body: object) =>
      ask('POST', `/episodes/${jay}/${name}`, {
        by: noor,
        body: { occurred: { at: ago(0), precision: 'minute' }, ...body },
      })
    const held = (interviewer: string, more: object = {}) =>
      sent('record-interview', { interviewer, ...said, ...more })
    const byRuth = await held('ruth adeyemi ')
    assert.match(byRuth.text, /cares-for-the-child/)
    const arranged = await sent('arrange-interview', {
      at: ago(-600),
      where: 'The park',
      interviewer: 'Karl Voss',
    })
    assert.match(arranged.text, /cares-for-the-child/)
    assert.match((await held('Sam Okafor')).text, /allocated-worker-needs-reason/)
    const bySam = await held('Sam Okafor', { whyAllocatedWorker: 'Jay asked for him' })
    assert.equal(bySam.status, 201, bySam.text)
    const read = await ask('GET', `/episodes/${jay}`, { by: noor })
    assert.match(read.text, /"allocatedWorker":true/)
    assert.equal((await held('Noor Aziz')).status, 201)
  }))

import assert from 'node:assert/strict'
import { cast } from '../../src/cli/demonstration/cast.ts'
import { childIdOf } from '../../src/cli/demonstration/child-plan.ts'
import type { AdditionName } from '../../src/domain/child/addition.ts'
import type { Served } from './api.ts'

/** Tyler has a way in of his own, and has written. */
export async function opensTheChildsDoor(ask: Served['ask']): Promise<void> {
  const tyler = childIdOf('tyler')
  const add = async (name: AdditionName, body: object) => {
    const reply = await ask('POST', `/children/${tyler}/${name}`, { by: cast.sam, body })
    assert.equal(reply.status, 201, `${name}: ${reply.text}`)
  }
  const { body } = await ask('GET', `/children/${tyler}`, { by: cast.sam })
  const { access, messages } = body['record'] as {
    readonly access: { entry: string }
    readonly messages: readonly { entry: string }[]
  }
  const wrote = messages[0]?.entry
  await add('answer-child', {
    occurred: { at: new Date().toISOString(), precision: 'minute' },
    wrote,
    answer: 'And on Monday',
    means: 'in-person',
  })
  await add('end-child-access', { given: access.entry, why: 'A test ends here' })
  await add('give-child-access', { view: 'Fifteen', explained: 'Who reads it', language: 'English' })
}

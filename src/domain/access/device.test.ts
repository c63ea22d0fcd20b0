import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { commands, type CommandName } from '../episode/command.ts'
import { mayFrom, type DeviceKind } from './device.ts'

const all = Object.keys(commands) as readonly CommandName[]
const from = (kind: DeviceKind) => all.filter((name) => mayFrom(kind, name)).toSorted()

suite('from an enrolled device', () => {
  test('everything may be done where it is none', () =>
    assert.ok(all.every((name) => mayFrom(undefined, name))))

  test('a foster carer reports, and does nothing else', () =>
    assert.deepEqual(from('foster-carer'), [
      'answer',
      'assess-threshold',
      'link-episode',
      'raise-concern',
      'report-missing',
      'take-action',
    ]))

  test('a home does what a night asks for, and takes nothing back', () => {
    assert.deepEqual(from('home'), [
      'acknowledge',
      'add-note',
      'answer',
      'ask',
      'assess-threshold',
      'challenge-grade',
      'give-reference',
      'give-risk-view',
      'inform-agency',
      'link-episode',
      'raise-concern',
      'record-information',
      'record-location',
      'record-return',
      'report-missing',
      'take-action',
    ])
    for (const name of ['correct-entry', 'record-in-error', 'close-episode', 'share-episode'] as const)
      assert.equal(mayFrom('home', name), false, name)
  })

  test('nothing is done from a wall', () => assert.deepEqual(from('wallboard'), []))
})

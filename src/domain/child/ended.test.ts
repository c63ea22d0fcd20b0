import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  day,
  entryId,
  idOf,
  moment,
  streamOf,
  told,
  type Told,
} from '../../../test/support/told-of-a-child.ts'
import { childAt } from './child-at.ts'
import type { ChildRecord } from './record.ts'

const jay = idOf<'child'>('jay')
const [began, over] = ['2026-03-01T09:00Z', '2026-05-01T09:00Z']
const reviewBy = day('2026-12-31')

/** What lasts, how it ends, and where it stands meanwhile. */
const lasting: Record<string, readonly [Told, Told, (child: ChildRecord) => readonly { entry: string }[]]> = {
  'a partner': [
    told('partner-named', began, { organisation: idOf('school'), why: 'Sees her daily' }, { as: 'it' }),
    told('partner-ended', over, { named: entryId('it') }),
    ({ partners }) => partners,
  ],
  'a health need': [
    told('health-known', began, { kind: 'medication', text: 'Insulin' }, { as: 'it' }),
    told('health-ended', over, { known: entryId('it'), why: 'Another child’s' }),
    ({ health }) => health,
  ],
  'a protected address': [
    told('address-protected', began, { address: '1 The Yard', keptFrom: 'An uncle', why: 'x' }, { as: 'it' }),
    told('address-protection-ended', over, { protected: entryId('it'), why: 'She moved' }),
    ({ protectedAddresses }) => protectedAddresses,
  ],
  'somebody shut out': [
    told(
      'person-shut-out',
      began,
      { person: idOf('sam'), name: 'Sam', scope: { kind: 'record' }, reason: 'A relative', reviewBy },
      { as: 'it' },
    ),
    told('shut-out-ended', over, { shutOut: entryId('it'), why: 'A mistake' }),
    ({ shutOut }) => shutOut,
  ],
  'a restriction': [
    told('record-restricted', began, { named: [idOf('post')], reason: 'A witness', reviewBy }, { as: 'it' }),
    told('restriction-ended', over, { restricted: entryId('it'), why: 'Over' }),
    ({ restriction }) => (restriction === undefined ? [] : [restriction]),
  ],
  'a way in': [
    told('child-access-given', began, { view: 'x', explained: 'y', language: 'English' }, { as: 'it' }),
    told('child-access-ended', over, { given: entryId('it'), why: 'The PIN is known' }),
    ({ access }) => (access === undefined ? [] : [access]),
  ],
}

suite('on a child’s record', () => {
  for (const [what, [start, end, standing]] of Object.entries(lasting))
    test(`${what} lasts from its beginning until it is ended, and no longer`, () => {
      const stands = (at: string, ...said: readonly Told[]) =>
        standing(childAt(streamOf(jay, ...said), moment(at))).map(({ entry }) => entry)
      assert.deepEqual(stands('2026-03-01T08:59:59.999Z', start, end), [])
      assert.deepEqual(stands(began, start, end), [entryId('it')])
      assert.deepEqual(stands('2026-05-01T08:59:59.999Z', start, end), [entryId('it')])
      assert.deepEqual(stands(over, start, end), [])
      assert.deepEqual(stands(over, start), [entryId('it')])
    })
})

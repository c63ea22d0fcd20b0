import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strandHeldBy } from '../../../test/support/care-gone.ts'
import { holdersOf, isLeftToHolders, keptFromSearch } from './holders-of-care.ts'
import type { Role } from './roles.ts'

const missing = (...holders: readonly Role[]) => ({
  strands: holders.map((holder) => strandHeldBy(holder)),
  edition: '2026-01',
  danger: 'no' as const,
  harmByWorker: false,
  complaint: false,
})

test('each holder is named once, and of nothing nobody holds it', () => {
  assert.deepEqual(holdersOf(missing('carer', 'social-worker', 'carer')), ['carer', 'social-worker'])
  assert.deepEqual(holdersOf(undefined), [])
})

const kept: readonly (readonly [Role, readonly Role[]])[] = [
  ['social-worker', ['social-worker']],
  ['carer', ['carer']],
  ['health-nurse', ['health-nurse']],
  ['reviewing-officer', ['reviewing-officer']],
  ['home-on-call', ['carer', 'home-on-call']],
  ['provider-manager', ['carer', 'home-on-call', 'provider-manager']],
  ['team-manager', ['social-worker', 'team-manager']],
  ['missing-coordinator', ['missing-coordinator', 'missing-service']],
  [
    'senior-manager',
    [
      'missing-coordinator',
      'missing-service',
      'reviewing-officer',
      'senior-manager',
      'social-worker',
      'team-manager',
    ],
  ],
  ['responsible-council', ['duty-team', 'responsible-council', 'social-worker', 'team-manager']],
]
for (const [holder, roles] of kept)
  test(`what the ${holder} holds is looked for by none of ${roles.join(', ')}`, () => {
    assert.deepEqual([...keptFromSearch([holder])].toSorted(), roles)
  })

test('of several holders all are kept from it', () => {
  assert.deepEqual([...keptFromSearch(['carer', 'team-manager'])].toSorted(), [
    'carer',
    'social-worker',
    'team-manager',
  ])
})

test('a holder is left what says something and decides nothing', () => {
  const left = [
    'concern-raised',
    'information-received',
    'asked',
    'note-added',
    'reference-given',
    'episode-linked',
  ] as const
  for (const type of left) assert.ok(isLeftToHolders(type), type)
  for (const type of [
    'answered',
    'acknowledged',
    'action-taken',
    'episode-closed',
    'entry-corrected',
  ] as const)
    assert.equal(isLeftToHolders(type), false, type)
})

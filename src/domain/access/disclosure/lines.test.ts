import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at } from '../../../../test/support/at.ts'
import { idFor } from '../../../../test/support/cast.ts'
import { linesOf } from './lines.ts'

test('a body is said whole, one line a value, in words where it was no word', () => {
  const id = idFor<'organisation'>('Oakfield')
  const lines = linesOf(
    {
      expectedAt: 'The home',
      worriedNow: true,
      whereabouts: 'not-authorised',
      at: at('2026-11-20T21:40'),
      day: '2026-11-20',
      setting: { name: 'Fernside', provider: id, other: idFor('x') },
      names: ['Jay', 'J'],
      none: null,
      count: 3,
    },
    (one) => (one === id ? 'Oakfield' : undefined),
  )
  assert.deepEqual(
    lines.map(({ field, text }) => `${field}: ${text}`.replace(/\([\da-f]{8}\)/, '(…)')),
    [
      'Expected at: The home',
      'Worried now: yes',
      'Whereabouts: not authorised',
      'At: 21:40 on Friday 20 November 2026',
      'Day: Friday 20 November 2026',
      'Setting: name: Fernside',
      'Setting: provider: Oakfield',
      'Setting: other: another part of the record (…)',
      'Names: Jay',
      'Names: J',
      'Count: 3',
    ],
  )
})

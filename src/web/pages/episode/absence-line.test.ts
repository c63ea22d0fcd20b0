import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at } from '../../../../test/support/at.ts'
import { spellLine } from './absence-line.ts'

const now = at('2026-11-21T22:00')
const day = { at: at('2026-03-12T23:59'), precision: 'day' } as const
const minute = { at: at('2026-11-20T21:40'), precision: 'minute' } as const

test('a spell of which only the days are known is given no hours', () => {
  assert.equal(spellLine({ kind: 'missing', from: day }, now), 'Missing (M) from 12 March, and still.')
  const until = { at: at('2026-03-14T23:59'), precision: 'day' } as const
  assert.equal(
    spellLine({ kind: 'missing', from: day, until }, now),
    'Missing (M) from 12 March to 14 March, 2 days.',
  )
})

test('a spell known to the minute says so', () => {
  const until = { at: at('2026-11-20T23:10'), precision: 'minute' } as const
  assert.equal(
    spellLine({ kind: 'away', from: minute, until }, now),
    'Away without authorisation (A) from 21:40 to 23:10 on Friday, 1 hour 30 minutes.',
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  aChildBackInTheMorning,
  after,
  at,
  entry,
  entryId,
  theEpisode,
} from '../../test/support/chronology.ts'
import { heldIn } from './held-elsewhere.ts'

const held = after(
  aChildBackInTheMorning(),
  entry('interview-held', '2026-03-30T16:00', {}, { id: 'interview' }),
)
const inError = (scope: { kind: 'episode' } | { kind: 'entry'; entry: ReturnType<typeof entryId> }) =>
  after(
    held,
    entry('recorded-in-error', '2026-03-31T09:00', { scope }, { id: 'error' }),
    entry('acknowledged', '2026-03-31T10:00', { of: { kind: 'entry', entry: entryId('error') } }),
  )

test('an interview counts for another episode with the time at which it was held', () => {
  assert.deepEqual(heldIn([[theEpisode, held]]), [
    {
      episode: theEpisode,
      interview: entryId('interview'),
      occurred: { at: at('2026-03-30T16:00'), precision: 'minute' },
    },
  ])
})

test('an interview that was recorded in error, alone or with its episode, counts for none', () => {
  assert.deepEqual(heldIn([[theEpisode, inError({ kind: 'entry', entry: entryId('interview') })]]), [])
  assert.deepEqual(heldIn([[theEpisode, inError({ kind: 'episode' })]]), [])
})

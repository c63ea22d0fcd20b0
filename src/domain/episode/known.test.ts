import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aChildMissingOvernight, after, at, entry } from '../../../test/support/chronology.ts'
import { episodeOf } from './evolve.ts'
import { asKnownAt } from './known.ts'

const corrected = after(
  aChildMissingOvernight(),
  entry('returned', '2026-03-29T07:10', {}, { id: 'return', recorded: '2026-03-29T07:20' }),
  entry('entry-corrected', '2026-03-29T09:00', {
    corrects: entry('returned', '2026-03-29T07:10', {}, { id: 'return' }).id,
    occurred: { at: at('2026-03-29T06:40'), precision: 'minute' },
  }),
)

test('what was known at a moment holds what was recorded by then, that moment included', () => {
  assert.equal(episodeOf(asKnownAt(corrected, at('2026-03-29T07:19'))).returned, undefined)
  const known = episodeOf(asKnownAt(corrected, at('2026-03-29T07:20')))
  assert.equal(known.returned?.occurred.at, at('2026-03-29T07:10'))
})

test('a correction is not known before it was made', () => {
  const before = episodeOf(asKnownAt(corrected, at('2026-03-29T08:59')))
  const since = episodeOf(asKnownAt(corrected, at('2026-03-29T09:00')))
  assert.equal(before.returned?.occurred.at, at('2026-03-29T07:10'))
  assert.equal(since.returned?.occurred.at, at('2026-03-29T06:40'))
})

test('a last sighting that was written down late was not known when it happened', () => {
  assert.equal(episodeOf(asKnownAt(corrected, at('2026-03-28T21:49'))).lastSeen, undefined)
  assert.equal(episodeOf(asKnownAt(corrected, at('2026-03-28T21:50'))).lastSeen?.at, at('2026-03-28T19:30'))
})

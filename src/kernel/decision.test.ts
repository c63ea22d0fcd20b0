import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accepted, type Decide, refused } from './decision.ts'
import { parseMoment } from './moment.ts'

const opened: Decide<'shut' | 'open', 'open-up', 'opened', 'already-open'> = (state) =>
  state === 'open' ? refused('already-open') : accepted(['opened'])

test('a rule answers with entries or with why not, and the compiler knows which', () => {
  const now = parseMoment('2026-11-20T22:40Z')!
  assert.deepEqual(opened('shut', 'open-up', now), { kind: 'accepted', entries: ['opened'] })
  assert.deepEqual(opened('open', 'open-up', now), { kind: 'refused', refusal: 'already-open' })
})

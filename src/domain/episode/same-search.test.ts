import assert from 'node:assert/strict'
import { test } from 'node:test'
import { careGone, strandHeldBy } from '../../../test/support/care-gone.ts'
import { aChildMissingOvernight } from '../../../test/support/chronology.ts'
import type { Chronology } from './entries.ts'
import { episodeOf } from './evolve.ts'
import { lookForTheSame } from './same-search.ts'

const concern = (chronology: Chronology) => episodeOf(chronology).raised!.body
const child = concern(aChildMissingOvernight())
const visit = concern(careGone())
const both = concern(careGone([strandHeldBy('social-worker', 'social-worker-visit'), strandHeldBy('carer')]))
const home = concern(careGone([strandHeldBy('provider-manager')]))

test('two searches are one where both are for the child, or share a strand of Care', () => {
  assert.equal(lookForTheSame(child, child), true)
  assert.equal(lookForTheSame(visit, both), true)
  assert.equal(lookForTheSame(both, visit), true)
  assert.equal(lookForTheSame(visit, home), false)
})

test('a search for Care is never one for the child', () => {
  assert.equal(lookForTheSame(child, visit), false)
  assert.equal(lookForTheSame(visit, child), false)
})

test('without strands nothing is shared', () => {
  assert.equal(lookForTheSame({ subject: visit.subject }, visit), false)
  assert.equal(lookForTheSame(visit, { subject: visit.subject }), false)
})

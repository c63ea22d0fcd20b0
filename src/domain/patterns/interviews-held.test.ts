import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { entry, entryId } from '../../../test/support/chronology.ts'
import { backInTheMorning } from '../../../test/support/returned.ts'
import { interviewsHeld } from './interviews-held.ts'

const held = (id: string) => entry('interview-held', '2026-03-30T09:00', {}, { id })
const served = (id: string) => entry('interview-served', '2026-03-30T09:00', { interview: entryId(id) })
const returns = (...backs: readonly ReturnType<typeof backInTheMorning>[]) => backs.map((back) => ({ back }))

describe('interviews', () => {
  it('are counted once, however many episodes each serves', () => {
    const both = returns(backInTheMorning(held('one')), backInTheMorning(served('one')))
    assert.deepEqual(interviewsHeld(both), { interviews: 1, episodes: 2, shared: 1, several: 0 })
  })
  it('may be several of one episode', () => {
    const two = returns(backInTheMorning(held('one'), held('two'), served('two')), backInTheMorning())
    assert.deepEqual(interviewsHeld(two), { interviews: 2, episodes: 1, shared: 0, several: 1 })
  })
})

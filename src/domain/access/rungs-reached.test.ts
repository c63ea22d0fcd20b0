import assert from 'node:assert/strict'
import { test } from 'node:test'
import { theEpisode } from '../../../test/support/chronology.ts'
import { moment } from '../../../test/support/told-of-a-child.ts'
import { firstReached } from './ladder.ts'

const rungs = (['home-on-call', 'team-manager', 'senior-manager'] as const).map((tell, hour) => ({
  tell,
  at: moment(`2026-11-20T2${hour}:00Z`),
}))

test('whichever rung of three is acknowledged is the last that is reached', () => {
  for (const answered of [0, 1, 2]) {
    const ladder = rungs.map((rung, nth) => ({
      ...rung,
      ...(nth === answered && { acknowledgedBy: 'Grace' }),
    }))
    assert.deepEqual(firstReached([{ stream: theEpisode, rungs: ladder }]), rungs.slice(0, answered + 1))
  }
})

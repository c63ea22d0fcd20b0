import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { joan, sam } from '../../../test/support/a-directory.ts'
import { day, moment } from '../../../test/support/told-of-a-child.ts'
import { isHeld, type Post } from './directory.ts'

/** At each of these moments, whether the post is held. */
const held = (more: Partial<Post>, ...moments: readonly string[]) =>
  moments.map((at) => isHeld({ ...sam, ...more }, moment(at)))

suite('a post is held', () => {
  test('from the first moment of its first London day, and from its last day no more', () => {
    const days = { from: day('2026-06-01'), until: day('2026-06-03') }
    assert.deepEqual(
      held(days, '2026-05-31T22:59:59.999Z', '2026-05-31T23:00Z', '2026-06-02T22:59Z', '2026-06-02T23:00Z'),
      [false, true, true, false],
    )
    assert.deepEqual(held({ from: day('2026-06-01') }, '2026-06-01T09:00Z', '2036-06-01T09:00Z'), [
      true,
      true,
    ])
  })

  test('by whoever is let in for a shift, from its minute until its minute', () => {
    const shift = {
      vouchedBy: joan.person,
      startsAt: moment('2026-06-01T20:00Z'),
      endsAt: moment('2026-06-02T06:00Z'),
    }
    assert.deepEqual(
      held(shift, '2026-06-01T19:59:59.999Z', '2026-06-01T20:00Z', '2026-06-02T05:59Z', '2026-06-02T06:00Z'),
      [false, true, true, false],
    )
    const ended = { ...shift, until: day('2026-06-02') }
    assert.deepEqual(held(ended, '2026-06-01T20:00Z', '2026-06-02T05:59Z'), [true, false])
  })
})

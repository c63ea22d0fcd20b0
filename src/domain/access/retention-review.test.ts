import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { day, idOf, moment } from '../../../test/support/told-of-a-child.ts'
import type { FallsDue } from './retention.ts'
import {
  decidedFrom,
  whyNotDecide,
  whyNotDispose,
  type RetentionAct,
  type RetentionActKind,
  type UnderReview,
} from './retention-review.ts'

const length = { years: 6, source: 'ours', verified: false, set: false }
const due: FallsDue = { kind: 'on', day: day('2026-11-20'), because: 'x', length }
const review: UnderReview = {
  due,
  today: day('2026-11-20'),
  inUse: false,
  held: false,
  disposed: false,
  decided: { holds: [] },
}
const [ines, omar] = [idOf<'person'>('Ines'), idOf<'person'>('Omar')]

function act(name: string, kind: RetentionActKind, more: Partial<RetentionAct> = {}): RetentionAct {
  const at = moment('2026-11-20T10:00:00.000Z')
  return { id: idOf(name), at, person: ines, post: idOf('a post'), kind, reason: 'a reason', ...more }
}

const proposed = act('p', 'propose', { class: 'missing-only' })
const confirmed = act('c', 'confirm', { about: proposed.id, person: omar })
const hold = act('h', 'hold')

suite('what was decided', () => {
  test('stands confirmed when a second person agrees, and not when the same one does', () => {
    assert.deepEqual(decidedFrom([proposed, confirmed]).confirmed, { proposal: proposed, by: confirmed })
    assert.equal(decidedFrom([proposed, { ...confirmed, person: ines }]).confirmed, undefined)
    assert.equal(decidedFrom([confirmed]).confirmed, undefined)
  })

  test('is taken back by whoever withdraws it, and by keeping or holding', () => {
    for (const undone of [
      act('w', 'withdraw', { about: proposed.id }),
      act('k', 'keep', { until: day('2030-01-01') }),
      hold,
    ]) {
      const { proposal, confirmed: still } = decidedFrom([proposed, confirmed, undone])
      assert.deepEqual([proposal, still], [undefined, undefined])
    }
    assert.notEqual(decidedFrom([proposed, act('w', 'withdraw', { about: hold.id })]).proposal, undefined)
  })

  test('is held until each hold has ended', () => {
    const two = [hold, act('h2', 'hold'), act('e', 'hold-ended', { about: hold.id })]
    assert.deepEqual(
      decidedFrom(two).holds.map(({ id }) => id),
      [idOf('h2')],
    )
  })
})

suite('nothing is disposed of', () => {
  test('while an episode is open or a duty is owed, on hold, before it is due, or while it is kept', () => {
    assert.equal(whyNotDispose(review), undefined)
    assert.equal(whyNotDispose({ ...review, inUse: true }), 'in-use')
    assert.equal(whyNotDispose({ ...review, held: true }), 'on-hold')
    assert.equal(whyNotDispose({ ...review, decided: { holds: [hold] } }), 'on-hold')
    assert.equal(whyNotDispose({ ...review, today: day('2026-11-19') }), 'not-due')
    assert.equal(whyNotDispose({ ...review, due: { kind: 'never', because: 'x' } }), 'not-due')
    const kept = { holds: [], keptUntil: day('2026-11-21') }
    assert.equal(whyNotDispose({ ...review, decided: kept }), 'kept-for-now')
    assert.equal(whyNotDispose({ ...review, decided: kept, today: day('2026-11-21') }), undefined)
  })

  test('by one person alone', () => {
    const after = { ...review, decided: decidedFrom([proposed]) }
    assert.equal(whyNotDecide('confirm', after, ines, proposed.id), 'another-person-needed')
    assert.equal(whyNotDecide('confirm', after, omar, proposed.id), undefined)
    assert.equal(whyNotDecide('confirm', after, omar, hold.id), 'nothing-proposed')
    assert.equal(whyNotDecide('confirm', { ...after, held: true }, omar, proposed.id), 'on-hold')
    assert.equal(whyNotDecide('propose', after, omar), 'proposed-already')
    assert.equal(whyNotDecide('propose', { ...review, disposed: true }, omar), 'disposed-of')
  })

  test('and what does not stand cannot be taken back', () => {
    assert.equal(whyNotDecide('withdraw', review, ines, proposed.id), 'nothing-proposed')
    assert.equal(whyNotDecide('withdraw', review, ines), 'nothing-proposed')
    assert.equal(whyNotDecide('hold-ended', review, ines, hold.id), 'no-such-hold')
    const held = { ...review, decided: decidedFrom([hold]) }
    assert.equal(whyNotDecide('hold-ended', held, omar, hold.id), undefined)
    assert.equal(whyNotDecide('keep', held, omar), undefined)
  })
})

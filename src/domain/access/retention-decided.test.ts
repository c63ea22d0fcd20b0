import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { day, idOf, moment } from '../../../test/support/told-of-a-child.ts'
import {
  decidedFrom,
  whyNotDecide,
  whyNotDispose,
  type RetentionAct,
  type RetentionActKind,
  type UnderReview,
} from './retention-review.ts'

const [ines, omar] = [idOf<'person'>('Ines'), idOf<'person'>('Omar')]
const at = moment('2026-11-20T10:00:00.000Z')
const act = (name: string, kind: RetentionActKind, more: Partial<RetentionAct> = {}): RetentionAct => ({
  id: idOf(name),
  at,
  person: ines,
  post: idOf('a post'),
  kind,
  ...more,
})
const proposed = act('p', 'propose')
const confirmed = act('c', 'confirm', { about: proposed.id, person: omar })
const review = (...acts: readonly RetentionAct[]): UnderReview => ({
  due: {
    kind: 'on',
    day: day('2026-11-20'),
    because: 'x',
    length: { years: 6, source: 'ours', verified: false, set: false },
  },
  today: day('2026-11-20'),
  inUse: false,
  held: false,
  disposed: false,
  decided: decidedFrom(acts),
})

suite('a record that is kept', () => {
  test('is kept until the day that was said, the last where it was said again', () => {
    const until = (name: string, on: string) => act(name, 'keep', { until: day(on) })
    assert.deepEqual(decidedFrom([until('k', '2030-01-01')]), { holds: [], keptUntil: day('2030-01-01') })
    const again = [until('k', '2030-01-01'), until('k2', '2028-01-01')]
    assert.equal(decidedFrom(again).keptUntil, day('2028-01-01'))
    assert.equal(whyNotDispose(review(until('k', '2026-11-21'))), 'kept-for-now')
  })

  test('without a day stays kept as it was, and is on no hold by it', () => {
    const kept = act('k', 'keep', { until: day('2030-01-01') })
    assert.deepEqual(decidedFrom([act('k', 'keep')]), { holds: [] })
    assert.equal(decidedFrom([kept, act('k2', 'keep')]).keptUntil, day('2030-01-01'))
  })

  test('can be kept or put on hold whatever was decided, but not when it is disposed of', () => {
    for (const kind of ['keep', 'hold'] as const) {
      assert.equal(whyNotDecide(kind, review(proposed, confirmed), ines), undefined)
      assert.equal(whyNotDecide(kind, { ...review(), disposed: true }, ines), 'disposed-of')
    }
  })
})

suite('a proposal to dispose', () => {
  test('is confirmed only by an act about it', () => {
    const aboutAnother = { ...confirmed, about: idOf<'retention act'>('another') }
    const { proposal, confirmed: by } = decidedFrom([proposed, aboutAnother])
    assert.deepEqual([proposal, by], [proposed, undefined])
    const { about: _, ...aboutNothing } = confirmed
    assert.equal(decidedFrom([proposed, aboutNothing]).confirmed, undefined)
  })

  test('stands once: neither it nor what was confirmed is proposed again', () => {
    assert.equal(whyNotDecide('propose', review(), ines), undefined)
    assert.equal(whyNotDecide('propose', review(proposed), omar), 'proposed-already')
    assert.equal(whyNotDecide('propose', review(proposed, confirmed), omar), 'proposed-already')
  })

  test('is withdrawn by its own name, also when it was confirmed, and by no other', () => {
    const withdraw = (acts: readonly RetentionAct[], about: string) =>
      whyNotDecide('withdraw', review(...acts), omar, idOf(about))
    assert.equal(withdraw([proposed], 'p'), undefined)
    assert.equal(withdraw([proposed, confirmed], 'p'), undefined)
    assert.equal(withdraw([proposed, confirmed], 'c'), 'nothing-proposed')
    assert.equal(withdraw([proposed], 'another'), 'nothing-proposed')
    const withdrawn = decidedFrom([proposed, confirmed, act('w', 'withdraw', { about: proposed.id })])
    assert.deepEqual(withdrawn, { holds: [] })
  })

  test('that there is not cannot be confirmed, not even by naming nothing', () => {
    assert.equal(whyNotDecide('confirm', review(), omar), 'nothing-proposed')
    assert.equal(whyNotDecide('confirm', review(proposed, confirmed), omar, proposed.id), 'nothing-proposed')
  })
})

test('a hold ends by its own name', () => {
  const held = [act('h', 'hold'), act('h2', 'hold')]
  const end = (about: string) => whyNotDecide('hold-ended', review(...held), omar, idOf(about))
  assert.deepEqual([end('h'), end('h2'), end('h3')], [undefined, undefined, 'no-such-hold'])
  assert.equal(whyNotDecide('hold-ended', review(...held), omar), 'no-such-hold')
})

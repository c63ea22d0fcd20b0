import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { driftOf, type Interval } from './drift.ts'

const even = (number: number, ratio = 0.8): readonly Interval[] =>
  Array.from({ length: number }, () => ({ ratio }))
const longer = (number: number): readonly Interval[] =>
  Array.from({ length: number }, (_, index) => ({ ratio: 0.8 * 1.05 ** (index + 1) }))
const seen = (number: number, saw: boolean): readonly Interval[] =>
  Array.from({ length: number }, () => ({ ratio: 0.8, seen: saw }))

/** The same as its paper says, without any short cut: each moment of change by itself, each service by itself. */
function slowly(intervals: readonly Interval[]): number {
  const x = intervals.map(({ ratio }) => Math.log(ratio / 0.8))
  const spreads = [0.04, 0.06, 0.09, 0.13, 0.18, 0.25, 0.35, 0.5]
  const likelihood = (values: readonly number[]) => {
    let all = 0
    for (const spread of spreads)
      for (const [around, share] of [
        [0.05, 0.85],
        [0.25, 0.15],
      ] as const) {
        // One after another: what is known of the mean is brought up to date by each value.
        let [mean, variance, density] = [0, around ** 2, share]
        for (const value of values) {
          const predicted = variance + spread ** 2
          density *= Math.exp(-((value - mean) ** 2) / (2 * predicted)) / Math.sqrt(predicted)
          const gain = variance / predicted
          ;[mean, variance] = [mean + gain * (value - mean), variance * (1 - gain)]
        }
        all += density
      }
    return all
  }
  const share = (some: readonly Interval[], yes: number, no: number) => {
    let [y, n, all] = [yes, no, 1]
    for (const one of some)
      if (one.seen !== undefined) {
        all *= (one.seen ? y : n) / (y + n)
        if (one.seen) y++
        else n++
      }
    return all
  }
  const [steady, asBefore] = [likelihood(x), share(intervals, 9, 1)]
  let changed = 0
  for (let from = 1; from < x.length; from++) {
    const values = x.map((value, at) => (at < from ? value : value - (at - from + 1) * Math.log(1.05)))
    const longer = likelihood(values)
    const fewer = share(intervals.slice(0, from), 9, 1) * share(intervals.slice(from), 1, 1)
    changed += intervals.every((one) => one.seen === undefined)
      ? longer / 40
      : (longer * asBefore + steady * fewer + longer * fewer) / 3 / 40
  }
  return Math.log(changed / (steady * asBefore))
}

const anyInterval = fc
  .record({
    ratio: fc.double({ min: 0.3, max: 2.5, noNaN: true }),
    seen: fc.option(fc.boolean(), { nil: undefined }),
  })
  .map(({ ratio, seen: saw }): Interval => ({ ratio, ...(saw !== undefined && { seen: saw }) }))

suite('drift', () => {
  test('is not asked of fewer than two intervals', () => {
    assert.equal(driftOf([]), undefined)
    assert.equal(driftOf(even(1)), undefined)
    assert.notEqual(driftOf(even(2)), undefined)
  })

  test('is what the method says, worked out the long way', () => {
    fc.assert(
      fc.property(fc.array(anyInterval, { minLength: 2, maxLength: 14 }), (intervals) => {
        const [ours, long] = [driftOf(intervals)?.logOdds ?? Number.NaN, slowly(intervals)]
        assert.ok(Math.abs(ours - long) < 1e-6, `${ours} and ${long}`)
      }),
      { numRuns: 300 },
    )
  })

  test('is seen where intervals lengthen, from about when they began to', () => {
    for (const before of [6, 10, 20]) {
      const found = driftOf([...even(before), ...longer(5)])
      assert.equal(found?.drifting, true)
      assert.ok(Math.abs(found.since - before) <= 1, `${found.since} for ${before}`)
    }
  })

  test('is not seen where they stay as they are, also a little late or early', () => {
    for (const ratio of [0.7, 0.8, 0.9]) assert.equal(driftOf(even(30, ratio))?.drifting, false)
    const uneven = Array.from({ length: 24 }, (_, index) => ({ ratio: index % 2 === 0 ? 0.72 : 0.88 }))
    assert.equal(driftOf(uneven)?.drifting, false)
  })

  test('is seen before any visit is overdue', () => {
    const four = [...even(12), ...longer(4)]
    assert.ok(four.every(({ ratio }) => ratio < 1))
    assert.equal(driftOf(four)?.drifting, true)
  })

  test('is seen where visits are in time and the child sees fewer of them', () => {
    const away = driftOf([...seen(10, true), ...seen(4, false)])
    assert.equal(away?.drifting, true)
    assert.equal(away.since, 10)
    assert.equal(driftOf(seen(14, true))?.drifting, false)
    const once = driftOf([...seen(7, true), ...seen(1, false), ...seen(7, true)])
    assert.equal(once?.drifting, false)
  })
})

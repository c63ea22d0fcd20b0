import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { chanceOf } from './chance.ts'

const many = 40_000
const draws = <T>(draw: () => T): readonly T[] => Array.from({ length: many }, draw)
const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length

suite('chance', () => {
  test('follows from its parts alone, and differs where one of them does', () => {
    const first = (...parts: readonly (string | number)[]) => {
      const chance = chanceOf(...parts)
      return [chance.next(), chance.next(), chance.between(1, 1000), chance.pick(['a', 'b', 'c'])]
    }
    assert.deepEqual(first('seed', 'child', 7), first('seed', 'child', 7))
    assert.notDeepEqual(first('seed', 'child', 7), first('seed', 'child', 8))
    assert.notDeepEqual(first('seed', 'child', 7), first('other', 'child', 7))
  })

  test('gives these numbers for ever: a seed named in a report is the same partnership next year', () => {
    const chance = chanceOf('whereabouts')
    assert.deepEqual(
      [chance.next(), chance.next(), chance.next()],
      [0.4018514540512115, 0.10792342689819634, 0.28479525493457913],
    )
  })

  test('spreads evenly, from nought to just below one', () => {
    const { next } = chanceOf('even')
    const tenths = Map.groupBy(draws(next), (number) => Math.floor(number * 10))
    assert.deepEqual([...tenths.keys()].toSorted(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    for (const [tenth, numbers] of tenths)
      assert.ok(Math.abs(numbers.length - many / 10) < 250, `${tenth}: ${numbers.length}`)
  })

  test('takes weights as shares, both ends of a span, and means as means', () => {
    const chance = chanceOf('shares')
    const drawn = draws(() =>
      chance.weighted([
        ['often', 3],
        ['seldom', 1],
        ['never', 0],
      ]),
    )
    const seldom = drawn.filter((one) => one === 'seldom').length / many
    assert.ok(Math.abs(seldom - 0.25) < 0.01, `${seldom}`)
    assert.ok(!drawn.includes('never'))
    assert.deepEqual([...new Set(draws(() => chance.between(3, 5)))].toSorted(), [3, 4, 5])
    assert.ok(Math.abs(mean(draws(() => chance.waiting(12))) - 12) < 0.25)
    const around = draws(() => chance.around(40, 2)).toSorted((a, b) => a - b)
    assert.ok(Math.abs((around[many / 2] ?? 0) - 40) < 1)
    const within = around.filter((one) => one > 20 && one < 80).length / many
    assert.ok(Math.abs(within - 0.683) < 0.01, `${within}`)
    const happened = draws(() => chance.happens(0.03)).filter(Boolean).length / many
    assert.ok(Math.abs(happened - 0.03) < 0.004, `${happened}`)
  })

  test('draws nothing from an empty list', () => {
    assert.throws(() => chanceOf('nothing').pick([]))
  })
})

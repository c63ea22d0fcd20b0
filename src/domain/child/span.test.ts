import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { entryId, moment } from '../../../test/support/told-of-a-child.ts'
import { covers, inOrderOfTime, successive } from './span.ts'

const [first, second, third] = ['2026-01-05T09:00Z', '2026-03-01T09:00Z', '2026-06-01T09:00Z'].map(moment)
const spanFrom = (name: string, from = first!) => ({ entry: entryId(name), from })

suite('what lasts', () => {
  test('lasts from its first moment until, and without, its last', () => {
    const span = { ...spanFrom('one'), until: second! }
    assert.equal(covers(span, moment('2026-01-05T08:59:59.999Z')), false)
    assert.equal(covers(span, first!), true)
    assert.equal(covers(span, moment('2026-03-01T08:59:59.999Z')), true)
    assert.equal(covers(span, second!), false)
  })

  test('ends where the next begins, whatever the order in which they were written down', () => {
    const [one, two, three] = [spanFrom('one'), spanFrom('two', second), spanFrom('three', third)]
    const expected = [{ ...one, until: second }, { ...two, until: third }, three]
    for (const order of [
      [one, two, three],
      [three, two, one],
      [two, three, one],
    ])
      assert.deepEqual(successive(order), expected)
  })

  test('keeps an end of its own that comes before the next', () => {
    const ended = { ...spanFrom('one'), until: second! }
    assert.deepEqual(successive([spanFrom('two', third), ended]), [ended, spanFrom('two', third)])
  })

  test('is in the order in which it happened, and at one moment in the order in which it was written', () => {
    const happened = (name: string, at = first!) => ({ name, occurred: { at, precision: 'minute' as const } })
    const written = [happened('c', third), happened('a'), happened('d', third), happened('b', second)]
    assert.deepEqual(
      inOrderOfTime(written).map(({ name }) => name),
      ['a', 'b', 'c', 'd'],
    )
    assert.deepEqual(
      inOrderOfTime([happened('a'), happened('b'), happened('c')]).map(({ name }) => name),
      ['a', 'b', 'c'],
    )
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  day,
  entryId,
  idOf,
  moment,
  pictureOf,
  streamOf,
  told,
  within,
} from '../../../test/support/told-of-a-child.ts'
import { childAt } from './child-at.ts'
import { freshFor, isStale, photographRule, photographsOf } from './photograph.ts'

const stream = streamOf(
  idOf<'child'>('mia'),
  told('child-registered', '2026-01-01T09:00Z', { name: 'Mia', otherNames: [], pronoun: 'she' }),
  told('photograph-added', '2026-02-01T09:00Z', pictureOf('2026-01-10'), { as: 'older' }),
  told('photograph-added', '2026-02-02T09:00Z', pictureOf('2025-06-01'), { as: 'oldest' }),
  told('photograph-added', '2026-02-03T09:00Z', pictureOf('2026-02-03'), { as: 'newest' }),
  told('photograph-added', '2026-02-04T09:00Z', pictureOf('2026-01-10'), { as: 'of the same day' }),
  told(
    'photograph-withdrawn',
    '2026-03-01T09:00Z',
    { photograph: entryId('newest'), why: 'She does not want it' },
    {},
  ),
)
const shownAt = (at: string) => childAt(stream, moment(at)).photographs.map(({ entry }) => entry)
const ids = (...names: readonly string[]) => names.map(entryId)

suite('photographs of a child', () => {
  test('are shown from when they were added until they are withdrawn, the newest first', () => {
    assert.deepEqual(shownAt('2026-01-31T09:00Z'), [])
    assert.deepEqual(shownAt('2026-02-02T09:00Z'), ids('older', 'oldest'))
    assert.deepEqual(shownAt('2026-02-28T09:00Z'), ids('newest', 'older', 'of the same day', 'oldest'))
    assert.deepEqual(shownAt('2026-03-01T09:00Z'), ids('older', 'of the same day', 'oldest'))
  })

  test('say what was said of each', () =>
    assert.deepEqual(photographsOf(stream)[0], {
      entry: entryId('newest'),
      from: moment('2026-02-03T09:00Z'),
      until: moment('2026-03-01T09:00Z'),
      ...pictureOf('2026-02-03'),
    }))

  test('are old three months after the day of each, to the end of that day', () => {
    assert.equal(freshFor, 'P3M')
    const taken = { taken: day('2026-02-28') }
    assert.equal(isStale(taken, moment('2026-05-28T22:59:59.999Z')), false)
    assert.equal(isStale(taken, moment('2026-05-28T23:00Z')), true)
    assert.equal(isStale(taken, moment('2026-03-08T00:00Z'), within('P1W')), true)
    assert.equal(isStale(taken, moment('2026-03-07T23:00Z'), within('P1W')), false)
  })

  test('are of a day that has come', () => {
    const now = moment('2026-06-01T22:59Z')
    assert.equal(photographRule(pictureOf('2026-06-01'), now), undefined)
    assert.deepEqual(photographRule(pictureOf('2026-06-02'), now), { kind: 'taken-in-the-future' })
    assert.equal(photographRule(pictureOf('2026-06-02'), moment('2026-06-01T23:00Z')), undefined)
  })
})

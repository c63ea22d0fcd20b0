import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { idOf, streamOf, told } from '../../../test/support/told-of-a-child.ts'
import { childEntryVersions, type ChildEntryType, type ChildStream } from './child.ts'
import { joinedWith, reachesOthers } from './joined.ts'

test('what is joined, who is kept out and what is corrected of one record reaches those joined with it', () => {
  const types = Object.keys(childEntryVersions) as readonly ChildEntryType[]
  assert.deepEqual(types.filter(reachesOthers).toSorted(), [
    'entry-corrected',
    'person-shut-out',
    'record-restricted',
    'restriction-ended',
    'same-child',
    'shut-out-ended',
  ])
})

suite('records that are joined', () => {
  const ada = idOf<'child'>('ada')
  const others = ['ben', 'cal', 'dee', 'eve', 'fay'].map((name) => idOf<'child'>(name))
  const join = (as: typeof ada, at: string) => told('same-child', at, { as })
  const known = new Map<typeof ada, ChildStream>(others.map((child) => [child, streamOf(child)]))

  test('come in the order of their ids, in whatever order they were joined', () => {
    for (const order of [others, others.toReversed()]) {
      const stream = streamOf(ada, ...order.map((one) => join(one, '2026-05-01T09:00Z')))
      assert.deepEqual(
        joinedWith(ada, stream, known).map(({ child }) => child),
        others.toSorted(),
      )
    }
  })

  test('are joined since it was first said, however often it is said again', () => {
    const [ben] = others
    const stream = streamOf(ada, join(ben!, '2026-05-01T09:00Z'), join(ben!, '2026-08-01T09:00Z'))
    assert.deepEqual(
      joinedWith(ada, stream, known).map(({ from }) => from.slice(0, 10)),
      ['2026-05-01'],
    )
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { idOf, moment, streamOf, told } from '../../../test/support/told-of-a-child.ts'
import type { ChildId } from '../episode/entry.ts'
import type { ChildStream } from './child.ts'
import { everNamed, joinedWith, noOthers } from './joined.ts'

const [ada, ben, cal, dee] = ['ada', 'ben', 'cal', 'dee'].map((name) => idOf<'child'>(name)) as [
  ChildId,
  ChildId,
  ChildId,
  ChildId,
]
const join = (as: ChildId, at: string, undone = false) =>
  told('same-child', at, { as, ...(undone && { undone }) })

/** Ada is Ben since May and Ben is Cal since June; each of them says so. */
const adas = streamOf(ada, join(ben, '2026-05-01T09:00Z'))
const all = new Map<ChildId, ChildStream>([
  [ada, adas],
  [ben, streamOf(ben, join(ada, '2026-05-01T09:00Z'), join(cal, '2026-06-01T09:00Z'))],
  [cal, streamOf(cal, join(ben, '2026-06-01T09:00Z'))],
])
const names = (child: ChildId, stream: ChildStream, others = all, knownAt?: string) =>
  joinedWith(child, stream, others, knownAt === undefined ? undefined : moment(knownAt)).map(
    ({ child: other, from }) => [other, from.slice(0, 10)],
  )

suite('other records of a child', () => {
  test('are those that were joined, also by way of others, since the last of the joins', () =>
    assert.deepEqual(names(ada, adas), [
      [ben, '2026-05-01'],
      [cal, '2026-06-01'],
    ]))

  test('are none of which nothing is known, and never the record itself', () => {
    assert.deepEqual(names(ada, adas, new Map(noOthers)), [])
    assert.deepEqual(names(ada, streamOf(ada, join(ada, '2026-05-01T09:00Z'))), [])
  })

  test('are joined no longer when that was taken back, and again when it is said again', () => {
    const apart = streamOf(ada, join(ben, '2026-05-01T09:00Z'), join(ben, '2026-07-01T09:00Z', true))
    assert.deepEqual(names(ada, apart), [])
    assert.deepEqual(everNamed(apart), [ben])
    const again = streamOf(
      ada,
      join(ben, '2026-05-01T09:00Z'),
      join(ben, '2026-07-01T09:00Z', true),
      join(ben, '2026-08-01T09:00Z'),
    )
    assert.deepEqual(names(ada, again)[0], [ben, '2026-08-01'])
  })

  test('are as they were known at a moment', () => {
    assert.deepEqual(names(ada, adas, all, '2026-05-15T09:00Z'), [[ben, '2026-05-01']])
    assert.deepEqual(names(ada, adas, all, '2026-04-15T09:00Z'), [])
  })

  test('are found once, in a ring of any length', () => {
    const ring = new Map(all).set(
      cal,
      streamOf(cal, join(ben, '2026-06-01T09:00Z'), join(dee, '2026-06-02T09:00Z')),
    )
    ring.set(dee, streamOf(dee, join(ada, '2026-06-03T09:00Z')))
    assert.deepEqual(
      names(ada, adas, ring).map(([other]) => other),
      [ben, cal, dee],
    )
  })
})

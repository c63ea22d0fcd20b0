import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { amira, directory, grace, ruth, sam } from '../../../test/support/a-directory.ts'
import {
  inNovember,
  known,
  leah,
  mayRead,
  ofAldermoor,
  registered,
} from '../../../test/support/asking-for-grants.ts'
import { theEpisode } from '../../../test/support/chronology.ts'
import { day, entryId, idOf, streamOf, told, type Told } from '../../../test/support/told-of-a-child.ts'
import type { ShutOutOf } from '../child/child.ts'
import type { Post } from '../child/directory.ts'
import type { OtherRecords } from '../child/joined.ts'
import type { ChildId } from '../episode/entry.ts'
import { grantsFor } from './grants.ts'

const other = idOf<'child'>('leah, registered again')
const joined = (as: ChildId, at = '2026-07-01T09:00Z') => told('same-child', at, { as })
const out = (post: Post, scope: ShutOutOf = { kind: 'record' }, at = '2026-08-01T09:00Z') =>
  told(
    'person-shut-out',
    at,
    { person: post.person, name: post.personName, scope, reason: 'A relative', reviewBy: day('2027-01-01') },
    { as: 'out' },
  )

/** What is granted of Leah when her other record says this. */
function granted(said: readonly Told[], own: readonly Told[] = [joined(other)]) {
  const others: OtherRecords = new Map([
    [other, streamOf(other, registered, ofAldermoor, joined(leah), ...said)],
  ])
  return grantsFor({ child: streamOf(leah, ...known, ...own), episodes: new Map(), directory, others })
}
const reads = (all: ReturnType<typeof granted>, post: Post, at = inNovember) => mayRead(all, post, at)

suite('whoever is kept out of one record of a child', () => {
  test('is kept out of the other, from then on', () => {
    const all = granted([out(sam)])
    assert.equal(reads(all, sam, '2026-07-31T09:00Z'), true)
    assert.equal(reads(all, sam), false)
    assert.equal(reads(all, ruth), true)
  })

  test('is kept out from the joining, where it was said before', () => {
    const all = granted([out(sam, { kind: 'record' }, '2026-03-01T09:00Z')])
    assert.equal(reads(all, sam, '2026-06-30T09:00Z'), true)
    assert.equal(reads(all, sam, '2026-07-01T09:00Z'), false)
  })

  test('is kept out of a section there too, and an episode is of its own record alone', () => {
    const section = granted([out(sam, { kind: 'section', section: 'interview-restricted' })])
    assert.equal(mayRead(section, sam, inNovember, 'interview-restricted'), false)
    assert.equal(reads(section, sam), true)
    assert.equal(reads(granted([out(sam, { kind: 'episode', episode: theEpisode })]), sam), true)
  })

  test('reads again when that has ended, or when the joining was taken back', () => {
    const ended = told('shut-out-ended', '2026-09-01T09:00Z', { shutOut: entryId('out'), why: 'Looked into' })
    assert.equal(reads(granted([out(sam), ended]), sam), true)
    assert.equal(reads(granted([out(sam), ended]), sam, '2026-08-15T09:00Z'), false)
    const apart = told('same-child', '2026-10-01T09:00Z', { as: other, undone: true })
    assert.equal(reads(granted([out(sam)], [joined(other), apart]), sam), true)
  })

  test('is everybody but those named, where the other is restricted', () => {
    const restricted = told('record-restricted', '2026-08-01T09:00Z', {
      named: [sam.id, amira.id],
      reason: 'A witness',
      reviewBy: day('2027-01-01'),
    })
    const all = granted([restricted])
    for (const post of [sam, amira]) assert.equal(reads(all, post), true)
    for (const post of [ruth, grace]) assert.equal(reads(all, post), false)
  })

  test('holds nothing there either: a row says so that opens nothing', () => {
    const rows = granted([out(sam)]).filter(({ section }) => section === 'kept-out')
    assert.deepEqual(
      rows.map(({ post, child, stream }) => [post, child, stream]),
      [[sam.id, leah, undefined]],
    )
  })
})

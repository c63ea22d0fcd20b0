import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { directory, joan, ruth, sam } from '../../../test/support/a-directory.ts'
import { leah } from '../../../test/support/asking-for-grants.ts'
import { theEpisode } from '../../../test/support/chronology.ts'
import { day, entryId, idOf, moment, streamOf, told } from '../../../test/support/told-of-a-child.ts'
import type { ShutOutOf } from '../child/child.ts'
import type { Post } from '../child/directory.ts'
import type { Grant } from './grant.ts'
import { keptOutOf, narrowed } from './narrowed.ts'
import { mayBeTheSame } from './same-name.ts'

const [march, may] = ['2026-03-01T09:00Z', '2026-05-01T09:00Z']

/** Somebody who was let in as "R. Adeyemi" for one shift; joan vouched. */
const shift = (startsAt: string, endsAt?: string): Post => ({
  ...ruth,
  id: idOf('let in'),
  person: idOf('let in'),
  personName: 'R. Adeyemi',
  vouchedBy: joan.person,
  startsAt: moment(startsAt),
  ...(endsAt !== undefined && { endsAt: moment(endsAt) }),
})
const wall: Post = { ...ruth, id: idOf('the wall'), person: idOf('the wall'), role: 'wallboard' }

/** Ruth is shut out from March until May, under the name that is given. */
function record(name: string, extra: readonly Post[], scope: ShutOutOf = { kind: 'record' }, ends = true) {
  const out = told(
    'person-shut-out',
    march,
    { person: ruth.person, name, scope, reason: 'A relative', reviewBy: day('2026-12-31') },
    { as: 'out' },
  )
  const back = told('shut-out-ended', may, { shutOut: entryId('out'), why: 'A mistake' })
  return {
    entries: streamOf(leah, out, ...(ends ? [back] : [])),
    directory: { ...directory, posts: [...directory.posts, ...extra] },
    child: leah,
    episodes: [theEpisode],
    joined: [],
  }
}
const grant = (more: Partial<Grant> = {}): Grant => ({
  post: idOf('let in'),
  child: leah,
  section: 'core',
  from: moment('2026-02-01T09:00Z'),
  because: 'a reason',
  ...more,
})

suite('somebody who is let in by a name alone', () => {
  test('is kept out where it may be any name of whoever is shut out, as they were called then or are now', () => {
    const letIn = shift('2026-04-01T20:00Z', '2026-04-02T06:00Z')
    const left = (name: string, post = letIn) =>
      narrowed([grant()], record(name, [post])).map(({ from, until }) => [from, until])
    const parts = [
      [grant().from, letIn.startsAt],
      [letIn.endsAt, undefined],
    ]
    assert.deepEqual(left('Ruth Adeyemi'), parts)
    assert.deepEqual(left('Grace Bello'), parts)
    assert.deepEqual(left('Ruth Adeyemi', { ...letIn, personName: 'Nia Blythe' }), [
      [grant().from, undefined],
    ])
  })

  test('is kept out for as long as their shift and that last together, and not at all where they never do', () => {
    const left = (post: Post, ends = true) =>
      narrowed([grant()], record('Ruth Adeyemi', [post], { kind: 'record' }, ends)).map(({ from, until }) => [
        from.slice(0, 10),
        until?.slice(0, 10),
      ])
    const all = [['2026-02-01', undefined]]
    assert.deepEqual(left(shift('2026-02-10T20:00Z', '2026-02-11T06:00Z')), all)
    assert.deepEqual(left(shift('2026-02-28T20:00Z', march)), all)
    assert.deepEqual(left(shift(may, '2026-05-02T06:00Z')), all)
    assert.deepEqual(left(shift('2026-04-30T20:00Z', '2026-05-02T06:00Z')), [
      ['2026-02-01', '2026-04-30'],
      ['2026-05-01', undefined],
    ])
    assert.deepEqual(left(shift('2026-04-30T20:00Z'), false), [['2026-02-01', '2026-04-30']])
  })
})

suite('who holds what passes on', () => {
  const rows = (scope?: ShutOutOf) =>
    keptOutOf(record('Ruth Adeyemi', [wall], scope)).map(({ post, stream, section }) => [
      post,
      stream,
      section,
    ])

  test('is said of people, of what they are shut out of, and never of a wall', () => {
    assert.deepEqual(rows(), [[ruth.id, undefined, 'kept-out']])
    assert.deepEqual(rows({ kind: 'episode', episode: theEpisode }), [[ruth.id, theEpisode, 'kept-out']])
    assert.deepEqual(rows({ kind: 'section', section: 'health' }), [[ruth.id, undefined, 'kept-out:health']])
    assert.ok(keptOutOf(record('Ruth Adeyemi', [wall])).every((row) => !('stream' in row)))
  })

  test('is said of nobody who is not shut out', () =>
    assert.ok(keptOutOf(record('Ruth Adeyemi', [])).every(({ post }) => post !== sam.id)))
})

test('a name is the same run together, and an initial is that of either', () => {
  assert.equal(mayBeTheSame('Anna Maria', 'AnnaMaria'), true)
  assert.equal(mayBeTheSame('AnnaMaria', 'Anna-Maria'), true)
  assert.equal(mayBeTheSame('K. Voss', 'Karl Voss'), true)
  assert.equal(mayBeTheSame('Ann Amaria', 'Bob Amaria'), false)
})

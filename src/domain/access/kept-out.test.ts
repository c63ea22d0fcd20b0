import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { directory, lena, ruth, sam } from '../../../test/support/a-directory.ts'
import { leah, otherEpisode } from '../../../test/support/asking-for-grants.ts'
import { theEpisode } from '../../../test/support/chronology.ts'
import {
  day,
  entryId,
  idOf,
  moment,
  streamOf,
  told,
  type Told,
} from '../../../test/support/told-of-a-child.ts'
import type { ShutOutOf } from '../child/child.ts'
import type { Post } from '../child/directory.ts'
import { doorOf } from '../child/own-door.ts'
import type { Grant } from './grant.ts'
import { keptOutOf, narrowed, type Narrowing } from './narrowed.ts'

const [march, april, may] = ['2026-03-01T09:00Z', '2026-04-01T09:00Z', '2026-05-01T09:00Z']
const from = moment('2026-01-01T09:00Z')
const reviewBy = day('2026-12-31')
const grant = (more: Partial<Grant> = {}): Grant => ({
  post: ruth.id,
  child: leah,
  section: 'core',
  from,
  because: 'a reason',
  ...more,
})
const out = (scope: ShutOutOf = { kind: 'record' }, at = march, post: Post = ruth) =>
  told(
    'person-shut-out',
    at,
    { person: post.person, name: post.personName, scope, reason: 'A relative', reviewBy },
    { as: 'out' },
  )
const back = (at: string) => told('shut-out-ended', at, { shutOut: entryId('out'), why: 'A mistake' })
const restricted = told('record-restricted', march, { named: [sam.id], reason: 'A threat', reviewBy })
const ofEpisode: ShutOutOf = { kind: 'episode', episode: theEpisode }

const record = (said: readonly Told[], more: Partial<Narrowing> = {}): Narrowing => ({
  entries: streamOf(leah, ...said),
  directory,
  child: leah,
  episodes: [theEpisode, otherEpisode],
  joined: [],
  ...more,
})
/** Another record of the same child, joined in April. */
const joinedTo = (...said: readonly Told[]): Narrowing =>
  record([], {
    joined: [{ child: idOf('again'), entries: streamOf(idOf('again'), ...said), from: moment(april) }],
  })

suite('somebody who is shut out of a whole record', () => {
  const rows = (narrowing: Narrowing) =>
    keptOutOf(narrowing).filter(({ section, stream }) => section === 'kept-out' && stream === undefined)

  test('is known to be, in each post, for as long as it lasts', () => {
    const second = { ...ruth, id: idOf<'post'>('her second post') }
    const twice = { ...directory, posts: [...directory.posts, second] }
    const said = (narrowing: Narrowing) =>
      rows(narrowing).map(({ post, child, because, ...times }) => {
        assert.match(because, /shut out/)
        return [post, child, times.from, times.until]
      })
    assert.deepEqual(said(record([out()])), [[ruth.id, leah, moment(march), undefined]])
    assert.deepEqual(said(record([out(), back(may)], { directory: twice })), [
      [ruth.id, leah, moment(march), moment(may)],
      [second.id, leah, moment(march), moment(may)],
    ])
    assert.ok(rows(record([out()])).every((row) => !('until' in row)))
  })

  test('of one episode or one section holds what they held of the rest', () => {
    assert.deepEqual(rows(record([out(ofEpisode)])), [])
    assert.deepEqual(rows(record([out({ kind: 'section', section: 'health' })])), [])
  })
})

suite('a wall', () => {
  const wall: Post = { ...ruth, id: idOf('the wall'), person: idOf('the wall'), role: 'wallboard' }
  const walls = { ...directory, posts: [...directory.posts, wall] }
  const shows = (...said: readonly Told[]) =>
    narrowed([grant({ post: wall.id })], record(said, { directory: walls }))

  test('shows nothing of a child from whom somebody who works there is shut out', () =>
    assert.deepEqual(shows(out()), [grant({ post: wall.id, until: moment(march) })]))

  test('shows what it did where whoever is shut out works elsewhere', () =>
    assert.deepEqual(shows(out({ kind: 'record' }, march, lena)), [grant({ post: wall.id })]))

  test('in another place leaves its workers their own grants', () => {
    const all = narrowed([grant()], record([out({ kind: 'record' }, march, wall)], { directory: walls }))
    assert.deepEqual(all, [grant()])
  })
})

suite('whoever decides what is disclosed', () => {
  test('decides about nothing while they are shut out of any part', () => {
    const disclosure = grant({ section: 'disclosure' })
    for (const scope of [ofEpisode, { kind: 'section', section: 'health' }] as const)
      assert.deepEqual(narrowed([disclosure], record([out(scope)])), [
        { ...disclosure, until: moment(march) },
      ])
  })
})

suite('the child’s own door', () => {
  const theirs = grant({ post: doorOf(entryId('given')), section: 'theirs', stream: leah })

  test('stays open when their record is for named people, and whoever else is shut out', () => {
    assert.deepEqual(narrowed([theirs], record([restricted])), [theirs])
    assert.deepEqual(narrowed([theirs], record([out()])), [theirs])
  })
})

suite('another record of the same child', () => {
  const whole = grant()

  test('keeps somebody out of this one from when they were joined', () => {
    assert.deepEqual(narrowed([whole], joinedTo(out())), [grant({ until: moment(april) })])
    assert.deepEqual(narrowed([whole], joinedTo(out({ kind: 'record' }, may))), [
      grant({ until: moment(may) }),
    ])
    assert.deepEqual(narrowed([whole], joinedTo(restricted)), [grant({ until: moment(april) })])
  })

  test('changes nothing here by what had ended before they were joined, or as they were', () => {
    for (const end of ['2026-03-15T09:00Z', april])
      assert.deepEqual(narrowed([whole], joinedTo(out(), back(end))), [whole])
    assert.deepEqual(keptOutOf(joinedTo(out(), back(april))), [])
  })

  test('changes nothing here by an episode of its own', () =>
    assert.deepEqual(narrowed([whole], joinedTo(out(ofEpisode))), [whole]))
})

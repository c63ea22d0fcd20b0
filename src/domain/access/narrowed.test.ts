import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { amira, grace, lena, ruth, sam } from '../../../test/support/a-directory.ts'
import {
  comeBack,
  grants,
  inNovember,
  known,
  leah,
  mayRead,
  otherEpisode,
  raise,
  report,
} from '../../../test/support/asking-for-grants.ts'
import { given, theEpisode } from '../../../test/support/chronology.ts'
import { day, entryId, told } from '../../../test/support/told-of-a-child.ts'
import type { ShutOutOf } from '../child/child.ts'
import type { Post } from '../child/directory.ts'

const reviewBy = day('2026-12-31')

const shutOut = (post: Post, scope: ShutOutOf) =>
  told(
    'person-shut-out',
    '2026-06-01T09:00Z',
    { person: post.person, name: post.personName, scope, reason: 'A relative', reviewBy },
    { as: 'out' },
  )

suite('whoever is shut out', () => {
  const nights = [
    [otherEpisode, given(raise(ruth, '2026-10-01T20:00Z'), comeBack('2026-10-01T20:30Z'))],
    [theEpisode, given(raise(ruth), report(ruth))],
  ] as const

  test('of a record reads nothing of it, in whatever post, from then on', () => {
    const all = grants({ child: [...known, shutOut(sam, { kind: 'record' })], episodes: nights })
    assert.equal(mayRead(all, sam, '2026-05-31T09:00Z'), true)
    for (const stream of [leah, theEpisode, otherEpisode])
      assert.equal(mayRead(all, sam, inNovember, 'core', stream), false)
    assert.equal(mayRead(all, grace, inNovember), true)
  })

  test('of a record reads nothing either by what they raised or were told', () => {
    const all = grants({ child: [...known, shutOut(lena, { kind: 'record' })], episodes: nights })
    for (const stream of [leah, theEpisode])
      assert.equal(mayRead(all, lena, '2026-11-21T09:00Z', 'core', stream), false)
  })

  test('of one episode reads the rest, and not that one', () => {
    const all = grants({
      child: [...known, shutOut(sam, { kind: 'episode', episode: theEpisode })],
      episodes: nights,
    })
    assert.equal(mayRead(all, sam, '2026-11-21T09:00Z', 'core', theEpisode), false)
    assert.equal(mayRead(all, sam, '2026-11-21T09:00Z', 'core', otherEpisode), true)
    assert.equal(mayRead(all, sam, '2026-11-21T09:00Z', 'core', leah), true)
    assert.equal(mayRead(all, sam, '2026-11-21T09:00Z', 'interview-restricted', otherEpisode), true)
  })

  test('of one section reads the others', () => {
    const scope = { kind: 'section', section: 'interview-restricted' } as const
    const all = grants({ child: [...known, shutOut(sam, scope)], episodes: nights })
    assert.equal(mayRead(all, sam, inNovember, 'interview-restricted'), false)
    assert.equal(mayRead(all, sam, inNovember, 'interview-shared'), true)
  })

  test('reads again when that has ended', () => {
    const ended = told('shut-out-ended', '2026-08-01T09:00Z', { shutOut: entryId('out'), why: 'Looked into' })
    const all = grants({ child: [...known, shutOut(sam, { kind: 'record' }), ended] })
    assert.equal(mayRead(all, sam, '2026-07-31T09:00Z'), false)
    assert.equal(mayRead(all, sam, '2026-08-01T09:00Z'), true)
  })

  test('is known to the manager, the reviewing officer and the co-ordinator, and never to the worker or the home', () => {
    const all = grants({ child: [...known, shutOut(lena, { kind: 'record' })] })
    assert.equal(mayRead(all, grace, inNovember, 'shut-out'), true)
    for (const post of [sam, ruth, amira]) assert.equal(mayRead(all, post, inNovember, 'shut-out'), false)
  })
})

suite('a restricted record', () => {
  const restricted = told(
    'record-restricted',
    '2026-06-01T09:00Z',
    { named: [sam.id, amira.id], reason: 'A witness', reviewBy },
    { as: 'restricted' },
  )

  test('is read by those named alone, whatever else their relationship lets others read', () => {
    const all = grants({
      child: [...known, restricted],
      episodes: [[theEpisode, given(raise(ruth), report(ruth))]],
    })
    assert.equal(mayRead(all, sam, inNovember), true)
    assert.equal(mayRead(all, amira, inNovember), true)
    for (const post of [grace, ruth, lena])
      for (const stream of [leah, theEpisode])
        assert.equal(mayRead(all, post, '2026-11-21T09:00Z', 'core', stream), false, post.personName)
    assert.equal(mayRead(all, ruth, '2026-05-31T09:00Z'), true)
  })

  test('gives nobody who is named more than their relationship does', () => {
    const all = grants({ child: [...known, restricted] })
    assert.equal(mayRead(all, amira, inNovember, 'interview-restricted'), false)
  })

  test('is for those of the last naming, and for everyone when it has ended', () => {
    const again = told(
      'record-restricted',
      '2026-07-01T09:00Z',
      { named: [grace.id], reason: 'More', reviewBy },
      { as: 'again' },
    )
    const named = grants({ child: [...known, restricted, again] })
    assert.equal(mayRead(named, sam, inNovember), false)
    assert.equal(mayRead(named, grace, inNovember), true)
    const ended = told('restriction-ended', '2026-08-01T09:00Z', {
      restricted: entryId('restricted'),
      why: 'Over',
    })
    assert.equal(mayRead(grants({ child: [...known, restricted, ended] }), ruth, inNovember), true)
  })
})

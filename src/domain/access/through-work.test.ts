import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  colm,
  directory,
  fenwick,
  grace,
  karl,
  sam,
  teacher,
  tom,
} from '../../../test/support/a-directory.ts'
import {
  comeBack,
  grants,
  inNovember,
  known,
  leah,
  mayRead,
  ofAldermoor,
  raise,
  registered,
} from '../../../test/support/asking-for-grants.ts'
import { given, theEpisode } from '../../../test/support/chronology.ts'
import { entryId, idOf, moment, told } from '../../../test/support/told-of-a-child.ts'
import { doorOf } from '../child/own-door.ts'
import type { Role } from '../episode/roles.ts'

const allocated = (role: Role, post: typeof sam, as: string) =>
  told('worker-allocated', '2026-01-06T09:00Z', { role, post: post.id }, { as })

suite('who works with a child', () => {
  test('is no social worker where only a reviewing officer does, so any team manager may have to allocate one', () => {
    const officer = grants({ child: [registered, ofAldermoor, allocated('reviewing-officer', colm, 'colm')] })
    assert.ok(mayRead(officer, grace, inNovember) && mayRead(officer, tom, inNovember))
    const both = [registered, ofAldermoor, allocated('reviewing-officer', colm, 'colm')]
    const worker = grants({ child: [...both, allocated('social-worker', sam, 'sam')] })
    assert.ok(mayRead(worker, grace, inNovember) && !mayRead(worker, tom, inNovember))
  })

  test('from youth justice brings no manager with them', () => {
    const justice = { ...fenwick, id: idOf<'organisation'>('justice'), kind: 'youth-justice' as const }
    const [yara, her] = [sam, grace].map((post) => ({
      ...post,
      id: idOf<'post'>(`${post.id} of justice`),
      organisation: justice.id,
    })) as [typeof sam, typeof sam]
    const inside = {
      organisations: [...directory.organisations, justice],
      posts: [...directory.posts, yara, her],
    }
    const all = grants({
      child: [registered, ofAldermoor, allocated('social-worker', yara, 'yara')],
      directory: inside,
    })
    assert.ok(all.some(({ post }) => post === yara.id))
    assert.ok(!all.some(({ post }) => post === her.id))
  })
})

suite('a home whose placement has ended', () => {
  const ended = told('placement-ended', '2026-11-20T23:00Z', { placed: entryId('house') })
  const until = (raised: string, back: string) => {
    const night = given(raise(sam, raised), comeBack(back))
    const all = grants({ child: [...known, ended], episodes: [[theEpisode, night]] })
    return all.find((one) => one.post === karl.id && one.because.startsWith('the child is placed'))?.until
  }

  test('reads on for a child who went missing from there, from its first minute', () => {
    assert.equal(until('2026-02-01T12:00Z', '2026-11-22T02:00Z'), moment('2026-11-22T02:00Z'))
    assert.equal(until('2026-11-20T22:59Z', '2026-11-22T02:00Z'), moment('2026-11-22T02:00Z'))
  })

  test('does not for one who was missing from elsewhere, or after it', () => {
    assert.equal(until('2026-02-01T11:59Z', '2026-11-22T02:00Z'), moment('2026-11-20T23:00Z'))
    assert.equal(until('2026-11-20T23:00Z', '2026-11-22T02:00Z'), moment('2026-11-20T23:00Z'))
  })
})

suite('a child who may come in by their own door', () => {
  const access = told(
    'child-access-given',
    '2026-03-01T09:00Z',
    { view: 'Fifteen', explained: 'Who reads it', language: 'English' },
    { as: 'given' },
  )
  const over = told('child-access-ended', '2026-05-01T09:00Z', {
    given: entryId('given'),
    why: 'The PIN is known',
  })
  const theirs = (...said: readonly (typeof over)[]) =>
    grants({ child: [...known, ...said] }).filter(({ section }) => section === 'theirs')
  const theirOwn = {
    post: doorOf(entryId('given')),
    child: leah,
    stream: leah,
    section: 'theirs',
    from: moment('2026-03-01T09:00Z'),
    because: 'the child may read what is theirs',
  }

  test('reads what is theirs of their own record, until that is ended', () => {
    assert.deepEqual(theirs(), [])
    assert.deepEqual(theirs(access), [theirOwn])
    assert.deepEqual(theirs(access, over), [{ ...theirOwn, until: moment('2026-05-01T09:00Z') }])
  })
})

test('a partner who was named twice reads until the later of the two ends', () => {
  const named = (as: string) =>
    told('partner-named', '2026-03-01T09:00Z', { organisation: teacher.organisation, why: as }, { as })
  const over = (as: string, at: string) => told('partner-ended', at, { named: entryId(as) })
  const ends = [over('first', '2026-06-01T09:00Z'), over('second', '2026-05-01T09:00Z')]
  const all = grants({ child: [...known, named('first'), named('second'), ...ends] })
  assert.equal(mayRead(all, teacher, '2026-05-31T09:00Z'), true)
  assert.equal(mayRead(all, teacher, '2026-06-01T09:00Z'), false)
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  amira,
  ben,
  colm,
  dawn,
  directory,
  fenwick,
  fenwickOfficer,
  grace,
  helen,
  joan,
  karl,
  lena,
  milo,
  noor,
  priya,
  ruth,
  sam,
  teacher,
  tom,
} from '../../../test/support/a-directory.ts'
import {
  house,
  registered,
  ofAldermoor,
  withSam,
  known,
  raise,
  comeBack,
  grants,
  mayRead,
  inNovember,
} from '../../../test/support/asking-for-grants.ts'
import { given, theEpisode } from '../../../test/support/chronology.ts'
import { day, entryId, told } from '../../../test/support/told-of-a-child.ts'
import type { Post } from '../child/directory.ts'
import type { Section } from '../episode/sections.ts'

suite('who may read by care', () => {
  const table: readonly (readonly [Post, readonly Section[]])[] = [
    [sam, ['core', 'interview-shared', 'interview-restricted', 'protected-address']],
    [grace, ['core', 'interview-shared', 'interview-restricted', 'protected-address']],
    [colm, ['core', 'interview-shared', 'interview-restricted']],
    [noor, ['core', 'interview-shared', 'interview-restricted']],
    [amira, ['core', 'protected-address']],
    [dawn, ['core', 'interview-shared', 'interview-restricted']],
    [helen, []],
    [ruth, ['core', 'protected-address']],
    [joan, ['core', 'protected-address']],
    [karl, ['core', 'protected-address']],
    [priya, []],
    [tom, []],
    [milo, []],
    [ben, []],
    [lena, []],
    [teacher, []],
  ]
  const all = [
    'core',
    'police-intelligence',
    'interview-shared',
    'interview-restricted',
    'protected-address',
  ] as const
  for (const [post, sections] of table)
    test(`${post.personName}, ${post.role}: ${sections.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(
        all.filter((section) => mayRead(grants(), post, inNovember, section)),
        sections,
      )
    })

  test('nobody may read of a child whose stream is empty', () => assert.deepEqual(grants({ child: [] }), []))

  test('a worker whose allocation ended reads no longer, and the next one does', () => {
    const moved = told('worker-allocated', '2026-06-01T09:00Z', { role: 'social-worker', post: priya.id })
    const after = grants({ child: [...known, moved] })
    assert.equal(mayRead(after, sam, inNovember), false)
    assert.equal(mayRead(after, grace, inNovember), false)
    assert.equal(mayRead(after, priya, inNovember), true)
    assert.equal(mayRead(after, tom, inNovember), true)
    assert.equal(mayRead(after, sam, '2026-05-31T09:00Z'), true)
  })

  test('without a social worker every team manager of the council may read, to allocate one', () => {
    const none = grants({ child: [registered, ofAldermoor] })
    assert.ok(mayRead(none, grace, inNovember) && mayRead(none, tom, inNovember))
  })

  test('a home stops reading when the placement ends', () => {
    const ended = told('placement-ended', '2026-06-01T09:00Z', { placed: entryId('house') })
    const after = grants({ child: [...known, ended] })
    assert.equal(mayRead(after, ruth, '2026-05-31T09:00Z'), true)
    assert.equal(mayRead(after, ruth, '2026-06-01T09:00Z'), false)
    assert.equal(mayRead(after, ruth, '2026-05-31T09:00Z', 'own'), false)
    assert.equal(mayRead(after, ruth, '2026-06-01T09:00Z', 'own'), true)
  })

  test('a home reads until the return when its placement ends while the child is missing', () => {
    const ended = told('placement-ended', '2026-11-20T23:00Z', { placed: entryId('house') })
    const child = [...known, ended]
    const gone = grants({ child, episodes: [[theEpisode, given(raise(amira))]] })
    const back = grants({ child, episodes: [[theEpisode, given(raise(amira), comeBack())]] })
    assert.equal(mayRead(gone, karl, '2026-12-24T09:00Z'), true)
    assert.equal(mayRead(back, karl, '2026-11-21T01:59Z'), true)
    assert.equal(mayRead(back, karl, '2026-11-21T02:00Z'), false)
  })

  test("the host council's duty team reads while the child is placed in its area", () => {
    const away = told('placed', '2026-02-01T12:00Z', { setting: { ...house, areaCouncil: fenwick.id } })
    const placed = grants({ child: [registered, ofAldermoor, withSam, away] })
    assert.equal(mayRead(placed, ben, inNovember), true)
    assert.equal(mayRead(placed, ben, '2026-01-31T12:00Z'), false)
    assert.equal(mayRead(placed, amira, inNovember), true)
  })

  test('the council that must answer reads of a child for whom none is responsible, until one is', () => {
    const unknown = grants({ child: [registered], episodes: [[theEpisode, given(raise(fenwickOfficer))]] })
    assert.equal(mayRead(unknown, ben, inNovember), true)
    assert.equal(mayRead(unknown, amira, inNovember), false)
    const taken = grants({
      child: [registered, ofAldermoor],
      episodes: [[theEpisode, given(raise(fenwickOfficer))]],
    })
    assert.equal(mayRead(taken, ben, inNovember), false)
    assert.equal(mayRead(taken, amira, inNovember), true)
  })

  test('a partner who was named reads until that is ended, and nobody else of its kind does', () => {
    const named = told(
      'partner-named',
      '2026-03-01T09:00Z',
      { organisation: teacher.organisation, why: 'She sees the counsellor' },
      { as: 'school' },
    )
    const during = grants({ child: [...known, named] })
    assert.equal(mayRead(during, teacher, '2026-02-28T09:00Z'), false)
    assert.equal(mayRead(during, teacher, inNovember), true)
    assert.equal(mayRead(during, teacher, inNovember, 'interview-shared'), false)
    const ended = told('partner-ended', '2026-06-01T09:00Z', { named: entryId('school') })
    assert.equal(mayRead(grants({ child: [...known, named, ended] }), teacher, inNovember), false)
  })

  test('a post that is no longer held reads nothing', () => {
    const posts = directory.posts.map((post) =>
      post.id === sam.id ? { ...post, until: day('2026-11-01') } : post,
    )
    assert.equal(mayRead(grants({ directory: { ...directory, posts } }), sam, inNovember), false)
  })

  test('a placement corrected later leaves what was permitted as it was known then', () => {
    const corrected = told('entry-corrected', '2026-11-25T09:00Z', {
      corrects: entryId('house'),
      changes: { setting: { ...house, name: 'Larch House' } },
      reason: 'She lived at Larch House.',
    })
    const child = [...known, corrected]
    assert.equal(mayRead(grants({ child }), ruth, inNovember), false)
    assert.equal(mayRead(grants({ child }), milo, inNovember), true)
    assert.equal(mayRead(grants({ child, knownAt: inNovember }), ruth, inNovember), true)
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { directory, joan, karl, milo, ruth, sam } from '../../../test/support/a-directory.ts'
import {
  comeBack,
  grants,
  house,
  inNovember,
  known,
  mayRead,
  raise,
} from '../../../test/support/asking-for-grants.ts'
import { given, theEpisode } from '../../../test/support/chronology.ts'
import { day, entryId, idOf, moment, told } from '../../../test/support/told-of-a-child.ts'
import type { ShutOutOf } from '../child/child.ts'
import type { Directory, Post } from '../child/directory.ts'

/** Let in on the evening of the twentieth, until seven. */
function letIn(personName: string, by: Post = joan): Post {
  return {
    ...ruth,
    id: idOf<'post'>(`${personName} let in`),
    person: idOf<'person'>(`${personName} let in`),
    personName,
    from: day('2026-11-20'),
    until: day('2026-11-22'),
    vouchedBy: by.person,
    startsAt: moment('2026-11-20T11:00Z'),
    endsAt: moment('2026-11-21T07:00Z'),
  }
}

const withThem = (...posts: readonly Post[]): Directory => ({
  ...directory,
  posts: [...directory.posts, ...posts],
})

const shutOut = (post: Post, scope: ShutOutOf = { kind: 'record' }) =>
  told('person-shut-out', '2026-06-01T09:00Z', {
    person: post.person,
    name: post.personName,
    scope,
    reason: 'A relative',
    reviewBy: day('2026-12-31'),
  })

suite('whoever is let in by a name for one shift', () => {
  test('reads what the home reads, from the vouching until the shift is over and not to the end of its day', () => {
    const sasha = letIn('Sasha Bell')
    const all = grants({ directory: withThem(sasha) })
    assert.equal(mayRead(all, sasha, '2026-11-20T10:59Z'), false)
    assert.equal(mayRead(all, sasha, '2026-11-20T11:00Z'), true)
    assert.equal(mayRead(all, sasha, '2026-11-21T06:59Z'), true)
    assert.equal(mayRead(all, sasha, '2026-11-21T07:00Z'), false)
  })

  test('reads nothing of a child from whom somebody of that name is shut out, however it is written', () => {
    for (const name of ['Milo Grant', 'grant, milo', 'M. Grant', 'Mílo James Grant', 'Milo']) {
      const them = letIn(name)
      const kept = grants({ child: [...known, shutOut(milo)], directory: withThem(them) })
      assert.equal(
        kept.some(({ post, section }) => post === them.id && section !== 'kept-out'),
        false,
        name,
      )
      assert.equal(mayRead(grants({ directory: withThem(them) }), them, inNovember), true, name)
    }
    const nia = letIn('Nia Blythe')
    const all = grants({ child: [...known, shutOut(milo)], directory: withThem(nia) })
    assert.equal(mayRead(all, nia, inNovember), true)
  })

  test('is kept out of as much as they are: of one section, or one episode', () => {
    const them = letIn('Milo Grant')
    const inside = withThem(them)
    const plan = grants({
      child: [...known, shutOut(milo, { kind: 'section', section: 'plan' })],
      directory: inside,
    })
    assert.equal(mayRead(plan, them, inNovember, 'plan'), false)
    assert.equal(mayRead(plan, them, inNovember), true)
    const episode = grants({
      child: [...known, shutOut(milo, { kind: 'episode', episode: theEpisode })],
      episodes: [[theEpisode, given(raise(ruth))]],
      directory: inside,
    })
    assert.equal(mayRead(episode, them, '2026-11-21T06:00Z', 'core', theEpisode), false)
    assert.equal(mayRead(episode, them, '2026-11-21T06:00Z'), true)
  })

  test('reads nothing that whoever vouched for them may not read', () => {
    const [byJoan, byKarl] = [letIn('Sasha Bell'), letIn('Nia Blythe', karl)]
    const all = grants({ child: [...known, shutOut(joan)], directory: withThem(byJoan, byKarl) })
    assert.equal(mayRead(all, byJoan, inNovember), false)
    assert.equal(mayRead(all, byKarl, inNovember), true)
  })

  test('takes nothing from anybody of the directory who has that name', () => {
    const twin = { ...milo, id: idOf<'post'>('twin'), person: idOf<'person'>('twin'), team: house.name }
    const all = grants({ child: [...known, shutOut(milo)], directory: withThem(twin) })
    assert.equal(mayRead(all, twin, inNovember), true)
  })

  test('reads nothing of those who have left the home', () => {
    const left = told('placement-ended', '2026-11-01T12:00Z', { placed: entryId('house'), why: 'Moved' })
    const sasha = letIn('Sasha Bell')
    const all = grants({
      child: [...known, left],
      episodes: [[theEpisode, given(raise(ruth, '2026-10-01T20:00Z'), comeBack('2026-10-01T22:00Z'))]],
      directory: withThem(sasha),
    })
    assert.equal(mayRead(all, ruth, inNovember, 'own'), true)
    assert.equal(
      all.some(({ post }) => post === sasha.id),
      false,
    )
  })

  test('keeps a child off the wall of the home for as long as they are there', () => {
    const wall = {
      ...ruth,
      id: idOf<'post'>('wall'),
      person: idOf<'person'>('wall'),
      role: 'wallboard',
    } as const
    const all = grants({ child: [...known, shutOut(sam)], directory: withThem(letIn('Sam Okafor'), wall) })
    assert.equal(mayRead(all, wall, '2026-11-19T12:00Z'), true)
    assert.equal(mayRead(all, wall, '2026-11-21T06:00Z'), false)
    assert.equal(mayRead(all, wall, '2026-11-21T07:00Z'), true)
  })
})

test('what somebody is shut out of is said by what it is of: the record, an episode, or a section', () => {
  const said = (scope: ShutOutOf) =>
    grants({ child: [...known, shutOut(sam, scope)] })
      .filter(({ section }) => section.startsWith('kept-out'))
      .map(({ post, stream, section }) => [post, stream, section])
  assert.deepEqual(said({ kind: 'record' }), [[sam.id, undefined, 'kept-out']])
  assert.deepEqual(said({ kind: 'episode', episode: theEpisode }), [[sam.id, theEpisode, 'kept-out']])
  assert.deepEqual(said({ kind: 'section', section: 'care-childs-account' }), [
    [sam.id, undefined, 'kept-out:care-childs-account'],
  ])
})

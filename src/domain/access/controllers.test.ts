import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  colm,
  directory,
  fenwick,
  fenwickOfficer,
  helen,
  imran,
  ruth,
  sam,
} from '../../../test/support/a-directory.ts'
import {
  authorOf,
  comeBack,
  grants,
  known,
  leah,
  mayRead,
  ofAldermoor,
  raise,
  registered,
  report,
  type Asked,
} from '../../../test/support/asking-for-grants.ts'
import { entry, given, theEpisode } from '../../../test/support/chronology.ts'
import { idOf, moment, told } from '../../../test/support/told-of-a-child.ts'
import type { Role } from '../episode/roles.ts'
import { controllers } from './readers.ts'

const byName = new Map(directory.posts.map(({ id, personName }) => [id, personName]))

test('each section is answered for by one organisation, under one part of the law', () => {
  const recorded = { who: 'who-recorded-it', law: 'uk-gdpr' }
  const council = { who: 'responsible-council', law: 'uk-gdpr' }
  assert.deepEqual(controllers, {
    core: recorded,
    plan: council,
    health: recorded,
    'protected-address': council,
    'police-intelligence': { who: 'police', law: 'part-3' },
    'interview-shared': council,
    'interview-restricted': council,
    'interview-passage': council,
    care: council,
    'care-childs-account': council,
    'care-about-setting': council,
    'other-children': recorded,
    'shut-out': council,
  })
})

test('who could read at a moment is asked of what was known at that moment', () => {
  const episodes = [[theEpisode, given(raise(ruth), report(ruth))]] as const
  const policeReadAsKnown = (knownAt?: string) =>
    grants({ episodes, ...(knownAt !== undefined && { knownAt }) }).some(
      ({ because }) => because === 'police were told of the episode',
    )
  assert.equal(policeReadAsKnown('2026-11-20T22:14:59.999Z'), false)
  assert.equal(policeReadAsKnown('2026-11-20T22:15Z'), true)
  assert.equal(policeReadAsKnown(), true)
})

suite('who works with a child', () => {
  test('in youth justice reads as a partner and not as the child’s own worker', () => {
    const justice = { ...fenwick, id: idOf<'organisation'>('justice'), kind: 'youth-justice' as const }
    const yara = { ...sam, id: idOf<'post'>('yara'), organisation: justice.id }
    const inside = { organisations: [...directory.organisations, justice], posts: [...directory.posts, yara] }
    const worker = (post: typeof sam) =>
      told('worker-allocated', '2026-04-01T09:00Z', { role: 'social-worker', post: post.id })
    const read = (post: typeof sam, section: 'core' | 'interview-restricted') =>
      mayRead(
        grants({ child: [registered, ofAldermoor, worker(post)], directory: inside }),
        post,
        '2026-05-01T09:00Z',
        section,
      )
    assert.deepEqual([read(sam, 'core'), read(sam, 'interview-restricted')], [true, true])
    assert.deepEqual([read(yara, 'core'), read(yara, 'interview-restricted')], [true, false])
  })

  test('as a reviewing officer brings no manager, of whichever team', () => {
    const inside = {
      ...directory,
      posts: directory.posts.map((post) => (post.id === colm.id ? { ...post, team: 'East' } : post)),
    }
    const officer = told('worker-allocated', '2026-04-01T09:00Z', {
      role: 'reviewing-officer',
      post: colm.id,
    })
    const all = grants({ child: [registered, ofAldermoor, officer], directory: inside })
    assert.ok(all.some(({ post }) => post === colm.id))
    assert.ok(all.every(({ because }) => !because.startsWith('manager of')))
  })

  test('in a post that the directory does not know reads nothing', () => {
    const stranger = told('worker-allocated', '2026-04-01T09:00Z', {
      role: 'social-worker',
      post: idOf('nobody'),
    })
    const all = grants({ child: [registered, ofAldermoor, stranger] })
    assert.ok(all.every(({ because }) => !because.includes('allocated to the child')))
  })
})

suite('an episode', () => {
  const closing = entry('episode-closed', '2026-11-24T10:00Z', {}, { by: authorOf(sam) })

  test('that police raised is read by them when it is closed too', () => {
    const closed = given(raise(fenwickOfficer), comeBack(), closing)
    const all = grants({ episodes: [[theEpisode, closed]] })
    assert.equal(mayRead(all, fenwickOfficer, '2026-12-01T09:00Z', 'core', theEpisode), true)
    assert.ok(!all.some(({ because, until }) => because === 'raised the concern' && until !== undefined))
  })

  const climbedTo = (tell: Role, more: Asked = {}) => {
    const ladders = [{ stream: theEpisode, rungs: [{ tell, at: moment('2026-11-20T23:00Z') }] }]
    const all = grants({ child: known, episodes: [[theEpisode, given(raise(ruth))]], ladders, ...more })
    const reached = all.filter(({ because }) => because.startsWith('a duty was silent'))
    return [...new Set(reached.map(({ post }) => byName.get(post) ?? 'another'))]
  }

  test('climbs to the one who holds the role, or to everyone who does, and police are all police', () => {
    assert.deepEqual(climbedTo('senior-manager'), ['Helen Frost'])
    const second = { ...helen, id: idOf<'post'>('second') }
    const two = { ...directory, posts: [...directory.posts, second] }
    assert.deepEqual(climbedTo('senior-manager', { directory: two }), ['Helen Frost', 'another'])
    assert.deepEqual(climbedTo('police'), ['PC Lena Fox', 'PS Imran Shah'])
    assert.deepEqual(climbedTo('police-supervisor'), ['PS Imran Shah'])
    const sergeant = { ...imran, id: idOf<'post'>('sergeant') }
    const three = { ...directory, posts: [...directory.posts, sergeant] }
    assert.deepEqual(climbedTo('police-supervisor', { directory: three }), [
      'PC Lena Fox',
      'PS Imran Shah',
      'another',
    ])
    assert.deepEqual(climbedTo('social-worker'), [])
    assert.deepEqual(climbedTo('police', { directory: { organisations: [], posts: directory.posts } }), [])
  })

  test('of a child of whom nothing is known climbs in the area of whoever raised it, and is told there', () => {
    const night = given(raise(fenwickOfficer), report(ruth))
    const asked: Asked = { child: [registered], episodes: [[theEpisode, night]] }
    assert.deepEqual(climbedTo('police', asked), ['PC Dee Cole'])
    const told = grants(asked).filter(({ because }) => because === 'police were told of the episode')
    assert.deepEqual([...new Set(told.map(({ post }) => byName.get(post)))], ['PC Dee Cole'])
  })

  test('gives nobody a reading without a post, and everybody one child', () => {
    const all = grants({ episodes: [[theEpisode, given(raise(ruth), report(ruth), comeBack(), closing)]] })
    assert.ok(all.every(({ child, post }) => child === leah && byName.has(post)))
  })
})

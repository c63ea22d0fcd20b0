import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { directory, fenwick, oakfield, priya, sam } from '../../../test/support/a-directory.ts'
import { day, entryId, idOf, moment, streamOf, told } from '../../../test/support/told-of-a-child.ts'
import { childAt } from './child-at.ts'
import type { Post } from './directory.ts'
import { closenessOf } from './independence.ts'

const tyler = idOf<'child'>('tyler')
const house = { name: 'Oakfield House', kind: 'childrens-home', provider: oakfield.id } as const
const ended = told('placement-ended', '2026-11-20T09:00Z', { placed: entryId('house'), why: 'Moved' })
const known = [
  told('worker-allocated', '2026-01-05T09:00Z', { role: 'social-worker', post: sam.id }),
  told('placed', '2026-02-01T12:00Z', { setting: house }, { as: 'house' }),
]
const stretch = { from: moment('2026-11-18T21:00Z'), at: moment('2026-11-21T11:00Z') }
const carer: Post = {
  ...sam,
  id: idOf('post of Rosa Quinn'),
  person: idOf('Rosa Quinn'),
  personName: 'Rosa Quinn',
  organisation: oakfield.id,
  role: 'carer',
}
const everyone = { ...directory, posts: [...directory.posts, carer] }
const somebody = { name: 'Jade Whitcombe', post: idOf<'post'>('jade'), person: idOf<'person'>('jade') }

function closeness(
  name: string,
  more: Partial<{ stream: typeof known; author: typeof somebody; posts: Post[]; at: typeof stretch }> = {},
) {
  const { stream = known, author = somebody, posts = everyone.posts, at = stretch } = more
  const record = childAt(streamOf(tyler, ...stream), at.at)
  return closenessOf(name, record, { ...everyone, posts }, at, author)
}

suite('whoever interviews a child', () => {
  test('cares for them where they work in the home, however their name is typed', () => {
    assert.equal(closeness('Rosa Quinn'), 'cares')
    assert.equal(closeness('  rosa   QUINN '), 'cares')
    assert.equal(closeness('Rosa Quin'), undefined)
  })

  test('cares for them also where the child has moved since, and not where they moved before', () => {
    assert.equal(closeness('Rosa Quinn', { stream: [...known, ended] }), 'cares')
    const before = told('placement-ended', '2026-11-10T09:00Z', { placed: entryId('house'), why: 'Moved' })
    assert.equal(closeness('Rosa Quinn', { stream: [...known, before] }), undefined)
    const later = told('placed', '2026-11-25T12:00Z', { setting: house })
    assert.equal(closeness('Rosa Quinn', { stream: [later] }), undefined)
  })

  test('cares for them where they held the post when the child went or when the interview was', () => {
    const held = (from: string, until?: string) =>
      closeness('Rosa Quinn', {
        posts: [{ ...carer, from: day(from), ...(until !== undefined && { until: day(until) }) }],
      })
    assert.equal(held('2026-01-01', '2026-11-20'), 'cares')
    assert.equal(held('2026-11-20'), 'cares')
    assert.equal(held('2026-01-01', '2026-11-18'), undefined)
    assert.equal(held('2026-11-22'), undefined)
  })

  test('may work in another home', () => {
    const elsewhere = [{ ...carer, organisation: fenwick.id }]
    assert.equal(closeness('Rosa Quinn', { posts: elsewhere }), undefined)
    const nowhere = told('placed', '2026-02-01T12:00Z', { setting: { name: 'Home', kind: 'family' } })
    assert.equal(closeness('Rosa Quinn', { stream: [nowhere] }), undefined)
  })

  test('is the allocated worker where that is their post', () => {
    assert.equal(closeness('Sam Okafor'), 'allocated-worker')
    assert.equal(closeness(priya.personName), undefined)
    assert.equal(closeness('Sam Okafor', { stream: [] }), undefined)
  })

  test('is the author themselves where they name themselves, and nobody else of that name', () => {
    const namesake = { name: 'Rosa Quinn', post: idOf<'post'>('another'), person: idOf<'person'>('another') }
    assert.equal(closeness('Rosa Quinn', { author: namesake }), undefined)
    const herself = { name: 'Rosa Quinn', post: carer.id, person: idOf<'person'>('by another id') }
    assert.equal(closeness('rosa quinn', { author: herself }), 'cares')
    const inAnotherPost = { name: 'Rosa Quinn', post: idOf<'post'>('bank'), person: carer.person }
    assert.equal(closeness('Rosa Quinn', { author: inAnotherPost }), 'cares')
  })

  test('is known to the directory of this partnership, or can only be asked', () => {
    assert.equal(closeness('Nobody Known'), undefined)
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { dawn, directory, grace, ruth, sam } from '../../../test/support/a-directory.ts'
import { house, leah, otherEpisode } from '../../../test/support/asking-for-grants.ts'
import { theEpisode } from '../../../test/support/chronology.ts'
import { day, entryId, moment, streamOf, told, type Told } from '../../../test/support/told-of-a-child.ts'
import type { ShutOutOf } from '../child/child.ts'
import type { Post } from '../child/directory.ts'
import type { Grant } from './grant.ts'
import { firstReached, type Ladder } from './ladder.ts'
import { readingsOfLooks } from './looks.ts'
import { narrowed } from './narrowed.ts'
import { earlier, grantsOf, postsOf } from './relationship.ts'

const [one, two, three, four] = [
  '2026-03-01T09:00Z',
  '2026-04-01T09:00Z',
  '2026-05-01T09:00Z',
  '2026-06-01T09:00Z',
].map(moment) as [Grant['from'], Grant['from'], Grant['from'], Grant['from']]
const grant = (more: Partial<Grant> = {}): Grant => ({
  post: ruth.id,
  child: leah,
  section: 'core',
  from: one,
  because: 'a reason',
  ...more,
})
const out = (from: Grant['from'], scope: ShutOutOf = { kind: 'record' }, post: Post = ruth) =>
  told(
    'person-shut-out',
    from,
    { person: post.person, name: post.personName, scope, reason: 'A relative', reviewBy: day('2026-12-31') },
    { as: 'out' },
  )
const back = (from: Grant['from']) =>
  told('shut-out-ended', from, { shutOut: entryId('out'), why: 'A mistake' })

/** What is left of some grants, with the times alone. */
function left(grants: readonly Grant[], ...said: readonly Told[]) {
  return narrowed(grants, {
    entries: streamOf(leah, ...said),
    directory,
    child: leah,
    episodes: [theEpisode, otherEpisode],
    joined: [],
  })
}
const times = (grants: readonly Grant[]) => grants.map(({ from, until }) => [from, until])

suite('a grant of somebody who is shut out', () => {
  test('ends where that begins', () => {
    assert.deepEqual(left([grant()], out(two)), [grant({ until: two })])
    assert.deepEqual(left([grant({ until: three })], out(two)), [grant({ until: two })])
  })

  test('is whole where it ended before, and gone where it had not begun', () => {
    assert.deepEqual(left([grant({ until: two })], out(two)), [grant({ until: two })])
    assert.deepEqual(left([grant({ until: two })], out(three)), [grant({ until: two })])
    assert.deepEqual(left([grant()], out(one)), [])
    assert.deepEqual(left([grant({ from: two })], out(one)), [])
  })

  test('begins again where that ends', () => {
    assert.deepEqual(left([grant()], out(two), back(three)), [grant({ until: two }), grant({ from: three })])
    assert.deepEqual(left([grant({ until: four })], out(two), back(three)), [
      grant({ until: two }),
      grant({ from: three, until: four }),
    ])
    assert.deepEqual(left([grant({ until: three })], out(two), back(three)), [grant({ until: two })])
    assert.deepEqual(left([grant({ from: four })], out(two), back(three)), [grant({ from: four })])
    const episode: ShutOutOf = { kind: 'episode', episode: theEpisode }
    assert.deepEqual(left([grant({ until: four })], out(two, episode), back(three)), [
      grant({ until: two }),
      grant({ from: three, until: four }),
      grant({ stream: leah, from: two, until: three }),
      grant({ stream: otherEpisode, from: two, until: three }),
    ])
    assert.deepEqual(left([grant({ from: three })], out(two, episode), back(three)), [grant({ from: three })])
  })

  test('of other people, or of another section or episode, is left as it was', () => {
    const others = [grant({ post: sam.id }), grant({ post: grace.id, until: two })]
    assert.deepEqual(left(others, out(one)), others)
    const section: ShutOutOf = { kind: 'section', section: 'health' }
    assert.deepEqual(left([grant(), grant({ section: 'health' })], out(two, section)), [
      grant(),
      grant({ section: 'health', until: two }),
    ])
    const episode: ShutOutOf = { kind: 'episode', episode: theEpisode }
    const streams = [grant({ stream: otherEpisode }), grant({ stream: theEpisode }), grant({ stream: leah })]
    assert.deepEqual(left(streams, out(two, episode)), [
      streams[0],
      grant({ stream: theEpisode, until: two }),
      streams[2],
    ])
  })

  test('of one episode keeps every other stream of a whole record meanwhile', () => {
    const episode: ShutOutOf = { kind: 'episode', episode: theEpisode }
    assert.deepEqual(left([grant({ until: three })], out(two, episode)), [
      grant({ until: two }),
      grant({ stream: leah, from: two, until: three }),
      grant({ stream: otherEpisode, from: two, until: three }),
    ])
    assert.deepEqual(left([grant({ from: three })], out(two, episode)), [
      grant({ stream: leah, from: three }),
      grant({ stream: otherEpisode, from: three }),
    ])
    assert.deepEqual(left([grant({ until: two })], out(two, episode)), [grant({ until: two })])
  })
})

suite('a record restricted to named people', () => {
  const restricted = told('record-restricted', two, {
    named: [sam.id],
    reason: 'A threat',
    reviewBy: day('2026-12-31'),
  })

  test('is theirs alone from then on, and what is reviewed stays so', () => {
    const review = grant({ post: dawn.id, section: 'review' })
    assert.deepEqual(left([grant(), grant({ post: sam.id }), review], restricted), [
      grant({ until: two }),
      grant({ post: sam.id }),
      review,
    ])
  })
})

suite('a ladder', () => {
  const ladder = (more: Partial<Ladder> = {}): Ladder => ({
    stream: theEpisode,
    rungs: [
      { tell: 'team-manager', at: one },
      { tell: 'senior-manager', at: two },
    ],
    ...more,
  })
  const reached = (...ladders: readonly Ladder[]) => firstReached(ladders).map(({ tell, at }) => [tell, at])

  test('is climbed to its end where nothing happens', () => {
    assert.deepEqual(reached(ladder()), [
      ['team-manager', one],
      ['senior-manager', two],
    ])
    assert.deepEqual(reached(), [])
  })

  test('ends with the duty, at the moment of it still, whichever way it ended and first', () => {
    const both = [
      ['team-manager', one],
      ['senior-manager', two],
    ]
    for (const end of ['metAt', 'dischargedAt', 'cancelledAt'] as const) {
      assert.deepEqual(reached(ladder({ [end]: two })), both, end)
      assert.deepEqual(
        reached(ladder({ [end]: moment('2026-04-01T08:59:59.999Z') })),
        [['team-manager', one]],
        end,
      )
    }
    assert.deepEqual(reached(ladder({ metAt: three, cancelledAt: one })), [['team-manager', one]])
  })

  test('ends with the rung that was acknowledged', () => {
    const rungs = [
      { tell: 'team-manager', at: one, acknowledgedBy: 'Grace' },
      { tell: 'senior-manager', at: two },
    ] as const
    assert.deepEqual(reached(ladder({ rungs })), [['team-manager', one]])
  })

  test('of several duties reaches each at the first of their times', () => {
    const rungs = [{ tell: 'senior-manager', at: one }] as const
    const expected = [
      ['team-manager', one],
      ['senior-manager', one],
    ]
    assert.deepEqual(reached(ladder(), ladder({ rungs })), expected)
    assert.deepEqual(reached(ladder({ rungs }), ladder()).toSorted(), expected.toSorted())
  })
})

suite('a relationship', () => {
  const placed = { posts: [ruth], way: 'placement', from: one, because: 'placed' } as const
  const cores = (relationship: Parameters<typeof grantsOf>[0]) =>
    grantsOf(relationship, leah).filter(({ section }) => section === 'core')

  test('is cut to the days of each post', () => {
    assert.deepEqual(cores(placed), [
      { post: ruth.id, child: leah, section: 'core', from: one, because: 'placed' },
    ])
    const during = { ...ruth, from: day('2026-04-01'), until: day('2026-05-01') }
    assert.deepEqual(times(cores({ ...placed, posts: [during] })), [
      [moment('2026-03-31T23:00Z'), moment('2026-04-30T23:00Z')],
    ])
    assert.deepEqual(times(cores({ ...placed, posts: [during], until: two })), [
      [moment('2026-03-31T23:00Z'), two],
    ])
    assert.deepEqual(cores({ ...placed, posts: [{ ...ruth, until: day('2026-03-01') }] }), [])
    assert.deepEqual(cores({ ...placed, until: one }), [])
  })

  test('gives of the child’s own stream only who the child is', () => {
    const sections = (stream?: typeof leah | typeof theEpisode) =>
      grantsOf({ ...placed, ...(stream !== undefined && { stream }) }, leah).map(({ section }) => section)
    assert.deepEqual(sections(leah).toSorted(), ['core', 'health', 'plan'])
    assert.deepEqual(sections(theEpisode), sections())
    assert.ok(sections().length > 3)
    assert.equal(grantsOf({ ...placed, stream: leah }, leah)[0]?.stream, leah)
  })

  test('has the posts of an organisation whose role reads by it, of some roles where those are given', () => {
    const names = (...asked: Parameters<typeof postsOf>) =>
      postsOf(...asked).map(({ personName }) => personName)
    assert.deepEqual(names(directory, house.provider!, 'placement'), [
      'Ruth Adeyemi',
      'Milo Grant',
      'Joan Pike',
      'Karl Voss',
    ])
    assert.deepEqual(names(directory, house.provider!, 'placement', ['home-on-call']), ['Joan Pike'])
    assert.deepEqual(names(directory, house.provider!, 'responsible-council'), [])
  })

  test('ends with the first of two ends, of which either may never come', () => {
    assert.deepEqual([earlier(one, two), earlier(two, one)], [one, one])
    assert.deepEqual([earlier(one, undefined), earlier(undefined, two)], [one, two])
    assert.equal(earlier(undefined, undefined), undefined)
  })
})

test('who has looked is seen by whoever reads who is shut out, and whoever reviews', () => {
  assert.deepEqual(readingsOfLooks, ['shut-out', 'review'])
})

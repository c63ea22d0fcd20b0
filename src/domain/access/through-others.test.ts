import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  directory,
  fenwickPolice,
  grace,
  joan,
  noor,
  oakfield,
  ruth,
  sam,
} from '../../../test/support/a-directory.ts'
import {
  authorOf,
  comeBack,
  grants,
  leah,
  otherEpisode,
  raise,
  registered,
  report,
} from '../../../test/support/asking-for-grants.ts'
import { after, entry, entryId, given, theEpisode } from '../../../test/support/chronology.ts'
import { idOf, moment } from '../../../test/support/told-of-a-child.ts'
import type { Post } from '../child/directory.ts'
import type { Chronology } from '../episode/entries.ts'
import type { Grant } from './grant.ts'
import { throughPassages } from './through-passages.ts'

const names = new Map(directory.posts.map(({ id, personName }) => [id, personName]))
const because = (all: readonly Grant[], why: string, stream: string = theEpisode) =>
  all.filter((one) => one.because === why && one.stream === stream && one.section === 'core')
const whoFor = (why: string, chronology: Chronology, posts: readonly Post[] = directory.posts) => {
  const all = grants({
    child: [registered],
    episodes: [[theEpisode, chronology]],
    directory: { ...directory, posts },
  })
  return because(all, why).map(({ post }) => names.get(post) ?? 'another')
}

suite('whoever raised a concern', () => {
  test('for a home without being of one house brings every house of the provider', () =>
    assert.deepEqual(whoFor('raised the concern', given(raise(joan))), [
      'Ruth Adeyemi',
      'Milo Grant',
      'Joan Pike',
      'Karl Voss',
    ]))

  test('from a home in a post that is gone since brings the whole provider, and from a council nobody', () => {
    const left = (post: Post) => directory.posts.filter((one) => one !== post)
    assert.deepEqual(whoFor('raised the concern', given(raise(ruth)), left(ruth)), [
      'Milo Grant',
      'Joan Pike',
      'Karl Voss',
    ])
    assert.deepEqual(whoFor('raised the concern', given(raise(sam)), left(sam)), [])
  })

  test('for a home reads the episode until the return, and while the child is not back, on', () => {
    const until = (chronology: Chronology) =>
      new Set(
        because(
          grants({ child: [registered], episodes: [[theEpisode, chronology]] }),
          'raised the concern',
        ).map((one) => one.until?.slice(0, 16)),
      )
    const back = given(raise(ruth), comeBack())
    assert.deepEqual(until(given(raise(ruth))), new Set([undefined]))
    assert.deepEqual(until(back), new Set(['2026-11-21T02:00']))
    const closed = after(back, entry('episode-closed', '2026-11-24T10:00Z', {}, { by: authorOf(sam) }))
    assert.deepEqual(until(closed), new Set(['2026-11-21T02:00']))
  })
})

suite('a report to police', () => {
  test('lets no other organisation in because it writes too', () => {
    const ofCouncil = { ...sam, id: idOf<'post'>('figures'), role: 'analyst' } as const
    const posts = [...directory.posts, ofCouncil]
    const note = entry('note-added', '2026-11-20T23:00Z', {}, { by: authorOf(sam) })
    const all = grants({
      episodes: [[theEpisode, given(raise(ruth), report(ruth), note)]],
      directory: { ...directory, posts },
    })
    const told = all.filter((one) => one.because === 'police were told of the episode')
    assert.ok(told.length > 0)
    assert.ok(!told.some(({ post }) => post === ofCouncil.id))
  })
})

suite('an episode that was shared', () => {
  const shared = entry(
    'episode-shared',
    '2026-11-20T22:00Z',
    { with: fenwickPolice.id },
    { by: authorOf(sam) },
  )

  test('is not shared by sharing a part of an interview', () => {
    const passage = entry(
      'passage-shared',
      '2026-11-20T22:00Z',
      { interview: entryId('interview'), with: fenwickPolice.id, passage: 'I ran' },
      { by: authorOf(noor) },
    )
    const why = 'Aldermoor Council shared the episode'
    assert.deepEqual(whoFor(why, given(raise(ruth), passage)), [])
    assert.deepEqual(whoFor(why, given(raise(ruth), shared)), ['PC Dee Cole'])
  })

  test('is read until it was closed, also where something was written after', () => {
    const closed = given(
      raise(ruth),
      shared,
      comeBack(),
      entry('episode-closed', '2026-11-24T10:00Z', {}, { by: authorOf(sam) }),
      entry('note-added', '2026-11-25T10:00Z', {}, { by: authorOf(sam) }),
    )
    const all = grants({ child: [registered], episodes: [[theEpisode, closed]] })
    assert.deepEqual(
      because(all, 'Aldermoor Council shared the episode').map(({ until }) => until),
      [moment('2026-11-24T10:00Z')],
    )
  })
})

suite('a passage of an interview', () => {
  const shared = (to = oakfield.id) =>
    given(
      raise(ruth),
      entry(
        'passage-shared',
        '2026-11-23T10:00Z',
        { interview: entryId('interview'), with: to, passage: 'I ran' },
        { id: 'passage', by: authorOf(noor) },
      ),
    )
  const reading = (more: Partial<Grant> = {}, post: Post = ruth): Grant => ({
    post: post.id,
    child: leah,
    section: 'core',
    from: moment('2026-02-01T12:00Z'),
    because: 'the child is placed',
    ...more,
  })
  const passages = (...all: readonly Grant[]) =>
    throughPassages({ episode: theEpisode, chronology: shared(), directory, reading: all })

  test('goes with reading the episode, from the sharing or from when that begins', () => {
    const granted = (from: string, more: Partial<Grant> = {}) => [
      {
        ...reading(more),
        section: 'interview-passage',
        stream: entryId('passage'),
        from: moment(from),
        because: 'a part of what the child said was shared with them',
      },
    ]
    assert.deepEqual(passages(reading()), granted('2026-11-23T10:00Z'))
    assert.deepEqual(passages(reading({ stream: theEpisode })), granted('2026-11-23T10:00Z'))
    const later = { from: moment('2026-12-01T09:00Z'), until: moment('2026-12-24T09:00Z') }
    assert.deepEqual(passages(reading(later)), granted('2026-12-01T09:00Z', { until: later.until }))
  })

  test('does not go with another episode, with who the child is, or with another section', () => {
    for (const stream of [otherEpisode, leah]) assert.deepEqual(passages(reading({ stream })), [])
    assert.deepEqual(passages(reading({ section: 'plan' }), reading({ section: 'health' })), [])
    assert.deepEqual(passages(reading({}, sam), reading({}, grace)), [])
  })

  test('is not theirs who had stopped reading when it was shared', () => {
    const until = (end: string) => passages(reading({ until: moment(end) })).length
    assert.equal(until('2026-11-23T09:59:59.999Z'), 0)
    assert.equal(until('2026-11-23T10:00Z'), 0)
    assert.equal(until('2026-11-23T10:00:00.001Z'), 1)
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  directory,
  fenwick,
  fenwickOfficer,
  fenwickPolice,
  oakfield,
  ruth,
  sam,
  teacher,
} from '../../../test/support/a-directory.ts'
import {
  authorOf,
  comeBack,
  grants,
  house,
  known,
  leah,
  ofAldermoor,
  otherEpisode,
  raise,
  registered,
  report,
  withSam,
  type Asked,
} from '../../../test/support/asking-for-grants.ts'
import { after, entry, given, theEpisode } from '../../../test/support/chronology.ts'
import { entryId, idOf, moment, told } from '../../../test/support/told-of-a-child.ts'
import type { Post } from '../child/directory.ts'

const names = new Map([...directory.posts].map(({ id, personName }) => [id, personName]))

/** "Ruth Adeyemi: the whole record from … until …: why", once for each post, part, time and reason. */
function reasons(asked: Asked, extra: readonly Post[] = []): readonly string[] {
  for (const post of extra) names.set(post.id, post.personName)
  const short = (at: string | undefined) => at?.slice(0, 16) ?? 'now on'
  const part = (stream: string | undefined) =>
    stream === undefined ? 'record' : stream === leah ? 'child' : 'episode'
  return [
    ...new Set(
      grants(asked).map(
        ({ post, stream, from, until, because }) =>
          `${names.get(post) ?? '?'}: ${part(stream)} from ${short(from)} to ${short(until)}: ${because}`,
      ),
    ),
  ]
}
const of = (all: readonly string[], who: string) => all.filter((line) => line.startsWith(who))

suite('why somebody may read', () => {
  test('is that the council is responsible, that they work with the child, or where the child lives', () => {
    assert.deepEqual(reasons({}), [
      'Amira Hussain: record from 2026-01-05T09:00 to now on: emergency duty team, of the responsible council',
      'Dawn Ellis: record from 2026-01-05T09:00 to now on: missing co-ordinator, of the responsible council',
      'Noor Aziz: record from 2026-01-05T09:00 to now on: missing service, of the responsible council',
      'Sam Okafor: record from 2026-01-06T09:00 to now on: allocated social worker, allocated to the child',
      "Grace Hall: record from 2026-01-06T09:00 to now on: manager of the allocated social worker's team",
      'Colm Brady: record from 2026-01-06T09:00 to now on: independent reviewing officer, allocated to the child',
      'Ruth Adeyemi: record from 2026-02-01T12:00 to now on: the child is placed at Oakfield House',
      'Joan Pike: record from 2026-02-01T12:00 to now on: the child is placed at Oakfield House',
      'Karl Voss: record from 2026-02-01T12:00 to now on: the child is placed at Oakfield House',
    ])
  })

  test('is that no council is responsible yet: the first, or the one whose force raised the concern', () => {
    const why = 'no council is responsible yet'
    assert.deepEqual(reasons({ child: [registered] }), [
      `Amira Hussain: record from 2026-01-05T09:00 to now on: emergency duty team, ${why}`,
      `Dawn Ellis: record from 2026-01-05T09:00 to now on: missing co-ordinator, ${why}`,
      `Noor Aziz: record from 2026-01-05T09:00 to now on: missing service, ${why}`,
      `Grace Hall: record from 2026-01-05T09:00 to now on: social worker's team manager, ${why}`,
      `Tom Reid: record from 2026-01-05T09:00 to now on: social worker's team manager, ${why}`,
    ])
    const raised = [theEpisode, given(raise(fenwickOfficer))] as const
    assert.deepEqual(reasons({ child: [registered], episodes: [[otherEpisode, []], raised] }), [
      `Ben Yates: record from 2026-01-05T09:00 to now on: emergency duty team, ${why}`,
      `Ola Berg: record from 2026-01-05T09:00 to now on: missing co-ordinator, ${why}`,
      'PC Dee Cole: episode from 2026-11-20T21:40 to now on: raised the concern',
      'PC Dee Cole: child from 2026-11-20T21:40 to now on: raised the concern',
    ])
    assert.deepEqual(reasons({ child: [registered], directory: { organisations: [], posts: [] } }), [])
  })

  test('ends where another council becomes responsible, and any manager may allocate without a worker', () => {
    const moved = told('responsible-council-set', '2026-03-01T09:00Z', { council: fenwick.id })
    const ended = told('worker-ended', '2026-02-01T09:00Z', { allocated: entryId('sam') })
    const all = reasons({ child: [registered, ofAldermoor, withSam, ended, moved] })
    const why = 'of the responsible council'
    assert.deepEqual(of(all, 'Amira'), [
      `Amira Hussain: record from 2026-01-05T09:00 to 2026-03-01T09:00: emergency duty team, ${why}`,
    ])
    assert.deepEqual(of(all, 'Tom'), [
      `Tom Reid: record from 2026-01-05T09:00 to 2026-03-01T09:00: social worker's team manager, ${why}`,
    ])
    assert.deepEqual(of(all, 'Sam'), [
      'Sam Okafor: record from 2026-01-06T09:00 to 2026-02-01T09:00: allocated social worker, allocated to the child',
    ])
    assert.deepEqual(of(all, 'Ben'), [
      `Ben Yates: record from 2026-03-01T09:00 to now on: emergency duty team, ${why}`,
    ])
  })

  test('is that they registered the child, until a council is responsible', () => {
    const own: Post = { ...ruth, id: idOf('sam-post'), personName: 'Una Birch' }
    const inside = { ...directory, posts: [...directory.posts, own] }
    const later = told('responsible-council-set', '2026-03-01T09:00Z', { council: fenwick.id })
    assert.deepEqual(of(reasons({ child: [registered], directory: inside }, [own]), 'Una'), [
      'Una Birch: child from 2026-01-05T09:00 to now on: registered the child',
    ])
    assert.deepEqual(of(reasons({ child: [registered, later], directory: inside }, [own]), 'Una'), [
      'Una Birch: child from 2026-01-05T09:00 to 2026-03-01T09:00: registered the child',
    ])
  })

  test('is that they were named as a partner, or are a youth justice worker of the child', () => {
    const named = told(
      'partner-named',
      '2026-03-01T09:00Z',
      { organisation: teacher.organisation } as never,
      { as: 'named' },
    )
    const ended = told('partner-ended', '2026-05-01T09:00Z', { named: entryId('named') })
    const why = 'named as a partner for this child'
    assert.deepEqual(of(reasons({ child: [...known, named] }), 'Ann'), [
      `Ann Lowe: record from 2026-03-01T09:00 to now on: ${why}`,
    ])
    assert.deepEqual(of(reasons({ child: [...known, named, ended] }), 'Ann'), [
      `Ann Lowe: record from 2026-03-01T09:00 to 2026-05-01T09:00: ${why}`,
    ])
    const justice = { ...fenwick, id: idOf<'organisation'>('justice'), kind: 'youth-justice' as const }
    const own: Post = { ...sam, id: idOf('yot'), personName: 'Yara Tull', organisation: justice.id }
    const inside = { organisations: [...directory.organisations, justice], posts: [...directory.posts, own] }
    const allocated = told('worker-allocated', '2026-04-01T09:00Z', { role: 'social-worker', post: own.id })
    const all = reasons({ child: [registered, ofAldermoor, allocated], directory: inside }, [own])
    assert.deepEqual(of(all, 'Yara'), [
      'Yara Tull: record from 2026-04-01T09:00 to now on: allocated social worker, allocated to the child',
    ])
    assert.deepEqual(
      of(all, 'Grace').filter((line) => line.includes('manager of')),
      [],
    )
  })
})

suite('where the child lived', () => {
  const larch = { ...house, areaCouncil: fenwick.id, name: 'Larch House' }
  const at = (setting: typeof house) => told('placed', '2026-02-01T12:00Z', { setting }, { as: 'placed' })
  const ended = told('placement-ended', '2026-06-01T12:00Z', { placed: entryId('placed') })
  const placedAt = (setting: typeof house) => [registered, ofAldermoor, withSam, at(setting), ended]

  test('the home reads while the child is there, and since then what is left to it', () => {
    const all = reasons({ child: placedAt(larch) })
    const [is, was] = ['the child is placed at Larch House', 'the child was placed at Larch House']
    assert.deepEqual(of(all, 'Milo'), [
      `Milo Grant: record from 2026-02-01T12:00 to 2026-06-01T12:00: ${is}`,
      `Milo Grant: record from 2026-06-01T12:00 to now on: ${was}`,
    ])
    assert.deepEqual(of(all, 'Joan').length, 2)
    assert.deepEqual([of(all, 'Ruth'), of(all, 'Karl')], [[], []])
  })

  test('the council of the area reads where it is not the responsible one', () => {
    const why = 'the child is placed in the area, at Larch House'
    assert.deepEqual(of(reasons({ child: placedAt(larch) }), 'Ben'), [
      `Ben Yates: record from 2026-02-01T12:00 to 2026-06-01T12:00: ${why}`,
    ])
    const { areaCouncil: _none, ...nowhere } = larch
    assert.deepEqual(of(reasons({ child: placedAt(nowhere as typeof house) }), 'Ben'), [])
    const before = told('responsible-council-set', '2026-02-01T12:00Z', { council: fenwick.id })
    assert.deepEqual(
      of(reasons({ child: [...placedAt(larch), before] }), 'Ben').filter((line) => line.includes(why)),
      [],
    )
    const after = told('responsible-council-set', '2026-02-01T12:01Z', { council: fenwick.id })
    assert.equal(
      of(reasons({ child: [...placedAt(larch), after] }), 'Ben').filter((line) => line.includes(why)).length,
      1,
    )
    const fromFenwick = [
      registered,
      told('responsible-council-set', '2026-01-05T09:00Z', { council: fenwick.id }),
      told('responsible-council-set', '2026-06-01T12:00Z', { council: house.areaCouncil! }),
      at(larch),
      ended,
    ]
    assert.deepEqual(
      of(reasons({ child: fromFenwick }), 'Ben').filter((line) => line.includes(why)),
      [],
    )
  })

  test('a home whose child was missing as the placement ended reads until the child is back', () => {
    const placed = (end: string, ...episodes: readonly ReturnType<typeof given>[]) => {
      const over = told('placement-ended', end, { placed: entryId('house') })
      return of(
        reasons({ child: [...known, over], episodes: episodes.map((one) => [theEpisode, one] as const) }),
        'Ruth Adeyemi: record',
      ).map((line) => line.split(' to ')[1]?.split(': ')[0])
    }
    const night = given(raise(ruth), comeBack())
    assert.deepEqual(placed('2026-11-20T23:00Z', night), ['2026-11-21T02:00', 'now on'])
    assert.deepEqual(placed('2026-11-20T23:00Z', given(raise(ruth))), ['now on'])
    assert.deepEqual(placed('2026-11-21T02:00Z', night), ['2026-11-21T02:00', 'now on'])
    assert.deepEqual(placed('2026-11-21T03:00Z', night), ['2026-11-21T03:00', 'now on'])
    assert.deepEqual(placed('2026-11-20T21:40Z', night), ['2026-11-20T21:40', 'now on'])
    const wrong = entry(
      'recorded-in-error',
      '2026-11-21T09:00Z',
      { scope: { kind: 'episode' } },
      { by: authorOf(ruth) },
    )
    assert.deepEqual(placed('2026-11-20T23:00Z', after(night, wrong)), ['2026-11-20T23:00', 'now on'])
    const died = after(
      given(raise(ruth)),
      entry('located', '2026-11-21T05:00Z', { outcome: 'died' }),
      entry('episode-closed', '2026-11-24T10:00Z', {}, { by: authorOf(sam) }),
    )
    assert.deepEqual(placed('2026-11-20T23:00Z', died), ['2026-11-24T10:00', 'now on'])
  })
})

suite('one episode', () => {
  const closed = after(
    given(
      raise(teacher),
      report(ruth),
      entry('episode-shared', '2026-11-20T22:20Z', { with: fenwickPolice.id }, { by: authorOf(sam) }),
      comeBack(),
    ),
    entry('episode-closed', '2026-11-24T10:00Z', {}, { by: authorOf(sam) }),
  )
  const silent = [
    { stream: theEpisode, rungs: [{ tell: 'senior-manager' as const, at: moment('2026-11-20T23:00Z') }] },
    { stream: otherEpisode, rungs: [{ tell: 'police' as const, at: moment('2026-11-01T23:00Z') }] },
  ]

  test('is read by who raised it, was told of it, it was shared with, or a silent duty climbed to', () => {
    const all = reasons({ child: [registered], episodes: [[theEpisode, closed]], ladders: silent })
    const both = (who: string, span: string, why: string) =>
      ['episode', 'child'].map((part) => `${who}: ${part} from ${span}: ${why}`)
    assert.deepEqual(
      all.filter((line) => !line.includes(': record ')).toSorted(),
      [
        ...both('Ann Lowe', '2026-11-20T21:40 to 2026-11-24T10:00', 'raised the concern'),
        ...both('PC Lena Fox', '2026-11-20T22:15 to now on', 'police were told of the episode'),
        ...both('PS Imran Shah', '2026-11-20T22:15 to now on', 'police were told of the episode'),
        ...both(
          'PC Dee Cole',
          '2026-11-20T22:20 to 2026-11-24T10:00',
          'Aldermoor Council shared the episode',
        ),
        ...both(
          'Helen Frost',
          '2026-11-20T23:00 to 2026-11-24T10:00',
          'a duty was silent until it climbed to this post',
        ),
      ].toSorted(),
    )
  })

  test('that is open again, or never began, ends for nobody', () => {
    const again = after(closed, entry('episode-reopened', '2026-11-25T10:00Z', {}, { by: authorOf(sam) }))
    const open = reasons({ child: [registered], episodes: [[theEpisode, again]] })
    assert.deepEqual(of(open, 'Ann'), [
      'Ann Lowe: episode from 2026-11-20T21:40 to now on: raised the concern',
      'Ann Lowe: child from 2026-11-20T21:40 to now on: raised the concern',
    ])
    assert.deepEqual(of(reasons({ episodes: [[theEpisode, given(report(ruth))]] }), 'PC'), [])
  })

  test('that a home raised is read by that home, and by those of the provider who have no home', () => {
    const all = reasons({ child: [registered], episodes: [[theEpisode, given(raise(ruth))]] })
    assert.deepEqual(
      all
        .filter((line) => line.includes('raised the concern') && line.includes('episode'))
        .map((line) => line.split(':')[0]),
      ['Ruth Adeyemi', 'Joan Pike', 'Karl Voss'],
    )
    assert.equal(directory.posts.filter(({ organisation }) => organisation === oakfield.id).length, 4)
  })

  test('in which a force saw the child before the report is read from the report', () => {
    const seen = entry(
      'information-received',
      '2026-11-20T22:00Z',
      { seenInAreaOf: fenwickPolice.id },
      { by: authorOf(ruth) },
    )
    const all = reasons({ episodes: [[theEpisode, given(raise(ruth), seen, report(ruth))]] })
    assert.deepEqual(of(all, 'PC Dee'), [
      'PC Dee Cole: episode from 2026-11-20T22:15 to now on: the child was seen in the area of the force',
      'PC Dee Cole: child from 2026-11-20T22:15 to now on: the child was seen in the area of the force',
    ])
  })
})

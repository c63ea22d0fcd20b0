import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast, tyler } from '../../../test/support/cast.ts'
import { aChildMissingOvernight, after, at, entry, entryId, given } from '../../../test/support/chronology.ts'
import { own, wrote } from '../../../test/support/own-record.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'

import type { Moment } from '../../kernel/moment.ts'
import type { Chronology } from '../episode/entries.ts'
import type { EpisodeId } from '../episode/entry.ts'
import type { Facts, FactsAt } from './facts.ts'
import { cellsAt, earlier, ownStoryOf, storyOf } from './story.ts'
import { timesBy } from './times.ts'

const nothing: Facts = { statuses: ['not-known'], placedOutOfArea: false, earlierEpisodes: [] }
const times = timesBy(englandCalendar)
const told = (chronology: Chronology, facts: FactsAt = () => nothing) => storyOf(chronology, facts, times)
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id)

const [rung, note] = [{ kind: 'rung', duty: 'tell-police', role: 'home-on-call' }, entryId('report')] as const
const ofWhole = (id: string, more: object = {}) =>
  entry('recorded-in-error', '2026-03-29T00:20', more, { id, recorded: '2026-03-29T02:10' })

suite('a record that is read once', () => {
  test('says who raised it, and nothing of that where nobody did', () => {
    assert.equal(told(aChildMissingOvernight()).raised?.id, entryId('concern'))
    assert.equal('raised' in told(given()), false)
  })

  test('has the rungs that were acknowledged, and not what was acknowledged of an entry', () => {
    const chronology = given(
      entry('acknowledged', '2026-03-28T22:00', { of: rung }, { id: 'of a rung' }),
      entry(
        'acknowledged',
        '2026-03-28T22:01',
        { of: { kind: 'entry', entry: note } },
        { id: 'of an entry' },
      ),
    )
    assert.deepEqual(ids(told(chronology).rungsAnswered), [entryId('of a rung')])
  })

  test('is closed by the last closing, while it is closed', () => {
    const closed = given(
      entry('concern-raised', '2026-03-28T21:40'),
      entry('episode-closed', '2026-03-29T10:00', {}, { id: 'first' }),
      entry('episode-reopened', '2026-03-29T11:00'),
    )
    assert.equal(told(closed).closedBy, undefined)
    const again = after(closed, entry('episode-closed', '2026-03-29T12:00', {}, { id: 'second' }))
    assert.equal(told(again).closedBy?.id, entryId('second'))
  })

  test('is void from when that was written down, whatever else was recorded in error', () => {
    const chronology = after(
      aChildMissingOvernight(),
      entry(
        'recorded-in-error',
        '2026-03-29T00:10',
        { scope: { kind: 'entry', entry: note } },
        { id: 'of one' },
      ),
      ofWhole('of the whole'),
    )
    const { voidedBy, of } = told(chronology)
    assert.equal(voidedBy?.id, entryId('of the whole'))
    assert.deepEqual(voidedBy.occurred, { at: at('2026-03-29T02:10'), precision: 'minute' })
    assert.deepEqual(ids(of('recorded-in-error')), [entryId('of one'), entryId('of the whole')])
  })

  test('has no part in it for a void of the whole that does not count', () => {
    const waiting = after(aChildMissingOvernight(), ofWhole('waits', { needsSecond: true }))
    const { voidedBy, entries, of } = told(waiting)
    assert.equal(voidedBy, undefined)
    assert.equal(entries.length, aChildMissingOvernight().length)
    assert.deepEqual(of('recorded-in-error'), [])
    const one = { scope: { kind: 'entry', entry: note } } as const
    const and = after(waiting, entry('recorded-in-error', '2026-03-29T03:00', one, { id: 'of one' }))
    assert.deepEqual(ids(told(and).of('recorded-in-error')), [entryId('of one')])
  })
})

suite('what was written down for another', () => {
  const toldBy = {
    name: 'Daniel Osei',
    role: 'social-worker',
    organisationName: 'Calderwick',
    means: 'telephone',
  } as const
  const harm = entry('harm-considered', '2026-03-29T00:10', {}, { id: 'harm', by: cast.carer, toldBy })
  const agree = (by: (typeof cast)['social-worker' | 'police']) =>
    entry('acknowledged', '2026-03-29T02:00', { of: { kind: 'entry', entry: entryId('harm') } }, { by })
  const whose = (...more: readonly ReturnType<typeof entry>[]) =>
    told(given(harm, ...more)).of('harm-considered')[0]?.toldBy?.role

  test('is theirs once somebody in their role has confirmed it, and until then the writer’s alone', () => {
    assert.equal(whose(), undefined)
    assert.equal(whose(agree(cast.police)), undefined)
    assert.equal(whose(agree(cast['social-worker'])), 'social-worker')
  })
})

suite('a child’s own record', () => {
  test('is read in the order of time, and of two at one moment the first that was written first', () => {
    const [late, early, same] = [
      wrote('2026-03-28T22:00', { as: 'late' }),
      wrote('2026-03-28T21:00', { as: 'early' }),
      own('child-answered', '2026-03-28T22:00', {
        wrote: entryId('early'),
        answer: 'Yes',
        means: 'telephone',
      }),
    ]
    const story = (...all: readonly (typeof late | typeof same)[]) => ownStoryOf(all, () => nothing, times)
    const inOrder = [early, late, same]
    assert.deepEqual(ids(story(late, early, same).entries), ids(inOrder))
    assert.deepEqual(ids(story(early, late, same).entries), ids(inOrder))
    assert.deepEqual(ids(story(late, same, early).entries), ids(inOrder))
    assert.deepEqual(ids(story(late, early, same).of('child-wrote')), ids([early, late]))
    assert.deepEqual([story().rungsAnswered, story().spans], [[], []])
  })

  test('of two entries the one that stands first is the earlier, and one alone is it', () => {
    const [one, two] = [wrote('2026-03-28T21:00', { as: 'one' }), wrote('2026-03-28T22:00', { as: 'two' })]
    const story = ownStoryOf([one, two], () => nothing, times)
    const [a, b] = story.entries
    assert.deepEqual([earlier(story, a, b), earlier(story, b, a)], [a, a])
    assert.deepEqual([earlier(story, undefined, b), earlier(story, b, undefined)], [b, b])
    assert.equal(earlier(story, undefined, undefined), undefined)
  })
})

suite('what is true of the child when a duty starts', () => {
  const report = at('2026-03-28T22:15')

  test('is as it is known now and as it was known when that was written down', () => {
    const older: Facts = { ...nothing, approximateAge: 15 }
    const known: FactsAt = (_at, knownAt) => (knownAt === undefined ? older : nothing)
    const cells = cellsAt(told(aChildMissingOvernight(), known), report, report)
    assert.deepEqual(
      cells.map(({ age }) => age),
      [15, undefined],
    )
    assert.ok(!('age' in cells[1]!))
    assert.equal(cellsAt(told(aChildMissingOvernight()), report, report).length, 1)
  })

  test('is asked of each moment, and of each at which it was written down', () => {
    const asked: string[] = []
    const story = told(aChildMissingOvernight(), (validAt, knownAt) => {
      asked.push(`${validAt.slice(11, 16)} ${knownAt?.slice(11, 16) ?? 'now'}`)
      return nothing
    })
    const later = at('2026-03-28T22:50')
    for (const [start, recorded] of [
      [report, report],
      [later, later],
      [report, later],
    ] as const)
      cellsAt(story, start, recorded)
    assert.deepEqual(asked, [
      '22:15 now',
      '22:15 22:15',
      '22:50 now',
      '22:50 22:50',
      '22:15 now',
      '22:15 22:50',
    ])
  })

  const cellOf = (chronology: Chronology, when: Moment, facts = nothing) =>
    cellsAt(
      told(chronology, () => facts),
      when,
      when,
    )[0]!

  test('has the grade that was in force, the moment of it included, and none before', () => {
    const graded = after(
      aChildMissingOvernight(),
      entry('risk-assessed', '2026-03-29T00:30', { level: 'high' }, { id: 'again' }),
    )
    const risk = (when: string) => cellOf(graded, at(when)).risk
    assert.deepEqual(['2026-03-28T22:50', '2026-03-29T00:29', '2026-03-29T00:30'].map(risk), [
      'medium',
      'medium',
      'high',
    ])
    assert.ok(!('risk' in cellOf(graded, at('2026-03-28T22:49'))))
  })

  test('is of whom the concern was raised, and of a child where nobody said', () => {
    const care = given(
      entry('concern-raised', '2026-03-28T21:40', { subject: { kind: 'care', child: tyler } }),
    )
    assert.equal(cellOf(care, report).subject, 'care')
    assert.equal(cellOf(aChildMissingOvernight(), report).subject, 'child')
    assert.equal(cellOf(given(), report).subject, 'child')
  })

  test('counts the episodes that began in so many days before this one, with this one', () => {
    const began = at('2026-03-28T21:40')
    const before = (days: number) => ({
      episode: `${days} days before` as EpisodeId,
      from: new Date(Date.parse(began) - days * 86_400_000).toISOString() as Moment,
    })
    const facts = {
      ...nothing,
      earlierEpisodes: [before(1), before(30), before(89.5), before(90), before(-1)],
    }
    const within = (days: number) => cellOf(aChildMissingOvernight(), report, facts).episodesWithin(days)
    assert.deepEqual([0, 1, 29, 30, 89, 90, 365].map(within), [1, 2, 2, 3, 3, 5, 5])
  })
})

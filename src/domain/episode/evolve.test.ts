import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  aChildBackBeforeAnyReport,
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
  entryId,
  given,
} from '../../../test/support/chronology.ts'
import { episodeOf, nothingYet } from './evolve.ts'

const concern = entry('concern-raised', '2026-03-28T21:40', {}, { id: 'concern' })

test('nothing recorded is nothing known', () => {
  assert.deepEqual(episodeOf([]), nothingYet)
  assert.deepEqual(episodeOf([]), {
    response: 'concern',
    spans: [],
    whereabouts: 'where-expected',
    authorisation: 'authorised',
    worriedNow: false,
    died: false,
    spells: [],
    voided: false,
    openChallenges: [],
    sequence: 0,
  })
})

suite('a concern', () => {
  test('says where the child is thought to be and whether they may be there', () => {
    const friend = { whereabouts: 'known-elsewhere', where: 'A friend’s', authorisation: 'late' } as const
    const episode = episodeOf(given(entry('concern-raised', '2026-03-28T21:40', friend, { id: 'concern' })))
    assert.equal(episode.whereabouts, 'known-elsewhere')
    assert.equal(episode.where, 'A friend’s')
    assert.equal(episode.authorisation, 'late')
    assert.equal(episode.response, 'concern')
    assert.equal(episode.worriedNow, false)
    assert.equal(episode.raised?.id, entryId('concern'))
    assert.deepEqual(episode.spans, [
      { response: 'concern', from: at('2026-03-28T21:40'), because: entryId('concern') },
    ])
  })

  test('comes first, even where something else happened before it', () => {
    const told = given(entry('reported-missing', '2026-03-28T21:30', {}, { id: 'report' }), concern)
    const episode = episodeOf(told)
    assert.equal(episode.response, 'reported')
    assert.deepEqual(episode.spans, [
      {
        response: 'concern',
        from: at('2026-03-28T21:40'),
        because: entryId('concern'),
        until: at('2026-03-28T21:40'),
        endedBy: entryId('report'),
      },
      { response: 'reported', from: at('2026-03-28T21:40'), because: entryId('report') },
    ])
  })

  test('is raised once: another changes nothing', () => {
    const twice = given(
      concern,
      entry('concern-raised', '2026-03-28T22:00', { whereabouts: 'where-expected' }),
    )
    assert.deepEqual({ ...episodeOf(twice), sequence: 1 }, episodeOf(given(concern)))
  })
})

suite('the question of worry', () => {
  test('answered "not now" moves the concern to searching', () => {
    const episode = episodeOf(
      given(
        concern,
        entry('threshold-assessed', '2026-03-28T21:45', { worriedNow: false }, { id: 'not now' }),
      ),
    )
    assert.equal(episode.response, 'searching')
    assert.equal(episode.worriedNow, false)
    assert.equal(episode.threshold?.id, entryId('not now'))
    assert.deepEqual(
      episode.spans.map(({ response }) => response),
      ['concern', 'searching'],
    )
  })

  test('answered "yes" leaves the concern open until police are told', () => {
    const episode = episodeOf(given(concern, entry('threshold-assessed', '2026-03-28T21:45')))
    assert.equal(episode.response, 'concern')
    assert.equal(episode.worriedNow, true)
  })

  test('answered again while searching changes the worry and not the response', () => {
    const episode = episodeOf(
      given(
        concern,
        entry('threshold-assessed', '2026-03-28T21:45', { worriedNow: false }),
        entry('threshold-assessed', '2026-03-28T22:45', { worriedNow: true }),
        entry('threshold-assessed', '2026-03-28T22:50', { worriedNow: false }),
      ),
    )
    assert.equal(episode.response, 'searching')
    assert.equal(episode.worriedNow, false)
    assert.equal(episode.spans.length, 2)
  })

  test('never moves a report back', () => {
    const episode = episodeOf(
      after(aChildMissingOvernight(), entry('threshold-assessed', '2026-03-29T02:00', { worriedNow: false })),
    )
    assert.equal(episode.response, 'reported')
    assert.equal(episode.worriedNow, false)
  })

  test('may state whereabouts and authorisation anew, and forgets a place that no longer holds', () => {
    const told = given(
      concern,
      entry('threshold-assessed', '2026-03-28T21:45', {
        whereabouts: 'known-elsewhere',
        where: 'Her aunt’s',
        authorisation: 'authorised',
      }),
    )
    const known = episodeOf(told)
    assert.equal(known.whereabouts, 'known-elsewhere')
    assert.equal(known.where, 'Her aunt’s')
    assert.equal(known.authorisation, 'authorised')
    const lost = episodeOf(
      after(told, entry('threshold-assessed', '2026-03-28T22:45', { whereabouts: 'unknown' })),
    )
    assert.equal(lost.whereabouts, 'unknown')
    assert.ok(!('where' in lost))
    assert.equal(lost.authorisation, 'authorised')
  })

  test('that does not mention whereabouts leaves them', () => {
    const told = given(
      entry('concern-raised', '2026-03-28T21:40', { whereabouts: 'known-elsewhere', where: 'Bus station' }),
      entry('threshold-assessed', '2026-03-28T21:45'),
    )
    assert.equal(episodeOf(told).where, 'Bus station')
    assert.equal(episodeOf(told).whereabouts, 'known-elsewhere')
  })

  test('changes nothing about a child who is back', () => {
    const back = aChildBackInTheMorning()
    const asked = episodeOf(
      after(back, entry('threshold-assessed', '2026-03-29T08:00', { whereabouts: 'unknown' })),
    )
    assert.deepEqual({ ...asked, sequence: back.length }, episodeOf(back))
  })
})

suite('telling police', () => {
  test('moves searching to reported', () => {
    const episode = episodeOf(
      given(
        concern,
        entry('threshold-assessed', '2026-03-28T21:45', { worriedNow: false }),
        entry('reported-missing', '2026-03-28T22:00', {}, { id: 'report' }),
      ),
    )
    assert.equal(episode.response, 'reported')
    assert.equal(episode.reported?.id, entryId('report'))
    assert.deepEqual(
      episode.spans.map(({ response, until }) => [response, until]),
      [
        ['concern', at('2026-03-28T21:45')],
        ['searching', at('2026-03-28T22:00')],
        ['reported', undefined],
      ],
    )
  })

  test('counts once, the first time', () => {
    const twice = after(aChildMissingOvernight(), entry('reported-missing', '2026-03-28T23:15'))
    assert.equal(episodeOf(twice).reported?.id, entryId('report'))
    assert.equal(episodeOf(twice).spans.length, 2)
  })

  test('after the return is on record and moves nothing', () => {
    const late = after(
      aChildBackBeforeAnyReport(),
      entry('reported-missing', '2026-03-28T22:30', {}, { id: 'report' }),
    )
    assert.equal(episodeOf(late).response, 'returned')
    assert.equal(episodeOf(late).reported?.id, entryId('report'))
  })
})

suite('a grade', () => {
  test('is the latest that was given, not the latest that was written down', () => {
    const graded = after(
      aChildMissingOvernight(),
      entry('risk-assessed', '2026-03-29T02:00', { level: 'high' }, { id: 'second' }),
      entry('risk-assessed', '2026-03-28T23:00', { level: 'low' }, { recorded: '2026-03-29T02:00' }),
    )
    assert.equal(episodeOf(graded).grade?.level, 'high')
    assert.equal(episodeOf(graded).grade?.entry.id, entryId('second'))
  })

  test('is police’s alone: a view on risk changes none', () => {
    const viewed = after(
      aChildMissingOvernight(),
      entry('risk-view-given', '2026-03-29T02:00', { level: 'low' }),
    )
    assert.equal(episodeOf(viewed).grade?.level, 'medium')
  })

  test('stays challenged until the challenge is answered', () => {
    const challenged = after(
      aChildMissingOvernight(),
      entry('grade-challenged', '2026-03-28T23:00', {}, { id: 'first' }),
      entry('grade-challenged', '2026-03-28T23:10', {}, { id: 'second' }),
    )
    assert.deepEqual(episodeOf(challenged).openChallenges, [entryId('first'), entryId('second')])
    const answered = after(
      challenged,
      entry('challenge-answered', '2026-03-28T23:30', { challenge: entryId('first') }),
    )
    assert.deepEqual(episodeOf(answered).openChallenges, [entryId('second')])
  })
})

suite('a sighting', () => {
  test('answers when the child was last seen, and the latest one holds', () => {
    const seen = after(
      aChildMissingOvernight(),
      entry('answered', '2026-03-28T18:00', {}, { recorded: '2026-03-29T02:00' }),
      entry('answered', '2026-03-29T00:30', { question: 'clothing' }),
    )
    assert.equal(episodeOf(seen).lastSeen?.at, at('2026-03-28T19:30'))
  })

  test('locates the child and changes no response', () => {
    const episode = episodeOf(
      after(aChildMissingOvernight(), entry('located', '2026-03-29T06:20', {}, { id: 'located' })),
    )
    assert.equal(episode.response, 'reported')
    assert.equal(episode.whereabouts, 'known-elsewhere')
    assert.equal(episode.where, 'Bus station')
    assert.equal(episode.lastSeen?.at, at('2026-03-29T06:20'))
    assert.equal(episode.located?.id, entryId('located'))
    assert.equal(episode.died, false)
  })

  test('is not a call or a message: information changes nothing', () => {
    const missing = aChildMissingOvernight()
    const called = episodeOf(after(missing, entry('information-received', '2026-03-29T02:00')))
    assert.deepEqual({ ...called, sequence: missing.length }, episodeOf(missing))
  })

  test('after the return does not take the child away again', () => {
    const late = episodeOf(
      after(aChildBackInTheMorning(), entry('located', '2026-03-29T08:00', {}, { id: 'later' })),
    )
    assert.equal(late.whereabouts, 'where-expected')
    assert.equal(late.where, 'Fernside')
    assert.equal(late.lastSeen?.at, at('2026-03-29T06:20'))
  })

  test('of a child who has died is known for good, and ends the search', () => {
    const died = after(
      aChildMissingOvernight(),
      entry('located', '2026-03-29T06:20', { outcome: 'died' }),
      entry('located', '2026-03-29T06:40', { outcome: 'hospital' }),
    )
    assert.equal(episodeOf(died).died, true)
    assert.equal(episodeOf(died).response, 'returned')
    assert.equal(episodeOf(died).spans.length, 3)
  })
})

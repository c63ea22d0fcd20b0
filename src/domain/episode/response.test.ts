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
  type Draft,
  given,
} from '../../../test/support/chronology.ts'
import { episodeOf } from './evolve.ts'
import { isOpen } from './response.ts'

suite('a return', () => {
  test('ends the absence: where expected, allowed there, nobody worried', () => {
    const episode = episodeOf(aChildBackInTheMorning())
    assert.equal(episode.response, 'returned')
    assert.equal(episode.whereabouts, 'where-expected')
    assert.equal(episode.where, 'Fernside')
    assert.equal(episode.authorisation, 'authorised')
    assert.equal(episode.worriedNow, false)
    assert.equal(episode.returned?.id, entryId('return'))
    assert.deepEqual(episode.spans.at(-1), {
      response: 'returned',
      from: at('2026-03-29T07:10'),
      because: entryId('return'),
    })
  })

  test('before any report goes from searching to returned', () => {
    const episode = episodeOf(aChildBackBeforeAnyReport())
    assert.deepEqual(
      episode.spans.map(({ response }) => response),
      ['concern', 'searching', 'returned'],
    )
    assert.equal(episode.reported, undefined)
  })

  test('with nothing said about safety counts as safe, and so does one said to be safe', () => {
    const safe = after(
      aChildMissingOvernight(),
      entry('returned', '2026-03-29T07:10', { placeOfSafety: true }),
    )
    assert.equal(episodeOf(safe).response, 'returned')
  })

  test('to a place that is not safe leaves the child with whoever held them', () => {
    const unsafe = after(
      aChildMissingOvernight(),
      entry('returned', '2026-03-29T07:10', { placeOfSafety: false, to: 'The flat in Mill Lane' }),
    )
    const episode = episodeOf(unsafe)
    assert.equal(episode.response, 'reported')
    assert.equal(episode.returned, undefined)
    assert.equal(episode.whereabouts, 'known-elsewhere')
    assert.equal(episode.where, 'The flat in Mill Lane')
    assert.equal(episode.lastSeen?.at, at('2026-03-29T07:10'))
    const safe = after(unsafe, entry('returned', '2026-03-29T09:00', {}, { id: 'safe' }))
    assert.equal(episodeOf(safe).returned?.id, entryId('safe'))
  })

  test('is the first one: a second, safe or not, changes nothing', () => {
    const back = aChildBackInTheMorning()
    for (const placeOfSafety of [true, false]) {
      const again = after(back, entry('returned', '2026-03-29T12:00', { placeOfSafety, to: 'Elsewhere' }))
      assert.deepEqual({ ...episodeOf(again), sequence: back.length }, episodeOf(back))
    }
  })

  test('that was recorded in error never was', () => {
    const undone = after(
      aChildBackInTheMorning(),
      entry('recorded-in-error', '2026-03-29T08:00', { scope: { kind: 'entry', entry: entryId('return') } }),
    )
    assert.equal(episodeOf(undone).response, 'reported')
    assert.equal(episodeOf(undone).voided, false)
  })
})

suite('closing', () => {
  const closed = after(
    aChildBackInTheMorning(),
    entry('episode-closed', '2026-04-02T10:00', {}, { id: 'close' }),
  )

  test('ends the response, and reopening takes up the one before', () => {
    assert.equal(episodeOf(closed).response, 'closed')
    const reopened = episodeOf(
      after(closed, entry('episode-reopened', '2026-04-03T10:00', {}, { id: 'again' })),
    )
    assert.equal(reopened.response, 'returned')
    assert.deepEqual(reopened.spans.slice(-2), [
      {
        response: 'closed',
        from: at('2026-04-02T10:00'),
        because: entryId('close'),
        until: at('2026-04-03T10:00'),
        endedBy: entryId('again'),
      },
      { response: 'returned', from: at('2026-04-03T10:00'), because: entryId('again') },
    ])
  })

  test('twice is closing once', () => {
    const twice = after(closed, entry('episode-closed', '2026-04-02T11:00'))
    assert.equal(episodeOf(twice).spans.length, episodeOf(closed).spans.length)
  })

  test('of an episode without a return goes back to the response that it had', () => {
    const died = after(
      aChildMissingOvernight(),
      entry('located', '2026-03-29T06:20', { outcome: 'died' }),
      entry('episode-closed', '2026-04-02T10:00'),
      entry('episode-reopened', '2026-04-03T10:00'),
    )
    assert.equal(episodeOf(died).response, 'returned')
  })

  test('stays closed when a return turns out to have come after it, and reopens as returned', () => {
    const odd = after(
      aChildMissingOvernight(),
      entry('episode-closed', '2026-03-29T06:00'),
      entry('returned', '2026-03-29T07:10'),
    )
    assert.equal(episodeOf(odd).response, 'closed')
    assert.equal(episodeOf(after(odd, entry('episode-reopened', '2026-03-29T08:00'))).response, 'returned')
  })

  test('is undone by nothing but reopening: a report after it moves nothing', () => {
    const odd = after(
      aChildBackBeforeAnyReport(),
      entry('episode-closed', '2026-03-29T06:00'),
      entry('reported-missing', '2026-03-29T07:10'),
    )
    assert.equal(episodeOf(odd).response, 'closed')
  })

  test('reopening what is not closed changes nothing', () => {
    const back = aChildBackInTheMorning()
    const reopened = episodeOf(after(back, entry('episode-reopened', '2026-03-29T08:00')))
    assert.deepEqual({ ...reopened, sequence: back.length }, episodeOf(back))
  })

  test('before anything else reopens to the first response', () => {
    const odd = given(
      entry('episode-closed', '2026-03-29T06:00'),
      entry('episode-reopened', '2026-03-29T08:00'),
    )
    assert.equal(episodeOf(odd).response, 'concern')
  })
})

test('an episode is open while someone looks: in concern, searching or reported, and not void', () => {
  const raised = entry('concern-raised', '2026-03-28T21:40')
  const calm = entry('threshold-assessed', '2026-03-28T21:42', { worriedNow: false })
  const opens = (...drafts: readonly Draft[]) => isOpen(episodeOf(given(...drafts)))
  assert.equal(opens(), false)
  assert.equal(opens(raised), true)
  assert.equal(opens(raised, calm), true)
  assert.equal(isOpen(episodeOf(aChildMissingOvernight())), true)
  assert.equal(isOpen(episodeOf(aChildBackInTheMorning())), false)
  assert.equal(opens(raised, entry('recorded-in-error', '2026-03-28T22:00')), false)
})

test('an episode recorded in error is void, keeps its record and has no spells', () => {
  const missing = aChildMissingOvernight()
  const episode = episodeOf(after(missing, entry('recorded-in-error', '2026-03-29T08:00')))
  assert.equal(episode.voided, true)
  assert.deepEqual(episode.spells, [])
  assert.equal(episode.response, 'reported')
  assert.equal(episode.sequence, missing.length + 1)
})

test('an eighteenth birthday closes nothing: years later the same record says the same', () => {
  const missing = aChildMissingOvernight()
  const yearsOn = after(missing, entry('note-added', '2034-01-01T09:00'))
  assert.deepEqual({ ...episodeOf(yearsOn), sequence: missing.length }, episodeOf(missing))
  assert.equal(episodeOf(yearsOn).response, 'reported')
})

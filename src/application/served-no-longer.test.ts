import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast, idFor } from '../../test/support/cast.ts'
import {
  aChildBackInTheMorning,
  after,
  at,
  entry,
  entryId,
  theEpisode,
} from '../../test/support/chronology.ts'
import type { Chronology } from '../domain/episode/entries.ts'
import type { EpisodeId } from '../domain/episode/entry.ts'
import { servedNoLonger, takenBackWith } from './served-no-longer.ts'

const [first, second] = [idFor<'episode'>('the first'), idFor<'episode'>('the second')]
const held = after(
  aChildBackInTheMorning(),
  entry('interview-held', '2026-03-30T16:00', {}, { id: 'interview' }),
  entry('interview-held', '2026-03-31T16:00', {}, { id: 'another' }),
)
const gone = (of: string, more: object = {}) =>
  entry(
    'recorded-in-error',
    '2026-04-01T09:00',
    { scope: { kind: 'entry', entry: entryId(of) }, ...more },
    { id: `void of ${of}` },
  )
const served = (interview: string, episode: EpisodeId = theEpisode) =>
  after(
    aChildBackInTheMorning(),
    entry(
      'interview-served',
      '2026-03-30T16:00',
      { episode, interview: entryId(interview) },
      { id: `${interview} served` },
    ),
  )
const found = (before: Chronology, then: Chronology, others: readonly (readonly [EpisodeId, Chronology])[]) =>
  servedNoLonger({
    episode: theEpisode,
    before,
    after: then,
    episodes: new Map([[theEpisode, before], ...others]),
  })

test('an interview that is taken back takes with it what it served, in each other episode, and nothing else', () => {
  const others = [
    [first, served('interview')],
    [second, served('another')],
    [idFor<'episode'>('a third'), served('interview', second)],
  ] as const
  const expected = [{ episode: first, entries: [entryId('interview served')] }]
  assert.deepEqual(found(held, after(held, gone('interview')), others), expected)
  assert.deepEqual(found(held, after(held, entry('note-added', '2026-04-01T09:00')), others), [])
  assert.deepEqual(found(held, after(held, gone('concern')), []), [])
})

test('a whole episode that is taken back takes with it what each of its interviews served', () => {
  const whole = entry('recorded-in-error', '2026-04-01T09:00', { scope: { kind: 'episode' } })
  const both = after(
    served('interview'),
    entry(
      'interview-served',
      '2026-03-31T16:00',
      { episode: theEpisode, interview: entryId('another') },
      { id: 'another served' },
    ),
  )
  assert.deepEqual(found(held, after(held, whole), [[first, both]]), [
    { episode: first, entries: [entryId('interview served'), entryId('another served')] },
  ])
})

test('a void that waits takes nothing back, and counts when a second person confirms it', () => {
  const waits = after(held, gone('interview', { needsSecond: true }))
  assert.deepEqual(found(held, waits, [[first, served('interview')]]), [])
  const confirmed = after(
    waits,
    entry(
      'acknowledged',
      '2026-04-01T10:00',
      { of: { kind: 'entry', entry: entryId('void of interview') } } as object,
      { by: cast['team-manager'] },
    ),
  )
  assert.deepEqual(found(waits, confirmed, [[first, served('interview')]]), [
    { episode: first, entries: [entryId('interview served')] },
  ])
})

test('what was taken back there already, or lies in an episode that was, is left as it is', () => {
  const then = after(held, gone('interview'))
  assert.deepEqual(found(held, then, [[first, after(served('interview'), gone('interview served'))]]), [])
  const whole = entry('recorded-in-error', '2026-04-01T09:00', { scope: { kind: 'episode' } })
  assert.deepEqual(found(held, then, [[first, after(served('interview'), whole)]]), [])
})

test('it is taken back there for a reason of its own, by whoever took the interview back', () => {
  const { type, body, by, occurred } = takenBackWith(entryId('served'), cast.carer, at('2026-04-01T09:00'))
  assert.deepEqual(
    [type, by, occurred],
    ['recorded-in-error', cast.carer, { at: at('2026-04-01T09:00'), precision: 'minute' }],
  )
  assert.deepEqual(body, {
    scope: { kind: 'entry', entry: entryId('served') },
    why: 'did-not-happen',
    reason: 'The interview in another episode, which was about this one too, was recorded in error there.',
  })
})

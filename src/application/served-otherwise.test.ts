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
import { againWith, movedWith, servedAgain, servedAtAnotherTime } from './served-otherwise.ts'
import { takenBackReason } from './served-no-longer.ts'

const [first, second] = [idFor<'episode'>('the first'), idFor<'episode'>('the second')]
const held = after(
  aChildBackInTheMorning(),
  entry('interview-held', '2026-03-30T16:00', {}, { id: 'interview' }),
  entry('interview-held', '2026-03-31T16:00', {}, { id: 'another' }),
)
const minute = (time: string) => ({ at: at(time), precision: 'minute' }) as const
const correction = (time: string, more: object = {}) =>
  entry(
    'entry-corrected',
    '2026-04-01T09:00',
    { corrects: entryId('interview'), occurred: minute(time), needsSecond: false, ...more },
    { id: `corrected to ${time}` },
  )
const gone = (of: string, id: string, reason = 'Another child') =>
  entry(
    'recorded-in-error',
    '2026-04-01T09:30',
    { scope: { kind: 'entry', entry: entryId(of) }, why: 'did-not-happen', reason },
    { id },
  )
const served = (interview: string, episode: EpisodeId = theEpisode, when = '2026-03-30T16:00') =>
  after(
    aChildBackInTheMorning(),
    entry(
      'interview-served',
      when,
      { episode, interview: entryId(interview) },
      { id: `${interview} served` },
    ),
  )
type Others = readonly (readonly [EpisodeId, Chronology])[]
const change = (before: Chronology, then: Chronology, others: Others) => ({
  episode: theEpisode,
  before,
  after: then,
  episodes: new Map([[theEpisode, then], ...others]),
})
const moves = (before: Chronology, then: Chronology, others: Others) =>
  servedAtAnotherTime(change(before, then, others))
const returns = (before: Chronology, then: Chronology, others: Others) =>
  servedAgain(change(before, then, others))

test('an interview whose time is corrected has that time in each other episode that it served, and nothing else has', () => {
  const others = [
    [first, served('interview')],
    [second, served('another', theEpisode, '2026-03-31T16:00')],
    [idFor<'episode'>('a third'), served('interview', second)],
  ] as const
  const then = after(held, correction('2026-03-30T15:30'))
  assert.deepEqual(moves(held, then, others), [
    {
      episode: first,
      entries: [{ entry: entryId('interview served'), occurred: minute('2026-03-30T15:30') }],
    },
  ])
  assert.deepEqual(moves(held, after(held, entry('note-added', '2026-04-01T09:00')), others), [])
})

test('a correction that waits moves nothing, and one that is taken back moves it again', () => {
  const others = [[first, served('interview')]] as const
  assert.deepEqual(
    moves(held, after(held, correction('2026-03-30T15:30', { needsSecond: true })), others),
    [],
  )
  const corrected = after(held, correction('2026-03-30T15:30'))
  const there = [[first, served('interview', theEpisode, '2026-03-30T15:30')]] as const
  const back = after(corrected, gone('corrected to 2026-03-30T15:30', 'no correction'))
  assert.deepEqual(moves(corrected, back, there), [
    {
      episode: first,
      entries: [{ entry: entryId('interview served'), occurred: minute('2026-03-30T16:00') }],
    },
  ])
})

test('what has that time there already, or lies in an episode that was taken back, is left as it is', () => {
  const then = after(held, correction('2026-03-30T15:30'))
  const whole = entry('recorded-in-error', '2026-04-01T09:00', { scope: { kind: 'episode' } })
  assert.deepEqual(moves(held, then, [[first, served('interview', theEpisode, '2026-03-30T15:30')]]), [])
  assert.deepEqual(moves(held, then, [[first, after(served('interview'), whole)]]), [])
})

const void1 = after(held, gone('interview', 'void of the interview'))
const stands = after(void1, gone('void of the interview', 'void of the void'))
const takenBack = after(served('interview'), gone('interview served', 'void there', takenBackReason))

test('what was taken back with an interview returns when that stands again, in each other episode', () => {
  assert.deepEqual(returns(void1, stands, [[first, takenBack]]), [
    { episode: first, voids: [entryId('void there')] },
  ])
  assert.deepEqual(
    returns(held, after(held, entry('note-added', '2026-04-01T09:00')), [[first, takenBack]]),
    [],
  )
})

test('what somebody took back there for a reason of their own does not', () => {
  const theirs = after(served('interview'), gone('interview served', 'void there'))
  assert.deepEqual(returns(void1, stands, [[first, theirs]]), [])
  const ofAnother = after(served('another'), gone('another served', 'void there', takenBackReason))
  assert.deepEqual(returns(void1, stands, [[first, ofAnother]]), [])
  const elsewhere = after(
    served('interview', second),
    gone('interview served', 'void there', takenBackReason),
  )
  assert.deepEqual(returns(void1, stands, [[first, elsewhere]]), [])
})

test('each is written there by whoever did it here, and tells nothing of the other episode', () => {
  const now = at('2026-04-01T10:00')
  const occurred = minute('2026-03-30T15:30')
  const moved = movedWith({ entry: entryId('served'), occurred }, cast.carer, now)
  assert.deepEqual(
    [moved.type, moved.by, moved.occurred],
    ['entry-corrected', cast.carer, { at: now, precision: 'minute' }],
  )
  assert.deepEqual(moved.body, {
    corrects: entryId('served'),
    occurred,
    reason: 'The time of the interview was corrected in the other episode, where it was held.',
    evidence: 'The record of the interview',
    needsSecond: false,
  })
  const again = againWith(entryId('void'), cast.carer, now)
  assert.deepEqual(
    [again.type, again.by, again.occurred],
    ['recorded-in-error', cast.carer, { at: now, precision: 'minute' }],
  )
  assert.deepEqual(again.body, {
    scope: { kind: 'entry', entry: entryId('void') },
    why: 'did-not-happen',
    reason: 'The interview in another episode, which was about this one too, stands on its record again.',
  })
})

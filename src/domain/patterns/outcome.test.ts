import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  aChildBackBeforeAnyReport,
  aChildBackInTheMorning,
  after,
  at,
  entry,
  type Draft,
} from '../../../test/support/chronology.ts'
import { backInTheMorning, backOf } from '../../../test/support/returned.ts'
import type { Back } from './back.ts'
import { interviewOutcome, offerOutcome, outcomeOf } from './outcome.ts'

const check = (back: Back, now: string) => outcomeOf(back, back.check, at(now))
const interview = (now: string, ...drafts: readonly Draft[]) =>
  interviewOutcome(backInTheMorning(...drafts), at(now))
const checked = (when: string) => entry('prevention-check-done', when)
const excused = (when: string) => entry('prevention-check-not-possible', when)
const held = (when: string) => entry('interview-held', when)
const later = '2026-05-01T12:00'

describe('a duty of a return', () => {
  it('is not due, and then overdue, until something is done', () => {
    assert.equal(check(backInTheMorning(), '2026-03-29T11:10'), 'not-due')
    assert.equal(check(backInTheMorning(), '2026-03-29T11:11'), 'overdue')
  })
  it('was done in time, or late', () => {
    assert.equal(check(backInTheMorning(checked('2026-03-29T11:10')), later), 'in-time')
    assert.equal(check(backInTheMorning(checked('2026-03-29T11:11')), later), 'late')
  })
  it('is left open by a call, and excused by a reason', () => {
    const call = entry('prevention-check-done', '2026-03-29T10:00', { faceToFace: false })
    assert.equal(check(backInTheMorning(call), later), 'overdue')
    assert.equal(check(backInTheMorning(excused('2026-03-29T11:10')), later), 'excused')
  })
  it('stays late whatever excuses it afterwards', () => {
    assert.equal(check(backInTheMorning(excused('2026-03-29T11:11')), later), 'excused-late')
  })
  it('no longer applied, or did so only after it was due', () => {
    const back = backInTheMorning()
    assert.equal(outcomeOf(back, back.homecoming, at(later)), 'cancelled')
    const due = back.homecoming?.due ?? [at(later), at(later)]
    assert.equal(outcomeOf(back, { due, cancelled: at(later) }, at(later)), 'excused-late')
    assert.equal(outcomeOf(back, { due, cancelled: due[1] }, at(later)), 'cancelled')
  })
  it('is owed by nobody where police were not told, where it was imported, or where no clause lays it', () => {
    const back = backOf(aChildBackBeforeAnyReport())
    assert.equal(check(back, later), 'police-not-told')
    assert.equal(check({ ...back, imported: true }, later), 'imported')
    assert.equal(outcomeOf(backInTheMorning(), undefined, at(later)), 'not-owed')
  })
})

describe('the interview of a return', () => {
  it('is not due for 72 hours, and then overdue', () => {
    assert.equal(interview('2026-04-01T07:10'), 'not-due')
    assert.equal(interview('2026-04-01T07:11'), 'overdue')
  })
  it('has a clock that runs from the return, whether or not the check was done', () => {
    const due = backInTheMorning().interview?.due
    assert.deepEqual(backInTheMorning(checked('2026-03-30T11:00')).interview?.due, due)
    assert.deepEqual(backInTheMorning(excused('2026-03-30T11:00')).interview?.due, due)
    assert.deepEqual(due, [at('2026-04-01T07:10'), at('2026-04-01T07:10')])
  })
  it('was held in time, late, or nobody can say', () => {
    assert.equal(interview(later, held('2026-04-01T07:10')), 'in-time')
    assert.equal(interview(later, held('2026-04-01T07:11')), 'late')
    const thatDay = entry('interview-held', '2026-04-01T23:59', {}, { precision: 'day' })
    assert.equal(interview(later, thatDay), 'time-unknown')
  })
  it('counts by the first that was held', () => {
    assert.equal(interview(later, held('2026-03-30T09:00'), held('2026-04-09T09:00')), 'in-time')
  })
  it('is declined, and late where the child was asked after it was due', () => {
    const no = (when: string) => entry('interview-declined', when)
    assert.equal(interview(later, no('2026-04-01T07:10')), 'declined')
    assert.equal(interview(later, no('2026-04-01T07:11')), 'declined-late')
  })
  it('is decided against, and late where that was after it was due', () => {
    const not = (when: string) => entry('interview-not-held', when)
    assert.equal(interview(later, not('2026-04-01T07:10')), 'decided-not')
    assert.equal(interview(later, not('2026-04-01T07:11')), 'decided-not-late')
  })
  it('is still owed where the one that a yes after no led to was held before the return as known', () => {
    const before = at('2026-03-29T06:00')
    const due = at('2026-04-01T06:00')
    const back = { ...backInTheMorning(), afterAll: { due: [due, due], met: [before, before] } } as const
    assert.deepEqual(back.held, [])
    assert.equal(interviewOutcome(back, at('2026-04-01T07:10')), 'not-due')
    assert.equal(interviewOutcome(back, at('2026-04-01T07:11')), 'overdue')
  })
  it('is owed again for 72 hours to a child who says yes after no, and counts from the return when it is held', () => {
    const afterAll = [
      entry('interview-offered', '2026-03-29T12:00'),
      entry('interview-declined', '2026-03-29T12:05'),
      entry('interview-accepted', '2026-03-31T12:00'),
    ]
    assert.equal(interview('2026-04-03T12:00', ...afterAll), 'said-yes-after-all')
    assert.equal(interview('2026-04-03T12:01', ...afterAll), 'overdue')
    assert.equal(interview(later, ...afterAll, held('2026-04-01T07:10')), 'in-time')
    assert.equal(interview(later, ...afterAll, held('2026-04-02T07:10')), 'late-after-declining')
  })
  it('is owed by nobody where the absence was not reported', () => {
    assert.equal(interviewOutcome(backOf(aChildBackBeforeAnyReport()), at(later)), 'police-not-told')
  })
  it('stays late when the episode is closed with a reason', () => {
    const leftOpen = { 'return-interview': 'She has moved abroad' }
    const closed = entry('episode-closed', '2026-04-03T12:00', { leftOpen })
    assert.equal(interview(later, closed), 'excused-late')
    const early = entry('episode-closed', '2026-03-30T12:00', { leftOpen })
    assert.equal(interview(later, early), 'excused')
  })
})

describe('the first offer', () => {
  const offer = (...drafts: readonly Draft[]) => offerOutcome(backInTheMorning(...drafts))
  const offered = (when: string) => entry('interview-offered', when)
  it('is against the clock of the offer', () => {
    assert.equal(offer(offered('2026-03-30T23:59')), 'in-time')
    assert.equal(offer(offered('2026-03-31T00:00')), 'late')
  })
  it('is not proved by an interview', () => {
    assert.equal(offer(held('2026-03-29T12:00')), 'none')
  })
  it('has no clock where no clause lays one', () => {
    const unreported = after(aChildBackBeforeAnyReport(), offered('2026-03-29T12:00'))
    assert.equal(offerOutcome(backOf(unreported)), 'no-clock')
  })
  it('may have been in time or not where only its day is known', () => {
    const back = backOf(after(aChildBackInTheMorning(), offered('2026-03-30T12:00')))
    const due = [at('2026-03-30T11:00'), at('2026-03-30T13:00')] as const
    assert.equal(offerOutcome({ ...back, offer: { due } }), 'time-unknown')
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { aChildMissingOvernight, after, at, entry, given } from '../../../test/support/chronology.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { Chronology } from '../episode/entries.ts'
import type { Obligation } from './obligation.ts'
import { obligations } from './obligations.ts'
import { standing, timesOf } from './standing.ts'

const facts = () => ({ approximateAge: 14, statuses: [], placedOutOfArea: false, earlierEpisodes: [] })

function duties(chronology: Chronology, name: string): readonly Obligation[] {
  return obligations(chronology, firstEdition(), facts, englandCalendar).filter(({ duty }) => duty === name)
}

function standingOf(chronology: Chronology, name: string, now: string): string | undefined {
  const [duty] = duties(chronology, name)
  return duty && standing(timesOf(duty), at(now))
}

suite('a child who was located and has gone again before the return', () => {
  const found = after(aChildMissingOvernight(), entry('located', '2026-03-29T06:20', {}, { id: 'located' }))
  const lost = after(
    found,
    entry('threshold-assessed', '2026-03-29T06:50', { worriedNow: true, whereabouts: 'unknown' }),
  )

  test('is met about at 24, 48 and 72 hours as if nobody had found them', () => {
    for (const name of ['hold-24-hour-meeting', 'hold-48-hour-meeting', 'hold-72-hour-meeting']) {
      assert.equal(duties(found, name).length, 0)
      assert.equal(standingOf(lost, name, '2026-04-02T12:00'), 'overdue')
    }
  })

  test('is met about no more once they are found again', () => {
    const foundAgain = after(lost, entry('located', '2026-03-30T06:20', {}, { id: 'located again' }))
    assert.equal(standingOf(foundAgain, 'hold-24-hour-meeting', '2026-04-02T12:00'), 'cancelled')
    assert.equal(duties(foundAgain, 'hold-48-hour-meeting').length, 0)
  })

  test('is met about weekly again, from when they were known to have gone again', () => {
    const meeting = (kind: 'at-72-hours' | 'weekly', occurred: string) =>
      entry('meeting-held', occurred, { kind })
    const weekly = 'hold-weekly-meeting-when-lost-again'
    const met = after(aChildMissingOvernight(), meeting('at-72-hours', '2026-04-01T10:00'))
    const foundLate = after(met, entry('located', '2026-04-02T09:00', {}, { id: 'located' }))
    assert.equal(standingOf(foundLate, 'hold-weekly-meeting', '2026-04-09T12:00'), 'cancelled')
    assert.equal(duties(foundLate, weekly).length, 0)
    const gone = entry('threshold-assessed', '2026-04-03T15:00', { worriedNow: true, whereabouts: 'unknown' })
    const goneAgain = after(foundLate, gone)
    const [begun, ...others] = duties(goneAgain, weekly)
    assert.equal(others.length, 0)
    assert.equal(begun?.dueAt, '2026-04-10T22:59:59.999Z')
    const metAgain = after(goneAgain, meeting('weekly', '2026-04-09T10:00'))
    assert.equal(standingOf(metAgain, weekly, '2026-04-11T12:00'), 'met')
    const [, next] = duties(metAgain, 'hold-weekly-meeting')
    assert.equal(next?.dueAt, '2026-04-16T22:59:59.999Z')
    assert.equal(
      duties(after(met, gone), weekly).length,
      0,
      'never found: the weekly meetings go on as they were',
    )
  })

  test('is told to police as after any looking, where the first telling ended with finding them', () => {
    const notReported = given(
      entry('concern-raised', '2026-03-28T18:00', { whereabouts: 'known-elsewhere' }, { id: 'concern' }),
      entry('threshold-assessed', '2026-03-28T18:05', { worriedNow: false }),
      entry('located', '2026-03-28T18:30'),
    )
    const gone = after(
      notReported,
      entry('threshold-assessed', '2026-03-28T19:00', { worriedNow: false, whereabouts: 'unknown' }),
    )
    assert.equal(standingOf(notReported, 'tell-police-after-looking', '2026-03-28T22:00'), 'cancelled')
    assert.equal(duties(notReported, 'tell-police-when-lost-again').length, 0)
    const [again] = duties(gone, 'tell-police-when-lost-again')
    assert.equal(again?.dueAt, at('2026-03-28T20:00'))
    const reported = after(gone, entry('reported-missing', '2026-03-28T19:20'))
    assert.equal(standingOf(reported, 'tell-police-when-lost-again', '2026-03-28T22:00'), 'met')
    assert.equal(standingOf(lost, 'tell-police-when-lost-again', '2026-04-02T12:00'), 'met')
  })

  test('is told of again to everyone, and has a plan for the night again, once found again', () => {
    const foundAgain = after(
      lost,
      entry('agency-informed', '2026-03-29T06:30', { role: 'duty-team', about: 'location' }),
      entry('answered', '2026-03-29T06:40', { question: 'plan-for-tonight', text: 'Back at Fernside' }),
      entry('located', '2026-03-30T06:20', {}, { id: 'located again' }),
    )
    for (const name of ['tell-everyone-of-location', 'plan-for-tonight']) {
      const [first, second] = duties(foundAgain, name)
      assert.ok(first?.met, name)
      assert.equal(second?.startsAt, at('2026-03-30T06:20'), name)
      assert.equal(second.met, undefined, name)
    }
  })
})

suite('what happens once in an episode answers for a duty however late that began', () => {
  const noticed = given(
    entry('concern-raised', '2026-03-28T21:40', {}, { id: 'concern' }),
    entry('threshold-assessed', '2026-03-28T21:40', { worriedNow: false }),
    entry('reported-missing', '2026-03-28T22:15', {}, { id: 'report' }),
  )

  test('police who were told need not be told again when the worry is written down after the call', () => {
    const worried = after(noticed, entry('threshold-assessed', '2026-03-28T22:20', { worriedNow: true }))
    assert.equal(standingOf(worried, 'tell-police-when-worried', '2026-03-28T23:59'), 'met')
  })

  test('a child who was back before the report is not graded, met about or read about as unreported', () => {
    const back = after(noticed, entry('returned', '2026-03-28T22:10', {}, { recorded: '2026-03-28T22:40' }))
    assert.equal(standingOf(back, 'grade-risk', '2026-03-30T12:00'), 'cancelled')
    assert.equal(duties(back, 'hold-24-hour-meeting').length, 0)
    assert.equal(duties(back, 'review-unreported-concern').length, 0)
    assert.equal(standingOf(back, 'prevention-check', '2026-03-30T12:00'), 'overdue')
  })
})

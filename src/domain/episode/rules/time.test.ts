import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { parseMoment } from '../../../kernel/moment.ts'
import {
  aChildBackBeforeAnyReport,
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
  given,
} from '../../../../test/support/chronology.ts'
import { refusalOf } from '../../../../test/support/deciding.ts'
import type { EntryType } from '../entries.ts'

const missing = aChildMissingOvernight()

suite('a time in the future', () => {
  test('is refused, and says which', () => {
    const early = entry('returned', '2026-03-29T07:11')
    assert.deepEqual(refusalOf(missing, early, { now: '2026-03-29T07:10' }), {
      kind: 'in-the-future',
      at: at('2026-03-29T07:11'),
    })
  })

  test('is not the minute that is running', () => {
    const now = parseMoment('2026-03-29T06:10:01.000Z')!
    assert.equal(refusalOf(missing, entry('returned', '2026-03-29T07:10'), { now }), undefined)
  })

  test('is refused of every entry, a note too', () => {
    const note = entry('note-added', '2026-03-29T07:11')
    assert.equal(refusalOf(missing, note, { now: '2026-03-29T07:10' })?.kind, 'in-the-future')
  })

  test('is not refused of the next review or of an interview that is arranged', () => {
    const now = '2026-03-29T07:15'
    const graded = entry('risk-assessed', '2026-03-29T07:10', { nextReview: at('2026-04-01T09:00') })
    assert.equal(refusalOf(missing, graded, { now }), undefined)
    const arranged = entry('interview-arranged', '2026-03-29T07:12', { at: at('2026-04-01T09:00') })
    assert.equal(refusalOf(aChildBackInTheMorning(), arranged, { now }), undefined)
  })
})

suite('a time before the concern', () => {
  const early = '2026-03-28T21:39'

  test('is refused of what answers to the concern', () => {
    const answers: readonly EntryType[] = [
      'concern-reviewed',
      'threshold-assessed',
      'reported-missing',
      'risk-assessed',
      'located',
      'returned',
    ]
    const concern = given(entry('concern-raised', '2026-03-28T21:40'))
    for (const type of answers) {
      assert.deepEqual(refusalOf(concern, entry(type, early)), { kind: 'before-the-concern' }, type)
      assert.equal(refusalOf(concern, entry(type, '2026-03-28T21:40')), undefined, type)
    }
  })

  test('is refused of what answers to the return', () => {
    const back = aChildBackBeforeAnyReport()
    const answers: readonly EntryType[] = [
      'prevention-check-done',
      'prevention-check-not-possible',
      'interview-offered',
      'interview-declined',
      'interview-arranged',
      'interview-attempted',
      'interview-held',
      'episode-closed',
    ]
    for (const type of answers)
      assert.deepEqual(refusalOf(back, entry(type, early)), { kind: 'before-the-concern' }, type)
    const closed = after(back, entry('episode-closed', '2026-04-01T09:00'))
    assert.deepEqual(refusalOf(closed, entry('episode-reopened', early)), { kind: 'before-the-concern' })
  })

  test('is ordinary for what was seen, done, asked or said', () => {
    for (const type of [
      'action-taken',
      'answered',
      'asked',
      'information-received',
      'note-added',
      'agency-informed',
    ] as const)
      assert.equal(refusalOf(missing, entry(type, early)), undefined, type)
  })

  test('is any time from the day of the return on, where a return tells of the absence', () => {
    const endOfDay = parseMoment('2026-03-12T23:59:59.999Z')!
    const imported = given(
      entry('concern-raised', '2026-11-21T10:00', { how: 'imported' }),
      entry('answered', endOfDay, { question: 'last-seen' }, { precision: 'day' }),
    )
    const later = { now: '2026-11-22T09:00' }
    assert.equal(refusalOf(imported, entry('returned', '2026-03-12T00:00'), later), undefined)
    const early = entry('returned', '2026-03-11T23:59')
    assert.equal(refusalOf(imported, early, later)?.kind, 'before-the-concern')
  })

  test('is any time of an earlier day where only the day of the concern is known', () => {
    const endOfDay = parseMoment('2026-03-28T23:59:59.999Z')!
    const imported = given(entry('concern-raised', endOfDay, { how: 'imported' }, { precision: 'day' }))
    assert.equal(refusalOf(imported, entry('returned', '2026-03-28T00:00')), undefined)
    assert.equal(refusalOf(imported, entry('returned', '2026-03-27T23:59'))?.kind, 'before-the-concern')
  })
})

suite('a return before the last sighting', () => {
  test('is refused, and says when the child was seen', () => {
    const located = after(missing, entry('located', '2026-03-29T06:20'))
    assert.deepEqual(refusalOf(located, entry('returned', '2026-03-29T06:19')), {
      kind: 'before-the-last-sighting',
      lastSeen: at('2026-03-29T06:20'),
    })
    assert.equal(refusalOf(located, entry('returned', '2026-03-29T06:20')), undefined)
  })

  test('is measured against the latest sighting, in whatever order they were written', () => {
    const seen = after(
      missing,
      entry('answered', '2026-03-29T05:00'),
      entry('answered', '2026-03-29T04:00', {}, { recorded: '2026-03-29T05:30' }),
    )
    assert.deepEqual(refusalOf(seen, entry('returned', '2026-03-29T04:30')), {
      kind: 'before-the-last-sighting',
      lastSeen: at('2026-03-29T05:00'),
    })
  })

  test('counts a place that was not safe as a sighting', () => {
    const unsafe = after(missing, entry('returned', '2026-03-29T05:00', { placeOfSafety: false }))
    assert.equal(refusalOf(unsafe, entry('returned', '2026-03-29T04:59'))?.kind, 'before-the-last-sighting')
  })

  test('does not count other answers, or a sighting that was recorded in error', () => {
    const other = after(missing, entry('answered', '2026-03-29T05:00', { question: 'clothing' }))
    assert.equal(refusalOf(other, entry('returned', '2026-03-29T04:30')), undefined)
    const wrong = entry('located', '2026-03-29T05:00')
    const undone = after(
      missing,
      wrong,
      entry('recorded-in-error', '2026-03-29T05:10', { scope: { kind: 'entry', entry: wrong.id } }),
    )
    assert.equal(refusalOf(undone, entry('returned', '2026-03-29T04:30')), undefined)
  })

  test('on a day of which no time is known leaves the whole of that day', () => {
    const endOfDay = parseMoment('2026-03-29T22:59:59.999Z')!
    const seen = after(missing, entry('answered', endOfDay, {}, { precision: 'day' }))
    assert.equal(refusalOf(seen, entry('returned', '2026-03-29T00:00')), undefined)
    assert.deepEqual(refusalOf(seen, entry('returned', '2026-03-28T23:59')), {
      kind: 'before-the-last-sighting',
      lastSeen: at('2026-03-29T00:00'),
    })
    const sharper = after(seen, entry('answered', '2026-03-29T05:00'))
    assert.equal(refusalOf(sharper, entry('returned', '2026-03-29T04:30'))?.kind, 'before-the-last-sighting')
  })

  test('is no rule for anything but a return', () => {
    const located = after(missing, entry('located', '2026-03-29T06:20'))
    assert.equal(refusalOf(located, entry('risk-assessed', '2026-03-29T05:00')), undefined)
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aChildBackInTheMorning, after, at, entry, theEpisode } from '../../../../test/support/chronology.ts'
import { appointmentLine } from './appointment.ts'

const back = aChildBackInTheMorning()
const arranged = after(back, entry('interview-arranged', '2026-03-29T12:00', { at: at('2026-03-31T16:00') }))
const words = (chronology: typeof back) =>
  String(appointmentLine(chronology, theEpisode, at('2026-03-29T12:30')) ?? '').replaceAll(/\s+/g, ' ')

test('an interview that is arranged can be put into a calendar, and taken out again when it is called off', () => {
  assert.equal(words(back), '')
  assert.match(
    words(arranged),
    /arranged for 16:00 on Tuesday\. <a [^>]*appointment\.ics" download>Put it into/,
  )
  const off = after(arranged, entry('interview-declined', '2026-03-30T12:00'))
  assert.match(
    words(off),
    /was arranged for 16:00 on Tuesday is called off\. <a [^>]*>Take it out of a calendar/,
  )
})

test('an interview that was held is no appointment any more', () => {
  assert.equal(words(after(arranged, entry('interview-held', '2026-03-31T16:00'))), '')
})

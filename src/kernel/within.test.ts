import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { englandCalendar } from './bank-holidays.ts'
import { londonDate, londonTime } from './london.ts'
import { instantOf, isBefore, type Moment, momentAt, momentOf, parseMoment } from './moment.ts'
import { clockKind, dueAt, parseWithin, type Within, withinInWords } from './within.ts'

const moment = (text: string): Moment => parseMoment(text)!
const within = (text: string): Within => parseWithin(text)!
const due = (start: string, w: string): string => dueAt(moment(start), within(w), englandCalendar).at
const anyStart = fc.integer({ min: Date.UTC(2012, 0, 1), max: Date.UTC(2060, 0, 1) }).map(momentAt)
const elapsedText = fc.oneof(
  fc.nat(999).map((n) => `PT${n}H`),
  fc.nat(9999).map((n) => `PT${n}M`),
  fc.tuple(fc.nat(99), fc.nat(59)).map(([h, m]) => `PT${h}H${m}M`),
)
const calendarText = fc
  .tuple(fc.nat(9), fc.nat(30), fc.nat(20), fc.nat(100))
  .map(([y, m, w, d]) => `P${y}Y${m}M${w}W${d}D`)
const workingText = fc.nat(60).map((n) => `WD${n}`)

test('an elapsed clock is exact across both clock changes', () => {
  assert.equal(due('2026-03-28T22:40Z', 'PT4H'), '2026-03-29T02:40:00.000Z')
  assert.equal(londonTime(moment(due('2026-03-28T22:40Z', 'PT4H'))), '03:40')
  assert.equal(due('2026-10-24T21:40Z', 'PT72H'), '2026-10-27T21:40:00.000Z')
  assert.equal(due('2026-10-24T21:40Z', 'PT0S'), '2026-10-24T21:40:00.000Z')
})

test('an elapsed clock adds what Temporal adds to an instant', () => {
  fc.assert(
    fc.property(anyStart, elapsedText, (start, w) => {
      assert.equal(dueAt(start, within(w), englandCalendar).at, momentOf(instantOf(start).add(w)))
    }),
  )
})

test('a calendar clock ends with the London day, also when the clocks have changed on the way', () => {
  assert.equal(due('2026-11-20T22:40Z', 'P6W'), '2027-01-01T23:59:59.999Z')
  assert.equal(due('2026-03-01T12:00Z', 'P3M'), '2026-06-01T22:59:59.999Z')
  assert.equal(due('2026-09-30T12:00Z', 'P10D'), '2026-10-10T22:59:59.999Z')
  assert.equal(due('2026-10-20T12:00Z', 'P10D'), '2026-10-30T23:59:59.999Z')
})

test('a calendar clock starts on the London day of the event', () => {
  assert.equal(due('2026-07-01T22:59:59.999Z', 'P1D'), '2026-07-02T22:59:59.999Z')
  assert.equal(due('2026-07-01T23:00:00.000Z', 'P1D'), '2026-07-03T22:59:59.999Z')
  assert.equal(due('2026-07-01T12:00Z', 'P0D'), '2026-07-01T22:59:59.999Z')
})

test('months are clipped at the end of a shorter month', () => {
  assert.equal(due('2026-11-30T12:00Z', 'P3M'), '2027-02-28T23:59:59.999Z')
  assert.equal(due('2027-11-30T12:00Z', 'P3M'), '2028-02-29T23:59:59.999Z')
  assert.equal(due('2028-02-29T12:00Z', 'P1Y'), '2029-02-28T23:59:59.999Z')
})

test('a calendar clock adds what Temporal adds to a date', () => {
  fc.assert(
    fc.property(anyStart, calendarText, (start, w) => {
      const day = instantOf(start).toZonedDateTimeISO('Europe/London').toPlainDate().add(w)
      const end = day
        .add({ days: 1 })
        .toZonedDateTime('Europe/London')
        .toInstant()
        .subtract({ milliseconds: 1 })
      assert.equal(dueAt(start, within(w), englandCalendar).at, momentOf(end))
    }),
  )
})

test('working days end with the London day and step over Christmas', () => {
  assert.equal(due('2026-11-20T22:40Z', 'WD5'), '2026-11-27T23:59:59.999Z')
  assert.equal(due('2026-12-24T22:40Z', 'WD1'), '2026-12-29T23:59:59.999Z')
  assert.equal(due('2026-04-02T22:40Z', 'WD1'), '2026-04-07T22:59:59.999Z')
  assert.equal(due('2026-11-21T12:00Z', 'WD0'), '2026-11-23T23:59:59.999Z')
})

test('working days are provisional once they pass the last published year, other clocks never', () => {
  const provisional = (start: string, w: string): boolean =>
    dueAt(moment(start), within(w), englandCalendar).provisional
  assert.equal(provisional('2028-12-20T12:00Z', 'WD3'), false)
  assert.equal(provisional('2028-12-20T12:00Z', 'WD10'), true)
  assert.equal(provisional('2031-01-10T12:00Z', 'WD1'), true)
  assert.equal(provisional('2031-01-10T12:00Z', 'P6W'), false)
  assert.equal(provisional('2031-01-10T12:00Z', 'PT72H'), false)
})

test('a later start is never due earlier, and nothing is due before it starts', () => {
  const anyText = fc.oneof(elapsedText, calendarText, workingText)
  fc.assert(
    fc.property(anyStart, anyStart, anyText, (a, b, w) => {
      const [first, second] = [a, b].toSorted() as [Moment, Moment]
      const [dueFirst, dueSecond] = [first, second].map((m) => dueAt(m, within(w), englandCalendar).at)
      assert.ok(!isBefore(dueSecond!, dueFirst!))
      assert.ok(!isBefore(dueFirst!, first))
    }),
  )
})

test('a day clock never cuts its last London day short', () => {
  fc.assert(
    fc.property(anyStart, fc.oneof(calendarText, workingText), (start, w) => {
      const { at } = dueAt(start, within(w), englandCalendar)
      assert.equal(londonTime(at), '23:59')
      assert.notEqual(londonDate(momentAt(Date.parse(at) + 1)), londonDate(at))
    }),
  )
})

const words: readonly (readonly [string, string, string])[] = [
  ['PT4H', 'elapsed', '4 hours'],
  ['PT1H', 'elapsed', '1 hour'],
  ['PT90M', 'elapsed', '90 minutes'],
  ['PT72H', 'elapsed', '72 hours'],
  ['PT1H30M', 'elapsed', '1 hour 30 minutes'],
  ['PT0S', 'elapsed', 'at once'],
  ['P6W', 'calendar', '6 weeks'],
  ['P1D', 'calendar', '1 day'],
  ['P3M', 'calendar', '3 months'],
  ['P1Y6M', 'calendar', '1 year 6 months'],
  ['P0D', 'calendar', 'the same day'],
  ['WD5', 'working-days', '5 working days'],
  ['WD1', 'working-days', '1 working day'],
  ['WD0', 'working-days', 'the same working day'],
]
for (const [text, kind, said] of words) {
  test(`${text} is on the ${kind} clock and is said "${said}"`, () => {
    assert.equal(clockKind(within(text)), kind)
    assert.equal(withinInWords(within(text)), said)
  })
}

const notClocks = [
  '',
  'P',
  'PT',
  'WD',
  'PT5S',
  'P1DT4H',
  'PT1.5H',
  '-PT4H',
  'P-1D',
  'WD-1',
  'WD1.5',
  'WD1000',
  'pt4h',
]
for (const text of [...notClocks, 'PT30M4H', 'P1D2W', 'PT4H ', 'PT4H\n', '5 days', 'P100Y']) {
  test(`${JSON.stringify(text)} is no clock`, () => assert.equal(parseWithin(text), undefined))
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  earliest,
  instantOf,
  isAfter,
  isBefore,
  latest,
  millisecondsOf,
  minutesBetween,
  type Moment,
  momentAt,
  momentOf,
  parseMoment,
  parseSaidMoment,
  plus,
} from './moment.ts'

const first = Date.UTC(1900, 0, 1)
const last = Date.UTC(2201, 0, 1) - 1
const anyMoment = fc.integer({ min: first, max: last }).map(momentAt)
const moment = (text: string): Moment => parseMoment(text)!

test('the order of the text is the order of time', () => {
  fc.assert(
    fc.property(anyMoment, anyMoment, (a, b) => {
      const order = Math.sign(millisecondsOf(a) - millisecondsOf(b))
      assert.equal(a < b ? -1 : a > b ? 1 : 0, order)
      assert.equal(isBefore(a, b), order === -1)
      assert.equal(isAfter(a, b), order === 1)
    }),
  )
})

test('a moment is neither before nor after itself', () => {
  fc.assert(fc.property(anyMoment, (m) => !isBefore(m, m) && !isAfter(m, m)))
})

test('a moment is written as Temporal writes it, to three decimals', () => {
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), (milliseconds) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(milliseconds)
      assert.equal(momentAt(milliseconds), instant.toString({ fractionalSecondDigits: 3 }))
      assert.equal(momentOf(instant), momentAt(milliseconds))
      assert.equal(instantOf(momentAt(milliseconds)).epochMilliseconds, milliseconds)
    }),
  )
})

test('a moment that was written is read as itself', () => {
  fc.assert(fc.property(anyMoment, (m) => parseMoment(m) === m))
})

test('what is said leaves a year of room for what is reckoned from it', () => {
  assert.equal(parseSaidMoment('2199-12-31T23:59:59.999Z'), '2199-12-31T23:59:59.999Z')
  for (const text of ['2200-01-01T00:00:00Z', '2199-12-31T23:30:00-01:00', '2026-03-28'])
    assert.equal(parseSaidMoment(text), undefined, text)
})

test('an instant with an offset is the same moment in UTC', () => {
  fc.assert(
    fc.property(anyMoment, fc.integer({ min: -14 * 60, max: 14 * 60 }), (m, minutes) => {
      const offset = `${minutes < 0 ? '-' : '+'}${Temporal.PlainTime.from('00:00')
        .add({ minutes: Math.abs(minutes) })
        .toString()}`
      const text = instantOf(m).toString({ timeZone: offset.slice(0, 6), fractionalSecondDigits: 3 })
      assert.equal(parseMoment(text), m)
    }),
  )
})

const readings: readonly (readonly [string, string])[] = [
  ['2026-03-28T22:40Z', '2026-03-28T22:40:00.000Z'],
  ['2026-03-28t22:40:05z', '2026-03-28T22:40:05.000Z'],
  ['2026-03-28 22:40:05.1+00', '2026-03-28T22:40:05.100Z'],
  ['2026-03-29T02:10+01:00', '2026-03-29T01:10:00.000Z'],
  ['2026-03-29T02:10+0100', '2026-03-29T01:10:00.000Z'],
  ['2026-03-28T22:40:00.123999999Z', '2026-03-28T22:40:00.123Z'],
  ['1930-01-01T00:00:00.000999Z', '1930-01-01T00:00:00.000Z'],
  ['2024-02-29T00:00:00.000Z', '2024-02-29T00:00:00.000Z'],
  ['1900-01-01T00:00:00.000Z', '1900-01-01T00:00:00.000Z'],
  ['2200-12-31T23:59:59.999Z', '2200-12-31T23:59:59.999Z'],
]
for (const [text, expected] of readings) {
  test(`${text} is read as ${expected}`, () => assert.equal(parseMoment(text), expected))
}

const refusedTexts: readonly (readonly [string, string])[] = [
  ['', 'nothing'],
  ['2026-03-28T22:40:00.000', 'no zone'],
  ['2026-03-28T22:40', 'no zone'],
  ['2026-03-28', 'no time'],
  ['2026-02-29T00:00:00.000Z', 'no such day'],
  ['2026-02-30T10:00Z', 'no such day'],
  ['2026-13-01T10:00Z', 'no such month'],
  ['2026-03-28T24:00:00.000Z', 'no such hour'],
  ['2026-03-28T23:60:00.000Z', 'no such minute'],
  ['2026-03-28T23:59:60Z', 'a leap second'],
  ['2026-03-28T22:40+25:00', 'no such offset'],
  ['2026-03-28T22:40Z[Europe/London]', 'a named zone'],
  ['1899-12-31T23:59:59.999Z', 'too early'],
  ['1900-01-01T00:30+01:00', 'too early once in UTC'],
  ['2201-01-01T00:00:00.000Z', 'too late'],
  ['+002026-03-28T22:40:00.000Z', 'a year of six digits'],
  [' 2026-03-28T22:40:00.000Z', 'a space before'],
  ['2026-03-28T22:40:00.000Z\n', 'a line end after'],
]
for (const [text, why] of refusedTexts) {
  test(`${JSON.stringify(text)} is no moment: ${why}`, () => assert.equal(parseMoment(text), undefined))
}

test('no text makes the reader throw, and what it reads is canonical', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
      (text) => {
        const m = parseMoment(text)
        return m === undefined || parseMoment(m) === m
      },
    ),
  )
})

test('a number outside the years 1900 to 2200 is a defect', () => {
  for (const milliseconds of [first - 1, last + 1, Number.NaN, Infinity]) {
    assert.throws(() => momentAt(milliseconds), RangeError)
  }
  assert.throws(() => momentAt(last + 1), {
    message: 'a moment lies in the years 1900 to 2200, not at 7289654400000 ms',
  })
  assert.throws(() => momentOf(Temporal.Instant.from('1850-01-01T00:00Z')), RangeError)
})

test('an elapsed time is exact across both clock changes', () => {
  assert.equal(plus(moment('2026-03-28T22:40Z'), 'PT4H'), '2026-03-29T02:40:00.000Z')
  assert.equal(plus(moment('2026-10-24T22:40Z'), 'PT72H'), '2026-10-27T22:40:00.000Z')
  assert.equal(plus(moment('2026-10-24T22:40Z'), 'PT90M'), '2026-10-25T00:10:00.000Z')
  assert.equal(plus(moment('2026-10-24T22:40Z'), 'PT1H30M5S'), '2026-10-25T00:10:05.000Z')
  assert.equal(plus(moment('2026-10-24T22:40Z'), '-PT10M'), '2026-10-24T22:30:00.000Z')
  assert.equal(plus(moment('2026-10-24T22:40Z'), 'PT0S'), '2026-10-24T22:40:00.000Z')
})

test('what is not an elapsed time cannot be added', () => {
  for (const text of ['', 'PT', 'P1D', 'WD5', '4H', 'PT4', 'PT1.5H', 'PT4H ', 'pt4h']) {
    assert.throws(() => plus(moment('2026-03-28T22:40Z'), text), {
      name: 'RangeError',
      message: `not an elapsed time: ${text}`,
    })
  }
})

test('whole minutes are rounded down, also backwards', () => {
  const from = moment('2026-03-28T22:40:00.000Z')
  assert.equal(minutesBetween(from, moment('2026-03-28T22:40:59.999Z')), 0)
  assert.equal(minutesBetween(from, moment('2026-03-28T23:52:00.000Z')), 72)
  assert.equal(minutesBetween(from, moment('2026-03-28T22:39:59.999Z')), -1)
})

test('adding minutes and counting them agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: first, max: last - 1e10 }), fc.nat(100_000), (milliseconds, minutes) => {
      const from = momentAt(milliseconds)
      return minutesBetween(from, plus(from, `PT${minutes}M`)) === minutes
    }),
  )
})

test('the earliest and the latest are found among any, and none among none', () => {
  fc.assert(
    fc.property(fc.array(anyMoment, { minLength: 1 }), (ms) => {
      const sorted = ms.toSorted()
      assert.equal(earliest(...ms), sorted[0])
      assert.equal(latest(...ms), sorted.at(-1))
    }),
  )
  assert.equal(earliest(...[]), undefined)
  assert.equal(latest(...[]), undefined)
})

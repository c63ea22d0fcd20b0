import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clockSentence, metSentence } from './clock.ts'

/** 00:52 in London on Saturday 21 November 2026. */
const now = '2026-11-21T00:52:00.000Z'
const textOf = (due: string): string => clockSentence(due, now).text

test('a clock that ends today gives its length and its hour', () => {
  assert.equal(textOf('2026-11-21T02:40:00.000Z'), 'Due in 1 hour 48 minutes, by 02:40')
})

test('a clock that ended says by how much and when it was due', () => {
  assert.equal(textOf('2026-11-21T00:35:00.000Z'), 'Overdue by 17 minutes (was due 00:35)')
})

test('another day is named, and a far one dated', () => {
  assert.equal(textOf('2026-11-23T22:40:00.000Z'), 'Due in 2 days 21 hours, by 22:40 on Monday')
  assert.equal(textOf('2027-01-04T09:00:00.000Z'), 'Due in 44 days 8 hours, by 09:00 on 4 January 2027')
})

test('a clock that ends with the London day is read as the day', () => {
  assert.equal(textOf('2026-11-23T23:59:59.999Z'), 'Due by the end of Monday 23 November')
  assert.equal(
    textOf('2026-11-20T23:59:59.999Z'),
    'Overdue by 52 minutes (was due by the end of Friday 20 November)',
  )
  assert.equal(textOf('2026-11-21T23:59:59.999Z'), 'Due by the end of today')
})

test('summer ends the London day an hour before the UTC one', () => {
  const sentence = clockSentence('2026-07-06T22:59:59.999Z', '2026-07-03T10:00:00.000Z')
  assert.equal(sentence.text, 'Due by the end of Monday 6 July')
})

test('the autumn hour that happens twice says which it is', () => {
  const before = '2026-10-24T23:50:00.000Z'
  assert.equal(clockSentence('2026-10-25T00:30:00.000Z', before).text, 'Due in 40 minutes, by 01:30 BST')
  assert.equal(
    clockSentence('2026-10-25T01:30:00.000Z', before).text,
    'Due in 1 hour 40 minutes, by 01:30 GMT',
  )
})

test('the due moment itself is in time, and the millisecond after it is overdue', () => {
  assert.equal(clockSentence(now, now).tone, 'soon')
  assert.equal(clockSentence('2026-11-21T00:51:59.999Z', now).tone, 'overdue')
  assert.equal(metSentence(now, now, now).tone, 'met')
  const late = metSentence('2026-11-21T00:52:00.000Z', '2026-11-21T00:35:00.000Z', now)
  assert.equal(late.text, 'Met late, 00:52: 17 minutes after it was due')
})

test('a date past the published calendar is marked provisional', () => {
  assert.match(clockSentence('2031-01-04T09:00:00.000Z', now, true).text, /provisional/)
})

test('the browser says at any later moment what the server would say', async () => {
  const client = (await import(new URL('../client/clocks.js', import.meta.url).href)) as {
    sentence: (left: number, attributes: Record<string, string>) => { text: string; tone: string }
  }
  const noon = Date.parse('2026-11-21T12:00:00.000Z')
  fc.assert(
    fc.property(fc.integer({ min: -11 * 3600_000, max: 11 * 3600_000 }), fc.boolean(), (away, dayEnd) => {
      const due = dayEnd ? '2026-11-21T23:59:59.999Z' : new Date(noon + away).toISOString()
      const read = clockSentence(due, new Date(noon).toISOString()).markup.toString()
      const attribute = (name: string): string => new RegExp(`data-${name}="([^"]*)"`).exec(read)?.[1] ?? ''
      const later = noon + Math.abs(away)
      const { text, tone } = client.sentence(Date.parse(due) - later, {
        by: attribute('by'),
        endsDay: attribute('ends-day'),
        doubt: attribute('doubt'),
      })
      const server = clockSentence(due, new Date(later).toISOString())
      assert.deepEqual({ text, tone }, { text: server.text, tone: server.tone })
    }),
  )
})

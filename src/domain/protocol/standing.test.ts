import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { entryId } from '../../../test/support/chronology.ts'
import { parseMoment, type Moment } from '../../kernel/moment.ts'
import type { Obligation, Standing } from './obligation.ts'
import { hasEnded, rungsFired, standing, timesOf, type DutyTimes } from './standing.ts'

const moment = (text: string): Moment => parseMoment(text)!
const duty: DutyTimes = { startsAt: moment('2026-03-29T07:10Z'), dueAt: moment('2026-03-29T11:10Z') }
const [due, after] = ['2026-03-29T11:10:00.000Z', '2026-03-29T11:10:00.001Z'].map(moment) as [Moment, Moment]

suite('a duty against now', () => {
  const stands: readonly (readonly [Standing, string, DutyTimes])[] = [
    ['to-come', '2026-03-29T07:09:59.999Z', duty],
    ['open', '2026-03-29T07:10:00.000Z', duty],
    ['open', due, duty],
    ['overdue', after, duty],
    ['met', after, { ...duty, metAt: due }],
    ['met-late', after, { ...duty, metAt: after }],
    ['met', after, { ...duty, metAt: due, dischargedAt: due, cancelledAt: due }],
    ['discharged', after, { ...duty, dischargedAt: after, cancelledAt: after }],
    ['cancelled', after, { ...duty, cancelledAt: after }],
    ['cancelled', '2026-03-29T07:00Z', { ...duty, cancelledAt: due }],
  ]
  for (const [stand, now, times] of stands)
    test(`is ${stand} at ${now}: ${JSON.stringify(times)}`, () =>
      assert.equal(standing(times, moment(now)), stand))
})

test('a duty has ended once it is met, discharged or cancelled', () => {
  const ends = [{}, { metAt: due }, { dischargedAt: due }, { cancelledAt: due }]
  assert.deepEqual(
    ends.map((end) => hasEnded({ ...duty, ...end })),
    [false, true, true, true],
  )
})

test('the times of an obligation are its own, and those of its ends where it has any', () => {
  const obligation = { ...duty, id: 'check' } as unknown as Obligation
  const ended = { at: after, entry: entryId('end'), by: 'Tom Hargreaves' }
  assert.deepEqual(timesOf(obligation), duty)
  assert.deepEqual(timesOf({ ...obligation, met: ended, discharged: ended, cancelled: ended }), {
    ...duty,
    metAt: after,
    dischargedAt: after,
    cancelledAt: after,
  })
})

suite('the rungs of a silent duty', () => {
  const rungs = [{ at: due }, { at: after }]
  const none = () => false

  test('are reached at their moment, one after another', () => {
    const reached = (now: Moment) => rungsFired({ ...duty, rungs }, none, now).length
    assert.deepEqual([reached(moment('2026-03-29T11:09:59.999Z')), reached(due), reached(after)], [0, 1, 2])
  })

  test('are none once the duty has ended', () => {
    assert.deepEqual(rungsFired({ ...duty, rungs, metAt: after }, none, after), [])
  })

  test('are told up to the one that somebody acknowledged', () => {
    assert.deepEqual(
      rungsFired({ ...duty, rungs }, (rung) => rung === rungs[0], after),
      [rungs[0]],
    )
    assert.deepEqual(
      rungsFired({ ...duty, rungs }, (rung) => rung === rungs[1], after),
      rungs,
    )
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { day, idOf } from '../../../test/support/told-of-a-child.ts'
import { readHours, spansOn, type Shift } from './shift.ts'

const shift = (hours: string, more: Partial<Shift> = {}): Shift => ({
  id: 'a shift',
  organisation: idOf('Aldermoor'),
  name: 'A shift',
  hours,
  posts: [],
  from: day('2020-01-01'),
  ...more,
})
const begins = (of: Shift, on: string) => spansOn(of, day(on)).map(({ from }) => from)

suite('the hours of a shift', () => {
  test('know each day of the week by its first letters, and no other', () => {
    for (const [nth, name] of ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].entries()) {
      const read = readHours(`${name} 08:00-20:00`)
      assert.deepEqual(read?.kind === 'weekly' && [...read.days], [nth + 1], name)
    }
    const every = readHours('mon-sun 08:00-20:00')
    assert.deepEqual(every?.kind === 'weekly' && [...every.days], [1, 2, 3, 4, 5, 6, 7])
  })

  test('are the whole of what was typed, and each part of it is read', () => {
    for (const bad of [
      '1mon 08:00-20:00',
      'MON 08:00-20:00',
      'mon 08:00-20:00 or so',
      'mon 08:00-20:000',
      'mon-, 08:00-20:00',
      'mon, 08:00-20:00',
      ',mon 08:00-20:00',
      'mon- 08:00-20:00',
      '-mon 08:00-20:00',
      'mon-xyz 08:00-20:00',
      'xyz-mon 08:00-20:00',
      'mon,xyz 08:00-20:00',
      'mon',
      'mon-fri',
      'mon 08:00',
      'mon 08:60-20:00',
      'mon 25:00-20:00',
    ])
      assert.equal(readHours(bad), undefined, bad)
  })
})

suite('a shift', () => {
  test('begins from its first day on, and from its last day no more', () => {
    const term = { from: day('2026-11-23'), until: day('2026-11-25') }
    for (const hours of ['mon-sun 08:00-20:00', 'office-hours', 'out-of-hours'])
      assert.deepEqual(
        ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map(
          (on) => begins(shift(hours, term), on).length > 0,
        ),
        [false, true, true, false, false],
        hours,
      )
  })

  test('without a last day goes on', () =>
    assert.equal(begins(shift('office-hours', { from: day('2020-01-01') }), '2026-11-23').length, 1))

  test('whose hours cannot be read never begins', () =>
    assert.deepEqual(begins(shift('whenever'), '2026-11-23'), []))

  test('of days in the week is on no other', () => {
    const weekend = shift('sat,sun 08:00-20:00')
    assert.deepEqual(begins(weekend, '2026-11-27'), [])
    assert.deepEqual(begins(weekend, '2026-11-28'), ['2026-11-28T08:00:00.000Z'])
  })

  test('in the hour that is twice in October begins and ends in the first of the two', () =>
    assert.deepEqual(spansOn(shift('sun 01:30-01:45'), day('2026-10-25')), [
      { from: '2026-10-25T00:30:00.000Z', until: '2026-10-25T00:45:00.000Z' },
    ]))

  test('that would end in the hour that March leaves out ends an hour later by the clocks', () =>
    assert.deepEqual(spansOn(shift('sun 00:30-01:30'), day('2026-03-29')), [
      { from: '2026-03-29T00:30:00.000Z', until: '2026-03-29T01:30:00.000Z' },
    ]))

  test('out of hours on a working day is the night before and the evening after', () =>
    assert.deepEqual(spansOn(shift('out-of-hours'), day('2026-11-23')), [
      { from: '2026-11-23T00:00:00.000Z', until: '2026-11-23T08:30:00.000Z' },
      { from: '2026-11-23T17:00:00.000Z', until: '2026-11-24T00:00:00.000Z' },
    ]))
})

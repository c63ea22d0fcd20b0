import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  aChildBackBeforeAnyReport,
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
  entryId,
} from '../../../test/support/chronology.ts'
import { cast } from '../../../test/support/cast.ts'
import { asKnown, backInTheMorning, backOf } from '../../../test/support/returned.ts'
import { startOfLondonDay, type LondonDate } from '../../kernel/london.ts'
import { backIn, compare } from './back.ts'

const held = (when: string, id = 'interview') => entry('interview-held', when, {}, { id })

describe('what figures count of a return', () => {
  it('is nothing while the child is not back at a place of safety', () => {
    assert.deepEqual(asKnown(aChildMissingOvernight()), [])
    const unsafe = entry('returned', '2026-03-29T07:10', { placeOfSafety: false })
    assert.deepEqual(asKnown(after(aChildMissingOvernight(), unsafe)), [])
  })

  it('is nothing any more once the whole was recorded in error', () => {
    const scope = { kind: 'episode' } as const
    const voided = after(
      aChildBackInTheMorning(),
      entry('recorded-in-error', '2026-03-29T09:00', { scope, why: 'wrong-child' }),
    )
    assert.equal(backIn(voided, []), undefined)
  })

  it('is when, and whether police had been told', () => {
    const back = backInTheMorning()
    assert.deepEqual(back.returned, { at: at('2026-03-29T07:10'), precision: 'minute' })
    assert.equal(back.policeTold, true)
    assert.equal(back.imported, false)
    assert.equal(backOf(aChildBackBeforeAnyReport()).policeTold, false)
  })

  it('says where the absence came from a statutory return', () => {
    const [concern, ...others] = aChildBackInTheMorning()
    assert.ok(concern?.type === 'concern-raised')
    const imported = { ...concern, body: { ...concern.body, how: 'imported' } } as const
    assert.equal(backOf([imported, ...others]).imported, true)
  })

  it('is the times of its duties, and no standing', () => {
    const back = backInTheMorning(entry('prevention-check-done', '2026-03-29T10:00'))
    const due = at('2026-03-29T11:10')
    const done = at('2026-03-29T10:00')
    assert.deepEqual(back.check, { due: [due, due], met: [done, done] })
    const [from, until] = back.offer?.due ?? []
    assert.equal(from, until)
    assert.equal(until, '2026-03-30T22:59:59.999Z')
    assert.equal(back.afterAll, undefined)
  })

  it('has the time at which a duty was excused, or no longer applied', () => {
    const why = { because: 'He is in hospital', whatThen: 'A nurse saw him' }
    const asleep = backInTheMorning(entry('prevention-check-not-possible', '2026-03-29T10:30', why))
    assert.equal(asleep.check?.excused, at('2026-03-29T10:30'))
    assert.equal(asleep.check.met, undefined)
    assert.equal(backInTheMorning().homecoming?.cancelled, at('2026-03-29T07:10'))
  })

  it('is due within the day where only the day of the return is known', () => {
    const returned = entry('returned', '2026-03-29T23:59', {}, { precision: 'day', id: 'return' })
    const back = backOf(after(aChildMissingOvernight(), returned))
    // The day on which the clocks went forward has 23 hours, of which the last minute is not counted here.
    assert.deepEqual(back.interview?.due, ['2026-04-01T00:00:00.000Z', at('2026-04-01T23:59')])
    assert.equal(back.offer?.due[0], back.offer?.due[1])
  })

  it('has an act of which only the day is known within that day', () => {
    const told = { precision: 'day', id: 'interview' } as const
    const back = backInTheMorning(entry('interview-held', '2026-03-31T23:59', {}, told))
    const day = [startOfLondonDay('2026-03-31' as LondonDate), at('2026-03-31T23:59')]
    assert.deepEqual(back.held[0]?.when, day)
    assert.deepEqual(back.interview?.met, day)
  })

  it('has the first offer, the first yes and whether there was a manager’s decision', () => {
    const back = backInTheMorning(
      entry('interview-offered', '2026-03-29T12:00'),
      entry('interview-offered', '2026-03-30T12:00'),
      entry('interview-accepted', '2026-03-30T13:00'),
      entry('interview-accepted', '2026-03-30T14:00'),
      entry('interview-not-held', '2026-03-30T15:00'),
    )
    assert.deepEqual(back.offered, [at('2026-03-29T12:00'), at('2026-03-29T12:00')])
    assert.deepEqual(back.accepted, [at('2026-03-30T13:00'), at('2026-03-30T13:00')])
    assert.deepEqual(back.decidedNot, [at('2026-03-30T15:00'), at('2026-03-30T15:00')])
    assert.equal(back.declined, undefined)
  })

  it('has a no only where it is the child’s own last answer', () => {
    const no = (when: string, childsOwnAnswer = true) =>
      entry('interview-declined', when, { childsOwnAnswer })
    const yes = entry('interview-accepted', '2026-03-30T13:00')
    assert.deepEqual(backInTheMorning(no('2026-03-30T12:00')).declined, [
      at('2026-03-30T12:00'),
      at('2026-03-30T12:00'),
    ])
    assert.equal(backInTheMorning(no('2026-03-30T12:00', false)).declined, undefined)
    const afterAll = backInTheMorning(no('2026-03-30T12:00'), yes)
    assert.equal(afterAll.declined, undefined)
    assert.deepEqual(afterAll.afterAll?.due, [at('2026-04-02T13:00'), at('2026-04-02T13:00')])
    const again = backInTheMorning(no('2026-03-30T12:00'), yes, no('2026-03-30T15:00'))
    assert.equal(again.declined?.[0], at('2026-03-30T15:00'))
  })

  it('has every interview after the return, the first one first, and those that serve it', () => {
    const elsewhere = { interview: entryId('of another night') }
    const back = backInTheMorning(
      held('2026-03-29T06:30', 'before the return'),
      entry('interview-served', '2026-03-31T09:00', elsewhere),
      held('2026-03-30T09:00'),
    )
    assert.deepEqual(
      back.held.map(({ interview, elsewhere, when }) => [interview, elsewhere, when[0]]),
      [
        [entryId('interview'), false, at('2026-03-30T09:00')],
        [entryId('of another night'), true, at('2026-03-31T09:00')],
      ],
    )
  })

  it('has an interview that was asked for by a host council like any other', () => {
    const host = entry('interview-held', '2026-03-30T09:00', {}, { by: cast['missing-service'] })
    assert.equal(backInTheMorning(host).held.length, 1)
  })
})

describe('whether something was in time', () => {
  const [nine, ten, eleven] = [at('2026-03-30T09:00'), at('2026-03-30T10:00'), at('2026-03-30T11:00')]
  it('is said where it is sure, at the due moment itself too', () => {
    assert.equal(compare([ten, ten], [ten, ten]), 'in-time')
    assert.equal(compare([nine, ten], [ten, eleven]), 'in-time')
    assert.equal(compare([eleven, eleven], [nine, ten]), 'late')
  })
  it('is not said where it may have been either', () => {
    assert.equal(compare([nine, eleven], [ten, ten]), 'time-unknown')
    assert.equal(compare([ten, ten], [nine, eleven]), 'time-unknown')
    assert.equal(compare([ten, eleven], [nine, ten]), 'time-unknown')
  })
})

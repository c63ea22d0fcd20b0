import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import ICAL from 'ical.js'
import { at } from '../../../test/support/at.ts'
import { idFor } from '../../../test/support/cast.ts'
import type { Invitation } from '../../application/files.ts'
import { calendarFile } from './calendar-file.ts'

const invitation: Invitation = {
  id: idFor<'entry'>('arranged'),
  changes: 0,
  at: at('2026-10-24T16:00'),
  stands: true,
  changed: at('2026-10-20T09:00'),
  reference: 'ABCD-2345',
  address: 'https://whereabouts.example.org/episodes/1',
}

/** As another library reads it. */
function read(more: Partial<Invitation> = {}) {
  const text = new TextDecoder().decode(calendarFile({ ...invitation, ...more }))
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  const component = calendar.getFirstSubcomponent('vevent')
  assert.ok(component)
  const event = new ICAL.Event(component)
  const value = (name: string) => String(component.getFirstPropertyValue(name))
  return { text, event, value, method: String(calendar.getFirstPropertyValue('method')) }
}

describe('an invitation', () => {
  it('is read by another library as what it is', () => {
    const { event, value, method } = read()
    assert.equal(method, 'REQUEST')
    assert.equal(event.uid, `${invitation.id}@whereabouts.invalid`)
    assert.equal(event.sequence, 0)
    assert.equal(event.summary, 'Appointment ABCD-2345')
    assert.equal(value('status'), 'CONFIRMED')
    assert.equal(value('class'), 'PRIVATE')
    assert.equal(value('url'), invitation.address)
    assert.equal(value('dtstamp'), '2026-10-20T08:00:00Z')
  })

  it('is moved by the same id and a higher number, and called off by them too', () => {
    const moved = read({ changes: 1, at: at('2026-10-26T10:00') })
    const off = read({ changes: 2, at: at('2026-10-26T10:00'), stands: false })
    assert.deepEqual(
      [read(), moved, off].map(({ event, method }) => [event.uid, event.sequence, method]),
      [
        [read().event.uid, 0, 'REQUEST'],
        [read().event.uid, 1, 'REQUEST'],
        [read().event.uid, 2, 'CANCEL'],
      ],
    )
    assert.equal(off.value('status'), 'CANCELLED')
  })

  it('is at the same hour of the day before and after the clocks go back, and each of the two at half past one', () => {
    const starts = (when: Invitation['at']) => {
      const { event } = read({ at: when })
      assert.equal(event.startDate.zone.tzid, 'UTC')
      assert.equal(event.endDate.toJSDate().getTime() - event.startDate.toJSDate().getTime(), 3_600_000)
      return event.startDate.toJSDate().toISOString()
    }
    assert.equal(starts(at('2026-10-24T16:00')), '2026-10-24T15:00:00.000Z')
    assert.equal(starts(at('2026-10-25T16:00')), '2026-10-25T16:00:00.000Z')
    assert.equal(starts(at('2026-10-25T01:30', 'first')), '2026-10-25T00:30:00.000Z')
    assert.equal(starts(at('2026-10-25T01:30', 'second')), '2026-10-25T01:30:00.000Z')
  })

  it('says no more than a reference and where to sign in', () => {
    const { text } = read()
    assert.doesNotMatch(text, /interview(?!er@)|child|missing|LOCATION/i)
    assert.match(text, /^ORGANIZER.*whereabouts\.invalid\r$/m)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  aChildBackInTheMorning,
  after,
  at,
  entry,
  entryId,
  type Draft,
} from '../../../test/support/chronology.ts'
import { appointmentIn } from './appointment.ts'

const back = aChildBackInTheMorning()
const arranged = (when: string, forWhen: string, id: string) =>
  entry('interview-arranged', when, { at: at(forWhen) }, { id })
const first = arranged('2026-03-29T12:00', '2026-03-31T16:00', 'first')
const second = arranged('2026-03-29T15:00', '2026-04-01T10:00', 'second')
const of = (...drafts: readonly Draft[]) => appointmentIn(after(back, ...drafts))
const error = (of: string, when = '2026-03-29T17:00', id = 'error') =>
  entry(
    'recorded-in-error',
    when,
    { scope: { kind: 'entry', entry: entryId(of) }, why: 'did-not-happen' },
    { id },
  )

describe('an appointment', () => {
  it('is none before anything was arranged', () => {
    assert.equal(of(), undefined)
    assert.equal(of(entry('interview-declined', '2026-03-29T12:00')), undefined)
  })

  it('is when it was arranged for', () => {
    assert.deepEqual(of(first), {
      id: entryId('first'),
      changes: 0,
      at: at('2026-03-31T16:00'),
      stands: true,
      changed: at('2026-03-29T12:00'),
    })
  })

  it('stays the same one when it is arranged again', () => {
    assert.deepEqual(of(first, second), {
      id: entryId('first'),
      changes: 1,
      at: at('2026-04-01T10:00'),
      stands: true,
      changed: at('2026-03-29T15:00'),
    })
  })

  it('moves with a corrected time, and not with a correction of something else', () => {
    const corrected = (corrects: string, changes: Readonly<Record<string, unknown>>) =>
      entry('entry-corrected', '2026-03-29T16:00', {
        corrects: entryId(corrects),
        changes,
        needsSecond: false,
      })
    const moved = of(first, corrected('first', { at: at('2026-03-31T17:00') }))
    assert.deepEqual([moved?.at, moved?.changes, moved?.stands], [at('2026-03-31T17:00'), 1, true])
    assert.equal(of(first, corrected('return', { condition: 'Well' }))?.changes, 0)
  })

  it('is called off by a no of the child, a decision, or a try before its time', () => {
    const by = (...drafts: readonly Draft[]) => {
      const { stands, changes, id } = of(first, ...drafts) ?? {}
      return [stands, changes, id === entryId('first')]
    }
    assert.deepEqual(by(entry('interview-declined', '2026-03-29T16:00')), [false, 1, true])
    const carers = entry('interview-declined', '2026-03-29T16:00', { childsOwnAnswer: false })
    assert.deepEqual(by(carers), [true, 1, true])
    assert.deepEqual(by(entry('interview-not-held', '2026-03-29T16:00')), [false, 1, true])
    assert.deepEqual(by(entry('interview-attempted', '2026-03-31T15:59')), [false, 1, true])
    assert.deepEqual(by(entry('interview-attempted', '2026-03-31T16:00')), [true, 1, true])
    assert.deepEqual(by(entry('note-added', '2026-03-29T16:00')), [true, 0, true])
  })

  it('stands again when it is arranged again after that, or when that was an error', () => {
    const no = entry('interview-declined', '2026-03-29T14:00', {}, { id: 'no' })
    assert.deepEqual([of(first, no, second)?.stands, of(first, no, second)?.changes], [true, 2])
    assert.equal(of(first, no, error('no'))?.stands, true)
    assert.equal(of(first, no, error('no'))?.changes, 2)
  })

  it('is called off when it was recorded in error, and the one before it stands again', () => {
    const gone = of(first, error('first'))
    assert.deepEqual([gone?.stands, gone?.changes, gone?.at], [false, 1, at('2026-03-31T16:00')])
    const before = of(first, second, error('second'))
    assert.deepEqual([before?.stands, before?.changes, before?.at], [true, 2, at('2026-03-31T16:00')])
    const scope = { kind: 'episode' } as const
    assert.equal(
      of(first, entry('recorded-in-error', '2026-03-29T17:00', { scope, why: 'duplicate' }))?.changes,
      0,
    )
  })

  it('is none any more once the interview was held, and another one when one is arranged after it', () => {
    const held = entry('interview-held', '2026-03-31T16:00', {}, { id: 'held' })
    assert.equal(of(first, held), undefined)
    const again = arranged('2026-04-01T12:00', '2026-04-03T16:00', 'again')
    assert.deepEqual([of(first, held, again)?.id, of(first, held, again)?.changes], [entryId('again'), 0])
    assert.equal(of(first, held, error('held', '2026-04-01T12:00'))?.id, entryId('first'))
  })

  it('is not changed by what is known of a rung, and is by a confirmation of a change of it', () => {
    const rung = entry('acknowledged', '2026-03-29T16:00', {
      of: { kind: 'rung', duty: 'return-interview', role: 'missing-coordinator' },
    })
    assert.equal(of(first, rung)?.changes, 0)
    const confirmed = entry('acknowledged', '2026-03-29T16:30', {
      of: { kind: 'entry', entry: entryId('error') },
    })
    assert.equal(of(first, error('first', '2026-03-29T16:00'), confirmed)?.changes, 2)
  })
})

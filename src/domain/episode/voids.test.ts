import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { aChildBackInTheMorning, after, at, entry, entryId, given } from '../../../test/support/chronology.ts'
import { cast } from '../../../test/support/cast.ts'
import { effective } from './effective.ts'
import type { Chronology } from './entries.ts'
import { episodeVoidIn, voidedIn } from './voids.ts'

function counts(chronology: Chronology, id: string): boolean {
  return effective(chronology).some((one) => one.id === entryId(id))
}

const earlierReturn = {
  corrects: entryId('return'),
  occurred: { at: at('2026-03-29T06:50'), precision: 'minute' as const },
}

suite('an entry that was recorded in error', () => {
  const voidOf = (id: string) => ({ scope: { kind: 'entry' as const, entry: entryId(id) } })
  const voided = after(
    aChildBackInTheMorning(),
    entry('recorded-in-error', '2026-03-29T08:00', voidOf('return'), { id: 'void' }),
  )

  test('is not among the entries that count, and the void is', () => {
    assert.equal(counts(voided, 'return'), false)
    assert.ok(counts(voided, 'void'))
  })

  test('counts again when the void was itself recorded in error', () => {
    const restored = after(
      voided,
      entry('recorded-in-error', '2026-03-29T08:10', voidOf('void'), { id: 'undo' }),
    )
    assert.ok(counts(restored, 'return'))
    assert.equal(counts(restored, 'void'), false)
    const again = after(restored, entry('recorded-in-error', '2026-03-29T08:20', voidOf('undo')))
    assert.equal(counts(again, 'return'), false)
  })

  test('stays when the void was written before it', () => {
    const early = given(
      entry('recorded-in-error', '2026-03-28T20:00', voidOf('return')),
      entry('returned', '2026-03-29T07:10', {}, { id: 'return' }),
    )
    assert.ok(counts(early, 'return'))
  })

  test('takes its correction with it when the correction was the error', () => {
    const uncorrected = after(
      aChildBackInTheMorning(),
      entry('entry-corrected', '2026-03-29T09:00', earlierReturn, { id: 'correction' }),
      entry('recorded-in-error', '2026-03-29T09:10', voidOf('correction')),
    )
    const back = effective(uncorrected).find((one) => one.id === entryId('return'))
    assert.equal(back?.occurred.at, at('2026-03-29T07:10'))
    assert.deepEqual(back.corrections, [])
  })

  test('leaves everything else when the whole episode was the error', () => {
    const whole = after(
      aChildBackInTheMorning(),
      entry('recorded-in-error', '2026-03-29T08:00', { scope: { kind: 'episode' } }),
    )
    assert.equal(effective(whole).length, whole.length)
  })

  test('counts on while the void waits for a second person, and no longer once there is one', () => {
    const waiting = after(
      aChildBackInTheMorning(),
      entry(
        'recorded-in-error',
        '2026-03-29T08:00',
        { ...voidOf('return'), needsSecond: true },
        { id: 'void' },
      ),
    )
    assert.ok(counts(waiting, 'return'))
    const ack = { of: { kind: 'entry' as const, entry: entryId('void') } }
    const confirmed = after(waiting, entry('acknowledged', '2026-03-29T08:30', ack, { by: cast.police }))
    assert.equal(counts(confirmed, 'return'), false)
    const own = after(waiting, entry('acknowledged', '2026-03-29T08:30', ack, { by: cast.carer }))
    assert.ok(counts(own, 'return'))
  })
})

suite('a void', () => {
  const voidOf = (id: string) => ({ scope: { kind: 'entry' as const, entry: entryId(id) } })

  test('of what is not on the record, and of itself, takes nothing away', () => {
    const chronology = after(
      aChildBackInTheMorning(),
      entry('recorded-in-error', '2026-03-29T08:00', voidOf('nothing'), { id: 'one' }),
      entry('recorded-in-error', '2026-03-29T08:10', voidOf('two'), { id: 'two' }),
    )
    assert.deepEqual(voidedIn(chronology), new Set())
  })
})

suite('the whole episode', () => {
  const whole = { scope: { kind: 'episode' as const } }
  const of = { kind: 'entry' as const, entry: entryId('first') }
  const first = entry(
    'recorded-in-error',
    '2026-03-29T08:00',
    { ...whole, needsSecond: true },
    { id: 'first' },
  )
  const second = entry('recorded-in-error', '2026-03-29T08:10', whole, { id: 'second' })
  const confirmed = (at: string) => entry('acknowledged', at, { of }, { by: cast.police })

  test('is taken back since the void was written down, or since a second person confirmed it', () => {
    const atOnce = episodeVoidIn(after(aChildBackInTheMorning(), second))
    assert.deepEqual([atOnce?.entry.id, atOnce?.since], [entryId('second'), at('2026-03-29T08:10')])
    const later = episodeVoidIn(after(aChildBackInTheMorning(), first, confirmed('2026-03-29T08:30')))
    assert.deepEqual([later?.entry.id, later?.since], [entryId('first'), at('2026-03-29T08:30')])
    assert.equal(episodeVoidIn(after(aChildBackInTheMorning(), first)), undefined)
  })

  test('that was taken back twice is taken back since the first that counted', () => {
    const late = after(aChildBackInTheMorning(), first, second, confirmed('2026-03-29T08:30'))
    assert.equal(episodeVoidIn(late)?.since, at('2026-03-29T08:10'))
    const early = after(aChildBackInTheMorning(), first, confirmed('2026-03-29T08:05'), second)
    assert.equal(episodeVoidIn(early)?.since, at('2026-03-29T08:05'))
  })
})

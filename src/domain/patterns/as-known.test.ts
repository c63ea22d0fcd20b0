import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aChildBackInTheMorning, after, at, entry, entryId } from '../../../test/support/chronology.ts'
import { asKnown } from '../../../test/support/returned.ts'
import { backAt } from './as-known.ts'

const back = aChildBackInTheMorning()
const offer = entry(
  'interview-offered',
  '2026-03-29T12:00',
  {},
  { id: 'offer', recorded: '2026-03-30T09:00' },
)

describe('a return as it was known', () => {
  it('is unknown before it was written down, and known from that moment on', () => {
    const history = asKnown(back)
    assert.equal(backAt(history, at('2026-03-29T07:09')), undefined)
    assert.equal(backAt(history, at('2026-03-29T07:10'))?.policeTold, true)
  })

  it('has an offer from when that was written down', () => {
    const history = asKnown(after(back, offer))
    assert.equal(backAt(history, at('2026-03-30T08:59'))?.offered, undefined)
    assert.equal(backAt(history, at('2026-03-30T09:00'))?.offered?.[0], at('2026-03-29T12:00'))
  })

  it('says each time only what is otherwise', () => {
    const [, second, ...others] = asKnown(after(back, offer))
    assert.deepEqual(Object.keys(second?.now ?? {}).toSorted(), ['offer', 'offered'])
    assert.deepEqual(others, [])
  })

  it('is not said again by what changes nothing of it', () => {
    const noted = after(
      back,
      entry('note-added', '2026-03-29T09:00'),
      entry('acknowledged', '2026-03-29T10:00'),
    )
    assert.equal(asKnown(noted).length, 1)
  })

  it('takes back what was recorded in error', () => {
    const scope = { kind: 'entry', entry: entryId('offer') } as const
    const history = asKnown(
      after(back, offer, entry('recorded-in-error', '2026-03-31T09:00', { scope, why: 'did-not-happen' })),
    )
    assert.ok(backAt(history, at('2026-03-31T08:59'))?.offered)
    const now = backAt(history, at('2026-03-31T09:00'))
    assert.ok(now)
    assert.ok(!('offered' in now))
  })

  it('is gone with the whole episode, and comes back when that was an error', () => {
    const scope = { kind: 'episode' } as const
    const voided = after(
      back,
      entry('recorded-in-error', '2026-03-31T09:00', { scope, why: 'wrong-child' }, { id: 'void' }),
    )
    assert.equal(asKnown(voided).at(-1)?.now, null)
    assert.equal(backAt(asKnown(voided), at('2026-03-31T09:00')), undefined)
    const again = after(
      voided,
      entry('recorded-in-error', '2026-03-31T10:00', {
        scope: { kind: 'entry', entry: entryId('void') },
        why: 'did-not-happen',
      }),
    )
    assert.deepEqual(
      backAt(asKnown(again), at('2026-03-31T10:00')),
      backAt(asKnown(again), at('2026-03-31T08:00')),
    )
  })

  it('moves with a corrected time, and is still known as it was', () => {
    const occurred = { at: at('2026-03-29T06:40'), precision: 'minute' } as const
    const history = asKnown(
      after(
        back,
        entry('entry-corrected', '2026-03-29T09:00', {
          corrects: entryId('return'),
          occurred,
          needsSecond: false,
        }),
      ),
    )
    assert.equal(backAt(history, at('2026-03-29T08:00'))?.check?.due[1], at('2026-03-29T11:10'))
    assert.equal(backAt(history, at('2026-03-29T09:00'))?.check?.due[1], at('2026-03-29T10:40'))
  })
})

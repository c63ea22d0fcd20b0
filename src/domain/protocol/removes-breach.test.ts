import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { entryId } from '../../../test/support/chronology.ts'
import { parseMoment } from '../../kernel/moment.ts'
import { correctionLoosens, revives, voidLoosens } from './loosens.ts'
import type { Obligation } from './obligation.ts'
import { removesBreach } from './removes-breach.ts'

const moment = (text: string) => parseMoment(text)!
const due = '2026-03-29T11:10:00.000Z'
const later = '2026-03-29T11:10:00.001Z'
const ended = (at: string) => ({ at: moment(at), entry: entryId('end'), by: 'Tom Hargreaves' })
const now = moment('2026-03-29T12:00Z')

function duty(more: Partial<Obligation> = {}): Obligation {
  return {
    id: 'check',
    duty: 'check',
    keeper: false,
    startedBy: entryId('return'),
    startsAt: moment('2026-03-29T07:10Z'),
    dueAt: moment(due),
    ...more,
  } as Obligation
}
const inTime = duty({ met: ended(due) })

suite('a breach', () => {
  const breaches: readonly (readonly [string, Obligation])[] = [
    ['that is overdue', duty()],
    ['that was met one millisecond late', duty({ met: ended(later) })],
    ['that was excused one millisecond late', duty({ discharged: ended(later) })],
    ['that was cancelled one millisecond late', duty({ cancelled: ended(later) })],
  ]
  for (const [what, before] of breaches) {
    test(`${what} is removed where the duty is gone, or would have been met in time`, () => {
      assert.equal(removesBreach([before], [], now), true)
      assert.equal(removesBreach([before], [inTime], now), true)
      assert.equal(removesBreach([before], [{ ...inTime, id: 'another' }], now), true)
    })

    test(`${what} is not removed where it stays one, of whichever kind`, () => {
      for (const [, after] of breaches) assert.equal(removesBreach([before], [after], now), false)
    })
  }

  test('is none at the due moment, however the duty ended', () => {
    const kept = [inTime, duty({ discharged: ended(due) }), duty({ cancelled: ended(due) })]
    for (const one of kept) assert.equal(removesBreach([one], [], now), false)
    assert.equal(removesBreach([duty()], [], moment(due)), false)
    assert.equal(removesBreach([duty()], [], moment(later)), true)
  })
})

suite('less is owed', () => {
  test('once a correction ends what runs, or makes nobody’s what was done', () => {
    assert.equal(correctionLoosens([duty()], []), true)
    assert.equal(correctionLoosens([duty()], [inTime]), true)
    assert.equal(correctionLoosens([duty()], [duty()]), false)
    assert.equal(correctionLoosens([inTime], []), true)
    assert.equal(correctionLoosens([inTime], [inTime]), false)
    assert.equal(correctionLoosens([duty({ cancelled: ended(due) })], []), false)
  })

  test('once a void stops a clock that the entry started, or moves one by more than an hour', () => {
    const other = entryId('other')
    assert.equal(voidLoosens(entryId('return'), [duty()], [duty()]), true)
    assert.equal(voidLoosens(other, [duty()], [duty()]), false)
    assert.equal(voidLoosens(other, [duty()], []), true)
    assert.equal(voidLoosens(other, [duty()], [inTime]), true)
    assert.equal(voidLoosens(other, [inTime], []), false)
    const moved = (at: string) => voidLoosens(other, [duty()], [duty({ dueAt: moment(at) })])
    assert.deepEqual([moved('2026-03-29T12:10Z'), moved('2026-03-29T12:10:00.001Z')], [false, true])
  })

  test('and more, where something runs that did not; a keeper follows its stage', () => {
    assert.equal(revives([], [duty()]), true)
    assert.equal(revives([inTime], [duty()]), true)
    assert.equal(revives([duty()], [duty()]), false)
    assert.equal(revives([duty({ id: 'another' })], [duty()]), true)
    assert.equal(revives([], [inTime]), false)
    assert.equal(revives([], [duty({ keeper: true })]), false)
  })
})

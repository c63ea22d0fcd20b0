import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { at, entry, type Draft } from '../../../test/support/chronology.ts'
import { backInTheMorning } from '../../../test/support/returned.ts'
import { lateIn } from './late.ts'

const late = (now: string, ...drafts: readonly Draft[]) =>
  lateIn({ back: backInTheMorning(...drafts) }, at(now)).map(({ duty, outcome }) => `${duty} ${outcome}`)

const inTime = [
  entry('prevention-check-done', '2026-03-29T10:00'),
  entry('harm-considered', '2026-03-29T10:00'),
  entry('interview-offered', '2026-03-29T12:00'),
  entry('interview-held', '2026-03-30T09:00'),
  entry('significance-considered', '2026-03-30T09:00'),
]
const without = (type: Draft['type']) => inTime.filter((draft) => draft.type !== type)
const later = '2026-05-01T12:00'

describe('what was late of a return', () => {
  it('is nothing where everything was done in time, and nothing before it is due', () => {
    assert.deepEqual(late(later, ...inTime), [])
    assert.deepEqual(late('2026-03-29T08:00'), [])
  })
  it('is what is overdue', () => {
    assert.deepEqual(late(later, ...without('harm-considered')), ['harm overdue'])
    assert.deepEqual(late(later, ...without('significance-considered')), ['significance overdue'])
    assert.deepEqual(late(later, ...without('prevention-check-done')), ['check overdue'])
    assert.deepEqual(late(later), [
      'check overdue',
      'harm overdue',
      'significance overdue',
      'offer overdue',
      'interview overdue',
    ])
  })
  it('is an offer that was made too late, however soon the interview was', () => {
    const offer = entry('interview-offered', '2026-04-01T09:00')
    assert.deepEqual(late(later, ...without('interview-offered'), offer), ['offer late'])
  })
  it('is what was done late, excused late, declined late or decided late', () => {
    const others = without('interview-held')
    const held = entry('interview-held', '2026-04-03T09:00')
    assert.deepEqual(late(later, ...others, held), ['interview late'])
    const declined = entry('interview-declined', '2026-04-03T09:00')
    assert.deepEqual(late(later, ...others, declined), ['interview declined-late'])
    const decided = entry('interview-not-held', '2026-04-03T09:00')
    assert.deepEqual(late(later, ...others, decided), ['interview decided-not-late'])
    const excused = entry('prevention-check-not-possible', '2026-03-29T12:00')
    assert.deepEqual(late(later, ...without('prevention-check-done'), excused), ['check excused-late'])
    const first = [
      entry('interview-declined', '2026-03-29T13:00'),
      entry('interview-accepted', '2026-04-01T09:00'),
    ]
    assert.deepEqual(late(later, ...others, ...first, held), ['interview late-after-declining'])
  })
  it('is not what may have been in time', () => {
    const thatDay = entry('interview-held', '2026-04-01T23:59', {}, { precision: 'day' })
    assert.deepEqual(late(later, ...without('interview-held'), thatDay), [])
  })
})

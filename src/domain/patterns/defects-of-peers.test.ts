import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  aChildBackInTheMorning,
  after,
  at,
  entry,
  entryId,
  given,
  type Draft,
} from '../../../test/support/chronology.ts'
import { asKnown, backInTheMorning, backOf } from '../../../test/support/returned.ts'
import { isCorrectable } from '../episode/correctable.ts'
import { backAt } from './as-known.ts'
import { countOf, figure, figuresOf, denominatorOf, shareOf, type FigureName } from './figures.ts'
import { lateIn } from './late.ts'
import { interviewOutcome } from './outcome.ts'

/** What other systems of this field found in themselves, each as a test of ours. */
const later = at('2026-05-01T12:00')
const count = (name: FigureName, ...drafts: readonly Draft[]) =>
  countOf(figure(name, [{ back: backInTheMorning(...drafts) }], later).numerator)

describe('"In time?" was answered by a tick box', () => {
  it('here it follows from two times, and no field of an interview says it', () => {
    assert.equal(count('held-in-time', entry('interview-held', '2026-04-01T07:10')), 1)
    assert.equal(count('held-in-time', entry('interview-held', '2026-04-01T07:11')), 0)
    const ticked = { inTime: true, withinHours: 72 } as object
    assert.equal(count('held-in-time', entry('interview-held', '2026-04-05T09:00', ticked)), 0)
    assert.ok(!isCorrectable('interview-held', 'inTime'))
  })

  it('here a time of which only the day is known is neither in time nor late', () => {
    const thatDay = entry('interview-held', '2026-04-01T23:59', {}, { precision: 'day' })
    const back = backInTheMorning(thatDay)
    const { numerator, rest, excluded } = figure('held-in-time', [{ back }], later)
    assert.deepEqual([numerator, rest], [[], []])
    assert.equal(excluded[0]?.part, 'time-unknown')
    assert.deepEqual(
      lateIn({ back }, later).filter(({ duty }) => duty === 'interview'),
      [],
    )
  })
})

describe('A refusal counted as done without proof of an offer', () => {
  const no = entry('interview-declined', '2026-03-29T12:05')
  it('here a refusal is never done', () => {
    for (const name of ['held', 'held-in-time', 'held-of-accepted', 'accepted'] as const)
      assert.equal(count(name, entry('interview-offered', '2026-03-29T12:00'), no), 0)
  })
  it('here it counts as offered only with an offer on record, and in time only with one in time', () => {
    assert.equal(count('declined-offered-in-time', no), 0)
    assert.equal(count('offered', no), 0)
    assert.equal(count('declined-offered-in-time', entry('interview-offered', '2026-03-29T12:00'), no), 1)
    const late = [
      entry('interview-offered', '2026-04-02T12:00'),
      entry('interview-declined', '2026-04-02T12:05'),
    ]
    assert.equal(count('declined-offered-in-time', ...late), 0)
  })
  it('here “the carer says no” is no refusal', () => {
    const carers = entry('interview-declined', '2026-03-29T12:05', { childsOwnAnswer: false })
    assert.equal(interviewOutcome(backInTheMorning(carers), later), 'overdue')
  })
})

describe('100 % was shown where nothing had happened yet', () => {
  it('here nothing has no share', () => {
    for (const one of figuresOf([], later)) assert.equal(shareOf(one), undefined)
  })
  it('here neither has a return of which nothing is due', () => {
    const returns = [{ back: backInTheMorning() }]
    for (const one of figuresOf(returns, at('2026-03-29T07:30'))) {
      assert.equal(denominatorOf(one), 0, one.name)
      assert.equal(shareOf(one), undefined, one.name)
    }
  })
})

describe('Missed deadlines were lost when a case was closed', () => {
  const leftOpen = {
    'prevention-check': 'Police never came',
    'offer-interview': 'She moved',
    'return-interview': 'She moved',
    'consider-significance': 'She moved',
    'consider-harm-at-return': 'She moved',
  }
  const closed = entry('episode-closed', '2026-04-10T12:00', { leftOpen })
  it('here each is as late after closing as before', () => {
    const [before, since] = [backInTheMorning(), backInTheMorning(closed)]
    const duties = (back: typeof before) => lateIn({ back }, later).map(({ duty }) => duty)
    assert.deepEqual(duties(since), duties(before))
    assert.deepEqual(duties(since), ['check', 'harm', 'significance', 'offer', 'interview'])
  })
  it('here none of them leaves the denominator', () => {
    for (const name of ['check-in-time', 'offered', 'held-in-time'] as const) {
      const one = figure(name, [{ back: backInTheMorning(closed) }], later)
      assert.equal(denominatorOf(one), 1, name)
      assert.equal(countOf(one.numerator), 0, name)
    }
  })
  it('here what was known to be late on a day is still shown for that day after a correction', () => {
    const checked = entry('prevention-check-done', '2026-03-29T12:00', {}, { id: 'check' })
    const occurred = { at: at('2026-03-29T10:00'), precision: 'minute' } as const
    const corrected = entry('entry-corrected', '2026-03-30T09:00', {
      corrects: entryId('check'),
      occurred,
      needsSecond: false,
    })
    const history = asKnown(after(aChildBackInTheMorning(), checked, corrected))
    const late = (known: string) => {
      const back = backAt(history, at(known))
      return back && lateIn({ back }, at(known)).some(({ duty }) => duty === 'check')
    }
    assert.equal(late('2026-03-30T08:59'), true)
    assert.equal(late('2026-03-30T09:00'), false)
  })
})

describe('Evening incidents stood in the wrong hour in summer', () => {
  const summer = (...drafts: readonly Draft[]) =>
    backOf(
      given(
        entry('concern-raised', '2026-07-10T21:40'),
        entry('reported-missing', '2026-07-10T22:15'),
        entry('returned', '2026-07-10T23:30'),
        ...drafts,
      ),
    )
  it('here half past eleven in July is that hour in London, and each clock runs from it', () => {
    const back = summer()
    assert.equal(back.returned.at, '2026-07-10T22:30:00.000Z')
    assert.equal(back.check?.due[1], at('2026-07-11T03:30'))
    assert.equal(back.interview?.due[1], at('2026-07-13T23:30'))
  })
  it('here a check at half past three the next morning is in time, and one minute later it is not', () => {
    const checked = (when: string) => [{ back: summer(entry('prevention-check-done', when)) }]
    assert.equal(countOf(figure('check-in-time', checked('2026-07-11T03:30'), later).numerator), 1)
    assert.equal(countOf(figure('check-in-time', checked('2026-07-11T03:31'), later).numerator), 0)
  })
  it('here four hours are four hours on the night on which the clocks go back', () => {
    const back = backOf(
      given(
        entry('concern-raised', '2026-10-24T21:40'),
        entry('reported-missing', '2026-10-24T22:15'),
        entry('returned', '2026-10-24T23:30'),
      ),
    )
    assert.equal(back.check?.due[1], at('2026-10-25T02:30'))
    assert.equal(Date.parse(back.check.due[1]) - Date.parse(back.returned.at), 4 * 3_600_000)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { anyEventfulChronology, anyFactsAt } from '../../../test/support/any-eventful.ts'
import { anyReturn } from '../../../test/support/any-return.ts'
import {
  aChildBackBeforeAnyReport,
  at,
  entry,
  entryId,
  type Draft,
} from '../../../test/support/chronology.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { asKnown, backInTheMorning, backOf } from '../../../test/support/returned.ts'
import { backAt } from './as-known.ts'
import {
  countOf,
  denominatorOf,
  figure,
  figureNames,
  figuresOf,
  shareOf,
  type Counting,
  type FigureName,
  type Returned,
} from './figures.ts'

const later = at('2026-05-01T12:00')
const offered = (when = '2026-03-29T12:00') => entry('interview-offered', when)
const accepted = entry('interview-accepted', '2026-03-29T12:05')
const declined = entry('interview-declined', '2026-03-29T12:05')
const held = (when = '2026-03-30T09:00') => entry('interview-held', when, {}, { id: 'interview' })
const served = entry('interview-served', '2026-03-30T09:00', { interview: entryId('of another night') })

const unreported: Returned = { back: backOf(aChildBackBeforeAnyReport()) }
const returned = (...drafts: readonly Draft[]): Returned => ({ back: backInTheMorning(...drafts) })

/** What each return counts as: on the figure, beside it, left out of it. */
function placed(name: FigureName, returns: readonly Returned[], now = later) {
  const words = (countings: readonly Counting<Returned>[]) =>
    countings.map(({ part, returns: { length } }) => `${length} ${part}`).join(', ')
  const { numerator, rest, excluded } = figure(name, returns, now)
  return [words(numerator), words(rest), words(excluded)]
}

describe('a figure', () => {
  it('of checks in time leaves out whom nobody owed one and what is not due', () => {
    const all = [
      returned(entry('prevention-check-done', '2026-03-29T10:00')),
      returned(entry('prevention-check-done', '2026-03-29T12:00')),
      returned(entry('prevention-check-not-possible', '2026-03-29T10:00')),
      unreported,
    ]
    assert.deepEqual(placed('check-in-time', all), ['1 in-time', '1 late, 1 excused', '1 police-not-told'])
    assert.deepEqual(placed('check-in-time', [returned()], at('2026-03-29T08:00')), ['', '', '1 not-due'])
    assert.deepEqual(placed('check-in-time', [returned()]), ['', '1 overdue', ''])
  })

  it('of offers counts what is on record, and an interview without one apart', () => {
    const all = [returned(offered()), returned(held()), returned(), unreported]
    assert.deepEqual(placed('offered', all), [
      '1 offered',
      '1 held-without-offer, 1 not-offered',
      '1 police-not-told',
    ])
    assert.deepEqual(placed('offered', [returned()], at('2026-03-29T12:00')), ['', '', '1 not-due'])
  })

  it('of offers in time holds each to the clock of the offer', () => {
    const all = [returned(offered()), returned(offered('2026-04-01T09:00')), returned(held()), returned()]
    assert.deepEqual(placed('offered-in-time', all), [
      '1 in-time',
      '1 late, 1 held-without-offer, 1 not-offered',
      '',
    ])
  })

  it('of offers has none that is in time where no clause gave a time', () => {
    const back = backInTheMorning(offered())
    const { offer, ...without } = back
    assert.ok(offer)
    assert.deepEqual(placed('offered-in-time', [{ back: without }]), ['', '', '1 no-clock'])
  })

  it('of acceptances is of those with an offer', () => {
    const all = [
      returned(offered(), accepted),
      returned(offered(), declined),
      returned(offered()),
      returned(held()),
      returned(),
    ]
    assert.deepEqual(placed('accepted', all), [
      '1 accepted',
      '1 declined, 1 no-answer',
      '1 held-without-offer, 1 not-offered',
    ])
  })

  it('of those who accepted says how many were heard', () => {
    const all = [
      returned(offered(), accepted, held()),
      returned(offered(), accepted, served),
      returned(offered(), accepted),
      returned(offered(), declined),
      returned(offered(), held()),
      returned(held()),
    ]
    assert.deepEqual(placed('held-of-accepted', all), [
      '1 held, 1 held-elsewhere',
      '1 overdue',
      '1 held-without-offer, 2 not-accepted',
    ])
  })

  it('of interviews held is of all that were owed, whoever offered them', () => {
    const all = [returned(held()), returned(served), returned(declined), returned(), unreported]
    assert.deepEqual(placed('held', all), [
      '1 held, 1 held-elsewhere',
      '1 overdue, 1 declined',
      '1 police-not-told',
    ])
  })

  it('of interviews in time leaves out what may have been either', () => {
    const unknown = entry('interview-held', '2026-04-01T23:59', {}, { precision: 'day' })
    const all = [returned(held()), returned(held('2026-04-02T09:00')), returned(declined), returned(unknown)]
    assert.deepEqual(placed('held-in-time', all), ['1 in-time', '1 late, 1 declined', '1 time-unknown'])
    assert.deepEqual(placed('held-in-time-of-held', all), [
      '1 in-time',
      '1 late',
      '1 time-unknown, 1 not-held',
    ])
  })

  it('leaves out a child who said yes after no while that time runs', () => {
    const afterAll = returned(offered(), declined, entry('interview-accepted', '2026-03-31T12:00'))
    const now = at('2026-04-02T12:00')
    for (const name of ['held', 'held-in-time'] as const)
      assert.deepEqual(placed(name, [afterAll], now), ['', '', '1 said-yes-after-all'])
    assert.deepEqual(placed('held-of-accepted', [afterAll], now), ['', '', '1 said-yes-after-all'])
  })

  it('of those who declined says whether they were offered one in time', () => {
    const late = entry('interview-declined', '2026-04-01T09:05')
    const all = [
      returned(offered(), declined),
      returned(offered('2026-04-01T09:00'), late),
      returned(declined),
      returned(held()),
    ]
    assert.deepEqual(placed('declined-offered-in-time', all), [
      '1 in-time',
      '1 late, 1 not-offered',
      '1 not-declined',
    ])
  })

  it('counts the other duties of a return in the same way', () => {
    const harm = entry('harm-considered', '2026-03-29T09:00')
    const significance = entry('significance-considered', '2026-03-30T09:00')
    assert.deepEqual(placed('harm-in-time', [returned(harm)]), ['1 in-time', '', ''])
    assert.deepEqual(placed('significance-in-time', [returned(significance)]), ['1 in-time', '', ''])
    assert.deepEqual(placed('homecoming-in-time', [returned()]), ['', '', '1 cancelled'])
  })

  it('has a share of its denominator in whole per cent, and none of nothing', () => {
    const all = [returned(held()), returned(served), returned()]
    assert.equal(shareOf(figure('held', all, later)), 67)
    assert.equal(denominatorOf(figure('held', all, later)), 3)
    assert.equal(shareOf(figure('held', [unreported], later)), undefined)
  })

  it('is there for every name, in their order', () => {
    assert.deepEqual(
      figuresOf([returned()], later).map(({ name }) => name),
      figureNames,
    )
  })
})

const manyReturns = fc.oneof(
  fc
    .array(fc.tuple(anyEventfulChronology(firstEdition(), { minLength: 4, maxLength: 30 }), anyFactsAt), {
      maxLength: 5,
    })
    .map((all) => all.map(([chronology, facts]) => asKnown(chronology, facts))),
  fc.array(anyReturn, { maxLength: 4 }).map((all) => all.map((chronology) => asKnown(chronology))),
)

describe('over any histories, at any instant', () => {
  const known = fc.integer({ min: 0, max: 20_000 }).map((minutes) => {
    const moment = Temporal.Instant.from(at('2026-03-28T20:00')).add({ minutes })
    return moment.toString({ smallestUnit: 'millisecond' }) as typeof later
  })
  const returnsAt = fc.tuple(manyReturns, known).map(([histories, now]) => ({
    now,
    returns: histories.flatMap((history): Returned[] => {
      const back = backAt(history, now)
      return back === undefined ? [] : [{ back }]
    }),
  }))

  it('every figure’s numerator, rest and exclusions are all of its returns, each once', () => {
    fc.assert(
      fc.property(returnsAt, ({ now, returns }) => {
        for (const one of figuresOf(returns, now)) {
          const counted = [...one.numerator, ...one.rest, ...one.excluded]
          assert.equal(countOf(counted), returns.length)
          assert.equal(new Set(counted.flatMap((part) => part.returns)).size, returns.length)
          assert.equal(denominatorOf(one) + countOf(one.excluded), returns.length)
        }
      }),
    )
  })

  /** Over all of them together, and over each episode alone. */
  function stepsDown(returns: readonly Returned[], now: typeof later): void {
    const number = (name: FigureName) => countOf(figure(name, returns, now).numerator)
    assert.ok(number('offered') >= number('accepted'))
    assert.ok(number('accepted') >= number('held-of-accepted'))
    assert.equal(denominatorOf(figure('accepted', returns, now)), number('offered'))
    assert.ok(denominatorOf(figure('held-of-accepted', returns, now)) <= number('accepted'))
    assert.ok(number('held') >= number('held-of-accepted'))
    assert.ok(number('held') >= number('held-in-time'))
  }

  it('offers are at least as many as acceptances, and those as many as interviews held of them', () => {
    fc.assert(
      fc.property(returnsAt, ({ now, returns }) => {
        stepsDown(returns, now)
        for (const one of returns) stepsDown([one], now)
      }),
    )
  })

  it('and in these histories children are offered an interview, say yes and no, and are heard', () => {
    const some = fc.sample(returnsAt, { seed: 7, numRuns: 600 })
    const count = (name: FigureName) =>
      some.reduce((sum, { now, returns }) => sum + countOf(figure(name, returns, now).numerator), 0)
    const ledger = ['offered', 'accepted', 'held-of-accepted', 'held', 'declined-offered-in-time'] as const
    for (const name of ledger) assert.ok(count(name) > 0, name)
  })
})

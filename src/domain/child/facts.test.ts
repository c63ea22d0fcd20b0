import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { day, entryId, idOf, moment, streamOf, told, within } from '../../../test/support/told-of-a-child.ts'
import type { Setting } from './child.ts'
import { factsAt } from './facts.ts'

const nadia = idOf<'child'>('nadia')
const aldermoor = idOf<'organisation'>('aldermoor')
const fenwick = idOf<'organisation'>('fenwick')
const inFenwick: Setting = { name: 'Harbour Row', kind: 'supported-accommodation', areaCouncil: fenwick }

const ofAldermoor = told('responsible-council-set', '2026-01-05T09:00Z', { council: aldermoor })
const placed = told('placed', '2026-02-03T16:00Z', { setting: inFenwick }, { as: 'placed' })
const plan = told('plan-agreed', '2026-01-10T09:00Z', {
  reasonableTime: within('PT30M'),
  reviewBy: day('2026-12-31'),
  says: 'Ring her sister.',
})

suite('the facts that a protocol may ask', () => {
  test('a child of whom no council has said anything is not known', () => {
    assert.deepEqual(factsAt([], [])(moment('2026-11-20T22:00Z')), {
      statuses: ['not-known'],
      placedOutOfArea: false,
      earlierEpisodes: [],
    })
  })

  test("placed in another council's area is out of area, as known then", () => {
    const corrected = told('entry-corrected', '2026-06-01T09:00Z', {
      corrects: entryId('placed'),
      changes: { setting: { ...inFenwick, areaCouncil: aldermoor } },
      reason: 'The house stands on the Aldermoor side of the road.',
    })
    const facts = factsAt(streamOf(nadia, ofAldermoor, placed, corrected), [])
    const inMarch = moment('2026-03-01T09:00Z')
    assert.equal(facts(inMarch, inMarch).placedOutOfArea, true)
    assert.equal(facts(inMarch).placedOutOfArea, false)
  })

  const whens = [
    { when: 'with a current plan', at: '2026-06-01T21:00Z', says: 'PT30M' },
    { when: 'on the evening of the first day in a placement', at: '2026-02-03T22:00Z', says: undefined },
    { when: 'in the small hours of the first night', at: '2026-02-04T03:00Z', says: undefined },
    { when: 'from noon after the first night', at: '2026-02-04T12:00Z', says: 'PT30M' },
    { when: 'before the plan was agreed', at: '2026-01-09T09:00Z', says: undefined },
    { when: 'on the last day before the review', at: '2026-12-31T23:00Z', says: 'PT30M' },
    { when: 'once the review is past', at: '2027-01-01T00:00Z', says: undefined },
  ]
  for (const { when, at, says } of whens)
    test(`the reasonable time is ${says ?? 'not said'} ${when}`, () => {
      assert.equal(factsAt(streamOf(nadia, ofAldermoor, placed, plan), [])(moment(at)).reasonableTime, says)
    })

  test('say who the child is, as far as it was said', () => {
    const factsOf = (about: object) =>
      factsAt(
        streamOf(
          nadia,
          told('child-registered', '2026-01-05T09:00Z', { otherNames: [], pronoun: 'she', ...about }),
        ),
        [],
      )(moment('2026-06-01T21:00Z'))
    const rest = { statuses: ['not-known'], placedOutOfArea: false, earlierEpisodes: [] }
    assert.deepEqual(factsOf({ bornOn: day('2011-05-04') }), { bornOn: '2011-05-04', ...rest })
    assert.deepEqual(factsOf({ approximateAge: 14 }), { approximateAge: 14, ...rest })
  })

  test('a plan holds for a child who lives in no known place too', () => {
    assert.equal(factsAt(streamOf(nadia, plan), [])(moment('2026-06-01T21:00Z')).reasonableTime, 'PT30M')
  })

  test('one knowledge of one moment has one answer, and another knowledge another', () => {
    const moved = told('entry-corrected', '2026-06-01T09:00Z', {
      corrects: entryId('placed'),
      changes: { setting: { ...inFenwick, areaCouncil: aldermoor } },
      reason: 'The house stands on the Aldermoor side of the road.',
    })
    const inMarch = moment('2026-03-01T09:00Z')
    const knowledge = [
      { at: '2026-01-01T00:00Z', says: false },
      { at: '2026-06-01T08:59:59.999Z', says: true },
      { at: '2026-06-01T09:00Z', says: false },
      { at: undefined, says: false },
    ]
    for (const order of [knowledge, knowledge.toReversed()]) {
      const facts = factsAt(streamOf(nadia, ofAldermoor, placed, moved), [])
      for (const { at, says } of order)
        assert.equal(
          facts(inMarch, at === undefined ? undefined : moment(at)).placedOutOfArea,
          says,
          at ?? 'now',
        )
      assert.equal(facts(inMarch, moment('2026-06-02T09:00Z')), facts(inMarch))
    }
    const later = told('responsible-council-set', '2026-07-01T09:00Z', { council: aldermoor })
    const facts = factsAt(streamOf(nadia, { ...ofAldermoor, recorded: later.recorded }, placed), [])
    assert.equal(facts(inMarch).placedOutOfArea, true)
    assert.equal(facts(inMarch, moment('2025-12-31T00:00Z')).placedOutOfArea, false)
    const again = factsAt(streamOf(nadia, { ...ofAldermoor, recorded: later.recorded }, placed), [])
    assert.equal(again(inMarch, moment('2025-12-31T00:00Z')).placedOutOfArea, false)
    assert.equal(again(inMarch).placedOutOfArea, true)
  })

  test('a plan that counts in days shortens nothing', () => {
    const inDays = told('plan-agreed', '2026-01-10T09:00Z', {
      reasonableTime: within('P1D'),
      reviewBy: day('2026-12-31'),
      says: 'x',
    })
    assert.equal(factsAt(streamOf(nadia, inDays), [])(moment('2026-06-01T21:00Z')).reasonableTime, undefined)
  })

  test('an earlier episode counts once it began, as soon as it is recorded and until it is voided', () => {
    const episode = idOf<'episode'>('first')
    const facts = factsAt(streamOf(nadia), [
      {
        episode,
        from: moment('2026-05-01T20:00Z'),
        recorded: moment('2026-05-01T20:10Z'),
        voidedAt: moment('2026-05-03T09:00Z'),
      },
    ])
    const inMay = moment('2026-05-10T09:00Z')
    const counted = (validAt: string, knownAt?: string) =>
      facts(moment(validAt), knownAt === undefined ? undefined : moment(knownAt)).earlierEpisodes.length
    assert.equal(counted('2026-05-02T09:00Z', '2026-05-02T09:00Z'), 1)
    assert.equal(counted('2026-05-01T20:05Z', '2026-05-01T20:05Z'), 0)
    assert.equal(counted('2026-05-01T20:00Z', '2026-05-02T09:00Z'), 0)
    assert.equal(counted('2026-05-10T09:00Z'), 0)
    assert.equal(facts(inMay, inMay).earlierEpisodes.length, 0)
  })

  test('an episode counts from the millisecond of its recording and until that of its void', () => {
    const [one, two] = [idOf<'episode'>('one'), idOf<'episode'>('two')]
    const from = moment('2026-05-01T20:00Z')
    const recorded = moment('2026-05-01T20:10Z')
    const facts = factsAt(streamOf(nadia), [
      { episode: one, from, recorded },
      { episode: two, from, recorded, voidedAt: moment('2026-05-03T09:00Z') },
    ])
    const inMay = moment('2026-05-10T09:00Z')
    const countedAt = (knownAt?: string) =>
      facts(inMay, knownAt === undefined ? undefined : moment(knownAt)).earlierEpisodes
    const both = [
      { episode: one, from },
      { episode: two, from },
    ]
    assert.deepEqual(countedAt('2026-05-01T20:09:59.999Z'), [])
    assert.deepEqual(countedAt('2026-05-01T20:10Z'), both)
    assert.deepEqual(countedAt('2026-05-03T08:59:59.999Z'), both)
    assert.deepEqual(countedAt('2026-05-03T09:00Z'), [{ episode: one, from }])
    assert.deepEqual(countedAt(), [{ episode: one, from }])
  })
})

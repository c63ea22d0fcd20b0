import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import {
  day,
  draft,
  entryId,
  idOf,
  moment,
  streamOf,
  told,
  within,
} from '../../../test/support/told-of-a-child.ts'
import { dateInWords } from '../../kernel/london.ts'
import { childAt } from './child-at.ts'
import { factsAt } from './facts.ts'
import type { PlanDraft } from './plan-fields.ts'
import {
  ownTimeAt,
  ownTimeInWords,
  planChanges,
  planCoverage,
  planLines,
  planStanding,
  type PlanStanding,
} from './plan.ts'
import { planRule } from './plan-rules.ts'

const jay = idOf<'child'>('jay')
const oakfield = {
  name: 'Oakfield House',
  kind: 'childrens-home',
  provider: idOf<'organisation'>('oak'),
} as const
const placed = told('placed', '2026-01-05T15:00Z', { setting: oakfield })
const drafted = (at: string, as: string, more: Partial<PlanDraft> = {}) =>
  told('plan-drafted', at, { ...draft, ...more }, { as })
const agreed = (at: string, of: string, role: 'carer' | 'social-worker' | 'police' | 'school') =>
  told('plan-agreed-by', at, { drafted: entryId(of) }, { as: `${role} ${of} ${at}`, by: { role } })
const at = (when: string, ...said: Parameters<typeof streamOf>[1][]) =>
  childAt(streamOf(jay, ...said), moment(when))

const first = drafted('2026-02-01T09:00Z', 'first')
const byCarer = agreed('2026-02-02T09:00Z', 'first', 'carer')
const byWorker = agreed('2026-02-03T09:00Z', 'first', 'social-worker')

suite('a missing plan', () => {
  test('holds from the last agreement that it needs, and not before', () => {
    const all = [placed, first, byCarer, byWorker] as const
    assert.equal(at('2026-02-03T08:59Z', ...all).plan, undefined)
    assert.deepEqual(at('2026-02-03T08:59Z', ...all).plans[0]?.awaited, ['council'])
    assert.deepEqual(at('2026-02-01T09:00Z', ...all).plans[0]?.awaited, ['home', 'council'])
    assert.deepEqual(at('2026-02-01T08:59Z', ...all).plans, [])
    const { plan, plans } = at('2026-02-03T09:00Z', ...all)
    assert.deepEqual(plan, {
      entry: entryId('first'),
      version: 1,
      reasonableTime: within('PT1H'),
      reviewBy: day('2026-09-01'),
      says: 'Call first: His aunt Rose, 07700 900171',
    })
    assert.equal(plans[0]?.inForceFrom, moment('2026-02-03T09:00Z'))
    assert.deepEqual(
      plans[0].agreed.map(({ side, at: when }) => [side, when]),
      [
        ['home', moment('2026-02-02T09:00Z')],
        ['council', moment('2026-02-03T09:00Z')],
      ],
    )
  })

  test('needs nobody of a home where the child lives in none, and police only where they were asked', () => {
    assert.notEqual(at('2026-03-01T09:00Z', first, byWorker).plan, undefined)
    const asked = drafted('2026-02-01T09:00Z', 'first', { policeAsked: true })
    assert.deepEqual(at('2026-03-01T09:00Z', asked, byWorker).plans[0]?.awaited, ['police'])
    const byPolice = agreed('2026-02-04T09:00Z', 'first', 'police')
    assert.notEqual(at('2026-03-01T09:00Z', asked, byWorker, byPolice).plan, undefined)
    const byASchool = agreed('2026-02-04T09:00Z', 'first', 'school')
    assert.deepEqual(at('2026-03-01T09:00Z', first, byASchool).plans[0]?.agreed, [])
  })

  test('stays in force while a later version is not agreed, and goes with the child to another home', () => {
    const second = drafted('2026-03-01T09:00Z', 'second', { callFirst: 'Ana' })
    const moved = told('placed', '2026-02-20T15:00Z', { setting: { ...oakfield, name: 'Milbrook' } })
    const { plan, plans } = at('2026-03-02T09:00Z', placed, first, byCarer, byWorker, moved, second)
    assert.equal(plan?.version, 1)
    assert.deepEqual(
      plans.map(({ version }) => version),
      [1, 2],
    )
    const both = [
      agreed('2026-03-03T09:00Z', 'second', 'carer'),
      agreed('2026-03-03T09:00Z', 'second', 'social-worker'),
    ]
    const now = at('2026-03-04T09:00Z', placed, first, byCarer, byWorker, moved, second, ...both)
    assert.equal(now.plan?.version, 2)
  })

  test('lapses the day after its review, and a review moves that day', () => {
    const all = [placed, first, byCarer, byWorker]
    assert.equal(at('2026-09-01T22:59Z', ...all).lapsedPlan, undefined)
    const lapsed = at('2026-09-01T23:00Z', ...all)
    assert.equal(lapsed.plan, undefined)
    assert.equal(lapsed.lapsedPlan?.version, 1)
    const review = { plan: entryId('first'), reviewBy: day('2026-12-01'), says: 'It holds' }
    const reviewed = told('plan-reviewed', '2026-09-02T09:00Z', review)
    assert.equal(at('2026-09-02T09:00Z', ...all, reviewed).plan?.reviewBy, day('2026-12-01'))
    assert.equal(at('2026-09-02T08:59Z', ...all, reviewed).plan, undefined)
  })

  test('told as a whole is reviewed likewise, and gives way to a version that is agreed later', () => {
    const whole = { reasonableTime: within('PT30M'), reviewBy: day('2026-03-01'), says: 'Ring Rose' }
    const old = told('plan-agreed', '2026-01-10T09:00Z', whole, { as: 'whole' })
    const review = { plan: entryId('whole'), reviewBy: day('2026-06-01'), says: 'It holds' }
    const reviewed = told('plan-reviewed', '2026-02-28T09:00Z', review)
    assert.equal(at('2026-03-02T09:00Z', old, reviewed).plan?.reviewBy, day('2026-06-01'))
    assert.equal(at('2026-02-02T09:00Z', old, first, byWorker).plan?.entry, entryId('whole'))
    assert.equal(at('2026-02-03T09:00Z', old, first, byWorker).plan?.entry, entryId('first'))
  })
})

suite('the child’s own time', () => {
  const night = { fromHour: 22, toHour: 6, within: within('PT15M') }
  const own = { reasonableTime: within('PT1H'), hours: [night] }

  test('is that of the hour by London’s clock, and else that of every hour', () => {
    const times = ['2026-07-01T20:59Z', '2026-07-01T21:00Z', '2026-07-02T04:59Z', '2026-07-02T05:00Z']
    assert.deepEqual(
      times.map((when) => ownTimeAt(own, moment(when))),
      ['PT1H', 'PT15M', 'PT15M', 'PT1H'],
    )
    const noon = { fromHour: 12, toHour: 13, within: within('PT2H') }
    const shorter = { ...noon, within: within('PT30M') }
    const hours = [noon, shorter]
    assert.equal(ownTimeAt({ ...own, hours }, moment('2026-01-01T12:59Z')), 'PT30M')
    assert.equal(ownTimeAt({ ...own, hours }, moment('2026-01-01T13:00Z')), 'PT1H')
    assert.equal(ownTimeAt({ ...own, hours }, moment('2026-01-01T11:59Z')), 'PT1H')
    assert.equal(ownTimeAt({ reasonableTime: within('WD5') }, moment('2026-01-01T12:00Z')), undefined)
  })

  test('is what the protocol hears, by the hour at which it asks', () => {
    const hours = drafted('2026-02-01T09:00Z', 'first', { hours: [night] })
    const facts = factsAt(streamOf(jay, hours, byWorker), [])
    assert.equal(facts(moment('2026-03-01T12:00Z')).reasonableTime, 'PT1H')
    assert.equal(facts(moment('2026-03-01T22:00Z')).reasonableTime, 'PT15M')
  })

  test('stands in words', () => {
    assert.equal(ownTimeInWords(own), '1 hour; from 22:00 to 06:00 15 minutes')
    assert.equal(ownTimeInWords(draft), '1 hour')
  })
})

suite('what a plan says', () => {
  test('begins with the child’s own words, and each version has the same lines', () => {
    const lines = planLines({ ...draft, childsWords: 'Text me', beforeHome: 'Charge his phone' }, dateInWords)
    assert.deepEqual(lines[0], { label: 'What the child says', text: 'Text me' })
    assert.deepEqual(
      lines.find(({ text }) => text === 'Charge his phone')?.label,
      'Before: what the home or carer does',
    )
    assert.equal(lines.at(-1)?.text, 'Tuesday 1 September 2026')
    assert.equal(lines.at(-2)?.text, 'No')
    assert.equal(planLines({ ...draft, policeAsked: true }, dateInWords).at(-2)?.text, 'Yes')
  })

  test('is compared line by line with the version before', () => {
    const after: PlanDraft = { ...draft, callFirst: 'Ana', works: 'A message' }
    assert.deepEqual(planChanges(draft, after, dateInWords), [
      { label: 'Whom to call first', before: draft.callFirst, after: 'Ana' },
      { label: 'What works', after: 'A message' },
    ])
    assert.deepEqual(planChanges(after, draft, dateInWords).at(-1), {
      label: 'What works',
      before: 'A message',
    })
    assert.deepEqual(planChanges(draft, draft, dateInWords), [])
    assert.ok(planChanges(undefined, draft, dateInWords).every(({ before }) => before === undefined))
  })
})

suite('who has a current plan', () => {
  test('every child of a partnership stands in exactly one way, and the denominator is all of them', () => {
    const one = fc.record({
      agreed: fc.boolean(),
      drafted: fc.boolean(),
      reviewIn: fc.integer({ min: -400, max: 400 }),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (children) => {
        const today = moment('2026-06-01T12:00Z')
        const expected = (child: (typeof children)[number]): PlanStanding =>
          child.agreed && child.drafted
            ? child.reviewIn >= 0
              ? 'current'
              : 'past-review'
            : child.drafted
              ? 'not-agreed'
              : 'none'
        const standings = children.map(({ agreed: isAgreed, drafted: isDrafted, reviewIn }) => {
          const reviewBy = day(Temporal.PlainDate.from('2026-06-01').add({ days: reviewIn }).toString())
          const said = [
            ...(isDrafted ? [drafted('2025-02-01T09:00Z', 'first', { reviewBy })] : []),
            ...(isDrafted && isAgreed ? [agreed('2025-02-02T09:00Z', 'first', 'social-worker')] : []),
          ]
          return planStanding(childAt(streamOf(jay, ...said), today))
        })
        assert.deepEqual(standings, children.map(expected))
        const { of, by } = planCoverage(standings)
        assert.equal(of, children.length)
        assert.equal(by.current, standings.filter((standing) => standing === 'current').length)
        assert.equal(
          Object.values(by).reduce((sum, count) => sum + count, 0),
          of,
        )
      }),
    )
  })
})

suite('a plan is refused', () => {
  const today = day('2026-06-01')
  const record = at('2026-06-01T12:00Z', placed, first, byCarer, byWorker)
  const said = (body: PlanDraft) => planRule({ type: 'plan-drafted', body }, record, today)?.kind

  test('where its review is past, its hours are none, or it holds a password', () => {
    assert.equal(said(draft), undefined)
    assert.equal(said({ ...draft, reviewBy: day('2026-05-31') }), 'review-is-past')
    assert.equal(said({ ...draft, reviewBy: today }), undefined)
    const hour = { fromHour: 0, toHour: 23, within: within('PT15M') }
    assert.equal(said({ ...draft, hours: [hour] }), undefined)
    for (const wrong of [
      { fromHour: 24 },
      { toHour: -1 },
      { fromHour: 1.5 },
      { toHour: 0 },
      { within: within('WD1') },
    ])
      assert.equal(said({ ...draft, hours: [{ ...hour, ...wrong }] }), 'not-an-hour')
    assert.equal(said({ ...draft, reasonableTime: within('P1D') }), 'not-an-hour')
    assert.deepEqual(
      planRule({ type: 'plan-drafted', body: { ...draft, works: 'PIN 4821' } }, record, today),
      {
        kind: 'password',
        field: 'works',
      },
    )
    assert.equal(said({ ...draft, childsWords: '4242 4242 4242 4242' }), 'card-number')
  })

  test('where another version came after it, and reviewed only while it is the one that was agreed', () => {
    const agree = (of: string) =>
      planRule({ type: 'plan-agreed-by', body: { drafted: entryId(of) } }, record, today)?.kind
    assert.equal(agree('first'), undefined)
    assert.equal(agree('another'), 'plan-overtaken')
    const review = (plan: string, reviewBy = '2026-06-01') =>
      planRule(
        { type: 'plan-reviewed', body: { plan: entryId(plan), reviewBy: day(reviewBy), says: 'x' } },
        record,
        today,
      )?.kind
    assert.equal(review('first'), undefined)
    assert.equal(review('another'), 'no-such-plan')
    assert.equal(review('first', '2026-05-31'), 'review-is-past')
  })
})

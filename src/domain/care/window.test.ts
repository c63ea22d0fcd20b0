import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { day, expectedCare, lifeFrom, noon, seenOn, strandOf } from '../../../test/support/expected-care.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { londonDate, startOfLondonDay } from '../../kernel/london.ts'
import { parseWithin } from '../../kernel/within.ts'
import type { Life, PlacementKind } from './life.ts'
import { expectedOf, isOwed } from './window.ts'

const placed = (...from: readonly (readonly [PlacementKind, string, object?])[]): Partial<Life> => ({
  placements: from.map(([kind, date, more], index) => {
    const next = from[index + 1]
    return { kind, from: noon(date), ...(next && { until: noon(next[1]) }), ...more }
  }),
})

const march = lifeFrom('2026-03-02') // a Monday
const born = (bornOn: string, life = march): Life => ({ ...life, bornOn: day(bornOn) })
const since = lifeFrom('2025-03-03')
const own = (strand: string, length: string): Life => ({ ...march, own: { [strand]: parseWithin(length)! } })
const longAgo = (more: object) => lifeFrom('2024-01-08', placed(['foster', '2024-01-08', more]))
const moved = (on: string) => lifeFrom('2026-03-02', placed(['foster', '2026-03-02'], ['home', on]))

const lives: Readonly<Record<string, Life>> = {
  march,
  long: longAgo({}),
  'to 18': longAgo({ longTerm: true }),
  agreed: longAgo({ longTerm: true, childAgreed: true }),
  'moved in March': moved('2026-03-25'),
  'moved in April': moved('2026-04-24'),
  parent: lifeFrom('2026-03-02', { kind: 'parent-before-assessment' }),
  connected: lifeFrom('2026-03-02', { kind: 'connected-for-a-time' }),
  order: lifeFrom('2026-03-02', { kind: 'parent-under-care-order' }),
  home: lifeFrom('2026-03-02', { kind: 'home' }),
  supported: lifeFrom('2026-03-02', { kind: 'supported' }),
  'before Christmas': lifeFrom('2025-12-22'),
  December: lifeFrom('2025-12-15'),
  'before Easter': lifeFrom('2026-03-30'),
  May: lifeFrom('2026-05-01'),
  'sixteen in January': born('2010-01-20', since),
  'sixteen in November': born('2009-11-30', since),
  'sixteen before care': born('2010-01-20'),
  'new flat': born(
    '2009-01-20',
    lifeFrom('2025-03-03', placed(['home', '2025-03-03'], ['supported', '2026-03-02'])),
  ),
  three: born('2022-05-04'),
  'five on the 20th': born('2021-03-20'),
  'five on the 21st': born('2021-03-21'),
  two: born('2023-05-04'),
  'seventeen tomorrow': born('2009-04-03'),
  'seventeen today': born('2009-04-02'),
  'four tomorrow': born('2022-04-03'),
  'adult on the 17th': born('2008-04-17'),
  'adult on the 18th': born('2008-04-18'),
  visitor: own('independent-visitor', 'P1M'),
  family: own('family-time', 'P1W'),
  'two weeks': own('social-worker-visit', 'P2W'),
  'three months': own('social-worker-visit', 'P3M'),
  ended: { ...march, lookedAfter: [{ from: noon('2026-03-02'), until: noon('2026-03-20') }] },
  again: {
    ...march,
    lookedAfter: [{ from: noon('2025-03-03'), until: noon('2025-06-02') }, { from: noon('2026-03-02') }],
  },
}

/** Worked out by hand with a calendar, from the intervals as regulations and procedures give them. Strand, life, days on
    which it was seen (of a review where it says so), today, the last day of the time or none, why. */
const table = `
social-worker-visit | march | | 2026-03-03 | 2026-03-09 | within a week of the placement
social-worker-visit | march | 2026-03-06 | 2026-03-10 | 2026-04-17 | then six weeks in the first year
social-worker-visit | march | 2026-03-06 2026-04-10 | 2026-04-11 | 2026-05-22 | from the last visit, not from the last due time
social-worker-visit | long | 2026-03-06 | 2026-03-10 | 2026-04-17 | six weeks later too, where the placement is not meant to last to 18
social-worker-visit | to 18 | 2026-03-06 | 2026-03-10 | 2026-06-06 | three months after the first year of a placement to 18
social-worker-visit | to 18 | 2025-01-07 | 2025-01-09 | 2025-02-18 | a visit on the last day of the first year: six weeks
social-worker-visit | to 18 | 2025-01-08 | 2025-01-09 | 2025-04-08 | a visit on the first day after it: three months
social-worker-visit | agreed | 2026-03-06 | 2026-03-10 | 2026-09-06 | six months where the child agreed
social-worker-visit | to 18 | 2025-11-30 | 2025-12-01 | 2026-02-28 | the end of a month is clipped
social-worker-visit | moved in March | 2026-03-20 | 2026-03-26 | 2026-04-01 | a move starts it anew
social-worker-visit | moved in March | 2026-03-26 | 2026-03-27 | 2026-05-07 | and a visit there gives six weeks
social-worker-visit | moved in March | | 2026-03-26 | 2026-03-09 | a move clears nothing that was overdue
social-worker-visit | parent | 2026-03-06 | 2026-03-07 | 2026-03-13 | weekly with a parent before the first review
social-worker-visit | parent | 2026-04-02, review 2026-03-27 | 2026-04-03 | 2026-05-14 | and then six weeks
social-worker-visit | connected | 2026-03-06 | 2026-03-07 | 2026-03-13 | weekly with a connected person approved for a time
social-worker-visit | connected | 2026-04-02, review 2026-03-27 | 2026-04-03 | 2026-04-30 | and then four weeks
social-worker-visit | order | | 2026-03-03 | 2026-03-09 | a week from the order
social-worker-visit | order | 2026-03-05 | 2026-03-06 | 2026-04-16 | then six weeks
social-worker-visit | two weeks | 2026-03-06 | 2026-03-10 | 2026-03-20 | the child’s plan can make it more frequent
social-worker-visit | three months | 2026-03-06 | 2026-03-10 | 2026-04-17 | and never less
care-plan | march | | 2026-03-03 | 2026-03-16 | ten working days
care-plan | march | 2026-02-20 | 2026-03-03 | 2026-08-20 | or before the placement, and kept up to date
care-plan | before Christmas | | 2025-12-23 | 2026-01-08 | Christmas, Boxing Day and New Year’s Day do not count
care-plan | before Easter | | 2026-03-31 | 2026-04-15 | Good Friday and Easter Monday do not count
placement-plan | march | | 2026-03-03 | 2026-03-09 | five working days
placement-plan | march | 2026-02-27 | 2026-03-03 | none | or before, and then it is there
placement-plan | moved in April | 2026-03-04 | 2026-04-25 | 2026-05-01 | each placement has its own
placement-plan | moved in April | | 2026-04-25 | 2026-05-01 | and a place that was left needs none any more
placement-notice | May | | 2026-05-02 | 2026-05-11 | five working days over the bank holiday in May
placement-end-notice | moved in April | | 2026-04-25 | 2026-05-11 | ten working days of the end, over the bank holiday in May
placement-end-notice | march | | 2026-03-03 | none | nothing ended
delegated-authority | march | | 2026-03-03 | 2026-03-09 | with the placement plan
pathway-plan | sixteen in January | | 2026-03-03 | 2026-04-20 | three months after the sixteenth birthday
pathway-plan | sixteen in November | | 2025-12-03 | 2026-02-28 | the end of February
pathway-plan | sixteen before care | | 2026-03-03 | 2026-06-02 | of who was sixteen already, from becoming looked after
pathway-plan | sixteen in January | 2026-04-01 | 2026-04-02 | 2026-10-01 | then every six months
pathway-plan | sixteen in January | | 2026-01-19 | none | not before sixteen
review | march | | 2026-03-03 | 2026-03-30 | twenty working days
review | march | 2026-03-27 | 2026-03-28 | 2026-06-27 | the second within three months of the first
review | march | 2026-03-27 2026-06-20 | 2026-06-21 | 2026-12-20 | then six months
review | December | | 2025-12-16 | 2026-01-15 | twenty working days over Christmas
review | ended | | 2026-03-21 | none | looked after no more
review | again | 2025-03-20 2025-05-20 | 2026-03-03 | 2026-03-30 | a second time of being looked after begins anew
private-talk | march | 2026-03-27 | 2026-03-28 | 2026-06-27 | before each review
reviewing-officer | march | | 2026-03-03 | 2026-03-09 | five working days
reviewing-officer | march | 2026-03-05 | 2026-09-03 | none | once named they are named
health-assessment | march | | 2026-03-03 | 2026-03-30 | by the first review
health-assessment | march | 2025-12-02 | 2026-03-03 | 2026-12-02 | one of the last three months counts
health-assessment | march | 2025-12-01 | 2026-03-03 | 2026-03-30 | one of the day before does not
health-assessment | three | 2026-03-20 | 2026-03-21 | 2026-09-20 | six-monthly under five
health-assessment | five on the 21st | 2026-03-20 | 2026-03-22 | 2026-09-20 | on the day before the fifth birthday still
health-assessment | five on the 20th | 2026-03-20 | 2026-03-22 | 2027-03-20 | yearly from it
health-assessment | march | 2026-03-20 | 2026-03-21 | 2027-03-20 | yearly from five
dental-check | march | 2026-04-01 | 2026-04-02 | 2027-04-01 | yearly
immunisations | march | | 2026-04-02 | 2027-03-02 | within the first year
development-check | two | | 2026-04-02 | 2027-03-02 | of a child under five
development-check | march | | 2026-04-02 | none | and of no older one
strengths-and-difficulties | march | 2026-04-01 | 2026-04-02 | 2027-04-01 | yearly from 4 to 16
strengths-and-difficulties | seventeen tomorrow | | 2026-04-02 | 2027-03-02 | on the last day of being sixteen
strengths-and-difficulties | seventeen today | | 2026-04-02 | none | not from seventeen
strengths-and-difficulties | four tomorrow | | 2026-04-02 | none | not before four
education-plan | march | | 2026-03-03 | 2026-03-16 | ten working days
education-plan | march | 2026-03-13 | 2026-03-14 | 2026-07-13 | then each term
designated-teacher-told | march | | 2026-03-03 | 2026-03-04 | forty-eight hours
personal-adviser | sixteen in January | | 2026-03-03 | 2026-04-20 | by three months after sixteen
personal-adviser | new flat | 2025-04-01 2026-02-20 | 2026-03-03 | 2026-03-09 | within seven days of a new place
personal-adviser | sixteen in January | 2026-02-02 | 2026-02-03 | 2026-04-20 | a first visit brings nothing forward
personal-adviser | sixteen in January | 2026-04-15 | 2026-04-16 | 2026-05-13 | after the first, twenty-eight days
personal-adviser | sixteen in January | 2026-02-02 2026-02-27 | 2026-02-28 | 2026-04-27 | then two months
advocate | march | | 2026-03-03 | 2026-03-30 | told by the first review
independent-visitor | march | | 2026-03-03 | none | where there is one
independent-visitor | visitor | 2026-03-14 | 2026-03-15 | 2026-04-14 | as often as the plan says
family-time | family | | 2026-03-03 | 2026-03-09 | from becoming looked after on, before the first time
key-work-session | home | 2026-03-10 | 2026-03-11 | 2026-03-24 | every two weeks in a home
key-work-session | march | | 2026-03-03 | none | and in no foster home
independent-person | home | 2026-03-31 | 2026-04-01 | 2026-04-30 | monthly
quality-review | supported | | 2026-04-01 | 2026-09-02 | six-monthly
foster-review | march | | 2026-04-01 | 2027-03-02 | yearly
key-worker | march | | 2026-03-03 | 2026-03-09 | five working days
named-social-worker | march | | 2026-03-03 | 2026-03-09 | five working days
somebody-there | march | | 2026-03-03 | 2026-03-09 | within a week
being-known | march | 2026-04-01 | 2026-04-03 | 2026-07-01 | asked every three months
staying-put | march | | 2026-04-03 | 2026-04-02 | asked within a month
social-worker-visit | adult on the 17th | 2026-03-06 | 2026-03-10 | none | not due on the eighteenth birthday or after it
social-worker-visit | adult on the 18th | 2026-03-06 | 2026-03-10 | 2026-04-17 | due on the day before it
`

const cases = table
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((part) => part.trim()))

/** The days in the London calendar; "none" where nothing is due. */
function dueOf([strand = '', life = '', seen = '', now = '']: readonly string[]): string {
  const [of = '', review = ''] = seen.split(', review ')
  const days = (text: string) => text.split(' ').filter((one) => one !== '')
  const evidence = { review: days(review).map(seenOn), [strand]: days(of).map(seenOn) }
  const expected = expectedOf(strandOf(strand), {
    care: expectedCare,
    life: lives[life]!,
    evidence,
    now: noon(now),
  })
  return expected === undefined ? 'none' : londonDate(expected.dueAt)
}

suite('by when Care is expected, by hand', () => {
  for (const one of cases) test(`${one[0]}: ${one[5]}`, () => assert.equal(dueOf(one), one[4]))

  test('for every strand of the edition, and every life', () => {
    const waiting = expectedCare.strands.filter(({ strand }) => !cases.some(([named]) => named === strand))
    assert.deepEqual(
      waiting.map(({ strand }) => strand),
      ['visit-when-asked', 'what-i-call-care'],
    )
    assert.deepEqual(
      Object.keys(lives).filter((life) => !cases.some(([, named]) => named === life)),
      [],
    )
  })
})

suite('what is expected', () => {
  const visit = strandOf('social-worker-visit')
  const asked = { care: expectedCare, life: march, evidence: {}, now: noon('2026-03-03') }

  test('says where its time comes from, and how long its reasonable actions may take', () => {
    assert.deepEqual(expectedOf(visit, asked), {
      from: noon('2026-03-02'),
      dueAt: '2026-03-09T23:59:59.999Z',
      endOfDay: true,
      provisional: false,
      reasonableUntil: '2026-03-12T23:59:59.999Z',
      because: '1 week after the child moved there',
      source: { document: 'Care Planning Regulations 2010, regulation 28', verified: true },
    })
    const told = expectedOf(strandOf('designated-teacher-told'), asked)
    assert.deepEqual([told?.endOfDay, told?.because], [false, '48 hours after the child became looked after'])
    const own = { ...march, own: { 'family-time': parseWithin('P1W')! } }
    const time = expectedOf(strandOf('family-time'), { ...asked, life: own })
    assert.equal(time?.because, '1 week after the last time, by the child’s own plan')
    assert.equal(time.source.document, 'The child’s own plan')
  })

  test('is provisional past the last year of published bank holidays', () => {
    const life = lifeFrom('2044-03-02', { bornOn: day('2032-01-01') })
    const found = expectedOf(strandOf('care-plan'), { ...asked, life, now: noon('2044-03-03') })
    assert.equal(found?.provisional, true)
  })

  test('is owed by every age that a child without a day of birth could have', () => {
    const { bornOn, ...unknown } = march
    assert.ok(bornOn !== undefined)
    assert.equal(isOwed(strandOf('strengths-and-difficulties'), { ...asked, life: unknown }), true)
    assert.equal(isOwed(strandOf('pathway-plan'), { ...asked, life: unknown }), true)
  })

  test('counts no sighting of another time, of tomorrow, or that the child did not see', () => {
    const unseen = { ...seenOn('2026-03-02'), childSaw: false }
    const evidence = { 'social-worker-visit': [unseen, seenOn('2026-03-04'), seenOn('2026-02-28')] }
    assert.equal(londonDate(expectedOf(visit, { ...asked, evidence })!.dueAt), '2026-03-09')
  })

  test('says from which event it counts', () => {
    const because = (strand: string, life: Life, now: string) =>
      expectedOf(strandOf(strand), { ...asked, life, now: noon(now) })?.because
    const moved = lives['moved in April']!
    assert.equal(
      because('placement-end-notice', moved, '2026-04-25'),
      '10 working days after the child left there',
    )
    const sixteen = lives['sixteen in January']!
    assert.equal(because('pathway-plan', sixteen, '2026-03-03'), '3 months after the sixteenth birthday')
    const evidence = { 'social-worker-visit': [seenOn('2026-03-04')] }
    const later = { ...asked, evidence, now: noon('2026-03-05') }
    assert.equal(expectedOf(visit, later)?.because, '6 weeks after the last time')
  })

  test('counts no move of another time of being looked after, and none that is only planned', () => {
    const earlier = { kind: 'foster', from: noon('2025-03-03'), until: noon('2025-06-02') } as const
    const planned = { kind: 'home', from: noon('2026-09-01') } as const
    const life = { ...march, placements: [earlier, ...march.placements, planned] }
    assert.equal(londonDate(expectedOf(visit, { ...asked, life })!.dueAt), '2026-03-09')
    const seen = { 'social-worker-visit': [seenOn('2026-03-04')] }
    assert.equal(
      londonDate(expectedOf(visit, { ...asked, life, evidence: seen, now: noon('2026-03-05') })!.dueAt),
      '2026-04-15',
    )
    const told = { ...march, placements: [earlier, ...march.placements] }
    assert.equal(expectedOf(strandOf('placement-end-notice'), { ...asked, life: told }), undefined)
  })

  test('counts a move of this very moment, and a sighting of it', () => {
    const now = noon('2026-03-02')
    assert.equal(expectedOf(visit, { ...asked, now })?.from, now)
    const evidence = { 'placement-plan': [seenOn('2026-03-02')] }
    assert.equal(expectedOf(strandOf('placement-plan'), { ...asked, evidence, now }), undefined)
    const early = {
      'health-assessment': [{ ...seenOn('2026-03-02'), at: startOfLondonDay(day('2025-12-02')) }],
    }
    const found = expectedOf(strandOf('health-assessment'), { ...asked, evidence: early })
    assert.equal(found && londonDate(found.dueAt), '2026-12-02')
  })

  test('is provisional where only its reasonable time lies past the published bank holidays', () => {
    const life = lifeFrom('2045-12-10', { bornOn: day('2035-01-01') })
    const found = expectedOf(visit, { ...asked, life, now: noon('2045-12-11') })
    assert.equal(found?.provisional, englandCalendar.publishedTo < 2046)
  })
})

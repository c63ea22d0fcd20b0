import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { heldToPublished } from '../../../test/support/published.ts'
import { type LondonDate, londonTime, weekday } from '../../kernel/london.ts'
import { type Absence, absencesOf, ageAt } from './absences.ts'
import type { Asked } from './asked.ts'
import { chanceOf } from './chance.ts'
import { hour, londonDayOf, momentOf } from './minutes.ts'
import { shared, type Span, yearsOf } from './span.ts'
import { type Who, whoOf } from './who.ts'

/** Published figures and how far one partnership of six thousand may lie from them: a share within so many of a hundred. */
const asked: Asked = { children: 6000, months: 60, seed: 'calibration', until: '2026-03-29' as LondonDate }

interface Child {
  readonly who: Who
  readonly absences: readonly Absence[]
}

const children: readonly Child[] = Array.from({ length: asked.children }, (_, place) => {
  const who = whoOf(asked, place, chanceOf(asked.seed, 'who', place))
  return { who, absences: absencesOf(asked, who, chanceOf(asked.seed, 'absences', place)) }
})
const inCare = children.filter(({ who }) => who.care !== undefined)
const others = children.filter(({ who }) => who.care === undefined)
const incidentsOf = (some: readonly Child[]) =>
  some.flatMap(({ who, absences }) =>
    absences.filter(({ kind }) => kind === 'missing').map((absence) => ({ who, ...absence })),
  )
const incidents = incidentsOf(children)

/** How often each child was missing (or away) in each year in which they were there. */
function inYears(some: readonly Child[], kind: Absence['kind'] = 'missing'): readonly number[] {
  const within = ({ from, to }: Span, { left }: Absence) => left >= from && left < to
  return some.flatMap(({ who, absences }) =>
    yearsOf(asked)
      .filter((year) => shared(year, who.care ?? who.here) !== undefined)
      .map((year) => absences.filter((absence) => absence.kind === kind && within(year, absence)).length),
  )
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
const share = <T>(all: readonly T[], of: (one: T) => boolean) => (100 * all.filter(of).length) / all.length

const { near, measured } = heldToPublished()

/** Shares of those who were missing at all, by how often in the year. */
const bands = [
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 5],
  [6, 10],
  [11, 20],
  [21, 99],
] as const

suite('the generated absences', () => {
  test('are of one in nine looked-after children a year, six to seven each (England, 2020 to 2025)', () => {
    const years = inYears(inCare)
    near(
      share(years, (count) => count > 0),
      11,
      1.5,
      'looked after and missing in a year, of a hundred',
    )
    near(mean(years.filter((count) => count > 0)), 6.5, 0.6, 'incidents a year of each who was missing')
    near(
      mean(inYears(inCare, 'away').filter((count) => count > 0)),
      4.5,
      0.8,
      'away without authorisation a year, of each who was',
    )
  })

  test('come as often as in Devon 2020/21, of children in care and of others', () => {
    const often = (whose: string, some: readonly Child[], published: readonly number[]) => {
      const missing = inYears(some).filter((count) => count > 0)
      for (const [place, [least, most]] of bands.entries())
        near(
          share(missing, (count) => count >= least && count <= most),
          published[place] ?? 0,
          5,
          `${whose}, ${least === most ? least : `${least} to ${most}`} times in a year, of a hundred`,
        )
    }
    often('in care', inCare, [29.9, 12.9, 8.2, 10.2, 6.1, 14.3, 12.2, 6.1])
    often('others', others, [68.9, 12.9, 5.3, 4.5, 1.8, 5.1, 1, 0.5])
    near(mean(inYears(others).filter((count) => count > 0)), 2, 0.2, 'incidents a year of others')
  })

  test('are in care for a third of incidents and a fifth of children (England and Wales, 2018/19)', () => {
    const isMissing = ({ absences }: Child) => absences.some(({ kind }) => kind === 'missing')
    near(
      (100 * incidentsOf(inCare).length) / incidents.length,
      36,
      4,
      'incidents of children in care, of a hundred',
    )
    const missing = children.filter(isMissing)
    near(
      share(missing, ({ who }) => who.care !== undefined),
      19,
      3,
      'missing children in care, of a hundred',
    )
  })

  test('last as long: four in five under a day, nine in ten under two', () => {
    const hours = incidents.map(({ left, back }) => (back - left) / hour)
    const published = [
      [2, 12],
      [4, 30],
      [8, 54],
      [16, 74],
      [24, 83],
      [48, 92],
      [168, 98],
      [720, 99.5],
    ] as const
    for (const [most, percent] of published)
      near(
        share(hours, (length) => length < most),
        percent,
        1.5,
        `over within ${most} hours, of a hundred`,
      )
  })

  test('are of 16 and 17 year olds for more than half of those in care, and hardly of anyone under 10', () => {
    const ages = incidentsOf(inCare).map(({ who, left }) => ageAt(who, left))
    near(
      share(ages, (age) => age >= 16),
      56,
      5,
      'incidents in care at 16 and over, of a hundred',
    )
    near(
      share(ages, (age) => age >= 10 && age < 16),
      43.8,
      5,
      'incidents in care at 10 to 15, of a hundred',
    )
    assert.ok(share(ages, (age) => age < 10) < 1)
    assert.ok(incidents.every(({ who, left }) => ageAt(who, left) < 18))
  })

  test('begin in the evening, and on Fridays and Saturdays more than on other days', () => {
    const hours = incidents.map(({ left }) => Number(londonTime(momentOf(left)).slice(0, 2)))
    near(
      share(hours, (one) => one >= 17 || one < 1),
      62,
      6,
      'between 17 and 1',
    )
    assert.ok(share(hours, (one) => one >= 3 && one < 8) < 7)
    const weekend = share(incidents, ({ left }) => [5, 6].includes(weekday(londonDayOf(left))))
    near(weekend, 33, 2, 'on a Friday or Saturday')
  })

  test('come together: the weeks after one are the likeliest for the next', () => {
    const gaps = incidentsOf(inCare).length
    const soon = inCare.flatMap(({ absences }) =>
      absences.slice(1).map(({ left }, place) => (left - (absences[place]?.back ?? left)) / (24 * hour)),
    )
    assert.ok(gaps > 1000)
    assert.ok(share(soon, (days) => days < 28) > 60, `${share(soon, (days) => days < 28)}`)
  })

  test('never overlap, and those of one child are in order', () => {
    for (const { who, absences } of children)
      for (const [place, { left, back }] of absences.entries()) {
        assert.ok(back > left, `${who.index}`)
        assert.ok(left > (absences[place - 1]?.back ?? -Infinity), `${who.index}`)
      }
  })

  test('are measured in so many figures, each printed beside what is published', (t) => {
    for (const line of measured()) t.diagnostic(line)
    assert.ok(measured().length > 30, `${measured().length} figures`)
  })
})

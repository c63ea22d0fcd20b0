import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { day, entryId, idOf, moment, streamOf, told } from '../../../test/support/told-of-a-child.ts'
import { dateInWords } from '../../kernel/london.ts'
import { childAt } from './child-at.ts'
import type { Detail } from './detail-kinds.ts'
import { detailLines, isStale, staleFrom, withoutOthersAddresses } from './detail.ts'

const jay = idOf<'child'>('jay')
const sister: Detail = { kind: 'person', name: 'Ana', relation: 'family', address: '3 The Row' }
const looks: Detail = { kind: 'description', height: '163 cm' }

const known = (at: string, detail: Detail, as: string, instead?: string) =>
  told(
    'detail-known',
    at,
    { detail, suppliedBy: 'Ruth', ...(instead !== undefined && { instead: entryId(instead) }) },
    { as },
  )
const standing = (at: string, ...said: Parameters<typeof streamOf>[1][]) =>
  childAt(streamOf(jay, ...said), moment(at)).details
const names = (at: string, ...said: Parameters<typeof streamOf>[1][]) =>
  standing(at, ...said).map(({ entry }) => entry)

const first = known('2026-03-01T09:00Z', sister, 'sister')

suite('what is known of a child', () => {
  test('stands from when it was said, with who said so and who wrote it down', () => {
    assert.deepEqual(standing('2026-03-01T08:59:59.999Z', first), [])
    const [one] = standing('2026-03-01T09:00Z', first)
    assert.deepEqual(one, {
      entry: entryId('sister'),
      from: moment('2026-03-01T09:00Z'),
      detail: sister,
      suppliedBy: 'Ruth',
      said: { at: moment('2026-03-01T09:00Z'), precision: 'minute' },
      by: one!.by,
      confirmed: { at: moment('2026-03-01T09:00Z'), by: one!.by },
    })
    assert.equal(one.by.name, 'Sam Okafor')
  })

  test('stands until it is ended, or another stands in its place', () => {
    const ended = told('detail-ended', '2026-04-01T09:00Z', { known: entryId('sister'), why: 'Moved' })
    const aunt: Detail = { kind: 'person', name: 'Bea', relation: 'family' }
    const changed = known('2026-04-01T09:00Z', aunt, 'aunt', 'sister')
    assert.deepEqual(names('2026-04-01T08:59:59.999Z', first, ended), [entryId('sister')])
    assert.deepEqual(names('2026-04-01T09:00Z', first, ended), [])
    assert.deepEqual(names('2026-04-01T09:00Z', first, changed), [entryId('aunt')])
    assert.deepEqual(names('2026-03-31T09:00Z', first, changed), [entryId('sister')])
    assert.equal(standing('2026-03-31T09:00Z', first, changed)[0]?.until, moment('2026-04-01T09:00Z'))
  })

  test('of looks there is one at a time, and of people any number', () => {
    const then = known('2026-03-01T09:00Z', looks, 'then')
    const now = known('2026-05-01T09:00Z', { ...looks, hair: 'Short' }, 'now')
    const second = known('2026-05-01T09:00Z', { ...sister, name: 'Bea' }, 'second')
    assert.deepEqual(names('2026-05-01T09:00Z', then, first, now, second), [
      entryId('now'),
      entryId('sister'),
      entryId('second'),
    ])
    assert.deepEqual(names('2026-04-30T09:00Z', then, now), [entryId('then')])
  })

  test('is as fresh as when somebody last said that it is so', () => {
    const again = (at: string) => told('detail-confirmed', at, { known: entryId('sister') })
    const confirmed = (at: string, ...times: string[]) =>
      standing(at, first, ...times.map(again))[0]?.confirmed.at
    assert.equal(
      confirmed('2026-06-01T09:00Z', '2026-05-01T09:00Z', '2026-04-01T09:00Z'),
      moment('2026-05-01T09:00Z'),
    )
    assert.equal(confirmed('2026-04-30T09:00Z', '2026-05-01T09:00Z'), moment('2026-03-01T09:00Z'))
    assert.equal(confirmed('2026-05-01T09:00Z', '2026-05-01T09:00Z'), moment('2026-05-01T09:00Z'))
  })

  test('is stale from the day after as many months as its kind stays fresh', () => {
    const said = (detail: Detail) => ({ detail, confirmed: { at: moment('2026-03-31T09:00Z') } }) as never
    assert.equal(staleFrom(said(looks)), day('2026-06-30'))
    assert.equal(staleFrom(said(sister)), day('2026-09-30'))
    assert.equal(isStale(said(looks), moment('2026-06-30T22:59Z')), false)
    assert.equal(isStale(said(looks), moment('2026-06-30T23:00Z')), true)
  })

  test('a warning is stale from its review, or earlier', () => {
    const until = (reviewBy: string) =>
      staleFrom({
        detail: { kind: 'warning', text: 'x', reviewBy: day(reviewBy), childKnows: true },
        confirmed: { at: moment('2026-03-31T09:00Z') },
      } as never)
    assert.equal(until('2026-05-01'), day('2026-05-01'))
    assert.equal(until('2026-12-01'), day('2026-09-30'))
  })
})

suite('what was said, line by line', () => {
  const lines = (detail: Detail) => detailLines(detail, dateInWords)

  test('stands in the words of the field, and in the order of the questions', () => {
    assert.deepEqual(
      lines({
        childKnows: false,
        reviewBy: day('2026-05-01'),
        text: 'Ring 999',
        kind: 'warning',
      }).map(({ label, text }) => [label, text]),
      [
        ['What it is, and what to do', 'Ring 999'],
        ['Look at it again by', 'Friday 1 May 2026'],
        ['Does the child know that it stands here?', 'No'],
      ],
    )
    assert.deepEqual(
      lines({ kind: 'communication', speaks: 'Polish', interpreter: true }).map(({ text }) => text),
      ['Polish', 'Yes'],
    )
    assert.deepEqual(
      lines({ kind: 'publicity', consent: 'ask', by: 'Her mother' }).map(({ text }) => text),
      ['Ask first, each time', 'Her mother'],
    )
  })

  test('says where somebody else lives apart: in no grab pack', () => {
    const left = (detail: Detail) => withoutOthersAddresses(lines(detail)).map(({ text }) => text)
    assert.deepEqual(left(sister), ['Ana', 'Family'])
    const place = { kind: 'place', name: 'The flat', address: '9 Mill Street' } as const
    assert.deepEqual(left({ ...place, what: 'home' }), ['The flat', 'Somebody’s home'])
    assert.deepEqual(left({ ...place, what: 'business' }), [
      'The flat',
      'A shop, a takeaway, a hotel',
      '9 Mill Street',
    ])
  })
})

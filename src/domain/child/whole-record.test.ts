import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { day, entryId, idOf, moment, streamOf, told, within } from '../../../test/support/told-of-a-child.ts'
import { childAt } from './child-at.ts'
import type { Setting } from './child.ts'

const jay = idOf<'child'>('jay')
const aldermoor = idOf<'organisation'>('aldermoor')
const fenwick = idOf<'organisation'>('fenwick')
const oakfield: Setting = { name: 'Oakfield House', kind: 'childrens-home', areaCouncil: aldermoor }
const milbrook: Setting = { name: 'Milbrook', kind: 'foster-home', areaCouncil: fenwick }
const unplaced: Setting = { name: 'A friend’s', kind: 'other' }
const inJune = moment('2026-06-01T09:00Z')

const ofAldermoor = told('responsible-council-set', '2026-01-05T09:00Z', { council: aldermoor })

suite('the whole record of a child', () => {
  test('of whom nothing was said says nothing', () => {
    assert.deepEqual(childAt([], inJune), {
      otherNames: [],
      pronoun: 'they',
      returnKeys: [],
      statuses: ['not-known'],
      placements: [],
      workers: {},
      concernsKnown: [],
      concernsExpired: [],
      health: [],
      details: [],
      plans: [],
      protectedAddresses: [],
      photographs: [],
      spells: [],
      messages: [],
      sameAs: [],
      partners: [],
      shutOut: [],
    })
  })

  test('of a child in care says who is responsible, since when, and every stay that had begun', () => {
    const stream = streamOf(
      jay,
      ofAldermoor,
      told('looked-after-from', '2026-01-05T09:00Z', { legalStatus: 'C2' }, { as: 'care' }),
      told('placed', '2026-01-05T15:00Z', { setting: oakfield }, { as: 'oakfield' }),
      told('placement-ended', '2026-02-01T10:00Z', { placed: entryId('oakfield') }),
      told('placed', '2026-02-01T12:00Z', { setting: milbrook }, { as: 'milbrook' }),
      told('placed', '2026-09-01T12:00Z', { setting: oakfield }, { as: 'again' }),
    )
    const { responsibleCouncil, hostCouncil, lookedAfter, placements, placement } = childAt(stream, inJune)
    const january = moment('2026-01-05T09:00Z')
    assert.deepEqual([responsibleCouncil, hostCouncil], [aldermoor, fenwick])
    assert.deepEqual(lookedAfter, { entry: entryId('care'), from: january, legalStatus: 'C2' })
    assert.deepEqual(placements, [
      {
        entry: entryId('oakfield'),
        from: moment('2026-01-05T15:00Z'),
        until: moment('2026-02-01T10:00Z'),
        setting: oakfield,
      },
      placement,
    ])
    assert.equal(placement?.entry, entryId('milbrook'))
  })

  test('knows no host council before a responsible one is known, nor for a place in no known area', () => {
    const inFenwick = told('placed', '2026-02-01T12:00Z', { setting: milbrook })
    const somewhere = told('placed', '2026-02-01T12:00Z', { setting: unplaced })
    assert.equal('hostCouncil' in childAt(streamOf(jay, inFenwick), inJune), false)
    assert.equal('hostCouncil' in childAt(streamOf(jay, ofAldermoor, somewhere), inJune), false)
  })

  test('ends care where it first ended after it began, the moment of beginning included', () => {
    const stream = streamOf(
      jay,
      told('looked-after-from', '2026-03-01T09:00Z', {}, { as: 'care' }),
      told('looked-after-ended', '2026-08-01T09:00Z', {}),
      told('looked-after-ended', '2026-05-01T09:00Z', {}),
      told('looked-after-ended', '2026-07-01T09:00Z', {}),
    )
    const statusesAt = (at: string) => childAt(stream, moment(at)).statuses
    assert.deepEqual(statusesAt('2026-05-01T08:59:59.999Z'), ['looked-after'])
    assert.deepEqual(statusesAt('2026-05-01T09:00Z'), ['not-known'])
    const atOnce = told('looked-after-ended', '2026-03-01T09:00Z', {})
    assert.deepEqual(childAt([...stream, ...streamOf(jay, atOnce)], moment('2026-04-01T09:00Z')).statuses, [
      'not-known',
    ])
  })

  test('tells who they are: what was said last, every earlier name, and each key of a return', () => {
    const registered = (at: string, name: string | undefined, more: object) =>
      told('child-registered', at, {
        otherNames: [],
        pronoun: 'he',
        ...(name !== undefined && { name }),
        ...more,
      })
    const stream = streamOf(
      jay,
      registered('2026-01-05T09:00Z', 'Jay Mercer', { otherNames: ['JJ'], returnKey: 'ALD-1' }),
      registered('2026-01-06T09:00Z', undefined, { description: 'tall' }),
      registered('2026-01-07T09:00Z', 'Jay Holt', { returnKey: 'FEN-2' }),
    )
    const { name, otherNames, pronoun, description, returnKeys, ...rest } = childAt(stream, inJune)
    assert.deepEqual([name, otherNames, pronoun], ['Jay Holt', ['JJ', 'Jay Mercer'], 'he'])
    assert.deepEqual([description, returnKeys], ['tall', ['ALD-1', 'FEN-2']])
    assert.equal('returnKey' in rest, false)
  })

  test('has a status, a concern and a plan from the millisecond at which each was so', () => {
    const stream = streamOf(
      jay,
      told('status-recorded', '2026-06-01T09:00Z', { status: 'in-need' }),
      told('concern-known', '2026-06-01T09:00Z', { kind: 'adult', text: 'Dean, blue van' }, { as: 'dean' }),
      told(
        'plan-agreed',
        '2026-06-01T09:00Z',
        { reasonableTime: within('PT1H'), reviewBy: day('2026-12-31'), says: 'Ring his aunt.' },
        { as: 'plan' },
      ),
    )
    const before = childAt(stream, moment('2026-06-01T08:59:59.999Z'))
    assert.deepEqual([before.statuses, before.concernsKnown, before.plan], [['not-known'], [], undefined])
    const from = childAt(stream, inJune)
    assert.deepEqual(from.statuses, ['in-need'])
    assert.deepEqual(from.concernsKnown, [
      { entry: entryId('dean'), kind: 'adult', text: 'Dean, blue van', at: inJune },
    ])
    assert.equal(from.plan?.entry, entryId('plan'))
  })

  test('keeps an adult of concern on record when what is said of them has expired, and no longer beside a grade', () => {
    const graded = {
      source: 'A worker',
      sourceGrade: 'B',
      informationGrade: '4',
      reviewBy: day('2026-06-10'),
      expires: day('2026-06-30'),
    } as const
    const stream = streamOf(
      jay,
      told('concern-known', '2026-06-01T09:00Z', { kind: 'adult', text: 'Dean', graded }, { as: 'dean' }),
    )
    const counts = (at: string) => {
      const { concernsKnown, concernsExpired } = childAt(stream, moment(at))
      return [concernsKnown.length, concernsExpired.length]
    }
    assert.deepEqual(counts('2026-06-30T22:59:59.999Z'), [1, 0])
    assert.deepEqual(counts('2026-06-30T23:00Z'), [0, 1])
  })

  test('asks about a spell of a return from the first minute of its first day', () => {
    const spell = { kind: 'missing', from: day('2026-07-02'), source: 'missing.csv line 4' } as const
    const answer = { stillMissing: false, until: day('2026-07-03') }
    const asked = told('spell-imported', '2026-07-02T22:59:59.999Z', spell, { as: 'spell' })
    const answered = { ...answer, spell: entryId('spell') }
    const stream = streamOf(
      jay,
      asked,
      told('spell-answered', '2026-07-09T09:00Z', answered, { as: 'answer' }),
    )
    assert.deepEqual(childAt(stream, moment('2026-07-01T22:59:59.999Z')).spells, [])
    assert.deepEqual(childAt(stream, moment('2026-07-01T23:00Z')).spells, [
      { entry: entryId('spell'), ...spell, answer: { entry: entryId('answer'), ...answer } },
    ])
    assert.deepEqual(childAt(streamOf(jay, asked), inJune).spells, [])
    assert.deepEqual(childAt(streamOf(jay, asked), moment('2026-07-02T00:00Z')).spells, [
      { entry: entryId('spell'), ...spell },
    ])
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import {
  day,
  entryId,
  idOf,
  moment,
  streamOf,
  told,
  within,
  type Told,
} from '../../../test/support/told-of-a-child.ts'
import { childAt } from './child-at.ts'
import type { Setting } from './child.ts'

const jay = idOf<'child'>('jay')
const aldermoor = idOf<'organisation'>('aldermoor')
const fenwick = idOf<'organisation'>('fenwick')

const oakfield: Setting = { name: 'Oakfield House', kind: 'childrens-home', areaCouncil: aldermoor }
const milbrook: Setting = { name: 'Milbrook', kind: 'foster-home', areaCouncil: fenwick }

const registered = told('child-registered', '2026-01-05T09:00Z', {
  name: 'Jay Mercer',
  otherNames: ['JJ'],
  bornOn: day('2012-03-04'),
  pronoun: 'he',
})
const ofAldermoor = told('responsible-council-set', '2026-01-05T09:00Z', { council: aldermoor })
const atOakfield = told('placed', '2026-01-05T15:00Z', { setting: oakfield }, { as: 'oakfield' })

suite('a child as true at one moment', () => {
  test('is a child of whom nothing is known when the stream is empty', () => {
    const child = childAt([], moment('2026-11-20T22:00Z'))
    assert.deepEqual(child.statuses, ['not-known'])
    assert.equal(child.name, undefined)
    assert.equal(child.placement, undefined)
  })

  test('lives where they were placed, from the minute of it', () => {
    const stream = streamOf(jay, registered, ofAldermoor, atOakfield)
    assert.equal(childAt(stream, moment('2026-01-05T14:59Z')).placement, undefined)
    assert.equal(childAt(stream, moment('2026-01-05T15:00Z')).placement?.setting.name, 'Oakfield House')
  })

  test('lives in one place at a time: a new placement ends the one before', () => {
    const moved = told('placed', '2026-06-01T12:00Z', { setting: milbrook })
    const child = childAt(streamOf(jay, ofAldermoor, atOakfield, moved), moment('2026-06-01T12:00Z'))
    assert.equal(child.placement?.setting.name, 'Milbrook')
    assert.deepEqual(
      child.placements.map(({ setting, until }) => [setting.name, until]),
      [
        ['Oakfield House', '2026-06-01T12:00:00.000Z'],
        ['Milbrook', undefined],
      ],
    )
  })

  test('lives nowhere known once the placement has ended', () => {
    const ended = told('placement-ended', '2026-06-01T12:00Z', {
      placed: entryId('oakfield'),
      why: 'notice given',
    })
    const child = childAt(streamOf(jay, ofAldermoor, atOakfield, ended), moment('2026-06-01T12:00Z'))
    assert.equal(child.placement, undefined)
    assert.equal(child.placements[0]?.endedWhy, 'notice given')
  })

  test('is placed all of a day that is known only as a day, at its end as at its start', () => {
    const placed = told(
      'placed',
      '2026-03-03T23:59:59.999Z',
      { setting: oakfield },
      { as: 'by-day', precision: 'day' },
    )
    const ended = told(
      'placement-ended',
      '2026-03-09T23:59:59.999Z',
      { placed: entryId('by-day') },
      { precision: 'day' },
    )
    const stream = streamOf(jay, placed, ended)
    assert.ok(childAt(stream, moment('2026-03-03T00:00Z')).placement)
    assert.ok(childAt(stream, moment('2026-03-09T23:30Z')).placement)
    assert.equal(childAt(stream, moment('2026-03-10T00:00Z')).placement, undefined)
  })

  test("has a host council in another council's area, and none at home", () => {
    const away = streamOf(jay, ofAldermoor, told('placed', '2026-02-01T12:00Z', { setting: milbrook }))
    const home = streamOf(jay, ofAldermoor, atOakfield)
    assert.equal(childAt(away, moment('2026-02-02T12:00Z')).hostCouncil, fenwick)
    assert.equal(childAt(home, moment('2026-02-02T12:00Z')).hostCouncil, undefined)
  })

  test('has the worker who was allocated last, until that ends', () => {
    const stream = streamOf(
      jay,
      told('worker-allocated', '2026-01-05T09:00Z', { role: 'social-worker', post: idOf('sam-post') }),
      told(
        'worker-allocated',
        '2026-05-01T09:00Z',
        { role: 'social-worker', post: idOf('priya-post') },
        { as: 'priya' },
      ),
      told('worker-ended', '2026-07-01T09:00Z', { allocated: entryId('priya') }),
    )
    const workerOn = (at: string) => childAt(stream, moment(at)).workers['social-worker']?.post
    assert.equal(workerOn('2026-04-30T12:00Z'), idOf('sam-post'))
    assert.equal(workerOn('2026-05-02T12:00Z'), idOf('priya-post'))
    assert.equal(workerOn('2026-07-02T12:00Z'), undefined)
  })

  test('is looked after until care ends, and again when it begins again', () => {
    const stream = streamOf(
      jay,
      told('looked-after-from', '2026-01-05T09:00Z', { legalStatus: 'C2' }),
      told('looked-after-ended', '2026-03-01T09:00Z', {}),
      told('looked-after-from', '2026-08-01T09:00Z', {}),
    )
    const statusesOn = (at: string) => childAt(stream, moment(at)).statuses
    assert.deepEqual(statusesOn('2026-02-01T12:00Z'), ['looked-after'])
    assert.deepEqual(statusesOn('2026-04-01T12:00Z'), ['not-known'])
    assert.deepEqual(statusesOn('2026-09-01T12:00Z'), ['looked-after'])
  })

  test('keeps a status until it is recorded as ended', () => {
    const stream = streamOf(
      jay,
      told('status-recorded', '2026-01-05T09:00Z', { status: 'protection-plan' }),
      told('status-recorded', '2026-03-05T09:00Z', { status: 'protection-plan', ended: true }),
      told('status-recorded', '2026-03-05T09:00Z', { status: 'in-need' }),
    )
    assert.deepEqual(childAt(stream, moment('2026-02-01T12:00Z')).statuses, ['protection-plan'])
    assert.deepEqual(childAt(stream, moment('2026-04-01T12:00Z')).statuses, ['in-need'])
  })

  test('shows a plan whose review is past as lapsed, not as the plan', () => {
    const stream = streamOf(
      jay,
      told('plan-agreed', '2026-01-05T09:00Z', {
        reasonableTime: within('PT1H'),
        reviewBy: day('2026-07-01'),
        says: 'Ring his aunt first.',
      }),
    )
    assert.ok(childAt(stream, moment('2026-07-01T22:30Z')).plan)
    const after = childAt(stream, moment('2026-07-01T23:00Z'))
    assert.equal(after.plan, undefined)
    assert.equal(after.lapsedPlan?.says, 'Ring his aunt first.')
  })

  test('gets a name later and keeps what they were called before', () => {
    const stream = streamOf(
      jay,
      told('child-registered', '2026-01-05T09:00Z', {
        otherNames: ['boy in the grey hoodie'],
        pronoun: 'he',
      }),
      told('child-registered', '2026-01-06T09:00Z', { name: 'Jay Mercer', otherNames: [], pronoun: 'he' }),
    )
    const child = childAt(stream, moment('2026-01-05T10:00Z'))
    assert.equal(child.name, 'Jay Mercer')
    assert.deepEqual(child.otherNames, ['boy in the grey hoodie'])
  })

  test('has an imported spell as a question until the council answers', () => {
    const spell = told(
      'spell-imported',
      '2026-04-02T22:59:59.999Z',
      { kind: 'missing', from: day('2026-04-02'), source: 'missing.csv line 4' },
      { as: 'spell', precision: 'day' },
    )
    const answered = told('spell-answered', '2026-05-01T09:00Z', {
      spell: entryId('spell'),
      stillMissing: false,
      until: day('2026-04-03'),
    })
    const at = moment('2026-06-01T09:00Z')
    assert.equal(childAt(streamOf(jay, spell), at).spells[0]?.answer, undefined)
    assert.equal(childAt(streamOf(jay, spell, answered), at).spells[0]?.answer?.until, '2026-04-03')
  })

  test('is the same child as another until that is undone', () => {
    const other = idOf<'child'>('other')
    const joined = told('same-child', '2026-02-01T09:00Z', { as: other })
    const undone = told('same-child', '2026-02-02T09:00Z', { as: other, undone: true })
    const at = moment('2026-03-01T09:00Z')
    assert.deepEqual(childAt(streamOf(jay, joined), at).sameAs, [other])
    assert.deepEqual(childAt(streamOf(jay, joined, undone), at).sameAs, [])
  })
})

suite('a child as known at one moment', () => {
  const moved = told('entry-corrected', '2026-09-01T09:00Z', {
    corrects: entryId('oakfield'),
    changes: { setting: milbrook },
    reason: 'He never moved in; the placement was at Milbrook.',
  })
  const stream = streamOf(jay, registered, ofAldermoor, atOakfield, moved)
  const inJune = moment('2026-06-01T09:00Z')

  test('a placement corrected later stays as it was known then', () => {
    assert.equal(childAt(stream, inJune, inJune).placement?.setting.name, 'Oakfield House')
    assert.equal(childAt(stream, inJune, inJune).hostCouncil, undefined)
    assert.equal(childAt(stream, inJune).placement?.setting.name, 'Milbrook')
    assert.equal(childAt(stream, inJune).hostCouncil, fenwick)
  })

  test('a correction moves when it happened', () => {
    const later = told('entry-corrected', '2026-09-01T09:00Z', {
      corrects: entryId('oakfield'),
      occurred: { at: moment('2026-02-01T15:00Z'), precision: 'minute' },
      reason: 'He arrived in February.',
    })
    const corrected = streamOf(jay, atOakfield, later)
    assert.equal(childAt(corrected, moment('2026-01-20T09:00Z')).placement, undefined)
  })

  test('a correction can be corrected, and the last word stands', () => {
    const first = told(
      'entry-corrected',
      '2026-09-01T09:00Z',
      { corrects: entryId('oakfield'), changes: { setting: milbrook }, reason: 'x' },
      { as: 'first' },
    )
    const second = told('entry-corrected', '2026-09-02T09:00Z', {
      corrects: entryId('first'),
      changes: { changes: { setting: oakfield } },
      reason: 'The first correction was for another child.',
    })
    assert.equal(
      childAt(streamOf(jay, atOakfield, first, second), inJune).placement?.setting.name,
      'Oakfield House',
    )
  })

  test('a field corrected to null is taken away', () => {
    const noBirthday = told('entry-corrected', '2026-09-01T09:00Z', {
      corrects: entryId('child-registered@2026-01-05T09:00Z'),
      changes: { bornOn: null },
      reason: 'The date was made up.',
    })
    assert.equal(childAt(streamOf(jay, registered, noBirthday), inJune).bornOn, undefined)
  })

  test('nothing recorded later changes what was known, whatever is recorded', () => {
    const past: readonly Told[] = [registered, ofAldermoor, atOakfield]
    fc.assert(
      fc.property(fc.array(anythingTold(), { maxLength: 8 }), (later) => {
        const known = moment('2026-08-31T00:00Z')
        assert.deepEqual(
          childAt(streamOf(jay, ...past, ...later), inJune, known),
          childAt(streamOf(jay, ...past), inJune),
        )
      }),
    )
  })
})

function anythingTold(): fc.Arbitrary<Told> {
  const recorded = '2026-09-15T09:00Z'
  const when = fc.constantFrom(
    '2026-01-01T00:00Z',
    '2026-05-30T10:00Z',
    '2026-06-01T09:00Z',
    '2026-09-10T09:00Z',
  )
  return when.chain((at) =>
    fc.constantFrom(
      told('placed', at, { setting: milbrook }, { recorded }),
      told('placement-ended', at, { placed: entryId('oakfield') }, { recorded }),
      told('looked-after-from', at, {}, { recorded }),
      told('responsible-council-set', at, { council: fenwick }, { recorded }),
      told(
        'entry-corrected',
        at,
        { corrects: entryId('oakfield'), changes: { setting: milbrook }, reason: 'x' },
        { recorded },
      ),
      told('child-registered', at, { name: 'Jay M', otherNames: [], pronoun: 'they' }, { recorded }),
    ),
  )
}

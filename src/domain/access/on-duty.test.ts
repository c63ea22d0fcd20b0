import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { amira, ben, directory, fenwick, sam } from '../../../test/support/a-directory.ts'
import { leah, otherEpisode } from '../../../test/support/asking-for-grants.ts'
import { theEpisode } from '../../../test/support/chronology.ts'
import {
  day,
  entryId,
  idOf,
  moment,
  streamOf,
  told,
  type Told,
} from '../../../test/support/told-of-a-child.ts'
import type { Post } from '../child/directory.ts'
import type { Shift } from '../child/shift.ts'
import type { Grant } from './grant.ts'
import type { Narrowing } from './narrowed.ts'
import { byRota, opens } from './on-duty.ts'

const [eight, noon, six] = ['2026-11-20T08:00Z', '2026-11-20T12:00Z', '2026-11-20T18:00Z'].map(moment) as [
  Grant['from'],
  Grant['from'],
  Grant['from'],
]
const grant = (post: Post, more: Partial<Grant> = {}): Grant => ({
  post: post.id,
  child: leah,
  section: 'core',
  from: eight,
  because: 'a reason',
  ...more,
})
const reviewBy = day('2026-12-31')
const someoneOut = told('person-shut-out', '2026-06-01T09:00Z', {
  person: sam.person,
  name: sam.personName,
  scope: { kind: 'record' },
  reason: 'A relative',
  reviewBy,
})
const restricted = told('record-restricted', '2026-06-01T09:00Z', {
  named: [sam.id],
  reason: 'A witness',
  reviewBy,
})

suite('a duty team with a rota', () => {
  const shift = (organisation: Shift['organisation']): Shift => ({
    id: 'nights',
    organisation,
    name: 'Nights',
    hours: 'out-of-hours',
    posts: [],
    from: day('2020-01-01'),
  })
  const record = (
    said: readonly Told[],
    shifts: readonly Shift[] | undefined,
    joined: Narrowing['joined'] = [],
  ) => ({
    entries: streamOf(leah, ...said),
    directory: { ...directory, ...(shifts !== undefined && { shifts }) },
    child: leah,
    episodes: [theEpisode, otherEpisode],
    joined,
  })
  const aldermoors = [shift(amira.organisation)]
  const whole = [grant(amira), grant(amira, { section: 'plan' })]
  const each = [leah, theEpisode, otherEpisode].map((stream) => grant(amira, { stream }))

  test('reads each stream by itself where somebody is shut out or the record is for named people', () => {
    for (const said of [someoneOut, restricted]) {
      const plan = each.map((one) => ({ ...one, section: 'plan' as const }))
      assert.deepEqual(byRota(whole, record([said], aldermoors)), [...each, ...plan])
    }
    const other = { child: idOf<'child'>('again'), entries: streamOf(leah, restricted), from: eight }
    assert.deepEqual(byRota([grant(amira)], record([], aldermoors, [other])), each)
    const out = { ...other, entries: streamOf(leah, someoneOut) }
    assert.deepEqual(byRota([grant(amira)], record([], aldermoors, [out])), each)
  })

  test('reads the whole record where nobody is kept out of any of it', () =>
    assert.deepEqual(byRota(whole, record([], aldermoors)), whole))

  test('is alone in this: other posts, other teams and what is of one stream stay as they were', () => {
    const others = [
      grant(sam),
      grant(ben),
      grant(amira, { stream: theEpisode }),
      grant({ ...ben, organisation: fenwick.id }),
    ]
    assert.deepEqual(byRota(others, record([someoneOut], aldermoors)), others)
    assert.deepEqual(byRota(whole, record([someoneOut], [shift(fenwick.id)])), whole)
  })

  test('that keeps none reads as it did', () => {
    assert.deepEqual(byRota(whole, record([someoneOut], undefined)), whole)
    assert.deepEqual(byRota(whole, record([someoneOut], [])), whole)
  })
})

suite('a grant opens what it is of', () => {
  const nobodyOff = new Map<Post['id'], never[]>()
  const amiraOff = new Map([[amira.id, [{ from: noon, until: six }]]])

  test('from its beginning, and at its end no more', () => {
    const reads = (more: Partial<Grant>, at: string) => opens(grant(sam, more), nobodyOff, moment(at))
    assert.equal(reads({}, '2026-11-20T07:59:59.999Z'), false)
    assert.equal(reads({}, '2026-11-20T08:00Z'), true)
    assert.equal(reads({}, '2030-01-01T08:00Z'), true)
    assert.equal(reads({ until: noon }, '2026-11-20T11:59:59.999Z'), true)
    assert.equal(reads({ until: noon }, '2026-11-20T12:00Z'), false)
    assert.equal(reads({ until: noon }, '2026-11-20T12:01Z'), false)
  })

  test('of a whole record not while its post is off duty, and of one stream at any hour', () => {
    const times = ['2026-11-20T11:59:59.999Z', '2026-11-20T12:00Z', '2026-11-20T17:59Z', '2026-11-20T18:00Z']
    const reads = (one: Grant) => times.map((at) => opens(one, amiraOff, moment(at)))
    assert.deepEqual(reads(grant(amira)), [true, false, false, true])
    assert.deepEqual(reads(grant(amira, { stream: theEpisode })), [true, true, true, true])
    assert.deepEqual(reads(grant(sam)), [true, true, true, true])
  })

  test('of a passage of an interview never while its post is off duty', () => {
    const passage = grant(amira, { section: 'interview-passage', stream: entryId('passage') })
    assert.equal(opens(passage, amiraOff, noon), false)
    assert.equal(opens(passage, amiraOff, eight), true)
    assert.equal(opens(passage, nobodyOff, noon), true)
  })

  test('again between two times off duty', () => {
    const twice = new Map([
      [
        amira.id,
        [
          { from: eight, until: noon },
          { from: six, until: moment('2026-11-20T20:00Z') },
        ],
      ],
    ])
    const reads = (at: string) => opens(grant(amira), twice, moment(at))
    assert.deepEqual(
      ['2026-11-20T09:00Z', '2026-11-20T13:00Z', '2026-11-20T19:00Z', '2026-11-20T21:00Z'].map(reads),
      [false, true, false, true],
    )
  })
})

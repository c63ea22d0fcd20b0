import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  aldermoor,
  aldermoorPolice,
  amira,
  directory,
  fenwick,
  oakfield,
  sam,
  teacher,
} from '../../../test/support/a-directory.ts'
import {
  day,
  draft,
  entryId,
  idOf,
  moment,
  pictureOf,
  streamOf,
  told,
  within,
} from '../../../test/support/told-of-a-child.ts'
import type { Precision } from '../episode/entry.ts'
import { additions, refusalOf, type Addition, type AddedType } from './addition.ts'
import { allocatable } from './allocatable.ts'
import { childAt } from './child-at.ts'
import type { ChildBodies } from './child.ts'

const jay = idOf<'child'>('jay')
const now = moment('2026-06-01T12:00Z')
const home = { name: 'Oakfield House', kind: 'childrens-home', provider: oakfield.id } as const
const access = { view: 'Fifteen', explained: 'Who reads it', language: 'English' }
const theYard = { address: '1 The Yard', keptFrom: 'An uncle', why: 'He looked for her' }
const bank = { kind: 'money', bank: 'Calder Bank' } as const
const stream = streamOf(
  jay,
  told('child-registered', '2026-01-05T09:00Z', { name: 'Jay Mercer', otherNames: [], pronoun: 'he' }),
  told('placed', '2026-01-05T15:00Z', { setting: home }, { as: 'oakfield' }),
  told('worker-allocated', '2026-01-06T09:00Z', { role: 'social-worker', post: sam.id }, { as: 'sam' }),
  told('looked-after-from', '2026-01-05T09:00Z', {}),
  told('health-known', '2026-01-06T09:00Z', { kind: 'medication', text: 'Insulin' }, { as: 'insulin' }),
  told('address-protected', '2026-01-06T09:00Z', theYard, { as: 'the yard' }),
  told('plan-drafted', '2026-01-07T09:00Z', draft, { as: 'draft' }),
  told('plan-agreed', '2026-01-08T09:00Z', { ...draft, says: 'Ring' }, { as: 'plan' }),
  told('detail-known', '2026-01-06T09:00Z', { detail: bank, suppliedBy: 'Ruth' }, { as: 'bank' }),
  told(
    'partner-named',
    '2026-01-06T09:00Z',
    { organisation: teacher.organisation, why: 'She sees the counsellor' },
    { as: 'school' },
  ),
  told(
    'person-shut-out',
    '2026-01-07T09:00Z',
    {
      person: sam.person,
      name: sam.personName,
      scope: { kind: 'record' },
      reason: 'A relative',
      reviewBy: day('2026-07-01'),
    },
    { as: 'out' },
  ),
  told(
    'record-restricted',
    '2026-01-08T09:00Z',
    { named: [amira.id], reason: 'A witness', reviewBy: day('2026-07-01') },
    { as: 'restricted' },
  ),
  told('child-access-given', '2026-05-01T09:00Z', access, { as: 'given' }),
  told('photograph-added', '2026-05-02T09:00Z', pictureOf('2026-05-01'), { as: 'the picture' }),
  told('child-wrote', '2026-05-31T21:00:30Z', { words: 'Please ring me', editions: [] }, { as: 'wrote' }),
)
const to = { child: jay, record: childAt(stream, now), directory, now }
const atNoon = { at: now, precision: 'minute' } as const

/** What the rules say to one addition, at noon on 1 June unless another time is given. */
function said<T extends AddedType>(
  type: T,
  body: ChildBodies[T],
  at = '2026-06-01T12:00Z',
  precision: Precision = 'minute',
) {
  return refusalOf({ type, body, occurred: { at: moment(at), precision } } as Addition, to)
}

const nobody = { otherNames: [], pronoun: 'they' } as const

suite('what is added to a child’s own record', () => {
  test('is let pass where nothing is against it, every kind of it', () => {
    const all: { readonly [T in AddedType]: ChildBodies[T] } = {
      'child-registered': { ...nobody, approximateAge: 25 },
      'concern-known': { kind: 'harm', text: 'Hurt' },
      'plan-agreed': { reasonableTime: within('PT30M'), reviewBy: day('2026-06-01'), says: 'Ring' },
      'plan-drafted': draft,
      'plan-agreed-by': { drafted: entryId('draft') },
      'plan-reviewed': { plan: entryId('plan'), reviewBy: day('2026-06-01'), says: 'It holds' },
      'health-known': { kind: 'medication', text: 'Insulin', without: 'Ill within a day' },
      'health-ended': { known: entryId('insulin'), why: 'It was another child’s' },
      'address-protected': theYard,
      'detail-known': { detail: bank, suppliedBy: 'Ruth', instead: entryId('bank') },
      'detail-confirmed': { known: entryId('bank') },
      'detail-ended': { known: entryId('bank'), why: 'He has another' },
      'address-protection-ended': { protected: entryId('the yard'), why: 'She moved' },
      'photograph-withdrawn': { photograph: entryId('the picture'), why: 'It is of her sister' },
      placed: { setting: { ...home, areaCouncil: fenwick.id } },
      'placement-ended': { placed: entryId('oakfield') },
      'worker-allocated': { role: 'social-worker', post: sam.id },
      'worker-ended': { allocated: entryId('sam') },
      'partner-named': { organisation: teacher.organisation, why: 'She sees the counsellor' },
      'partner-ended': { named: entryId('school') },
      'looked-after-from': {},
      'looked-after-ended': {},
      'status-recorded': { status: 'in-need' },
      'responsible-council-set': { council: aldermoor.id },
      'person-shut-out': {
        person: sam.person,
        name: sam.personName,
        scope: { kind: 'record' },
        reason: 'A relative',
        reviewBy: day('2026-06-01'),
      },
      'shut-out-ended': { shutOut: entryId('out'), why: 'It was looked into' },
      'record-restricted': { named: [sam.id, amira.id], reason: 'A witness', reviewBy: day('2026-06-01') },
      'restriction-ended': { restricted: entryId('restricted'), why: 'It is over' },
      'child-access-given': access,
      'child-access-ended': { given: entryId('given'), why: 'The PIN is known' },
      'child-answered': { wrote: entryId('wrote'), answer: 'I ring you at four', means: 'telephone' },
      'same-child': { as: idOf('another record') },
    }
    for (const type of Object.values(additions).filter((one) => one !== 'child-access-given'))
      assert.equal(said(type, all[type]), undefined, type)
    const before = { ...to, record: childAt(stream, moment('2026-01-01T09:00Z')) }
    const given = { type: 'child-access-given', body: all['child-access-given'] } as const
    assert.equal(refusalOf({ ...given, occurred: atNoon }, before), undefined)
  })

  test('gives a child one way in at a time', () => {
    assert.equal(said('child-access-given', access)?.kind, 'already-given')
    const other = { given: entryId('another'), why: 'The PIN is known' }
    assert.equal(said('child-access-ended', other)?.kind, 'nothing-to-end')
  })

  test('answers a message that the child wrote, from the minute at which they wrote it', () => {
    const answer = { wrote: entryId('wrote'), answer: 'I ring you at four', means: 'telephone' } as const
    assert.equal(said('child-answered', answer, '2026-05-31T21:00Z'), undefined)
    assert.deepEqual(said('child-answered', answer, '2026-05-31T20:59Z'), {
      kind: 'before-they-wrote',
      at: moment('2026-05-31T21:00:30Z'),
    })
    assert.equal(said('child-answered', { ...answer, wrote: entryId('no message') })?.kind, 'no-such-message')
  })

  test('says of an adult who says so, how far that is relied on and until when', () => {
    const adult = { kind: 'adult', text: 'Dev, silver hatchback' } as const
    const graded = { source: 'A worker', sourceGrade: 'B', informationGrade: '4' } as const
    const from = (reviewBy: string, expires: string) =>
      said('concern-known', {
        ...adult,
        graded: { ...graded, reviewBy: day(reviewBy), expires: day(expires) },
      })?.kind
    assert.equal(said('concern-known', adult)?.kind, 'grading-needed')
    assert.equal(from('2026-05-31', '2026-07-01'), 'review-is-past')
    assert.equal(from('2026-06-02', '2026-06-01'), 'expires-before-review')
    assert.equal(from('2026-06-01', '2026-06-01'), undefined)
  })

  test('names somebody who works at night, where only those named see the record', () => {
    const named = { reason: 'A witness', reviewBy: day('2026-07-01') }
    assert.equal(said('record-restricted', { ...named, named: [sam.id] })?.kind, 'nobody-at-night')
    assert.equal(said('record-restricted', { ...named, named: [] })?.kind, 'nobody-at-night')
    const letIn = { ...amira, id: idOf<'post'>('let in'), vouchedBy: sam.person }
    const left = { ...amira, id: idOf<'post'>('left'), until: day('2026-05-01') }
    const inside = { ...to, directory: { ...directory, posts: [...directory.posts, letIn, left] } }
    for (const { id } of [letIn, left]) {
      const addition = {
        type: 'record-restricted',
        body: { ...named, named: [id] },
        occurred: atNoon,
      } as const
      assert.equal(refusalOf(addition, inside)?.kind, 'nobody-at-night', id)
    }
    assert.equal(
      said('record-restricted', { ...named, named: [idOf('no post')] })?.kind,
      'not-in-the-directory',
    )
  })

  test('names somebody of the duty team, where the child has a way in and only those named see the record', () => {
    const restricted = { reason: 'A witness', reviewBy: day('2026-07-01') }
    const home = { ...amira, id: idOf<'post'>('on call'), role: 'home-on-call' } as const
    const given = {
      type: 'child-access-given',
      body: { view: 'Fifteen', explained: 'Who reads it', language: 'English' },
      occurred: atNoon,
    } as const
    const asked = (
      named: readonly (typeof amira.id)[],
      after: readonly Parameters<typeof streamOf>[1][],
    ) => ({
      child: jay,
      record: childAt(
        streamOf(jay, told('record-restricted', '2026-01-08T09:00Z', { named, ...restricted }), ...after),
        now,
      ),
      directory: { ...directory, posts: [...directory.posts, home] },
      now,
    })
    assert.equal(refusalOf(given, asked([amira.id], [])), undefined)
    assert.equal(refusalOf(given, asked([home.id], []))?.kind, 'no-duty-team')
    const later = (named: readonly (typeof amira.id)[]) =>
      refusalOf(
        { ...given, type: 'record-restricted', body: { named, ...restricted } },
        asked([amira.id], [told('child-access-given', '2026-05-01T09:00Z', given.body)]),
      )?.kind
    assert.equal(later([amira.id]), undefined)
    assert.equal(later([home.id]), 'no-duty-team')
  })

  test('has happened: the minute and the day that run are not the future', () => {
    const harm = { kind: 'harm', text: 'Hurt' } as const
    assert.equal(said('concern-known', harm, '2026-06-01T12:00:59.999Z'), undefined)
    assert.equal(said('concern-known', harm, '2026-06-01T22:59:59.999Z', 'day'), undefined)
    assert.equal(said('concern-known', harm, '2026-06-01T12:01Z')?.kind, 'in-the-future')
    assert.equal(said('concern-known', harm, '2026-06-02T12:00Z', 'day')?.kind, 'in-the-future')
  })

  test('has a time, where from then on somebody else is rung', () => {
    const ended = { placed: entryId('oakfield') }
    assert.equal(said('placed', { setting: home }, '2026-05-01T12:00Z', 'day')?.kind, 'time-needed')
    assert.equal(said('placement-ended', ended, '2026-05-01T12:00Z', 'day')?.kind, 'time-needed')
    assert.equal(said('placed', { setting: home }, '2026-05-01T12:00Z', 'about'), undefined)
  })

  test('ends what lasts, and not before it began', () => {
    const other = { placed: entryId('another') }
    assert.equal(said('placement-ended', other)?.kind, 'nothing-to-end')
    assert.equal(said('worker-ended', { allocated: entryId('oakfield') })?.kind, 'nothing-to-end')
    assert.deepEqual(said('placement-ended', { placed: entryId('oakfield') }, '2026-01-05T14:59Z'), {
      kind: 'before-it-began',
      from: '2026-01-05T15:00:00.000Z',
    })
    assert.equal(said('placement-ended', { placed: entryId('oakfield') }, '2026-01-05T15:00Z'), undefined)
    assert.equal(said('looked-after-ended', {}, '2026-01-05T08:59Z')?.kind, 'before-it-began')
    const ended = streamOf(
      jay,
      told('looked-after-from', '2026-01-05T09:00Z', {}),
      told('looked-after-ended', '2026-05-05T09:00Z', {}),
    )
    const addition = {
      type: 'looked-after-ended',
      body: {},
      occurred: atNoon,
    } as const
    const past = { ...to, record: childAt(ended, now) }
    assert.equal(refusalOf(addition, past)?.kind, 'nothing-to-end')
  })

  test('names only who and what the directory has, each as what it is', () => {
    const field = (refusal: ReturnType<typeof said>) =>
      refusal?.kind === 'not-in-the-directory' ? refusal.field : refusal?.kind
    assert.equal(field(said('responsible-council-set', { council: aldermoorPolice.id })), 'council')
    assert.equal(field(said('placed', { setting: { ...home, provider: fenwick.id } })), 'provider')
    assert.equal(field(said('placed', { setting: { ...home, areaCouncil: oakfield.id } })), 'areaCouncil')
    const gone = { role: 'social-worker', post: idOf<'post'>('nobody') } as const
    assert.equal(field(said('worker-allocated', gone)), 'post')
    assert.equal(field(said('worker-allocated', { role: 'team-manager', post: sam.id })), 'post')
    assert.equal(field(said('worker-allocated', { role: 'duty-team', post: amira.id })), 'post')
  })

  test('allocates whoever holds their post today: a post that ends today is held no longer', () => {
    const held = (about: object) => allocatable({ ...directory, posts: [{ ...sam, ...about }] }, now).length
    assert.deepEqual(
      [{}, { until: day('2026-06-02') }, { until: day('2026-06-01') }, { from: day('2026-06-02') }].map(held),
      [1, 1, 0, 0],
    )
  })

  test('says something of a child, and of somebody who can be one', () => {
    assert.equal(said('child-registered', nobody)?.kind, 'says-nothing')
    for (const bornOn of [day('2026-06-02'), day('2000-06-01')])
      assert.equal(said('child-registered', { ...nobody, bornOn })?.kind, 'not-a-childs-age', bornOn)
    assert.equal(said('child-registered', { ...nobody, bornOn: day('2000-06-02') }), undefined)
    assert.equal(said('child-registered', { ...nobody, approximateAge: 26 })?.kind, 'not-a-childs-age')
  })

  test('is reviewed on a day to come, and is of another record than its own', () => {
    const plan = { reasonableTime: within('PT30M'), says: 'Ring' }
    assert.equal(said('plan-agreed', { ...plan, reviewBy: day('2026-05-31') })?.kind, 'review-is-past')
    assert.equal(said('same-child', { as: jay })?.kind, 'is-this-record')
  })
})

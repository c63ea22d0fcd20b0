import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { aldermoor, amira, ben, directory, fenwick, sam, teacher } from '../../../test/support/a-directory.ts'
import {
  day,
  entryId,
  idOf,
  moment,
  streamOf,
  told,
  type Told,
} from '../../../test/support/told-of-a-child.ts'
import { organisationKinds, type OrganisationKind } from '../episode/entry.ts'
import { roles } from '../episode/roles.ts'
import { refusalOf, type AddedType, type Addition } from './addition.ts'
import { allocatable } from './allocatable.ts'
import { childAt } from './child-at.ts'
import type { ChildBodies } from './child.ts'
import type { Post } from './directory.ts'

const jay = idOf<'child'>('jay')
const now = moment('2026-06-01T12:00Z')
const ofAldermoor = told('responsible-council-set', '2026-01-05T09:00Z', { council: aldermoor.id })
const access = { view: 'Fifteen', explained: 'Who reads it', language: 'English' }
const hasAccess = told('child-access-given', '2026-05-01T09:00Z', access)
const reason = 'A witness'

/** What the rules say to one addition, at noon on 1 June. */
function refused<T extends AddedType>(
  type: T,
  body: ChildBodies[T],
  record: readonly Told[] = [],
  posts: readonly Post[] = directory.posts,
) {
  return refusalOf({ type, body, occurred: { at: now, precision: 'minute' } } as Addition, {
    child: jay,
    record: childAt(streamOf(jay, ...record), now),
    directory: { ...directory, posts },
    now,
  })
}

suite('somebody who is shut out', () => {
  const out = (more: Partial<ChildBodies['person-shut-out']>) =>
    refused('person-shut-out', {
      person: sam.person,
      name: sam.personName,
      scope: { kind: 'record' },
      reason: 'A relative',
      reviewBy: day('2026-06-01'),
      ...more,
    })

  test('holds a post, whichever', () => {
    assert.equal(out({}), undefined)
    assert.deepEqual(out({ person: idOf('a stranger') }), { kind: 'not-in-the-directory', field: 'person' })
  })

  test('is looked at again on a day to come', () =>
    assert.deepEqual(out({ reviewBy: day('2026-05-31') }), { kind: 'review-is-past' }))
})

suite('a record for named people alone', () => {
  const restricted = (named: readonly Post['id'][], reviewBy = '2026-06-01', record: readonly Told[] = []) =>
    refused('record-restricted', { named, reason, reviewBy: day(reviewBy) }, record)

  test('is looked at again on a day to come', () =>
    assert.deepEqual(restricted([amira.id], '2026-05-31'), { kind: 'review-is-past' }))

  test('names people whom the directory has', () =>
    assert.deepEqual(restricted([amira.id, idOf('nobody')]), {
      kind: 'not-in-the-directory',
      field: 'named',
    }))

  test('of a child with a way in names the duty team of the council that answers for them', () => {
    const mine = [ofAldermoor, hasAccess]
    assert.equal(restricted([amira.id], '2026-06-01', mine), undefined)
    assert.deepEqual(restricted([ben.id], '2026-06-01', mine), { kind: 'no-duty-team' })
    assert.equal(restricted([ben.id], '2026-06-01', [hasAccess]), undefined)
  })

  test('gives a way in only while one of that team who is named holds their post', () => {
    const named = told('record-restricted', '2026-01-08T09:00Z', {
      named: [amira.id],
      reason,
      reviewBy: day('2026-07-01'),
    })
    const given = (until: string) =>
      refused('child-access-given', access, [named], [{ ...amira, until: day(until) }])
    assert.equal(given('2026-06-02'), undefined)
    assert.deepEqual(given('2026-06-01'), { kind: 'no-duty-team' })
    assert.deepEqual(given('2026-05-31'), { kind: 'no-duty-team' })
  })
})

suite('a partner of a child', () => {
  const partner = (kind: OrganisationKind) => {
    const organisation = { ...fenwick, id: idOf<'organisation'>('partner'), kind }
    return refusalOf(
      {
        type: 'partner-named',
        body: { organisation: organisation.id, why: 'Works with her' },
        occurred: { at: now, precision: 'minute' },
      },
      { child: jay, record: childAt([], now), directory: { organisations: [organisation], posts: [] }, now },
    )
  }

  test('comes by being named: a council, a force, a home and an advocate do not', () =>
    assert.deepEqual(
      organisationKinds.filter((kind) => partner(kind) === undefined),
      organisationKinds.filter((kind) => !['council', 'police', 'provider', 'advocacy'].includes(kind)),
    ))

  test('is in the directory', () =>
    assert.deepEqual(refused('partner-named', { organisation: idOf('nowhere'), why: 'x' }), {
      kind: 'not-in-the-directory',
      field: 'organisation',
    }))

  const named = (as: string) =>
    told('partner-named', '2026-01-06T09:00Z', { organisation: teacher.organisation, why: as }, { as })
  const ends = (name: string, ...said: readonly Told[]) =>
    refused('partner-ended', { named: entryId(name) }, [named('first'), named('second'), ...said])?.kind

  test('ends by the entry that named it, and each of several by its own', () =>
    assert.deepEqual(
      ['first', 'second', 'third'].map((name) => ends(name)),
      [undefined, undefined, 'nothing-to-end'],
    ))

  test('whose end is known already is not ended again', () => {
    for (const at of ['2026-02-01T09:00Z', '2026-07-01T09:00Z'])
      assert.equal(ends('first', told('partner-ended', at, { named: entryId('first') })), 'nothing-to-end')
  })
})

test('whoever is allocated is a child’s own: a worker, a manager, a reviewing officer, a school or a nurse', () => {
  const posts = roles.map((role) => ({ ...sam, role }))
  assert.deepEqual(
    allocatable({ organisations: [], posts }, now).map(({ role }) => role),
    roles.filter((role) =>
      [
        'social-worker',
        'team-manager',
        'reviewing-officer',
        'missing-service',
        'missing-coordinator',
        'senior-manager',
        'school',
        'health-nurse',
      ].includes(role),
    ),
  )
  const fromToday = { ...sam, from: day('2026-06-01') }
  assert.equal(allocatable({ organisations: [], posts: [fromToday] }, now).length, 1)
})

test('a child is as young as born today', () => {
  const today = { otherNames: [], pronoun: 'they', bornOn: day('2026-06-01') } as const
  assert.equal(refused('child-registered', today), undefined)
})

test('a child can live where nobody provides the home', () =>
  assert.equal(refused('placed', { setting: { name: 'A friend’s', kind: 'other' } }), undefined))

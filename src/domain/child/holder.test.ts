import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  aldermoor,
  aldermoorPolice,
  amira,
  colm,
  directory,
  fenwick,
  grace,
  helen,
  karl,
  noor,
  oakfield,
  sam,
} from '../../../test/support/a-directory.ts'
import { day, idOf, moment, streamOf, told } from '../../../test/support/told-of-a-child.ts'
import type { Role } from '../episode/roles.ts'
import { childAt } from './child-at.ts'
import type { Setting } from './child.ts'
import { answeringCouncil, postHeld } from './council.ts'
import type { Directory, Organisation, Post } from './directory.ts'
import { holderOf } from './holders.ts'

const tyler = idOf<'child'>('tyler')
const friday = '2026-11-20T11:00Z'
const fridayNight = '2026-11-20T22:40Z'
const house: Setting = {
  name: 'Oakfield House',
  kind: 'childrens-home',
  provider: oakfield.id,
  areaCouncil: aldermoor.id,
}
const ofAldermoor = told('responsible-council-set', '2026-01-05T09:00Z', { council: aldermoor.id })
const placedIn = (setting: Setting) => told('placed', '2026-02-01T12:00Z', { setting })
const allocated = (role: Role, { id }: Post) =>
  told('worker-allocated', '2026-01-05T09:00Z', { role, post: id })

function holder(role: Role, at: string, stream = streamOf(tyler, ofAldermoor), inside = directory) {
  return holderOf(role, childAt(stream, moment(at)), inside, moment(at))
}

/** The directory with some organisations and posts said otherwise, by name. */
function but(
  changed: readonly (Partial<Organisation> | Partial<Post>)[],
  without: readonly string[] = [],
): Directory {
  const said = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] =>
    all
      .filter(({ id }) => !without.includes(id))
      .map((one) => ({ ...one, ...changed.find((other) => other.id === one.id) }))
  return { organisations: said(directory.organisations), posts: said(directory.posts) }
}

const nothing = { outOfHoursTelephone: undefined } as unknown as Partial<Organisation>

suite('whoever answers', () => {
  test('for a council is its duty team, under that name, and the council’s own number by day', () => {
    const council = {
      kind: 'organisation',
      organisation: aldermoor.id,
      name: 'Aldermoor Council',
      organisationName: 'Aldermoor Council',
    }
    assert.deepEqual(holder('responsible-council', friday), { ...council, telephone: '01632 960100' })
    assert.deepEqual(holder('responsible-council', fridayNight), {
      ...council,
      telephone: '01632 960199',
      answeredBy: 'Aldermoor Council, emergency duty team',
    })
  })

  test('for the responsible council is that council, wherever the child lives', () => {
    const away = streamOf(tyler, ofAldermoor, placedIn({ ...house, areaCouncil: fenwick.id }))
    assert.equal(holder('responsible-council', friday, away).name, 'Aldermoor Council')
  })

  test('for a duty team without a number of its own is whoever is in it, and else the council', () => {
    const quiet = { ...nothing, id: aldermoor.id }
    const ringing = but([quiet, { id: amira.id, telephone: '01632 960777' }])
    assert.equal(holder('duty-team', fridayNight, undefined, ringing).telephone, '01632 960777')
    assert.equal(
      holder('duty-team', fridayNight, undefined, but([quiet], [amira.id])).telephone,
      '01632 960100',
    )
  })

  test('for someone who works at all hours is that person', () => {
    const stream = streamOf(tyler, ofAldermoor, allocated('social-worker', sam))
    const found = holder('social-worker', fridayNight, stream, but([{ id: sam.id, allHours: true }]))
    assert.equal(found.telephone, '01632 960111')
    assert.equal('answeredBy' in found, false)
  })

  test('for someone of a provider out of hours is the provider, or that person where it gives no number', () => {
    const stream = streamOf(tyler, ofAldermoor, placedIn(house))
    const found = holder('provider-manager', fridayNight, stream)
    assert.deepEqual([found.name, found.telephone], ['Karl Voss', '01632 960599'])
    assert.equal('answeredBy' in found, false)
    const quiet = but([{ ...nothing, id: oakfield.id }])
    assert.equal(holder('provider-manager', fridayNight, stream, quiet).telephone, '01632 960556')
  })

  test('for someone whose organisation the directory does not know is that person', () => {
    const stream = streamOf(tyler, ofAldermoor, allocated('social-worker', sam))
    const stray = but([{ id: sam.id, organisation: idOf<'organisation'>('nowhere') }])
    const found = holder('social-worker', fridayNight, stream, stray)
    assert.deepEqual([found.organisationName, found.telephone], ['', '01632 960111'])
  })

  test('where there is no council is nobody, and the number is that of any force', () => {
    assert.deepEqual(holder('carer', friday, [], { organisations: [], posts: [] }), {
      kind: 'nobody',
      name: 'nobody yet, carer',
      organisationName: '',
      telephone: '101',
    })
  })
})

suite('a role that is a child’s own', () => {
  test('is never guessed, though there is one person in it', () => {
    const officer = holder('reviewing-officer', friday)
    assert.equal(directory.posts.filter(({ role }) => role === colm.role).length, 1)
    assert.equal(officer.name, 'Aldermoor Council, independent reviewing officer')
  })

  test('is the one person’s who is in it, and the council’s where there are two', () => {
    assert.equal(holder('missing-service', friday).name, 'Noor Aziz')
    const second = { ...noor, id: idOf<'post'>('second'), personName: 'Second Person' }
    const two = { ...directory, posts: [...directory.posts, second] }
    assert.equal(holder('missing-service', friday, undefined, two).name, 'Aldermoor Council, missing service')
  })

  test('is not asked about teams where the child has no worker, or for another role than the manager', () => {
    assert.equal(holder('team-manager', friday).name, "Aldermoor Council, social worker's team manager")
    const one = {
      ...directory,
      posts: directory.posts.filter(({ id, role }) => role !== 'team-manager' || id === grace.id),
    }
    assert.equal(holder('team-manager', friday, undefined, one).name, 'Grace Hall')
    const inATeam = but([{ id: helen.id, team: 'Headquarters' }])
    assert.equal(holder('senior-manager', friday, undefined, inATeam).name, 'Helen Frost')
  })

  test('out of hours is the duty team’s for a manager whose duty it covers', () => {
    const covered = holderOf(
      'team-manager',
      childAt(streamOf(tyler, ofAldermoor), moment(fridayNight)),
      directory,
      moment(fridayNight),
      { covered: true },
    )
    assert.equal(covered.name, 'Aldermoor Council, emergency duty team')
  })

  test('that nobody was taught is a defect', () => {
    assert.throws(() => holder('gardener' as Role, friday), { message: 'no arm for a string' })
  })
})

suite('a home', () => {
  test('is answered for by the manager of that home and not of another', () => {
    const larch = streamOf(tyler, ofAldermoor, placedIn({ ...house, name: 'Larch House' }))
    assert.deepEqual(holder('provider-manager', friday, larch), {
      kind: 'organisation',
      organisation: oakfield.id,
      name: 'Larch House, registered manager',
      organisationName: 'Oakfield Care',
      telephone: '01632 960599',
    })
    const everywhere = but([{ id: karl.id, team: undefined } as unknown as Partial<Post>])
    assert.equal(holder('provider-manager', friday, larch, everywhere).name, 'Karl Voss')
  })

  test('of a family is rung itself where it has a number, and else its council’s duty team', () => {
    const family: Setting = { name: 'Her mother’s', kind: 'family', areaCouncil: aldermoor.id }
    const carer = (setting: Setting) => {
      const { name, telephone, answeredBy } = holder(
        'carer',
        friday,
        streamOf(tyler, ofAldermoor, placedIn(setting)),
      )
      return [name, telephone, answeredBy]
    }
    assert.deepEqual(carer({ ...family, telephone: '07700 900123' }), [
      'Her mother’s',
      '07700 900123',
      undefined,
    ])
    assert.deepEqual(carer(family), [
      'Her mother’s',
      '01632 960199',
      'Aldermoor Council, emergency duty team',
    ])
  })
})

suite('police', () => {
  const forceless = { ...aldermoor, force: undefined } as unknown as Organisation

  test('are the force of the council where the child lives in no known area', () => {
    assert.deepEqual(holder('police', fridayNight), {
      kind: 'organisation',
      organisation: aldermoorPolice.id,
      name: 'Aldermoor Police, police control room',
      organisationName: 'Aldermoor Police',
      telephone: '01632 960300',
    })
  })

  test('are any force that is known, before none', () => {
    const { name } = holder('police', fridayNight, undefined, but([forceless]))
    assert.equal(name, 'Aldermoor Police, police control room')
  })

  test('are 101 where no force is known', () => {
    const none = { ...directory, organisations: [forceless] }
    const { name, telephone, answeredBy } = holder('police', friday, undefined, none)
    assert.deepEqual(
      [name, telephone, answeredBy],
      ['Aldermoor Council, police control room', '101', 'police'],
    )
  })
})

suite('the directory', () => {
  test('holds a post from the first moment of its first day until that of its last', () => {
    const post = { ...sam, from: day('2026-07-01'), until: day('2026-07-03') }
    const held = (at: string) => postHeld({ organisations: [], posts: [post] }, sam.id, moment(at)) === post
    assert.deepEqual(
      ['2026-06-30T22:59:59.999Z', '2026-06-30T23:00Z', '2026-07-02T22:59:59.999Z', '2026-07-02T23:00Z'].map(
        held,
      ),
      [false, true, true, false],
    )
  })

  test('has the council that raised the concern answer, or the first where none did', () => {
    assert.equal(answeringCouncil(directory, fenwick.id), fenwick)
    assert.equal(answeringCouncil(directory), aldermoor)
    const { force: _none, ...without } = fenwick
    assert.equal(answeringCouncil({ ...directory, organisations: [aldermoor, without] }), aldermoor)
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import {
  aldermoor,
  aldermoorPolice,
  colm,
  directory,
  fenwick,
  fenwickPolice,
  oakfield,
  sam,
} from '../../../test/support/a-directory.ts'
import { day, entryId, idOf, moment, streamOf, told } from '../../../test/support/told-of-a-child.ts'
import { type Role, roles } from '../episode/roles.ts'
import { childAt } from './child-at.ts'
import type { Setting } from './child.ts'
import type { Directory } from './directory.ts'
import { holderOf, type Occasion } from './holders.ts'

const tyler = idOf<'child'>('tyler')
const house: Setting = {
  name: 'Oakfield House',
  kind: 'childrens-home',
  provider: oakfield.id,
  areaCouncil: aldermoor.id,
  telephone: '01632 960501',
}
const inFenwick: Setting = { ...house, name: 'Larch House', areaCouncil: fenwick.id }

const ofAldermoor = told('responsible-council-set', '2026-01-05T09:00Z', { council: aldermoor.id })
const withSam = told('worker-allocated', '2026-01-05T09:00Z', { role: 'social-worker', post: sam.id })
const withColm = told('worker-allocated', '2026-01-05T09:00Z', { role: 'reviewing-officer', post: colm.id })
const atHouse = told('placed', '2026-02-01T12:00Z', { setting: house }, { as: 'house' })
const away = told('placed', '2026-02-01T12:00Z', { setting: inFenwick })
const known = streamOf(tyler, ofAldermoor, withSam, withColm, atHouse)

const friday = '2026-11-20T11:00Z'
const fridayNight = '2026-11-20T22:40Z'
const boxingDay = '2026-12-28T11:00Z' // the substitute day

function holder(role: Role, at: string, stream = known, occasion: Occasion = {}, inside = directory) {
  const { name, telephone, answeredBy, kind } = holderOf(
    role,
    childAt(stream, moment(at)),
    inside,
    moment(at),
    occasion,
  )
  return { kind, name, telephone, ...(answeredBy === undefined ? {} : { answeredBy }) }
}

const duty = 'Aldermoor Council, emergency duty team'

suite('who holds a role', () => {
  const inOffice: readonly (readonly [Role, string, string])[] = [
    ['social-worker', 'Sam Okafor', '01632 960111'],
    ['team-manager', 'Grace Hall', '01632 960113'],
    ['reviewing-officer', 'Colm Brady', '01632 960118'],
    ['missing-service', 'Noor Aziz', '01632 960117'],
    ['missing-coordinator', 'Dawn Ellis', '01632 960116'],
    ['senior-manager', 'Helen Frost', '01632 960119'],
    ['responsible-council', 'Aldermoor Council', '01632 960100'],
    ['duty-team', duty, '01632 960199'],
    ['carer', 'Oakfield House', '01632 960501'],
    ['home-on-call', 'Joan Pike', '01632 960555'],
    ['provider-manager', 'Karl Voss', '01632 960556'],
    ['police', 'Aldermoor Police, police control room', '01632 960300'],
    ['police-supervisor', 'PS Imran Shah', '01632 960311'],
  ]
  for (const [role, name, telephone] of inOffice)
    test(`${role} is ${name} on a working day`, () => {
      const found = holder(role, friday)
      assert.deepEqual([found.name, found.telephone, found.answeredBy], [name, telephone, undefined])
    })

  for (const role of ['social-worker', 'team-manager', 'reviewing-officer', 'missing-service'] as const)
    test(`${role} keeps the duty out of hours, and the duty team answers the number`, () => {
      assert.equal(holder(role, fridayNight).name, holder(role, friday).name)
      assert.equal(holder(role, fridayNight).telephone, '01632 960199')
      assert.equal(holder(role, fridayNight).answeredBy, duty)
    })

  test('the duty team holds a covered duty out of hours, bank holidays too, and not in office hours', () => {
    const covered = { covered: true }
    assert.equal(holder('social-worker', fridayNight, known, covered).name, duty)
    assert.equal(holder('social-worker', boxingDay, known, covered).name, duty)
    assert.equal(holder('social-worker', friday, known, covered).name, 'Sam Okafor')
    assert.equal(holder('reviewing-officer', fridayNight, known, covered).name, 'Colm Brady')
  })

  test('office hours begin at 08:30 and end before 17:00, London time', () => {
    assert.equal(holder('social-worker', '2026-07-03T07:29Z').answeredBy, duty)
    assert.equal(holder('social-worker', '2026-07-03T07:30Z').answeredBy, undefined)
    assert.equal(holder('social-worker', '2026-07-03T15:59Z').answeredBy, undefined)
    assert.equal(holder('social-worker', '2026-07-03T16:00Z').answeredBy, duty)
  })

  test("a placement that ended passes the carer's duties to the responsible council", () => {
    const ended = told('placement-ended', '2026-11-20T20:00Z', { placed: entryId('house') })
    const stream = streamOf(tyler, ofAldermoor, withSam, atHouse, ended)
    for (const role of ['carer', 'home-on-call', 'provider-manager'] as const) {
      assert.equal(holder(role, '2026-11-20T19:00Z', stream).name.startsWith('Aldermoor'), false)
      assert.equal(holder(role, fridayNight, stream).name, 'Aldermoor Council')
      assert.equal(holder(role, fridayNight, stream).telephone, '01632 960199')
    }
  })

  test('what a registered manager owes is the team manager’s for a child who lives with their family', () => {
    const family: Setting = { name: 'Her mother’s', kind: 'family', areaCouncil: aldermoor.id }
    const stream = streamOf(
      tyler,
      ofAldermoor,
      withSam,
      told('placed', '2026-02-01T12:00Z', { setting: family }),
    )
    assert.equal(holder('provider-manager', friday, stream).name, 'Grace Hall')
    assert.equal(holder('carer', friday, stream).name, 'Her mother’s')
  })

  test('police are the force of the area where the child is expected, whoever is responsible', () => {
    const stream = streamOf(tyler, ofAldermoor, away)
    assert.equal(holder('police', fridayNight, stream).name, `${fenwickPolice.name}, police control room`)
    assert.equal(holder('police', fridayNight).name, `${aldermoorPolice.name}, police control room`)
  })

  test('the host council is the one of the area, and the responsible council where there is no other', () => {
    assert.equal(holder('host-council', friday, streamOf(tyler, ofAldermoor, away)).name, 'Fenwick Council')
    assert.equal(holder('host-council', friday).name, 'Aldermoor Council')
  })

  test('an allocated worker who has left the post holds nothing; the council does', () => {
    const left: Directory = {
      ...directory,
      posts: directory.posts.map((one) => (one.id === sam.id ? { ...one, until: day('2026-11-01') } : one)),
    }
    assert.equal(
      holder('social-worker', friday, known, {}, left).name,
      'Aldermoor Council, allocated social worker',
    )
  })

  test('a child of whom nothing is known is held by the council whose force raised the concern', () => {
    const raisedBy = fenwickPolice.id
    assert.equal(holder('responsible-council', friday, [], { raisedBy }).name, 'Fenwick Council')
    assert.equal(holder('carer', fridayNight, [], { raisedBy }).telephone, '01632 960299')
    assert.equal(
      holder('police', fridayNight, [], { raisedBy }).name,
      'Fenwick Constabulary, police control room',
    )
    assert.equal(holder('carer', friday, []).name, 'Aldermoor Council')
  })

  test('what somebody held who is shut out of the record passes to another', () => {
    const at = moment(friday)
    const without = (...people: readonly (typeof sam)[]) => ({
      ...childAt(known, at),
      without: people.map(({ person }) => ({ person })),
    })
    assert.equal(holderOf('social-worker', without(), directory, at).name, 'Sam Okafor')
    assert.equal(
      holderOf('social-worker', without(sam), directory, at).name,
      'Aldermoor Council, allocated social worker',
    )
    assert.equal(
      holderOf('reviewing-officer', without(colm), directory, at).name,
      'Aldermoor Council, independent reviewing officer',
    )
    assert.equal(holderOf('reviewing-officer', without(sam), directory, at).name, 'Colm Brady')
  })

  test('what somebody held in one episode or one section passes with that alone', () => {
    const at = moment(friday)
    const without = (of: object) => ({ ...childAt(known, at), without: [{ person: sam.person, ...of }] })
    const [stream, other] = [idOf<'episode'>('one'), idOf<'episode'>('another')]
    const holds = (of: object, occasion: object) =>
      holderOf('social-worker', without(of), directory, at, occasion).name === 'Sam Okafor'
    const account = { section: 'care-childs-account' }
    const inCore = { sections: ['core'] }
    const inAccount = { sections: ['core', 'care-childs-account'] }
    assert.deepEqual(
      [holds(account, inAccount), holds(account, inCore), holds(account, {})],
      [false, true, true],
    )
    assert.deepEqual(
      [holds({ stream }, { stream }), holds({ stream }, { stream: other }), holds({ stream }, {})],
      [false, true, true],
    )
    assert.equal(holds({}, { stream, ...inAccount }), false)
  })

  test('an organisation that holds it in their place holds it without them, and nobody else is without anyone', () => {
    const at = moment(friday)
    const without = [{ person: sam.person, section: 'interview-restricted' as const }]
    const child = { ...childAt(known, at), without }
    const restricted: Occasion = { sections: ['core', 'interview-restricted'] }
    const except = (role: Role, occasion: Occasion) => {
      const found = holderOf(role, child, directory, at, occasion)
      return found.kind === 'organisation' ? found.except : found.kind
    }
    assert.deepEqual(except('social-worker', restricted), [sam.person])
    assert.equal(except('responsible-council', { sections: ['core'] }), undefined)
    assert.equal(except('social-worker', { sections: ['core'] }), 'post')
    assert.equal(except('reviewing-officer', restricted), 'post')
  })

  test('nobody holds anything only where the directory has no council, and then 101 is still answered', () => {
    const nothing = holder('social-worker', friday, [], {}, { organisations: [], posts: [] })
    assert.deepEqual([nothing.kind, nothing.telephone], ['nobody', '101'])
  })

  test('every role of every child has a number to ring, at every hour, whoever is in post', () => {
    const facts = [ofAldermoor, withSam, withColm, atHouse, away]
    fc.assert(
      fc.property(
        fc.constantFrom(...roles),
        fc.subarray(facts),
        fc.subarray([...directory.posts]),
        fc.subarray([...directory.organisations], { minLength: 1 }),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        fc.boolean(),
        (role, said, posts, organisations, date, covered) => {
          const at = moment(date.toISOString())
          const found = holderOf(role, childAt(streamOf(tyler, ...said), at), { organisations, posts }, at, {
            covered,
          })
          assert.match(found.telephone, /^(?:01632 960\d{3}|101)$/)
          assert.notEqual(found.name, '')
          assert.ok(found.kind !== 'nobody' || !organisations.some(({ kind }) => kind === 'council'))
        },
      ),
    )
  })
})

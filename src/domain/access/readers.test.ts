import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { roles, rolesApart } from '../episode/roles.ts'
import { sections } from '../episode/sections.ts'
import { readingsApart } from './grant.ts'
import { controllers, readers, ways, type Way } from './readers.ts'

const columns =
  'core plan health addr police shared restr passage care account setting others shut figures review own'
const columnOf: Readonly<Record<string, string>> = {
  addr: 'protected-address',
  police: 'police-intelligence',
  shared: 'interview-shared',
  restr: 'interview-restricted',
  passage: 'interview-passage',
  account: 'care-childs-account',
  setting: 'care-about-setting',
  others: 'other-children',
  shut: 'shut-out',
}

/** Written by hand from what was decided, one line a way and role; `-` is refused. A role that has no line under a way
    reads nothing by it. */
const table = `
responsible-council  duty-team              core plan health addr -      -      -     -       -    -       -       others -    -       -      -
responsible-council  missing-service        core plan -      -    -      shared restr -       -    -       -       -      -    -       -      -
responsible-council  missing-coordinator    core plan -      -    -      shared restr -       -    -       -       -      shut -       review -
responsible-council  responsible-council    core plan health -    -      -      -     -       -    -       -       -      -    -       -      -
responsible-council  information-governance -    -    -      -    -      -      -     -       -    -       -       -      -    -       review -
responsible-council  analyst                -    -    -      -    -      -      -     -       -    -       -       -      -    figures -      -
responsible-council  wallboard              core -    -      -    -      -      -     -       -    -       -       -      -    -       -      -
no-social-worker     team-manager           core plan health addr -      shared restr -       care account setting others shut -       -      -
allocation           social-worker          core plan health addr -      shared restr -       care account setting others -    -       -      -
allocation           team-manager           core plan health addr -      shared restr -       care account setting others shut -       -      -
allocation           reviewing-officer      core plan -      -    -      shared restr -       care account setting -      shut -       -      -
allocation           missing-service        core plan -      -    -      shared restr -       -    -       -       -      -    -       -      -
allocation           health-nurse           core plan health -    -      -      -     -       -    -       -       -      -    -       -      -
allocation           senior-manager         core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -
team-of-the-worker   team-manager           core plan health addr -      shared restr -       care account setting others shut -       -      -
host-council         duty-team              core plan health -    -      -      -     -       -    -       -       -      -    -       -      -
host-council         missing-coordinator    core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -
host-council         host-council           core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -
host-council         wallboard              core -    -      -    -      -      -     -       -    -       -       -      -    -       -      -
placement            carer                  core plan health addr -      -      -     -       care -       -       -      -    -       -      -
placement            home-on-call           core plan health addr -      -      -     -       care -       -       -      -    -       -      -
placement            provider-manager       core plan health addr -      -      -     -       care -       -       -      -    -       -      -
placement            wallboard              core -    -      -    -      -      -     -       -    -       -       -      -    -       -      -
former-placement     carer                  -    -    -      -    -      -      -     -       -    -       -       -      -    -       -      own
former-placement     home-on-call           -    -    -      -    -      -      -     -       -    -       -       -      -    -       -      own
former-placement     provider-manager       -    -    -      -    -      -      -     -       -    -       -       -      -    -       -      own
partner              school                 core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -
partner              health-nurse           core plan health -    -      -      -     -       -    -       -       -      -    -       -      -
partner              social-worker          core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -
partner              missing-service        core plan -      -    -      shared restr -       -    -       -       -      -    -       -      -
report               police                 core plan health -    police shared -     -       -    -       -       -      -    -       -      -
report               police-supervisor      core plan health -    police shared -     -       -    -       -       -      -    -       -      -
report               analyst                -    -    -      -    -      -      -     -       -    -       -       -      -    figures -      -
report               wallboard              core -    -      -    -      -      -     -       -    -       -       -      -    -       -      -
ladder               police                 core plan health -    police shared -     -       -    -       -       -      -    -       -      -
ladder               police-supervisor      core plan health -    police shared -     -       -    -       -       -      -    -       -      -
ladder               senior-manager         core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -
emergency            social-worker          core plan health -    -      -      -     -       -    -       -       -      -    -       -      -
emergency            team-manager           core plan health -    -      -      -     -       -    -       -       -      -    -       -      -
emergency            duty-team              core plan health -    -      -      -     -       -    -       -       -      -    -       -      -
emergency            missing-service        core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -
emergency            missing-coordinator    core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -
emergency            senior-manager         core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -
emergency            police                 core plan health -    -      -      -     -       -    -       -       -      -    -       -      -
emergency            police-supervisor      core plan health -    -      -      -     -       -    -       -       -      -    -       -      -
emergency            health-nurse           core plan health -    -      -      -     -       -    -       -       -      -    -       -      -
`

/** By these ways every role whose work is with children reads the same. */
const everyone: Partial<Record<Way, (role: string) => string>> = {
  registration: (role) => (role === 'parents' ? '' : 'core'),
  raising: (role) => (role === 'parents' ? '' : 'core'),
  sharing: (role) =>
    role === 'parents'
      ? ''
      : ['police', 'police-supervisor', 'health-nurse'].includes(role)
        ? 'core plan health'
        : 'core plan',
}

function written(way: Way, role: string): readonly string[] {
  const all = everyone[way]
  if (all !== undefined) return rolesApart.some((apart) => apart === role) ? [] : split(all(role))
  const line = table.split('\n').find((text) => new RegExp(`^${way} +${role} `).test(text))
  if (line === undefined) return []
  const cells = split(line).slice(2)
  assert.equal(cells.length, split(columns).length, line)
  return split(columns).flatMap((column, place) => {
    if (cells[place] === '-') return []
    assert.equal(cells[place], column, line)
    return [columnOf[column] ?? column]
  })
}

const split = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '')

suite('every section has its readers', () => {
  test('the columns are the sections and what is read beside them', () =>
    assert.deepEqual(
      split(columns)
        .map((column) => columnOf[column] ?? column)
        .toSorted(),
      [...sections, ...readingsApart].toSorted(),
    ))

  for (const way of ways)
    for (const role of [...roles, ...rolesApart])
      test(`${role} by ${way}: ${written(way, role).join(', ') || 'nothing'}`, () =>
        assert.deepEqual([...(readers[way][role] ?? [])].toSorted(), written(way, role).toSorted()))

  test('nobody of a home reads what a child told an interviewer, or what is said about a home, by any way', () => {
    for (const way of ways)
      for (const role of ['carer', 'home-on-call', 'provider-manager'] as const)
        for (const section of ['interview-restricted', 'interview-shared', 'care-about-setting'] as const)
          assert.ok(!readers[way][role]?.includes(section), `${role} by ${way}`)
  })

  test('only police read what police keep for police', () => {
    for (const way of ways)
      for (const role of roles)
        assert.ok(role.startsWith('police') || !readers[way][role]?.includes('police-intelligence'), role)
  })

  test('an administrator and a hospital read nothing by any way', () => {
    for (const way of ways)
      for (const role of ['administrator', 'hospital'] as const) assert.equal(readers[way][role], undefined)
  })

  test('police alone answer for what police hold under their own part of the law', () =>
    assert.deepEqual(
      sections.filter(
        (section) => controllers[section].who === 'police' || controllers[section].law !== 'uk-gdpr',
      ),
      ['police-intelligence'],
    ))
})

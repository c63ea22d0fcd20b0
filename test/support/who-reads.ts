import assert from 'node:assert/strict'
import type { Way } from '../../src/domain/access/readers.ts'
import { rolesApart } from '../../src/domain/episode/roles.ts'

const heads =
  'core plan health addr police shared restr passage care account setting others shut figures review own theirs beside words disclosure'
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
  words: 'beside-words',
}

/** Written by hand from what was decided, one line a way and role; `-` is refused. A role that has no line under a way
    reads nothing by it. */
const table = `
responsible-council  duty-team              core plan health addr -      -      -     -       -    account -       others -    -       -      -   -      -      -     -
responsible-council  missing-service        core plan -      -    -      shared restr -       -    -       -       -      -    -       -      -   -      -      -     -
responsible-council  missing-coordinator    core plan -      -    -      shared restr -       -    -       -       -      shut -       review -   -      -      -     -
responsible-council  responsible-council    core plan health -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
responsible-council  information-governance -    -    -      -    -      -      -     -       -    -       -       -      -    -       review -   -      -      -     disclosure
responsible-council  analyst                -    -    -      -    -      -      -     -       -    -       -       -      -    figures -      -   -      -      -     -
responsible-council  wallboard              core -    -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
no-social-worker     team-manager           core plan health addr -      shared restr -       care account setting others shut -       -      -   -      -      -     -
allocation           social-worker          core plan health addr -      shared restr -       care account setting others -    -       -      -   -      -      -     -
allocation           team-manager           core plan health addr -      shared restr -       care account setting others shut -       -      -   -      -      -     -
allocation           reviewing-officer      core plan -      -    -      shared restr -       care account setting -      shut -       -      -   -      -      -     -
allocation           missing-service        core plan -      -    -      shared restr -       -    -       -       -      -    -       -      -   -      -      -     -
allocation           health-nurse           core plan health -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
allocation           senior-manager         core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
advocacy             advocate               -    -    -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      beside - -
advocacy-by-wish     advocate               -    -    -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      beside words -
team-of-the-worker   team-manager           core plan health addr -      shared restr -       care account setting others shut -       -      -   -      -      -     -
host-council         duty-team              core plan health -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
host-council         missing-coordinator    core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
host-council         host-council           core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
host-council         wallboard              core -    -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
placement            carer                  core plan health addr -      -      -     -       care -       -       -      -    -       -      -   -      -      -     -
placement            home-on-call           core plan health addr -      -      -     -       care -       -       -      -    -       -      -   -      -      -     -
placement            provider-manager       core plan health addr -      -      -     -       care -       -       -      -    -       -      -   -      -      -     disclosure
placement            wallboard              core -    -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
former-placement     carer                  -    -    -      -    -      -      -     -       -    -       -       -      -    -       -      own -      -      -     -
former-placement     home-on-call           -    -    -      -    -      -      -     -       -    -       -       -      -    -       -      own -      -      -     -
former-placement     provider-manager       -    -    -      -    -      -      -     -       -    -       -       -      -    -       -      own -      -      -     disclosure
partner              school                 core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
partner              health-nurse           core plan health -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
partner              social-worker          core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
partner              missing-service        core plan -      -    -      shared restr -       -    -       -       -      -    -       -      -   -      -      -     -
report               police                 core plan health -    police shared -     -       -    -       -       -      -    -       -      -   -      -      -     -
report               police-supervisor      core plan health -    police shared -     -       -    -       -       -      -    -       -      -   -      -      -     -
report               analyst                -    -    -      -    -      -      -     -       -    -       -       -      -    figures -      -   -      -      -     -
report               wallboard              core -    -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
ladder               police                 core plan health -    police shared -     -       -    -       -       -      -    -       -      -   -      -      -     -
ladder               police-supervisor      core plan health -    police shared -     -       -    -       -       -      -    -       -      -   -      -      -     -
ladder               senior-manager         core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
emergency            social-worker          core plan health -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
emergency            team-manager           core plan health -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
emergency            duty-team              core plan health -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
emergency            missing-service        core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
emergency            missing-coordinator    core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
emergency            senior-manager         core plan -      -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
emergency            police                 core plan health -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
emergency            police-supervisor      core plan health -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
emergency            health-nurse           core plan health -    -      -      -     -       -    -       -       -      -    -       -      -   -      -      -     -
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

/** The sections, and what is read beside them, in the order of the table. */
export const columns: readonly string[] = split(heads).map((head) => columnOf[head] ?? head)

/** What a role reads by a way, as it was decided. */
export function written(way: Way, role: string): readonly string[] {
  const all = everyone[way]
  if (all !== undefined) return rolesApart.some((apart) => apart === role) ? [] : split(all(role))
  const line = table.split('\n').find((text) => new RegExp(`^${way} +${role} `).test(text))
  if (line === undefined) return []
  const cells = split(line).slice(2)
  assert.equal(cells.length, split(heads).length, line)
  return split(heads).flatMap((column, place) => {
    if (cells[place] === '-') return []
    assert.equal(cells[place], column, line)
    return [columnOf[column] ?? column]
  })
}

function split(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

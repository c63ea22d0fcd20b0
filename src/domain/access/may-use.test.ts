import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { organisationKinds } from '../episode/entry.ts'
import { roles, rolesApart } from '../episode/roles.ts'
import { mayUse, type Use } from './may.ts'

const everyKind = organisationKinds.join(' ')
const police = ['police: police', 'police-supervisor: police']
const home = ['carer: provider', 'home-on-call: provider', 'provider-manager: provider']
const missing = ['missing-service: council interview-supplier', 'missing-coordinator: council']

/** Who may, and in which kinds of organisation they hold that post. */
const uses: Readonly<Record<Use, readonly string[]>> = {
  'ask-if-missing': ['duty-team: council', ...police, 'hospital: health'],
  'open-in-emergency': [
    'social-worker: council youth-justice',
    'team-manager: council',
    'duty-team: council',
    ...missing,
    'senior-manager: council',
    ...police,
    'health-nurse: health',
  ],
  review: ['missing-coordinator: council', `information-governance: ${everyKind}`],
  'see-figures': ['analyst: council police'],
  'see-return-figures': [
    'team-manager: council',
    'responsible-council: council',
    'missing-coordinator: council',
    'analyst: council police',
  ],
  'see-own-record': home,
  'see-people-of-concern': [...police, ...missing],
  'open-pack': [
    ...police,
    'social-worker: council youth-justice',
    'team-manager: council',
    'duty-team: council',
    'responsible-council: council',
    ...home,
  ],
  'print-grab-pack': [...home, 'social-worker: council youth-justice', 'team-manager: council'],
  'have-pin': home,
  vouch: home.slice(1),
  'keep-devices': ['provider-manager: provider', `administrator: ${everyKind}`],
  'review-retention': [
    'provider-manager: provider',
    'senior-manager: council',
    'police-supervisor: police',
    `information-governance: ${everyKind}`,
  ],
  disclose: ['provider-manager: provider', `information-governance: ${everyKind}`],
  'export-own-record': ['provider-manager: provider'],
  'stand-beside': ['advocate: council advocacy'],
}

suite('beside commands and facts', () => {
  for (const [use, who] of Object.entries(uses) as readonly (readonly [Use, readonly string[]])[])
    test(`${use} is for ${who.join(', ')}`, () => {
      const held = [...roles, ...rolesApart].flatMap((role) => {
        const kinds = organisationKinds.filter((organisationKind) => mayUse({ role, organisationKind }, use))
        return kinds.length === 0 ? [] : [`${role}: ${kinds.join(' ')}`]
      })
      assert.deepEqual([...new Set(held)].toSorted(), who.toSorted())
    })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { isRole, isStaffedAtAllHours, roleLabel, roles, rolesApart, type Role } from './roles.ts'

const labels: readonly (readonly [Role, string])[] = [
  ['carer', 'carer'],
  ['home-on-call', "home's on-call manager"],
  ['provider-manager', 'registered manager'],
  ['social-worker', 'allocated social worker'],
  ['team-manager', "social worker's team manager"],
  ['duty-team', 'emergency duty team'],
  ['responsible-council', 'responsible council'],
  ['host-council', 'host council'],
  ['reviewing-officer', 'independent reviewing officer'],
  ['missing-service', 'missing service'],
  ['missing-coordinator', 'missing co-ordinator'],
  ['senior-manager', 'senior manager for missing children'],
  ['police', 'police control room'],
  ['police-supervisor', 'police supervisor'],
  ['parents', 'those with parental responsibility'],
  ['school', 'school'],
  ['health-nurse', 'looked-after children nurse'],
  ['advocate', 'advocate'],
  ['hospital', 'named hospital'],
  ['analyst', 'analyst'],
  ['information-governance', 'information governance lead'],
  ['administrator', 'administrator'],
  ['wallboard', 'wallboard'],
  ['child', 'child'],
]

suite('a role', () => {
  for (const [role, label] of labels)
    test(`${role} is called ${label}`, () => assert.equal(roleLabel(role), label))

  test('is answered at all hours by the duty team, by councils, by police and by a hospital', () => {
    assert.deepEqual([...roles, ...rolesApart].filter(isStaffedAtAllHours).toSorted(), [
      'duty-team',
      'hospital',
      'host-council',
      'police',
      'police-supervisor',
      'responsible-council',
    ])
  })

  test('that takes part in a response is known by its name, and by nothing that every object has', () => {
    assert.deepEqual(
      labels.flatMap(([role]) => (isRole(role) ? [] : [role])),
      rolesApart,
    )
    for (const text of ['', 'gardener', 'toString', '__proto__']) assert.equal(isRole(text), false, text)
  })
})

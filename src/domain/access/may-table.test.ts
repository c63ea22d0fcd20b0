import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { ChildEntryType } from '../child/child.ts'
import { childEntryVersions } from '../child/child.ts'
import { commands, type CommandName } from '../episode/command.ts'
import { type OrganisationKind, organisationKinds } from '../episode/entry.ts'
import { type Role, roles, rolesApart } from '../episode/roles.ts'
import { mayDo, mayRegister, mayUndo } from './may.ts'

/** Where each role is held; nobody else holds it. */
const held: readonly (readonly [Role, string])[] = [
  ['carer', 'provider'],
  ['home-on-call', 'provider'],
  ['provider-manager', 'provider'],
  ['social-worker', 'council youth-justice'],
  ['team-manager', 'council'],
  ['duty-team', 'council'],
  ['responsible-council', 'council'],
  ['host-council', 'council'],
  ['reviewing-officer', 'council'],
  ['missing-service', 'council interview-supplier'],
  ['missing-coordinator', 'council'],
  ['senior-manager', 'council'],
  ['police', 'police'],
  ['police-supervisor', 'police'],
  ['school', 'education'],
  ['health-nurse', 'health'],
]
const everyRole = held.map(([role]) => role)
const words = (text: string) => text.split(' ') as readonly Role[]

/** Roles whom a command or an entry is for, written out; those that are for everyone are not named. */
const commandsFor: Partial<Record<CommandName, string>> = {
  'review-concern': 'provider-manager team-manager responsible-council missing-coordinator senior-manager',
  'assess-risk': 'police police-supervisor',
  'give-risk-view': everyRole.filter((role) => !role.startsWith('police')).join(' '),
  'challenge-grade': everyRole.filter((role) => !role.startsWith('police')).join(' '),
  'answer-challenge': 'police-supervisor',
  'record-intelligence': 'police police-supervisor',
  'share-passage': 'social-worker team-manager reviewing-officer missing-service missing-coordinator',
  'record-meeting':
    'social-worker team-manager duty-team responsible-council host-council reviewing-officer missing-service missing-coordinator senior-manager police police-supervisor',
  'agree-homecoming':
    'social-worker team-manager duty-team responsible-council missing-service missing-coordinator police police-supervisor',
  'record-welcome': 'carer home-on-call provider-manager',
  'record-conversation': 'carer home-on-call provider-manager',
  'answer-telling': 'social-worker team-manager duty-team police police-supervisor',
  'record-interview-accepted': 'social-worker team-manager duty-team missing-service missing-coordinator',
  'decide-interview-not-held': 'team-manager missing-coordinator senior-manager',
  'record-interview-served': 'social-worker missing-service missing-coordinator',
  'take-carers-account': 'social-worker missing-service missing-coordinator',
  'ask-host': 'social-worker team-manager missing-service missing-coordinator',
  'answer-for-host': 'host-council missing-service missing-coordinator',
  'write-up-interview': 'social-worker missing-service missing-coordinator',
  'send-back-interview': 'team-manager missing-coordinator',
  'approve-interview': 'team-manager missing-coordinator',
  'add-to-interview': 'social-worker team-manager missing-service missing-coordinator',
  'decide-not-to-share': 'social-worker team-manager reviewing-officer missing-service missing-coordinator',
  'record-prevention-check': 'police police-supervisor',
  'record-check-not-possible': 'police police-supervisor',
  'offer-interview': 'social-worker team-manager duty-team missing-service missing-coordinator',
  'record-interview-declined': 'social-worker team-manager missing-service missing-coordinator',
  'arrange-interview': 'social-worker missing-service missing-coordinator',
  'record-interview-attempt': 'social-worker missing-service missing-coordinator',
  'record-interview': 'social-worker missing-service missing-coordinator',
  'record-finding':
    'carer home-on-call provider-manager social-worker team-manager duty-team reviewing-officer missing-service missing-coordinator police police-supervisor',
  'release-finding': 'team-manager missing-coordinator',
  'keep-finding': 'team-manager missing-coordinator',
  'compare-findings': 'social-worker team-manager reviewing-officer missing-service missing-coordinator',
  'agree-action':
    'social-worker team-manager duty-team reviewing-officer missing-service missing-coordinator police police-supervisor',
  'decide-no-action': 'social-worker team-manager missing-coordinator police-supervisor',
  'end-action': 'social-worker team-manager reviewing-officer missing-coordinator police-supervisor',
  'report-care-missing': everyRole.filter((role) => !role.startsWith('police')).join(' '),
  'record-care-located': everyRole.filter((role) => !role.startsWith('police')).join(' '),
  'record-care-returned': everyRole.filter((role) => !role.startsWith('police')).join(' '),
  'record-care-conversation': 'social-worker team-manager duty-team reviewing-officer',
  'agree-care-repair':
    'provider-manager social-worker team-manager duty-team responsible-council reviewing-officer senior-manager',
  'agree-care-prevention':
    'provider-manager social-worker team-manager duty-team responsible-council reviewing-officer senior-manager',
  'consider-harm': 'social-worker team-manager duty-team',
  'begin-enquiry': 'social-worker team-manager duty-team',
  'record-child-seen': 'social-worker team-manager duty-team',
  'conclude-enquiry': 'social-worker team-manager',
  'record-reading': 'reviewing-officer',
  'call-review': 'reviewing-officer',
  'consider-significance': 'social-worker team-manager',
  'update-plan': 'provider-manager social-worker team-manager missing-service missing-coordinator',
  'share-episode':
    'home-on-call provider-manager social-worker team-manager duty-team responsible-council reviewing-officer missing-service missing-coordinator senior-manager police police-supervisor',
  'close-episode':
    'social-worker team-manager duty-team responsible-council missing-service missing-coordinator',
  'reopen-episode':
    'social-worker team-manager duty-team responsible-council missing-service missing-coordinator',
}

const workers = 'social-worker team-manager duty-team responsible-council'
const andMissing = `${workers} missing-service missing-coordinator`
const guardians = 'team-manager reviewing-officer missing-coordinator'
const givers = 'social-worker team-manager reviewing-officer'
const entriesFor: Partial<Record<ChildEntryType, string>> = {
  'responsible-council-set':
    'social-worker team-manager duty-team responsible-council host-council missing-service missing-coordinator',
  'looked-after-from': workers,
  'looked-after-ended': workers,
  'status-recorded': workers,
  placed: workers,
  'placement-ended': `provider-manager ${workers}`,
  'worker-allocated': `${workers} missing-coordinator`,
  'worker-ended': `${workers} missing-coordinator`,
  'plan-agreed': 'provider-manager social-worker team-manager missing-service missing-coordinator',
  'health-ended': `carer home-on-call provider-manager ${workers} health-nurse`,
  'plan-drafted':
    'carer home-on-call provider-manager social-worker team-manager missing-service missing-coordinator',
  'plan-agreed-by': 'carer home-on-call provider-manager social-worker team-manager police police-supervisor',
  'plan-reviewed': 'provider-manager social-worker team-manager missing-service missing-coordinator',
  'detail-ended': `carer home-on-call provider-manager ${workers} missing-service missing-coordinator health-nurse`,
  'address-protected': 'social-worker team-manager duty-team',
  'address-protection-ended': 'social-worker team-manager duty-team',
  'photograph-withdrawn': `carer home-on-call provider-manager ${andMissing}`,
  'person-shut-out': guardians,
  'shut-out-ended': guardians,
  'record-restricted': guardians,
  'restriction-ended': guardians,
  'child-access-given': givers,
  'child-access-ended': `${givers} duty-team`,
  'child-wrote': '',
  'child-answered': `${givers} duty-team`,
  'partner-named': andMissing,
  'partner-ended': andMissing,
  'spell-imported': `${workers} senior-manager`,
  'spell-answered': andMissing,
  'same-child': andMissing,
  'entry-corrected': andMissing,
}

const whoOf = (may: (acting: { role: Role; organisationKind: OrganisationKind }) => boolean) =>
  held.flatMap(([role, kinds]) =>
    may({ role, organisationKind: kinds.split(' ')[0] as OrganisationKind }) ? [role] : [],
  )
const inOrder = (named: readonly Role[]) => everyRole.filter((role) => named.includes(role))

suite('who may do what, written out', () => {
  for (const name of Object.keys(commands) as readonly CommandName[]) {
    const who = commandsFor[name]
    test(`${name} is for ${who ?? 'everyone who holds a post'}`, () =>
      assert.deepEqual(
        whoOf((acting) => mayDo(acting, name)),
        who === undefined ? everyRole : inOrder(words(who)),
      ))
  }

  for (const type of Object.keys(childEntryVersions) as readonly ChildEntryType[]) {
    const who = entriesFor[type]
    test(`${type} of a child is for ${who ?? 'everyone who holds a post'}`, () =>
      assert.deepEqual(
        whoOf((acting) => mayRegister(acting, type)),
        who === undefined ? everyRole : inOrder(words(who)),
      ))
  }

  for (const [role, kinds] of held)
    test(`${role} is held in ${kinds} and nowhere else`, () =>
      assert.deepEqual(
        organisationKinds.filter((organisationKind) => mayDo({ role, organisationKind }, 'add-note')),
        kinds.split(' '),
      ))

  test('parents hold no post, and roles that take no part do nothing anywhere', () => {
    assert.deepEqual(
      roles.filter((role) => !everyRole.includes(role)),
      ['parents'],
    )
    for (const role of ['parents', ...rolesApart] as const)
      for (const organisationKind of organisationKinds) {
        assert.equal(mayDo({ role, organisationKind }, 'add-note'), false)
        assert.equal(mayRegister({ role, organisationKind }, 'child-registered'), false)
        assert.equal(mayUndo({ role, organisationKind }, 'note-added'), false)
      }
  })
})

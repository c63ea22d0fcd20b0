import type { CareEntryType } from '../care/record.ts'
import type { ChildEntryType } from '../child/child.ts'
import { commands, type CommandName } from '../episode/command.ts'
import type { EntryType } from '../episode/entries.ts'
import { type Author, type OrganisationKind, organisationKinds } from '../episode/entry.ts'
import { type Role, roles, rolesApart } from '../episode/roles.ts'

/** Who acts, as far as the tables below ask. */
export type Acting = Pick<Author, 'role' | 'organisationKind'>

type Who = readonly Role[] | 'anyone'

const police: readonly Role[] = ['police', 'police-supervisor']
const notPolice = roles.filter((role) => !police.includes(role))
const workers: readonly Role[] = ['social-worker', 'team-manager', 'duty-team', 'responsible-council']
const missing: readonly Role[] = ['missing-service', 'missing-coordinator']
const ofHomes: readonly Role[] = ['home-on-call', 'provider-manager']
const homes: readonly Role[] = ['carer', ...ofHomes]
/** Who alone decides that an address must not be known, or may be again: each of them reads it. */
const keepersOfAddresses: readonly Role[] = ['social-worker', 'team-manager', 'duty-team']
const managers: readonly Role[] = [
  'provider-manager',
  'team-manager',
  'senior-manager',
  'missing-coordinator',
]
/** Whom a child may choose to talk with about their Care: each of them reads what the child says there. */
const listeners: readonly Role[] = ['social-worker', 'team-manager', 'duty-team', 'reviewing-officer']
const planners: readonly Role[] = ['social-worker', 'team-manager', 'provider-manager', ...missing]

/** By role alone, and every command is named. Whether the state of the episode allows it is for `decide`, and whether
    this person may see this child at all is for the grants. */
const whoMay: Readonly<Record<CommandName, Who>> = {
  'raise-concern': 'anyone',
  'take-action': 'anyone',
  'review-concern': [...managers, 'responsible-council'],
  'assess-threshold': 'anyone',
  'report-missing': 'anyone',
  'assess-risk': police,
  'give-risk-view': notPolice,
  'challenge-grade': notPolice,
  'answer-challenge': ['police-supervisor'],
  'inform-agency': 'anyone',
  ask: 'anyone',
  answer: 'anyone',
  'record-information': 'anyone',
  'record-intelligence': police,
  'record-meeting': [
    ...workers,
    ...missing,
    ...police,
    'reviewing-officer',
    'senior-manager',
    'host-council',
  ],
  'record-location': 'anyone',
  'agree-homecoming': [...workers, ...police, ...missing],
  'record-return': 'anyone',
  'record-welcome': homes,
  'record-conversation': homes,
  'tell-now': 'anyone',
  'answer-telling': ['social-worker', 'team-manager', 'duty-team', ...police],
  acknowledge: 'anyone',
  'give-reference': 'anyone',
  'record-prevention-check': police,
  'record-check-not-possible': police,
  'offer-interview': [...missing, 'social-worker', 'team-manager', 'duty-team'],
  'record-interview-accepted': [...missing, 'social-worker', 'team-manager', 'duty-team'],
  'record-interview-declined': [...missing, 'social-worker', 'team-manager'],
  'arrange-interview': [...missing, 'social-worker'],
  'record-interview-attempt': [...missing, 'social-worker'],
  'record-interview': [...missing, 'social-worker'],
  'decide-interview-not-held': ['missing-coordinator', 'team-manager', 'senior-manager'],
  'record-interview-served': [...missing, 'social-worker'],
  'take-carers-account': [...missing, 'social-worker'],
  'ask-host': [...missing, 'social-worker', 'team-manager'],
  'answer-for-host': ['host-council', ...missing],
  'write-up-interview': [...missing, 'social-worker'],
  'send-back-interview': ['missing-coordinator', 'team-manager'],
  'approve-interview': ['missing-coordinator', 'team-manager'],
  'add-to-interview': [...missing, 'social-worker', 'team-manager'],
  'decide-not-to-share': [...missing, 'social-worker', 'team-manager', 'reviewing-officer'],
  'share-passage': [...missing, 'social-worker', 'team-manager', 'reviewing-officer'],
  'record-finding': [
    ...missing,
    'social-worker',
    'team-manager',
    'duty-team',
    'reviewing-officer',
    ...police,
    ...homes,
  ],
  // At sign-off, by whoever approves a write-up.
  'release-finding': ['missing-coordinator', 'team-manager'],
  'keep-finding': ['missing-coordinator', 'team-manager'],
  'compare-findings': [...missing, 'social-worker', 'team-manager', 'reviewing-officer'],
  'agree-action': [...missing, 'social-worker', 'team-manager', 'duty-team', 'reviewing-officer', ...police],
  // A police supervisor of what only police read, and of nothing else.
  'decide-no-action': ['social-worker', 'team-manager', 'missing-coordinator', 'police-supervisor'],
  'record-action-done': 'anyone',
  'end-action': [
    'social-worker',
    'team-manager',
    'missing-coordinator',
    'reviewing-officer',
    'police-supervisor',
  ],
  'report-care-missing': notPolice,
  'record-care-located': notPolice,
  'record-care-returned': notPolice,
  'record-care-conversation': listeners,
  'agree-care-repair': [...workers, 'reviewing-officer', 'senior-manager', 'provider-manager'],
  'agree-care-prevention': [...workers, 'reviewing-officer', 'senior-manager', 'provider-manager'],
  'consider-harm': ['social-worker', 'team-manager', 'duty-team'],
  'begin-enquiry': ['social-worker', 'team-manager', 'duty-team'],
  'record-child-seen': ['social-worker', 'team-manager', 'duty-team'],
  'conclude-enquiry': ['social-worker', 'team-manager'],
  'record-reading': ['reviewing-officer'],
  'call-review': ['reviewing-officer'],
  'consider-significance': ['social-worker', 'team-manager'],
  'update-plan': planners,
  'add-note': 'anyone',
  'correct-entry': 'anyone',
  'record-in-error': 'anyone',
  'link-episode': 'anyone',
  'share-episode': [...workers, ...missing, ...police, ...ofHomes, 'reviewing-officer', 'senior-manager'],
  'close-episode': [...workers, ...missing],
  'reopen-episode': [...workers, ...missing],
}

/** Who may keep somebody out of a record, and who alone may know of it: never the allocated worker, whom it may be about. */
const guardians: readonly Role[] = ['team-manager', 'missing-coordinator', 'reviewing-officer']

/** Who decides that a child may come in by a door of their own, and hands over the code. */
const givers: readonly Role[] = ['social-worker', 'team-manager', 'reviewing-officer']

/** What is true of a child is for the council that answers for them; that there is a child, anyone may say. */
const whoMayRegister: Readonly<Record<ChildEntryType, Who>> = {
  'child-registered': 'anyone',
  'responsible-council-set': [...workers, ...missing, 'host-council'],
  'looked-after-from': workers,
  'looked-after-ended': workers,
  'status-recorded': workers,
  placed: workers,
  'placement-ended': [...workers, 'provider-manager'],
  'worker-allocated': [...workers, 'missing-coordinator'],
  'worker-ended': [...workers, 'missing-coordinator'],
  'concern-known': 'anyone',
  'plan-agreed': planners,
  'health-known': 'anyone',
  'health-ended': [...workers, ...homes, 'health-nurse'],
  'plan-drafted': [...planners, 'carer', 'home-on-call'],
  'plan-agreed-by': [...homes, 'social-worker', 'team-manager', ...police],
  'plan-reviewed': planners,
  'detail-known': 'anyone',
  'detail-confirmed': 'anyone',
  'detail-ended': [...workers, ...homes, ...missing, 'health-nurse'],
  'address-protected': keepersOfAddresses,
  'address-protection-ended': keepersOfAddresses,
  'photograph-added': 'anyone',
  'photograph-withdrawn': [...workers, ...homes, ...missing],
  'pack-frozen': 'anyone',
  'person-shut-out': guardians,
  'shut-out-ended': guardians,
  'record-restricted': guardians,
  'restriction-ended': guardians,
  'child-access-given': givers,
  'child-access-ended': [...givers, 'duty-team'],
  // By the child alone, who holds no post.
  'child-wrote': [],
  'child-answered': [...givers, 'duty-team'],
  'partner-named': [...workers, ...missing],
  'partner-ended': [...workers, ...missing],
  'spell-imported': [...workers, 'senior-manager'],
  'spell-answered': [...workers, ...missing],
  'same-child': [...workers, ...missing],
  'entry-corrected': [...workers, ...missing],
}

/** Whoever was there says so; what the child says, plans and audits are for those who answer for the child. A correction
    and a void are for whoever may write what they are about. */
const whoMayRecordCare: Readonly<
  Record<Exclude<CareEntryType, 'entry-corrected' | 'recorded-in-error'>, Who>
> = {
  'care-seen': [...workers, ...homes, 'reviewing-officer', 'health-nurse', 'school'],
  'care-childs-word': [...givers, 'duty-team'],
  'care-named': [...workers, ...homes, 'reviewing-officer'],
  'care-named-ended': [...workers, ...homes, 'reviewing-officer'],
  'care-cadence-agreed': givers,
  'care-plan-agreed': [...givers, 'provider-manager'],
  'care-audited': givers,
}

/** Where a role can be held. A post that stands anywhere else may do nothing: a risk grade comes from a police force,
    whatever a directory says. Parents hold no post. */
const heldIn: Readonly<Record<Role, readonly OrganisationKind[]>> = {
  carer: ['provider'],
  'home-on-call': ['provider'],
  'provider-manager': ['provider'],
  'social-worker': ['council', 'youth-justice'],
  'team-manager': ['council'],
  'duty-team': ['council'],
  'responsible-council': ['council'],
  'host-council': ['council'],
  'reviewing-officer': ['council'],
  'missing-service': ['council', 'interview-supplier'],
  'missing-coordinator': ['council'],
  'senior-manager': ['council'],
  police: ['police'],
  'police-supervisor': ['police'],
  parents: [],
  school: ['education'],
  'health-nurse': ['health'],
  child: [],
  // Of a service that decides nothing about the child; some councils have one of their own.
  advocate: ['advocacy', 'council'],
  hospital: ['health'],
  analyst: ['council', 'police'],
  // Each organisation answers for what it holds.
  'information-governance': organisationKinds,
  administrator: organisationKinds,
  wallboard: ['council', 'police', 'provider'],
}

const apart: ReadonlySet<Role> = new Set(rolesApart)

/** What is neither a command nor a fact of a record, by role: questions and lists outside one's own relationships. */
const whoMayUse = {
  'ask-if-missing': ['police', 'police-supervisor', 'duty-team', 'hospital'],
  'open-in-emergency': [
    'social-worker',
    'team-manager',
    'duty-team',
    'missing-service',
    'missing-coordinator',
    'senior-manager',
    ...police,
    'health-nurse',
  ],
  review: ['missing-coordinator', 'information-governance'],
  'see-figures': ['analyst'],
  'see-return-figures': ['analyst', 'missing-coordinator', 'team-manager', 'responsible-council'],
  'see-own-record': ['carer', 'home-on-call', 'provider-manager'],
  'see-people-of-concern': [...police, ...missing],
  'open-pack': [...police, ...workers, ...homes],
  'print-grab-pack': [...homes, 'social-worker', 'team-manager'],
  'have-pin': ['carer', 'home-on-call', 'provider-manager'],
  vouch: ['home-on-call', 'provider-manager'],
  'keep-devices': ['provider-manager', 'administrator'],
  // Two of them, each time, and of the same organisation.
  'review-retention': ['information-governance', 'provider-manager', 'senior-manager', 'police-supervisor'],
  disclose: ['information-governance', 'provider-manager'],
  'export-own-record': ['provider-manager'],
  'stand-beside': ['advocate'],
} as const satisfies Record<string, readonly Role[]>

export type Use = keyof typeof whoMayUse

export function mayUse({ role, organisationKind }: Acting, use: Use): boolean {
  const among: readonly Role[] = whoMayUse[use]
  return heldIn[role].includes(organisationKind) && among.includes(role)
}

export function mayDo(author: Acting, command: CommandName): boolean {
  return isAmong(author, whoMay[command])
}

/** Whether someone in this post may say that an entry was otherwise, or never was: whoever may write one like it. What
    only police may say, only police may take back. */
export function mayUndo(author: Acting, entry: EntryType): boolean {
  const names = Object.keys(commands) as readonly CommandName[]
  return names.some((name) => commands[name] === entry && mayDo(author, name))
}

/** Whether this entry of a child's own stream may be written by someone in this post. */
export function mayRegister(author: Acting, entry: ChildEntryType): boolean {
  return isAmong(author, whoMayRegister[entry])
}

/** Whether this entry of a child's Care may be written by someone in this post. Of a correction or a void: `of`, the entry
    that it is about, says. */
export function mayRecordCare(author: Acting, entry: CareEntryType, of?: CareEntryType): boolean {
  const type = entry === 'entry-corrected' || entry === 'recorded-in-error' ? of : entry
  if (type === undefined || type === 'entry-corrected' || type === 'recorded-in-error')
    return isAmong(author, [...workers, ...homes, 'reviewing-officer'])
  return isAmong(author, whoMayRecordCare[type])
}

function isAmong({ role, organisationKind }: Acting, who: Who): boolean {
  if (apart.has(role) || !heldIn[role].includes(organisationKind)) return false
  // A youth justice worker is a social worker too, but what is decided about a child is for the child's council.
  return who === 'anyone' || (who.includes(role) && organisationKind !== 'youth-justice')
}

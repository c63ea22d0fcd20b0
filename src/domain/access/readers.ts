import type { Role } from '../episode/roles.ts'
import type { Section } from '../episode/sections.ts'
import type { Reading } from './grant.ts'

/** How a post can come to stand to a child. Each has its dates, and each its own readers. */
export const ways = [
  'responsible-council',
  'no-social-worker',
  'allocation',
  'advocacy',
  'advocacy-by-wish',
  'team-of-the-worker',
  'host-council',
  'placement',
  'former-placement',
  'partner',
  'registration',
  'raising',
  'report',
  'sharing',
  'ladder',
  'emergency',
] as const

export type Way = (typeof ways)[number]

type ByRole = Partial<Record<Role, readonly Reading[]>>

const interview = ['interview-shared', 'interview-restricted'] as const
const care = ['care', 'care-childs-account', 'care-about-setting'] as const

/** Whoever plans the child's care reads everything but what police keep for police. */
const ofTheWorker: readonly Reading[] = [
  'core',
  'plan',
  'health',
  'protected-address',
  ...interview,
  ...care,
  'other-children',
]
const ofTheManager: readonly Reading[] = [...ofTheWorker, 'shut-out']
/** Never what the child said to an interviewer, and nothing about the home itself. */
const ofTheHome: readonly Reading[] = ['core', 'plan', 'health', 'protected-address', 'care']
const ofPolice: readonly Reading[] = ['core', 'plan', 'health', 'police-intelligence', 'interview-shared']
const forAWhile: readonly Reading[] = ['core', 'plan']
/** What everybody in a room may see of those about whom the room is told. */
const onTheWall: readonly Reading[] = ['core']

const everyHome: ByRole = {
  carer: ofTheHome,
  'home-on-call': ofTheHome,
  'provider-manager': [...ofTheHome, 'disclosure'],
}
const everyOfficer: ByRole = { police: ofPolice, 'police-supervisor': ofPolice, analyst: ['figures'] }

/** What each role reads by each way: the one table of access. A role that is not named in a way reads nothing by it. */
export const readers: Readonly<Record<Way, ByRole>> = {
  'responsible-council': {
    // What a child writes at night has a holder at night.
    'duty-team': ['core', 'plan', 'health', 'protected-address', 'care-childs-account', 'other-children'],
    'missing-service': ['core', 'plan', ...interview],
    // Manages the missing service, and answers for whatever was opened without a relationship.
    'missing-coordinator': ['core', 'plan', ...interview, 'shut-out', 'review'],
    'responsible-council': ['core', 'plan', 'health'],
    'information-governance': ['review', 'disclosure'],
    analyst: ['figures'],
    wallboard: onTheWall,
  },
  'no-social-worker': { 'team-manager': ofTheManager },
  allocation: {
    'social-worker': ofTheWorker,
    'team-manager': ofTheManager,
    'reviewing-officer': ['core', 'plan', ...interview, ...care, 'shut-out'],
    'missing-service': ['core', 'plan', ...interview],
    'health-nurse': ['core', 'plan', 'health'],
    // One case alone, by name: every other case comes to them by escalation.
    'senior-manager': forAWhile,
  },
  // What the child may see themselves and no row of the record; their words where they wish it.
  advocacy: { advocate: ['beside'] },
  'advocacy-by-wish': { advocate: ['beside', 'beside-words'] },
  'team-of-the-worker': { 'team-manager': ofTheManager },
  'host-council': {
    'duty-team': ['core', 'plan', 'health'],
    'missing-coordinator': forAWhile,
    'host-council': forAWhile,
    wallboard: onTheWall,
  },
  placement: { ...everyHome, wallboard: onTheWall },
  'former-placement': {
    carer: ['own'],
    'home-on-call': ['own'],
    'provider-manager': ['own', 'disclosure'],
  },
  partner: {
    school: forAWhile,
    'health-nurse': ['core', 'plan', 'health'],
    'social-worker': forAWhile,
    'missing-service': ['core', 'plan', ...interview],
  },
  registration: readBy(['core']),
  raising: readBy(['core']),
  report: { ...everyOfficer, wallboard: onTheWall },
  sharing: {
    ...readBy(forAWhile),
    police: ['core', 'plan', 'health'],
    'police-supervisor': ['core', 'plan', 'health'],
    'health-nurse': ['core', 'plan', 'health'],
  },
  ladder: { ...everyOfficer, analyst: [], 'senior-manager': forAWhile },
  emergency: {
    'social-worker': ['core', 'plan', 'health'],
    'team-manager': ['core', 'plan', 'health'],
    'duty-team': ['core', 'plan', 'health'],
    'missing-service': forAWhile,
    'missing-coordinator': forAWhile,
    'senior-manager': forAWhile,
    police: ['core', 'plan', 'health'],
    'police-supervisor': ['core', 'plan', 'health'],
    'health-nurse': ['core', 'plan', 'health'],
  },
}

/** Whose it is to decide about disclosure and disposal of what stands in a section, and under which part of the law
    (UK GDPR, or Part 3 of the Data Protection Act 2018 for what police hold for law enforcement). */
export const controllers: Readonly<
  Record<
    Section,
    { readonly who: 'who-recorded-it' | 'responsible-council' | 'police'; readonly law: 'uk-gdpr' | 'part-3' }
  >
> = {
  core: { who: 'who-recorded-it', law: 'uk-gdpr' },
  plan: { who: 'responsible-council', law: 'uk-gdpr' },
  health: { who: 'who-recorded-it', law: 'uk-gdpr' },
  'protected-address': { who: 'responsible-council', law: 'uk-gdpr' },
  'police-intelligence': { who: 'police', law: 'part-3' },
  'interview-shared': { who: 'responsible-council', law: 'uk-gdpr' },
  'interview-restricted': { who: 'responsible-council', law: 'uk-gdpr' },
  'interview-passage': { who: 'responsible-council', law: 'uk-gdpr' },
  care: { who: 'responsible-council', law: 'uk-gdpr' },
  'care-childs-account': { who: 'responsible-council', law: 'uk-gdpr' },
  'care-about-setting': { who: 'responsible-council', law: 'uk-gdpr' },
  'other-children': { who: 'who-recorded-it', law: 'uk-gdpr' },
  'shut-out': { who: 'responsible-council', law: 'uk-gdpr' },
}

/** Everyone whose work is with children, each the same. */
function readBy(readings: readonly Reading[]): ByRole {
  const all: readonly Role[] = [
    'carer',
    'home-on-call',
    'provider-manager',
    'social-worker',
    'team-manager',
    'duty-team',
    'responsible-council',
    'host-council',
    'reviewing-officer',
    'missing-service',
    'missing-coordinator',
    'senior-manager',
    'police',
    'police-supervisor',
    'school',
    'health-nurse',
  ]
  return Object.fromEntries(all.map((role) => [role, readings]))
}

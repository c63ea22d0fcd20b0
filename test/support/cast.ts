import { createHash } from 'node:crypto'
import type { Id } from '../../src/kernel/ids.ts'
import type { Author, ChildId, OrganisationId, OrganisationKind } from '../../src/domain/episode/entry.ts'
import type { Role } from '../../src/domain/episode/roles.ts'

/** A UUID that is always the same for the same words, so that a failing test names the same thing twice. */
export function idFor<Of extends string>(words: string): Id<Of> {
  const hex = createHash('sha256').update(words).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`]
  return `${parts.join('-')}-${hex.slice(20, 32)}` as Id<Of>
}

interface Place {
  readonly id: OrganisationId
  readonly name: string
  readonly kind: OrganisationKind
}

function place(name: string, kind: OrganisationKind): Place {
  return { id: idFor<'organisation'>(name), name, kind }
}

const organisations = {
  home: place('Larkfield Homes', 'provider'),
  council: place('Calderwick Council', 'council'),
  hostCouncil: place('Northmoor Council', 'council'),
  force: place('Calder Valley Police', 'police'),
  interviewers: place('Listening Post', 'interview-supplier'),
  advocates: place('Speak Up Calderwick', 'advocacy'),
  school: place('Whitestone Academy', 'education'),
  health: place('Calderwick Community Health', 'health'),
} as const

function person(name: string, role: Role, at: Place): Author {
  return {
    person: idFor<'person'>(name),
    name,
    post: idFor<'post'>(`${name}, ${role}`),
    role,
    organisation: at.id,
    organisationName: at.name,
    organisationKind: at.kind,
  }
}

/** One person for each role. All of them, and their organisations, are invented. */
export const cast = {
  carer: person('Ruth Adeyemi', 'carer', organisations.home),
  'home-on-call': person('Owen Pritchard', 'home-on-call', organisations.home),
  'provider-manager': person('Helen Marsh', 'provider-manager', organisations.home),
  'social-worker': person('Daniel Osei', 'social-worker', organisations.council),
  'team-manager': person('Priya Nair', 'team-manager', organisations.council),
  'duty-team': person('Maureen Tully', 'duty-team', organisations.council),
  'responsible-council': person('Gareth Bloom', 'responsible-council', organisations.council),
  'host-council': person('Sunita Rao', 'host-council', organisations.hostCouncil),
  'reviewing-officer': person('Elaine Fairweather', 'reviewing-officer', organisations.council),
  'missing-service': person('Jade Whitcombe', 'missing-service', organisations.interviewers),
  'missing-coordinator': person('Colin Archer', 'missing-coordinator', organisations.council),
  'senior-manager': person('Beatrice Okafor', 'senior-manager', organisations.council),
  police: person('Tom Hargreaves', 'police', organisations.force),
  'police-supervisor': person('Aoife Brennan', 'police-supervisor', organisations.force),
  parents: person('Karen Boothe', 'parents', organisations.council),
  school: person('Simon Leach', 'school', organisations.school),
  'health-nurse': person('Nadia Hussain', 'health-nurse', organisations.health),
  hospital: person('Femi Adeyinka', 'hospital', organisations.health),
  analyst: person('Ruby Castell', 'analyst', organisations.council),
  'information-governance': person('Wilma Stead', 'information-governance', organisations.council),
  administrator: person('Dylan Frome', 'administrator', organisations.council),
  wallboard: person('Control room wall', 'wallboard', organisations.force),
  advocate: person('Nina Farrow', 'advocate', organisations.advocates),
  child: person('Tyler Boothe', 'child', organisations.council),
} as const satisfies Record<Role, Author>

/** Tyler Boothe, 14, looked after, who lives at Fernside. */
export const tyler: ChildId = idFor<'child'>('Tyler Boothe')

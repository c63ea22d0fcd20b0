/** Who can owe something. A role is not a person: the holder of a role for this child, at this moment, is
    found by domain/child/holders.ts. `allHours` says that someone in that role answers at any hour of any
    day, so that a ladder may end there. */
const roleBook = {
  carer: { label: 'carer', allHours: false },
  'home-on-call': { label: "home's on-call manager", allHours: false },
  'provider-manager': { label: 'registered manager', allHours: false },
  'social-worker': { label: 'allocated social worker', allHours: false },
  'team-manager': { label: "social worker's team manager", allHours: false },
  'duty-team': { label: 'emergency duty team', allHours: true },
  'responsible-council': { label: 'responsible council', allHours: true },
  'host-council': { label: 'host council', allHours: true },
  'reviewing-officer': { label: 'independent reviewing officer', allHours: false },
  'missing-service': { label: 'missing service', allHours: false },
  'missing-coordinator': { label: 'missing co-ordinator', allHours: false },
  'senior-manager': { label: 'senior manager for missing children', allHours: false },
  police: { label: 'police control room', allHours: true },
  'police-supervisor': { label: 'police supervisor', allHours: true },
  parents: { label: 'those with parental responsibility', allHours: false },
  school: { label: 'school', allHours: false },
  'health-nurse': { label: 'looked-after children nurse', allHours: false },
} as const

/** Roles that take no part in a response: they owe nothing, are told nothing and write nothing about a child. An
    advocate stands beside the child and speaks for nobody else. The child writes for themselves, through a door of their own, and holds no post. */
const apartBook = {
  advocate: { label: 'advocate', allHours: false },
  hospital: { label: 'named hospital', allHours: true },
  analyst: { label: 'analyst', allHours: false },
  'information-governance': { label: 'information governance lead', allHours: false },
  administrator: { label: 'administrator', allHours: false },
  wallboard: { label: 'wallboard', allHours: false },
  child: { label: 'child', allHours: false },
} as const

type RoleApart = keyof typeof apartBook

export type Role = keyof typeof roleBook | RoleApart

/** Everyone who can owe something or be told. */
export const roles = Object.keys(roleBook) as readonly Role[]

export const rolesApart = Object.keys(apartBook) as readonly Role[]

export function isRole(text: string): text is Role {
  return Object.hasOwn(roleBook, text)
}

export function roleLabel(role: Role): string {
  return bookOf(role).label
}

export function isStaffedAtAllHours(role: Role): boolean {
  return bookOf(role).allHours
}

function bookOf(role: Role): { readonly label: string; readonly allHours: boolean } {
  return { ...roleBook, ...apartBook }[role]
}

import type { CareMissing } from '../episode/care-bodies.ts'
import { holdersOf, keptFromSearch } from '../episode/holders-of-care.ts'
import { roles, type Role } from '../episode/roles.ts'
import type { SearchLead } from './protocol.ts'

/** Who leads the search for what these hold, by an edition of Care: the first of its leads for any of them who is kept from
    none of it. Undefined where the edition names nobody. */
export function leadOf(holders: readonly Role[], leads: readonly SearchLead[]): Role | undefined {
  const kept = keptFromSearch(holders)
  return leads
    .filter(({ heldBy }) => holders.includes(heldBy))
    .map(({ ledBy }) => ledBy)
    .find((role) => !kept.has(role))
}

/** A role as it may owe or be told something in one episode. Of a child's own, any. */
export interface Searching {
  /** The role itself, or whoever leads where it holds what is missing. */
  readonly owes: (role: Role) => Role
  readonly maySearch: (role: Role) => boolean
}

const anybody: Searching = { owes: (role) => role, maySearch: () => true }

export function searchingFor(care: CareMissing | undefined, leads: readonly SearchLead[]): Searching {
  const holders = holdersOf(care)
  if (holders.length === 0) return anybody
  const kept = keptFromSearch(holders)
  // An edition names a lead for every holder, or it fails its check; a strand of another has the council that answers.
  const lead = leadOf(holders, leads) ?? roles.find((role) => !kept.has(role) && isLastResort(role))
  return {
    owes: (role) => (kept.has(role) ? (lead ?? role) : role),
    maySearch: (role) => !kept.has(role),
  }
}

function isLastResort(role: Role): boolean {
  return role === 'responsible-council' || role === 'host-council'
}

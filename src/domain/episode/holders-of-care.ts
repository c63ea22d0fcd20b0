import type { CareMissing } from './care-bodies.ts'
import type { EntryType } from './entries.ts'
import type { Role } from './roles.ts'

/** Whose work each of them directs: who is managed by the holder of a missing strand looks for it no more freely than the
    holder. */
const manages: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  'home-on-call': ['carer'],
  'provider-manager': ['carer', 'home-on-call'],
  'team-manager': ['social-worker'],
  'missing-coordinator': ['missing-service'],
  'senior-manager': [
    'team-manager',
    'social-worker',
    'reviewing-officer',
    'missing-coordinator',
    'missing-service',
  ],
  'responsible-council': ['team-manager', 'social-worker', 'duty-team'],
}

/** Who never runs the search for what these hold: they, and whoever they manage. */
export function keptFromSearch(holders: readonly Role[]): ReadonlySet<Role> {
  return new Set([...holders, ...holders.flatMap((holder) => manages[holder] ?? [])])
}

export function holdersOf(care: CareMissing | undefined): readonly Role[] {
  return [...new Set((care?.strands ?? []).map(({ heldBy }) => heldBy))]
}

/** What an episode of Care takes: nobody asks police, grades a risk or interviews anyone about Care. */
const takenForCare: ReadonlySet<EntryType> = new Set<EntryType>([
  'concern-raised',
  'action-taken',
  'concern-reviewed',
  'threshold-assessed',
  'agency-informed',
  'asked',
  'answered',
  'information-received',
  'meeting-held',
  'acknowledged',
  'reference-given',
  'care-reported-missing',
  'care-located',
  'care-returned',
  'care-conversation-held',
  'care-repair-agreed',
  'care-prevention-agreed',
  'finding-recorded',
  'action-agreed',
  'no-action-decided',
  'action-done',
  'action-ended',
  'harm-considered',
  'plan-updated',
  'note-added',
  'entry-corrected',
  'recorded-in-error',
  'episode-linked',
  'episode-shared',
  'episode-closed',
  'episode-reopened',
])

export function isTakenForCare(type: EntryType): boolean {
  return takenForCare.has(type)
}

/** What whoever is kept from the search may still say. Nothing of it meets a duty or moves the search on. */
const leftToHolders: ReadonlySet<EntryType> = new Set<EntryType>([
  'concern-raised',
  'information-received',
  'asked',
  'note-added',
  'reference-given',
  'episode-linked',
])

export function isLeftToHolders(type: EntryType): boolean {
  return leftToHolders.has(type)
}

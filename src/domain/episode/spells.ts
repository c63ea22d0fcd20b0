import { isAfter, isBefore } from '../../kernel/moment.ts'
import type { Author, Occurred } from './entry.ts'
import { earliestOf } from './occurred.ts'
import type { Role } from './roles.ts'
import type { EffectiveEntry, Episode, Spell } from './state.ts'

/** An entry and what the record says once it counts. */
export interface Step {
  readonly entry: EffectiveEntry
  readonly episode: Episode
}

interface Stretch extends Spell {
  readonly counts: boolean
}

/** The spells of missing and away, by the definitions of the looked-after return (SSDA903, MISSING M and A; DfE
    guidance as the Standard Safeguarding Dataset repeats it). A spell starts when the child left or was last seen by a
    responsible adult, whichever is later, and when neither is known, when it was noticed; sightings after that do not
    shorten it. M ends when the child is found, A at the return; where one turns into the other, both have the moment at
    which it turned. Neither asks about permission, so late counts as not authorised does; only where a child was agreed to
    be, and nobody reported them, is there no spell. */
export function spellsOf(steps: readonly Step[]): readonly Spell[] {
  const sightings = steps.map(({ entry }) => entry).filter(isSighting)
  const knownSince = steps.findIndex(({ entry }) => letsThemKnow(entry))
  return steps
    .reduce<readonly Stretch[]>((so, { entry, episode }, index) => {
      const known = knownSince !== -1 && index >= knownSince
      return further(so, kindOf(episode), known || episode.worriedNow, entry, sightings)
    }, [])
    .filter(({ counts }) => counts)
    .map(({ kind, from, until }) => ({ kind, from, ...(until !== undefined && { until }) }))
}

function further(
  stretches: readonly Stretch[],
  kind: Spell['kind'] | undefined,
  concern: boolean,
  entry: EffectiveEntry,
  sightings: readonly EffectiveEntry[],
): readonly Stretch[] {
  const last = stretches.at(-1)
  const lasting = last?.until === undefined ? last : undefined
  const before = lasting === undefined ? stretches : stretches.slice(0, -1)
  if (lasting !== undefined && lasting.kind === kind)
    return [...before, { ...lasting, counts: lasting.counts || concern }]
  const ended = lasting === undefined ? before : [...before, { ...lasting, until: entry.occurred }]
  if (kind === undefined) return ended
  const from = lasting === undefined ? startOf(entry, last?.until, sightings) : entry.occurred
  return [...ended, { kind, from, counts: kind === 'missing' || concern }]
}

function kindOf(episode: Episode): Spell['kind'] | undefined {
  const { raised, reported, returned, died, whereabouts, authorisation } = episode
  if (raised === undefined || returned !== undefined || died) return undefined
  // Leave to be somewhere is no leave to be nowhere: a child whom police were told of is missing.
  if (whereabouts === 'unknown' && reported !== undefined) return 'missing'
  if (authorisation === 'authorised') return undefined
  if (whereabouts === 'unknown') return 'missing'
  return whereabouts === 'known-elsewhere' ? 'away' : undefined
}

/** The last sighting up to the entry that shows the absence, and since the spell before. */
function startOf(
  entry: EffectiveEntry,
  since: Occurred | undefined,
  sightings: readonly EffectiveEntry[],
): Occurred {
  const sighting = sightings.findLast(
    ({ occurred }) =>
      !isAfter(earliestOf(occurred), entry.occurred.at) &&
      (since === undefined || !isBefore(occurred.at, since.at)),
  )
  return sighting?.occurred ?? entry.occurred
}

function isSighting(entry: EffectiveEntry): boolean {
  if (entry.type === 'answered') return entry.body.question === 'last-seen' || entry.body.question === 'left'
  return entry.type === 'located'
}

const councilOrPolice: ReadonlySet<Role> = new Set([
  'social-worker',
  'team-manager',
  'duty-team',
  'responsible-council',
  'host-council',
  'reviewing-officer',
  'missing-coordinator',
  'senior-manager',
  'police',
  'police-supervisor',
])

/** Council or police know: they were told, or it was one of them who raised the concern. */
function letsThemKnow(entry: EffectiveEntry): boolean {
  if (entry.type === 'reported-missing') return true
  if (entry.type === 'concern-raised') return isTheirs(entry.by)
  return (
    entry.type === 'agency-informed' &&
    entry.body.told.kind === 'told' &&
    councilOrPolice.has(entry.body.role)
  )
}

function isTheirs({ organisationKind }: Author): boolean {
  return organisationKind === 'council' || organisationKind === 'police'
}

import { endOfLondonDay, type LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Whereabouts } from '../episode/entries.ts'
import { isSighting, knownOf, type Evidence } from './evidence.ts'
import type { Strand } from './expected.ts'
import { expectedOf, isOwed, type Asked, type Expected } from './window.ts'

/** Where a strand of Care is. What nobody has recorded here is no missing Care: it is counted apart and never proposed. */
export type CareWhereabouts = Whereabouts | 'not-recorded' | 'not-owed'

export interface StrandStanding {
  readonly whereabouts: CareWhereabouts
  readonly lastSighting?: Moment
  readonly expected?: Expected
  /** The child says that it is not there, whatever the record says. */
  readonly deniedByChild?: Moment
}

/** What says where a strand is at any moment, as long as nothing else happens: times, and never a standing. */
export interface StrandTimes {
  /** Whether anybody ever recorded anything of it here. */
  readonly recorded: boolean
  readonly lastSighting?: Moment
  readonly expected?: Expected
  /** Past its due time it is Care somewhere else until then: an old plan is still a plan, and a visit without the child
      was a visit. Absent: it is nowhere. */
  readonly elsewhereUntil?: Moment
  readonly deniedByChild?: Moment
  /** The child says that it is not as it should be. */
  readonly amiss: boolean
}

/** Undefined: this child is not owed it. */
export function timesOf(strand: Strand, asked: Asked): StrandTimes | undefined {
  if (!isOwed(strand, asked)) return undefined
  const known = knownOf(asked.evidence, strand.strand, asked.now)
  const lastSighting = known.findLast((one) => isSighting(strand, one))?.at
  const expected = expectedOf(strand, asked)
  const word = lastWordIn(known)
  const elsewhereUntil = known.length === 0 ? undefined : elsewhere(strand, asked, known)
  return {
    recorded: known.length > 0,
    ...(lastSighting !== undefined && { lastSighting }),
    ...(expected && { expected }),
    ...(elsewhereUntil !== undefined && { elsewhereUntil }),
    ...(word?.there === false && { deniedByChild: word.at }),
    amiss: word?.amiss === true,
  }
}

/** One comparison: what makes reading cheap. */
export function whereaboutsAt(
  {
    recorded,
    dueAt,
    elsewhereUntil,
    deniedByChild,
    amiss,
  }: Omit<StrandTimes, 'expected'> & { readonly dueAt?: Moment | undefined },
  now: Moment,
): Exclude<CareWhereabouts, 'not-owed'> {
  if (!recorded) return 'not-recorded'
  if (deniedByChild !== undefined) return 'unknown'
  const isDue = dueAt !== undefined && dueAt < now
  if (!isDue) return amiss ? 'known-elsewhere' : 'where-expected'
  return elsewhereUntil !== undefined && now <= elsewhereUntil ? 'known-elsewhere' : 'unknown'
}

export function standingOf(strand: Strand, asked: Asked): StrandStanding {
  const times = timesOf(strand, asked)
  if (times === undefined) return { whereabouts: 'not-owed' }
  const { lastSighting, expected, deniedByChild } = times
  return {
    whereabouts: whereaboutsAt({ ...times, dueAt: expected?.dueAt }, asked.now),
    ...(lastSighting !== undefined && { lastSighting }),
    ...(expected && { expected }),
    ...(deniedByChild !== undefined && { deniedByChild }),
  }
}

/** After every moment that anybody asks about. */
const everAfter = endOfLondonDay('2199-12-30' as LondonDate)

/** By when it is expected again if what the child did not see counted as well. */
function elsewhere(strand: Strand, asked: Asked, known: readonly Evidence[]): Moment {
  if (strand.kind === 'paper' && known.some(({ there }) => there)) return everAfter
  const counted = { ...strand, seenByChild: false }
  const strands = asked.care.strands.map((one) => (one === strand ? counted : one))
  return expectedOf(counted, { ...asked, care: { ...asked.care, strands } })?.dueAt ?? everAfter
}

/** The child's last word, where nothing that they saw has come since. */
function lastWordIn(known: readonly Evidence[]): Evidence | undefined {
  const last = known.findLast(({ by }) => by === 'child')
  if (last === undefined) return undefined
  return known.some((one) => one.at > last.at && one.there && one.childSaw === true) ? undefined : last
}

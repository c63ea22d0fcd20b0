import type { Whereabouts } from '../episode/entries.ts'
import type { Moment } from '../../kernel/moment.ts'
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

export function standingOf(strand: Strand, asked: Asked): StrandStanding {
  if (!isOwed(strand, asked)) return { whereabouts: 'not-owed' }
  const known = knownOf(asked.evidence, strand.strand, asked.now)
  const lastSighting = known.findLast((one) => isSighting(strand, one))?.at
  const expected = expectedOf(strand, asked)
  const deniedByChild = denialIn(known)
  return {
    whereabouts:
      known.length === 0 ? 'not-recorded' : whereaboutsOf(strand, asked, known, { expected, deniedByChild }),
    ...(lastSighting !== undefined && { lastSighting }),
    ...(expected && { expected }),
    ...(deniedByChild !== undefined && { deniedByChild }),
  }
}

interface Found {
  readonly expected: Expected | undefined
  readonly deniedByChild: Moment | undefined
}

function whereaboutsOf(
  strand: Strand,
  asked: Asked,
  known: readonly Evidence[],
  { expected, deniedByChild }: Found,
): Whereabouts {
  if (deniedByChild !== undefined) return 'unknown'
  const isDue = expected !== undefined && expected.dueAt < asked.now
  if (!isDue) return 'where-expected'
  // An old plan is still a plan somewhere.
  if (strand.kind === 'paper' && known.some(({ there }) => there)) return 'known-elsewhere'
  return isWithoutTheChild(strand, asked) ? 'known-elsewhere' : 'unknown'
}

/** Care was recorded that the child did not see, and would be in time if they had. */
function isWithoutTheChild(strand: Strand, asked: Asked): boolean {
  const counted = { ...strand, seenByChild: false }
  const strands = asked.care.strands.map((one) => (one === strand ? counted : one))
  const expected = expectedOf(counted, { ...asked, care: { ...asked.care, strands } })
  return expected === undefined || expected.dueAt >= asked.now
}

/** The child's last word, where it is that the strand is not there, and nothing that the child saw has come since. */
function denialIn(known: readonly Evidence[]): Moment | undefined {
  const last = known.findLast(({ by }) => by === 'child')
  if (last === undefined || last.there) return undefined
  const isBack = known.some((one) => one.at > last.at && one.there && one.childSaw === true)
  return isBack ? undefined : last.at
}

import type { Moment } from '../../kernel/moment.ts'
import type { Role } from '../episode/roles.ts'
import type { ExpectedCare, Strand } from './expected.ts'
import { knownCare } from './known.ts'
import type { Life } from './life.ts'
import type { CareStream } from './record.ts'
import { standingOf, type CareWhereabouts } from './standing.ts'

/** One strand of a child's Care as it is now. */
export interface StrandOfCare {
  /** The strand's code in the edition, or that of one that the child named. */
  readonly code: string
  readonly title: string
  readonly inTheirWords: string
  /** Never `not-owed`: what is not owed is not there. */
  readonly whereabouts: Exclude<CareWhereabouts, 'not-owed'>
  readonly lastSeen?: Moment
  readonly dueBy?: Moment
  /** Reporting it missing is a duty from then on. */
  readonly reasonableUntil?: Moment
  readonly because?: string
  readonly deniedByChild?: Moment
  /** Who holds it, and so never runs its search. */
  readonly holderRole: Role
  readonly strand: Strand
}

/** The strands that are expected of this child: the edition's, and those that the child named. */
export function strandsFor(care: ExpectedCare, stream: CareStream): ExpectedCare {
  const { named } = knownCare(stream)
  return named.length === 0 ? care : { ...care, strands: [...care.strands, ...named] }
}

/** Where each strand is that this child is owed, in the order of the edition and then of what the child named. */
export function careIn(
  care: ExpectedCare,
  stream: CareStream,
  life: Life,
  now: Moment,
): readonly StrandOfCare[] {
  const all = strandsFor(care, stream)
  const asked = { care: all, life, evidence: knownCare(stream).evidence, now }
  return all.strands.flatMap((strand) => {
    const { whereabouts, lastSighting, expected, deniedByChild } = standingOf(strand, asked)
    if (whereabouts === 'not-owed') return []
    return [
      {
        code: strand.strand,
        title: strand.title,
        inTheirWords: strand.inTheirWords,
        whereabouts,
        ...(lastSighting !== undefined && { lastSeen: lastSighting }),
        ...(expected && {
          dueBy: expected.dueAt,
          reasonableUntil: expected.reasonableUntil,
          because: expected.because,
        }),
        ...(deniedByChild !== undefined && { deniedByChild }),
        holderRole: strand.holder,
        strand,
      },
    ]
  })
}

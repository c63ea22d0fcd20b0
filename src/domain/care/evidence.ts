import type { Moment } from '../../kernel/moment.ts'
import type { Strand } from './expected.ts'

/** Evidence that a strand was there, or was not. */
export interface Evidence {
  readonly at: Moment
  /** The child's own word outranks a record, and both are kept. */
  readonly by: 'child' | 'other'
  readonly there: boolean
  readonly childSaw?: boolean
  /** The child says that it was there and not as it should be. */
  readonly amiss?: boolean
}

/** By strand. */
export type EvidenceOf = Readonly<Record<string, readonly Evidence[]>>

/** Evidence of one strand until a moment, in order. */
export function knownOf(evidence: EvidenceOf, strand: string, until: Moment): readonly Evidence[] {
  const all = Object.hasOwn(evidence, strand) ? (evidence[strand] ?? []) : []
  return all.filter(({ at }) => at <= until).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** Care was there, and where it must be seen to count, the child saw it or says so. */
export function isSighting(
  { seenByChild }: Pick<Strand, 'seenByChild'>,
  { by, there, childSaw }: Evidence,
): boolean {
  return there && (by === 'child' || !seenByChild || childSaw === true)
}

import type { EditionRef } from '../../../domain/episode/entries.ts'
import type { Clause, Edition } from '../../../domain/protocol/protocol.ts'

/** A clause and the edition that lays it. */
export interface Laid {
  readonly edition: Edition
  readonly clause: Clause
  /** Its clock is the one that the duty runs by: where two editions lay a duty, the stricter stands. */
  readonly stands: boolean
}

/** Every edition of the episode that lays this duty, the one whose clock stands first. */
export function laidBy(
  duty: string,
  standing: string,
  refs: readonly EditionRef[],
  editions: readonly Edition[],
): readonly Laid[] {
  return editions
    .filter((edition) =>
      refs.some((ref) => ref.protocol === edition.protocol && ref.edition === edition.edition),
    )
    .flatMap((edition) =>
      edition.clauses
        .filter((clause) => clause.duty === duty && clause.on)
        .map((clause) => ({
          edition,
          clause,
          stands: `${edition.protocol} ${edition.edition}` === standing,
        })),
    )
    .toSorted((a, b) => Number(b.stands) - Number(a.stands))
}

import type { LondonDate } from '../../kernel/london.ts'
import { earliest, type Moment } from '../../kernel/moment.ts'
import type { Within } from '../../kernel/within.ts'
import type { EpisodeId } from '../episode/entry.ts'
import type { Status } from './protocol.ts'

/** What the protocol may ask about the child. Who the child is stays with domain/child. */
export interface Facts {
  readonly bornOn?: LondonDate
  /** Used only where no date of birth is known. */
  readonly approximateAge?: number
  readonly statuses: readonly Status[]
  readonly placedOutOfArea: boolean
  /** The child's own reasonable time, from a current plan. Absent: the shortest ceiling holds. */
  readonly reasonableTime?: Within
  readonly earlierEpisodes: readonly { readonly episode: EpisodeId; readonly from: Moment }[]
}

/** The only source of facts: true at `validAt`, as known at `knownAt` (absent: as known now). */
export type FactsAt = (validAt: Moment, knownAt?: Moment) => Facts

/** The same facts to somebody who knows nothing that was recorded after `known`. */
export function asKnownBy(facts: FactsAt, known: Moment): FactsAt {
  return (validAt, knownAt) => facts(validAt, earliest(known, knownAt ?? known))
}

import type { LondonDate } from '../../kernel/london.ts'
import type { Within } from '../../kernel/within.ts'
import type { Role } from '../episode/roles.ts'
import type { Source } from '../protocol/protocol.ts'
import type { PlacementKind } from './life.ts'

/** What a rule counts from: an event of the child's life, or the last sighting of the strand itself. */
export const anchors = [
  'looked-after',
  'placement',
  'placement-end',
  'sixteenth-birthday',
  'sighting',
] as const
export type Anchor = (typeof anchors)[number]

/** When a rule holds, asked at the moment that it counts from. Every part that is given must hold. */
export interface While {
  readonly placement?: readonly PlacementKind[]
  /** In the first year of a placement. */
  readonly firstYear?: boolean
  /** The placement is meant to last until 18. */
  readonly longTerm?: boolean
  /** In a long-term foster home the child agreed to be visited less often. */
  readonly childAgreed?: boolean
  readonly ageUnder?: number
  readonly ageFrom?: number
  /** No sighting yet, in this time of being looked after, of the strand named. */
  readonly before?: string
  /** So many sightings of this strand in this time of being looked after. */
  readonly sightings?: number
}

/** "Before the placement, or within five working days of it": a sighting up to so many months earlier meets it too. */
export interface Rule {
  readonly after: Anchor
  readonly within: Within
  readonly while: While
  readonly countsBefore?: number
  readonly source: Source
}

/** What a strand is: something that is done again, a paper that is kept up to date, or somebody or something that is
    always there. */
export const strandKinds = ['act', 'paper', 'always'] as const
export type StrandKind = (typeof strandKinds)[number]

/** One expected part of a child's Care. */
export interface Strand {
  readonly strand: string
  readonly title: string
  /** How a child would say it. */
  readonly inTheirWords: string
  readonly kind: StrandKind
  /** Who holds it. They never run the search when it is missing. */
  readonly holder: Role
  /** Care that the child did not see is Care somewhere else. */
  readonly seenByChild: boolean
  readonly for: While
  /** None: it is expected of a child for whom a plan says so, as often as that plan says. */
  readonly rules: readonly Rule[]
  /** What its holder, or whoever misses it, does before it is reported missing, and how long that may take. */
  readonly reasonableActions: readonly string[]
  readonly reasonableTime: Within
  readonly source: Source
}

/** The Care that is expected, as data. Once in force an edition is not edited. */
export interface ExpectedCare {
  readonly edition: string
  readonly title: string
  readonly from: LondonDate
  readonly until?: LondonDate
  readonly adoptedBy: string
  readonly strands: readonly Strand[]
}

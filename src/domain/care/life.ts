import { ageOn, addMonths, londonDate, startOfLondonDay, type LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Within } from '../../kernel/within.ts'

export const placementKinds = [
  'foster',
  'home',
  'supported',
  /** With a parent before they were assessed (regulation 19). */
  'parent-before-assessment',
  /** With a connected person approved for a time, or under an interim care order with a parent. */
  'connected-for-a-time',
  /** With a parent under a care order. */
  'parent-under-care-order',
] as const
export type PlacementKind = (typeof placementKinds)[number]

export interface Placement {
  readonly kind: PlacementKind
  readonly from: Moment
  /** Half open. */
  readonly until?: Moment
  readonly longTerm?: boolean
  readonly childAgreed?: boolean
}

/** What Care a child is owed follows from this, and from nothing that anybody thinks of them. */
export interface Life {
  readonly bornOn?: LondonDate
  readonly lookedAfter: readonly { readonly from: Moment; readonly until?: Moment }[]
  /** In their order. */
  readonly placements: readonly Placement[]
  /** How often the child's own plan says, by strand. It can make Care more frequent and never less. */
  readonly own?: Readonly<Record<string, Within>>
}

/** The time of being looked after that this moment lies in; none from the eighteenth birthday on. */
export function lookedAfterAt({ bornOn, lookedAfter }: Life, at: Moment) {
  if (bornOn !== undefined && at >= birthday(bornOn, 18)) return undefined
  return lookedAfter.find(({ from, until }) => from <= at && (until === undefined || at < until))
}

export function placementAt({ placements }: Life, at: Moment): Placement | undefined {
  return placements.findLast(({ from, until }) => from <= at && (until === undefined || at < until))
}

/** The first moment of that day in London. */
export function birthday(bornOn: LondonDate, age: number): Moment {
  return startOfLondonDay(addMonths(bornOn, 12 * age))
}

/** In whole years; unknown where the day of birth is. */
export function ageAt({ bornOn }: Life, at: Moment): number | undefined {
  return bornOn === undefined ? undefined : ageOn(bornOn, londonDate(at))
}

/** Whether a moment lies before the same day a year after the placement began. */
export function inFirstYear({ from }: Placement, at: Moment): boolean {
  return londonDate(at) < addMonths(londonDate(from), 12)
}

import type { Moment } from '../../kernel/moment.ts'
import type { While } from './expected.ts'
import { ageAt, inFirstYear, placementAt, type Life } from './life.ts'

/** The sightings of each strand in the present time of being looked after, in order. */
export type Seen = (strand: string) => readonly Moment[]

/** Whether a rule or a strand holds at a moment. Of an age that is not known, every age is possible: Care is owed rather
    than not. */
export function holdsAt(asked: While, life: Life, seen: Seen, strand: string, at: Moment): boolean {
  const placement = placementAt(life, at)
  const age = ageAt(life, at)
  const seenBy = (name: string) => seen(name).filter((one) => one <= at).length
  return (
    (asked.placement === undefined ||
      (placement !== undefined && asked.placement.includes(placement.kind))) &&
    (asked.firstYear === undefined ||
      (placement !== undefined && inFirstYear(placement, at) === asked.firstYear)) &&
    (asked.longTerm === undefined || (placement?.longTerm ?? false) === asked.longTerm) &&
    (asked.childAgreed === undefined || (placement?.childAgreed ?? false) === asked.childAgreed) &&
    (asked.ageUnder === undefined || age === undefined || age < asked.ageUnder) &&
    (asked.ageFrom === undefined || age === undefined || age >= asked.ageFrom) &&
    (asked.before === undefined || seenBy(asked.before) === 0) &&
    (asked.sightings === undefined || seenBy(strand) === asked.sightings)
  )
}

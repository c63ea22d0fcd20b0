import { outOfArea, placesOfMissing, placesOfOthers } from './calibration.ts'
import type { Chance } from './chance.ts'
import type { Council } from './councils.ts'
import { homeFor, type Home } from './homes.ts'
import { day } from './minutes.ts'
import type { Partnership } from './partnership.ts'
import { birthday, type Span } from './span.ts'
import type { Who } from './who.ts'

/** Where a child in care lives from when until when. Without a home: with their family. */
export interface Stay extends Span {
  readonly home?: Home
}

/** A child who goes missing moves about every year, others half as often: a setting. */
const yearsInAPlace = { missing: 1, others: 2 } as const
const shortest = 20 * day

/** The whole time in care, place by place. */
export function staysOf(
  partnership: Partnership,
  who: Who,
  council: Council,
  isMissing: boolean,
  chance: Chance,
): readonly Stay[] {
  if (who.care === undefined) return []
  const { from, to } = who.care
  const mean = yearsInAPlace[isMissing ? 'missing' : 'others'] * 365 * day
  const outside = chance.happens(outOfArea[isMissing ? 'missing' : 'others'])
  const stays: Stay[] = []
  for (let begins = from; begins < to;) {
    const ends = begins + Math.max(shortest, Math.floor(chance.waiting(mean)))
    const until = to - ends < shortest ? to : ends
    const place = kindOf(who, begins, isMissing, chance)
    const home = place === 'family' ? undefined : homeFor(partnership.homes, place, council, outside, chance)
    stays.push({ from: begins, to: until, ...(home && { home }) })
    begins = until
  }
  return stays
}

function kindOf({ bornOn }: Who, begins: number, isMissing: boolean, chance: Chance) {
  const shares = isMissing ? placesOfMissing : placesOfOthers
  const places = Object.entries(shares) as (readonly [keyof typeof shares, number])[]
  const kind = chance.weighted(places)
  // Supported accommodation is for 16 and 17; whoever is younger lives in a home, and the youngest with carers.
  if (kind === 'supported' && begins < birthday(bornOn, 16)) return isMissing ? 'home' : 'foster'
  return kind === 'home' && begins < birthday(bornOn, 9) ? 'foster' : kind
}

export function stayAt(stays: readonly Stay[], at: number): Stay | undefined {
  return stays.find(({ from, to }) => from <= at && at < to)
}

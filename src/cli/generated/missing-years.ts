import { ageOn } from '../../kernel/london.ts'
import type { Asked } from './asked.ts'
import { incidentsAYear, population, shareMissing, stillMissingNextYear } from './calibration.ts'
import type { Chance } from './chance.ts'
import { day, londonDayOf } from './minutes.ts'
import { shared, type Span, yearsOf } from './span.ts'
import type { Who } from './who.ts'

/** A year, as far as the child is there to go missing, and how often they do. */
export interface MissingYear extends Span {
  readonly incidents: number
}

/** Fewer days between two incidents than this, on average, and there is no room for them. */
const daysForEach = 3

/** Every year of the child, the first first; in most there is nothing. */
export function missingYears(asked: Asked, who: Who, chance: Chance): readonly MissingYear[] {
  let before: boolean | undefined
  return yearsOf(asked).flatMap((year) => {
    const span = shared(year, who.care ?? who.here)
    if (span === undefined || span.to - span.from < 10 * day) return []
    const share = shareOf(who, span)
    const isMissing = chance.happens(likelihood(share, before))
    before = isMissing
    if (!isMissing) return [{ ...span, incidents: 0 }]
    const rate = chance.weighted(incidentsAYear[who.care === undefined ? 'others' : 'lookedAfter'])
    const fits = Math.max(1, Math.floor((span.to - span.from) / (daysForEach * day)))
    const incidents = Array.from({ length: Math.min(rate, fits) }, () => chance.happens(year.part))
    return [{ ...span, incidents: incidents.filter(Boolean).length }]
  })
}

/** Of so many alike, one is missing in a year. */
function shareOf({ bornOn, care }: Who, { from, to }: Span): number {
  const age = ageOn(bornOn, londonDayOf((from + to) / 2))
  if (care === undefined) return age >= 8 ? population.othersMissingAYear : 0
  if (age >= 16) return shareMissing.at16
  if (age >= 10) return shareMissing.at10
  return age >= 5 ? shareMissing.at5 : shareMissing.under5
}

/** Who was missing in the year before is so more often, and everybody else less, so that the share stays. */
function likelihood(share: number, before: boolean | undefined): number {
  if (before === undefined) return share
  const stay = Math.max(share, Math.min(stillMissingNextYear, share * 5))
  return before ? stay : (share * (1 - stay)) / (1 - share)
}

import type { RiskLevel } from '../episode/entries.ts'
import { riskLevels } from '../episode/entries.ts'
import type { Condition, Status } from './protocol.ts'

/** The answers to every question that a condition may ask. What is not known never takes a duty away. */
export interface Cell {
  readonly statuses: readonly Status[]
  readonly placedOutOfArea: boolean
  readonly age?: number
  readonly risk?: RiskLevel
  readonly subject: 'child' | 'care'
  /** Episodes that began in so many days before this one, this one counted. */
  readonly episodesWithin: (days: number) => number
}

/** Whether a clause is meant for this child. Every part that is given must hold. */
export function applies(condition: Condition, cell: Cell): boolean {
  const { status, placedOutOfArea, ageAtMost, ageAtLeast, riskAtLeast, nthEpisode, subject } = condition
  return (
    (status === undefined || status.some((one) => cell.statuses.includes(one))) &&
    (placedOutOfArea === undefined || cell.placedOutOfArea === placedOutOfArea) &&
    (ageAtMost === undefined || cell.age === undefined || cell.age <= ageAtMost) &&
    (ageAtLeast === undefined || cell.age === undefined || cell.age >= ageAtLeast) &&
    (riskAtLeast === undefined || isAtLeast(cell.risk, riskAtLeast)) &&
    (nthEpisode === undefined || cell.episodesWithin(nthEpisode.withinDays) >= nthEpisode.atLeast) &&
    (subject === undefined || cell.subject === subject)
  )
}

function isAtLeast(risk: RiskLevel | undefined, wanted: RiskLevel): boolean {
  return risk !== undefined && riskLevels.indexOf(risk) >= riskLevels.indexOf(wanted)
}

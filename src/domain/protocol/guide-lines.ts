import { withinInWords } from '../../kernel/within.ts'
import { roleLabel } from '../episode/roles.ts'
import { clockInWords, conditionInWords, reasonableTimeInWords, sentence } from './explain-words.ts'
import type { Clause, Edition } from './protocol.ts'

/** One line of a guide. Of a setting, the time is from no source that was checked: a partnership sets it. */
export interface GuideLine {
  readonly says: string
  readonly setting: boolean
}

export interface GuideSection {
  readonly name: string
  readonly heading: string
  readonly lines: readonly GuideLine[]
}

/** What an edition gives a guide to say: nothing where it lays no such duty. */
export type Lines = (edition: Edition) => readonly GuideLine[]

export function always(...texts: readonly string[]): Lines {
  return () => texts.map((says) => ({ says, setting: false }))
}

/** A sentence around the time that a duty has: "within 4 hours", "at once". */
export function owed(duty: string, says: (clock: string, clause: Clause) => string): Lines {
  return (edition) =>
    laid(edition, [duty]).map((clause) => lineOf(clause, says(clockInWords(clause), clause)))
}

/** "Tell the school by morning: carer, within 12 hours (children aged 4 or over, or of unknown age)." */
export function duties(...names: readonly string[]): Lines {
  return (edition) =>
    laid(edition, names).map((clause) => {
      const whom = conditionInWords(clause.for)
      const forWhom = whom === undefined ? '' : ` (${whom})`
      return lineOf(
        clause,
        `${clause.title}: ${roleLabel(clause.owedBy)}, ${clockInWords(clause)}${forWhom}.`,
      )
    })
}

/** The longest that a carer may look, by age and hour, in one sentence. */
export function looking(says: (rows: string) => string): Lines {
  return ({ reasonableTime }) => {
    if (reasonableTime.length === 0) return []
    const rows = reasonableTime.map((row) => reasonableTimeInWords(row).replace(/^A/u, 'a')).join('; ')
    return [{ says: says(rows), setting: reasonableTime.some(({ source }) => !source.verified) }]
  }
}

/** In the order in which they are named; a duty that is switched off is none. */
function laid({ clauses }: Edition, names: readonly string[]): readonly Clause[] {
  return names.flatMap((name) => clauses.filter(({ duty, on }) => on && duty === name))
}

function lineOf({ source }: Clause, says: string): GuideLine {
  return { says: sentence(says), setting: !source.verified || source.interval === 'setting' }
}

/** "10 minutes" of a duty whose time is a length; as its clock says it otherwise. */
export function lengthOf({ length }: Clause): string {
  return length.kind === 'within' ? withinInWords(length.within) : 'reasonable time'
}

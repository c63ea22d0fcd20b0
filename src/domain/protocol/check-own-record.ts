import { clockKind } from '../../kernel/within.ts'
import { isStaffedAtAllHours, roleLabel } from '../episode/roles.ts'
import { evidenceIn } from './asked-about.ts'
import { problem, type Problem } from './check-problem.ts'
import { isOwnType, type OwnType } from './own-record.ts'
import type { Clause, Edition } from './protocol.ts'

/** A clause is about an episode or about a subject's own record: nothing in the one can begin or end what is owed in the
    other. An own record has no stages, so what begins in it must itself end with someone who answers at all hours. */
export function ownRecordProblems(clause: Clause): readonly Problem[] {
  const { duty, met, starts } = clause
  const asked = evidenceIn(clause)
  if (!asked.some(({ entry }) => isOwnType(entry))) return []
  const isMixed =
    starts.kind === 'stage' || met.kind !== 'entry' || asked.some(({ entry }) => !isOwnType(entry))
  return [
    ...(isMixed
      ? [problem('two-records', duty, 'it asks for what is in an episode and for what is in an own record')]
      : []),
    ...(clause.for.riskAtLeast !== undefined || clause.for.subject !== undefined
      ? [problem('own-record', duty, 'nobody grades an own record, and it has one subject')]
      : []),
    ...ladderProblems(clause),
  ]
}

function ladderProblems({ duty, ifSilent }: Clause): readonly Problem[] {
  const last = ifSilent.at(-1)
  if (last === undefined || isStaffedAtAllHours(last.tell)) return []
  const says = `its ladder ends with the ${roleLabel(last.tell)}, who does not answer at all hours`
  return [problem('own-record', duty, says)]
}

/** What a child writes is answered, whoever the child is and whatever the hour. */
const answered: readonly OwnType[] = ['child-wrote']

export function unansweredProblems({ clauses }: Edition): readonly Problem[] {
  return answered
    .filter((type) => !clauses.some((clause) => isAlwaysOwed(clause, type)))
    .map((type) => ({
      rule: 'child-unanswered',
      says: `nobody owes an answer to every ${type}, by the hour`,
    }))
}

function isAlwaysOwed({ on, starts, length, for: condition }: Clause, type: OwnType): boolean {
  return (
    on &&
    starts.kind === 'entry' &&
    starts.each &&
    starts.given === undefined &&
    starts.evidence.entry === type &&
    starts.evidence.where === undefined &&
    Object.keys(condition).length === 0 &&
    length.kind === 'within' &&
    clockKind(length.within) === 'elapsed'
  )
}

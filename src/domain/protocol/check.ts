import { clauseProblems } from './check-clause.ts'
import { subjectProblems } from './check-care.ts'
import { dateProblems, duplicateProblems, reasonableTimeProblems } from './check-edition.ts'
import { unansweredProblems } from './check-own-record.ts'
import type { Problem } from './check-problem.ts'
import { keeperProof } from './keepers.ts'
import type { Edition } from './protocol.ts'

export interface Checked {
  readonly problems: readonly Problem[]
  /** Kinds of child, stage by stage, for each of which a keeper was looked for. */
  readonly cells: number
}

/** Whether an edition can be adopted. `siblings` are the editions of every protocol, this one among them or not. An
    edition without problems never leaves a child as nobody's job, and none of its duties is out of reach. */
export function checkEdition(edition: Edition, siblings: readonly Edition[]): Checked {
  const proof = keeperProof(edition)
  const problems = [
    ...dateProblems(edition, siblings),
    ...duplicateProblems(edition),
    ...reasonableTimeProblems(edition),
    ...edition.clauses.flatMap(clauseProblems),
    ...proof.problems,
    ...(edition.subject === 'child' ? unansweredProblems(edition) : []),
    ...subjectProblems(edition),
  ]
  return { problems, cells: proof.cells }
}

import { isAfter } from '../../../kernel/moment.ts'
import { riskLevels, type RiskLevel } from '../entries.ts'
import type { EffectiveOf } from '../state.ts'
import { isBlank, othersOf, type Question, type Rule } from './question.ts'

/** Only police grade police risk. Others give their view and can challenge. */
export const policeGradeRisk: Rule = ({ entry }) =>
  entry.type === 'risk-assessed' && entry.by.organisationKind !== 'police'
    ? { kind: 'police-grade-risk' }
    : undefined

export const levelOfThisForce: Rule = ({ entry, circumstances: { levels } }) =>
  entry.type === 'risk-assessed' && !levels.includes(entry.body.level)
    ? { kind: 'not-a-level-of-this-force', levels }
    : undefined

export const supervisorNeeded: Rule = (question) => {
  const { entry } = question
  if (entry.type !== 'risk-assessed' || !isBlank(entry.body.supervisor)) return undefined
  if (entry.by.role === 'police-supervisor') return undefined
  if (entry.body.level === 'high') return { kind: 'supervisor-needed', because: 'high' }
  const before = gradeBefore(question)
  return before !== undefined && isLower(entry.body.level, before.body.level)
    ? { kind: 'supervisor-needed', because: 'lower' }
    : undefined
}

export const reviewAfterGrade: Rule = ({ entry }) =>
  entry.type === 'risk-assessed' && !isAfter(entry.body.nextReview, entry.occurred.at)
    ? { kind: 'review-not-after-grade' }
    : undefined

/** The grade that stood when this one was given. */
export function gradeBefore(question: Question): EffectiveOf<'risk-assessed'> | undefined {
  return othersOf(question, 'risk-assessed').findLast(
    ({ occurred }) => !isAfter(occurred.at, question.entry.occurred.at),
  )
}

export function isLower(level: RiskLevel, than: RiskLevel): boolean {
  return riskLevels.indexOf(level) < riskLevels.indexOf(than)
}

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
  const { level } = entry.body
  return gradesBefore(question).some(({ body }) => isLower(level, body.level))
    ? { kind: 'supervisor-needed', because: 'lower' }
    : undefined
}

export const reviewAfterGrade: Rule = ({ entry }) =>
  entry.type === 'risk-assessed' && !isAfter(entry.body.nextReview, entry.occurred.at)
    ? { kind: 'review-not-after-grade' }
    : undefined

/** What a grade is held against: the one that stood when it was given, and what it said itself before it is corrected. */
export function gradesBefore(question: Question): readonly EffectiveOf<'risk-assessed'>[] {
  const { entries, entry } = question
  const former = othersOf(question, 'risk-assessed').findLast(
    ({ occurred }) => !isAfter(occurred.at, entry.occurred.at),
  )
  const uncorrected = entries.find(({ id }) => id === entry.id)
  return [former, uncorrected].filter((grade) => grade?.type === 'risk-assessed')
}

export function isLower(level: RiskLevel, than: RiskLevel): boolean {
  return riskLevels.indexOf(level) < riskLevels.indexOf(than)
}

import type { QuestionSet } from './question-set.ts'

/** Which of these sets suits a child of this age, in whole years; where nobody knows the age, the one for the oldest. Only
    a suggestion: whoever sits beside the child chooses. Undefined where there is no set. */
export function suitedTo(sets: readonly QuestionSet[], age: number | undefined): QuestionSet | undefined {
  return (
    sets.find(({ ages }) => ages !== undefined && age !== undefined && isWithin(ages, age)) ??
    sets.find(({ ages }) => ages !== undefined && ages.to === undefined) ??
    sets[0]
  )
}

function isWithin({ from = 0, to = Infinity }: NonNullable<QuestionSet['ages']>, age: number): boolean {
  return from <= age && age <= to
}

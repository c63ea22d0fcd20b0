import type { QuestionSet } from './question-set.ts'

/** What is on record of a child that bears on how they are asked. */
export interface Suiting {
  /** In whole years. */
  readonly age?: number
  /** The plan says that the child needs short questions in easy words. */
  readonly easyWords?: boolean
}

/** Which of these sets suits a child. One who needs easy words, whatever their age, has the set that is for no age; others
    that of their age; where nobody knows the age, the one for the oldest. Only a suggestion: whoever sits beside the child
    chooses. Undefined where there is no set. */
export function suitedTo(
  sets: readonly QuestionSet[],
  { age, easyWords = false }: Suiting,
): QuestionSet | undefined {
  const easy = easyWords ? sets.find(({ ages }) => ages === undefined) : undefined
  return (
    easy ??
    sets.find(({ ages }) => ages !== undefined && age !== undefined && isWithin(ages, age)) ??
    sets.find(({ ages }) => ages !== undefined && ages.to === undefined) ??
    sets[0]
  )
}

function isWithin({ from = 0, to = Infinity }: NonNullable<QuestionSet['ages']>, age: number): boolean {
  return from <= age && age <= to
}

import type { Factors } from '../domain/interview/factor.ts'
import type { QuestionSet } from '../domain/interview/question-set.ts'
import type { LondonDate } from '../kernel/london.ts'

/** Every edition of every set of questions of the return interview, and of the factors that they name, read and checked
    once at the start. */
export interface QuestionSets {
  readonly sets: readonly QuestionSet[]
  readonly factors: readonly Factors[]
}

export const noQuestionSets: QuestionSets = { sets: [], factors: [] }

/** One edition of one set, whether it is in force or not: what was asked under it is read with it. */
export function questionSet({ sets }: QuestionSets, set: string, edition: string): QuestionSet | undefined {
  return sets.find((one) => one.set === set && one.edition === edition)
}

/** One edition a set: what an interview on that day (London, half open) is held with. */
export function setsInForce({ sets }: QuestionSets, day: LondonDate): readonly QuestionSet[] {
  return sets.filter(({ from, until }) => from <= day && (until === undefined || day < until))
}

/** The latest edition of the factors that is in force on that day, London. */
export function factorsInForce({ factors }: QuestionSets, day: LondonDate): Factors | undefined {
  return factors.filter(({ from }) => from <= day).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
}

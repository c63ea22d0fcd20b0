import type { Question } from './question-set.ts'

/** What somebody answered to one question: options by their ids, words to the letter, or that they do not want to say. */
export interface Answer {
  readonly chosen?: readonly string[]
  readonly words?: string
  readonly notSaid?: true
}

/** By the id of the question. A question without a line here has not been answered. */
export type Answers = Readonly<Record<string, Answer>>

/** Undefined where nothing was answered: an answer that holds nothing is none. */
export function answerTo(answers: Answers, question: Pick<Question, 'id'>): Answer | undefined {
  const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined
  return answer !== undefined && saysSomething(answer) ? answer : undefined
}

function saysSomething(answer: Answer): boolean {
  const { chosen = [], notSaid = false } = answer
  return notSaid || chosen.length > 0 || wordsOf(answer) !== undefined
}

/** Undefined where they are blank: a space is no word. */
export function wordsOf({ words = '' }: Answer): string | undefined {
  return words.trim() === '' ? undefined : words
}

import { wordsOf, type Answer, type Answers } from './answers.ts'
import { asked } from './asked.ts'
import { other, questionsOf, type Question, type QuestionSet } from './question-set.ts'

/** What is wrong with one answer, in words for whoever can put it right. */
export interface AnswerProblem {
  readonly question: string
  readonly says: string
}

/** What keeps answers from being kept as answers to this set; nothing is said of questions without one. An answer to a
    question that is asked no longer is a problem and not thrown away: somebody said it. */
export function problemsIn(set: QuestionSet, answers: Answers): readonly AnswerProblem[] {
  const all = questionsOf(set)
  const now = asked(set, answers)
  return Object.entries(answers).flatMap(([id, answer]) => {
    const question = all.find((one) => one.id === id)
    const says = problemWith(question, now, answer)
    return says === undefined ? [] : [{ question: id, says }]
  })
}

function problemWith(
  question: Question | undefined,
  now: readonly Question[],
  answer: Answer,
): string | undefined {
  if (question === undefined) return 'This set has no such question'
  if (!now.includes(question)) return 'This question is not asked after the answers before it'
  return problemOf(question, answer)
}

function problemOf({ kind, options }: Question, answer: Answer): string | undefined {
  const { chosen = [], notSaid = false } = answer
  const words = wordsOf(answer)
  const strange = chosen.find((id) => options.every((option) => option.id !== id))
  if (notSaid)
    return chosen.length > 0 || words !== undefined
      ? 'Keep the answer, or that nothing is said: not both'
      : undefined
  if (strange !== undefined) return `“${strange}” is not one of the answers`
  if (new Set(chosen).size < chosen.length) return 'Choose each answer once'
  if (kind !== 'many-of' && chosen.length > 1) return 'Choose one answer'
  if (kind === 'words')
    return words === undefined ? 'Write the answer, or say that nothing is said' : undefined
  if (chosen.length === 0) return 'Choose an answer, or say that nothing is said'
  return chosen.includes(other) && words === undefined ? 'Write what else it is, in their words' : undefined
}

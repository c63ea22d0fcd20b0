import { answerTo, type Answers } from './answers.ts'
import { questionsOf, type Condition, type Question, type QuestionSet } from './question-set.ts'

/** The questions that are asked given the answers so far, in order. A condition rests on an earlier question that is
    itself asked: what was answered to a question that has gone since asks nothing more. */
export function asked(set: QuestionSet, answers: Answers): readonly Question[] {
  return questionsOf(set).reduce<readonly Question[]>(
    (before, question) =>
      question.when.every((condition) => holds(condition, before, answers)) ? [...before, question] : before,
    [],
  )
}

function holds({ question, is }: Condition, before: readonly Question[], answers: Answers): boolean {
  const earlier = before.find(({ id }) => id === question)
  const chosen = earlier && answerTo(answers, earlier)?.chosen
  return chosen?.some((option) => is.includes(option)) === true
}

/** Those of them that wait for an answer; the first is the next. Empty: everything has its answer, even if it is that
    somebody does not want to say. */
export function unanswered(set: QuestionSet, answers: Answers): readonly Question[] {
  return asked(set, answers).filter((question) => answerTo(answers, question) === undefined)
}

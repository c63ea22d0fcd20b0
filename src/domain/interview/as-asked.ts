import type { AskedAndAnswered } from '../episode/return-bodies.ts'
import type { Answer, Answers } from './answers.ts'
import { inWords } from './in-words.ts'
import { problemsIn, type AnswerProblem } from './problems-in.ts'
import { questionsOf, type Question, type QuestionSet } from './question-set.ts'

/** Answers as a write-up keeps them: each with its question in the words of that day, and the interviewer's own marked, so
    that nobody reads them as the child's. */
export function asRecorded(set: QuestionSet, answers: Answers): readonly AskedAndAnswered[] {
  return inWords(set, answers).map(({ question, of, asked, chosen, words, notSaid }) => ({
    question,
    ...(of === 'interviewer' && { of: 'interviewer' as const }),
    asked,
    ...(chosen.length > 0 && { chosen }),
    ...(words !== undefined && { words }),
    ...(notSaid && { notSaid }),
  }))
}

/** The same the other way round: what was written down as answers to this set. What is no answer of it stays as it stands,
    for `problemsIn` to name. */
export function answersIn(set: QuestionSet, recorded: readonly AskedAndAnswered[]): Answers {
  return Object.fromEntries(
    recorded.map((one) => [one.question, answerIn(questionCalled(set, one.question), one)]),
  )
}

function answerIn(question: Question | undefined, { chosen, words, notSaid }: AskedAndAnswered): Answer {
  return {
    ...(chosen && { chosen: chosen.map((says) => optionSaying(question, says) ?? says) }),
    ...(words !== undefined && { words }),
    ...(notSaid && { notSaid }),
  }
}

function optionSaying(question: Question | undefined, said: string): string | undefined {
  return question?.options.find(({ says }) => says === said)?.id
}

/** What keeps these from being answers to this set, question by question: strange questions and options, other words than
    the set asks in, and whose answer it is. */
export function recordedProblems(
  set: QuestionSet,
  recorded: readonly AskedAndAnswered[],
): readonly AnswerProblem[] {
  const ids = recorded.map(({ question }) => question)
  return [
    ...recorded.flatMap((one, index) => {
      const says = ids.indexOf(one.question) < index ? 'It is answered twice' : otherwise(set, one)
      return says === undefined ? [] : [{ question: one.question, says }]
    }),
    ...problemsIn(set, answersIn(set, recorded)),
  ]
}

function otherwise(set: QuestionSet, { question: id, asked, of }: AskedAndAnswered): string | undefined {
  const question = questionCalled(set, id)
  if (question === undefined) return undefined
  if (question.asks !== asked) return `This set asks it as “${question.asks}”`
  return question.of === (of ?? 'child') ? undefined : `It is for the ${question.of} to answer`
}

function questionCalled(set: QuestionSet, id: string): Question | undefined {
  return questionsOf(set).find((one) => one.id === id)
}

import { answerTo, type Answers } from '../../../domain/interview/answers.ts'
import { asked } from '../../../domain/interview/asked.ts'
import { problemsIn } from '../../../domain/interview/problems-in.ts'
import {
  notSaidWords,
  type Chapter,
  type Question,
  type QuestionSet,
} from '../../../domain/interview/question-set.ts'
import { textProblem } from '../../forms/text.ts'
import type { UnderWay } from './under-way.ts'

type At = Pick<UnderWay, 'set' | 'answers'>

/** Where a question stands among those that are asked so far: later answers can add more, or take some away. */
export interface Standing {
  readonly question: Question
  readonly chapter: Chapter
  /** From 1. */
  readonly number: number
  readonly of: number
}

export function standingOf(at: At, id: string): Standing | undefined {
  const all = asked(at.set, at.answers)
  const index = all.findIndex((question) => question.id === id)
  const question = all[index]
  return question && { question, chapter: chapterOf(at.set, id), number: index + 1, of: all.length }
}

export function chapterOf({ chapters }: QuestionSet, id: string): Chapter {
  const found = chapters.find(({ questions }) => questions.some((one) => one.id === id))
  if (found === undefined) throw new Error(`No chapter of this set asks ${id}`)
  return found
}

/** The interviewer's own view comes after the child has gone. */
export function isApart({ chapter }: Pick<Chapter, 'chapter'>): boolean {
  return chapter === 'interviewers-view'
}

export type Next =
  | { readonly to: 'question'; readonly id: string }
  /** The child's part is over. */
  | { readonly to: 'thanks' }
  | { readonly to: 'answers' }

/** The next question after this one that nobody has answered; all of them where none is left. */
export function nextAfter(at: At, id: string): Next {
  const all = asked(at.set, at.answers)
  const from = all.findIndex((question) => question.id === id)
  const next = all.slice(from + 1).find((question) => !isAnswered(at, question))
  if (next === undefined) return { to: 'answers' }
  const isOver = isApart(chapterOf(at.set, next.id)) && !isApart(chapterOf(at.set, id))
  return isOver ? { to: 'thanks' } : { to: 'question', id: next.id }
}

/** The one before it, answered or not. */
export function before(at: At, id: string): Question | undefined {
  const all = asked(at.set, at.answers)
  const index = all.findIndex((question) => question.id === id)
  return index > 0 ? all[index - 1] : undefined
}

export function firstOpen(at: At, isOfInterviewer?: boolean): Question | undefined {
  return asked(at.set, at.answers).find(
    (question) =>
      !isAnswered(at, question) &&
      (isOfInterviewer === undefined || isApart(chapterOf(at.set, question.id)) === isOfInterviewer),
  )
}

function isAnswered(at: At, question: Question): boolean {
  return answerTo(at.answers, question) !== undefined && problemWith(at, question) === undefined
}

/** Why this answer cannot be kept as it is, in words for whoever can put it right. Nothing is said of no answer. */
export function problemWith(at: At, { id, asks }: Pick<Question, 'id' | 'asks'>): string | undefined {
  const words = at.answers[id]?.words
  const fault = words === undefined ? undefined : textProblem(words, `“${asks}”`)
  return fault ?? problemsIn(at.set, at.answers).find(({ question }) => question === id)?.says
}

/** What to do where a question was sent with nothing. */
export function nothingSaid({ kind, of }: Question): string {
  const first = kind === 'words' ? 'Write an answer' : 'Choose an answer'
  return `${first}, or “${notSaidWords[of]}”, or skip it for now`
}

/** Answers to questions that are asked no longer, because an answer before them was changed. Somebody said them. */
export function askedNoLonger({ set, answers }: At): readonly Question[] {
  const now = asked(set, answers)
  return set.chapters
    .flatMap(({ questions }) => questions)
    .filter((question) => !now.includes(question) && answerTo(answers, question) !== undefined)
}

export function answeredOf(at: At): { readonly answered: number; readonly of: number } {
  const all = asked(at.set, at.answers)
  return { answered: all.filter((question) => isAnswered(at, question)).length, of: all.length }
}

export function withAnswer(answers: Answers, id: string, answer: Answers[string] | undefined): Answers {
  return {
    ...Object.fromEntries(Object.entries(answers).filter(([one]) => one !== id)),
    ...(answer && { [id]: answer }),
  }
}

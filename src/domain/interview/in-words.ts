import { answerTo, wordsOf, type Answers } from './answers.ts'
import type { ChapterName, Question, QuestionSet, Speaker } from './question-set.ts'

/** A question and its answer, both as they were said. It is kept with the answers, so that a later edition rewrites
    nothing of what was asked on the day. */
export interface Said {
  readonly question: string
  readonly chapter: ChapterName
  readonly of: Speaker
  readonly asked: string
  /** The words of each option that was chosen, in the order of the question. */
  readonly chosen: readonly string[]
  /** To the letter. */
  readonly words?: string
  readonly notSaid?: true
}

/** Every answer to a question of this set, in its order, also one to a question that later answers took away: it was
    asked, and somebody answered. */
export function inWords(set: QuestionSet, answers: Answers): readonly Said[] {
  return set.chapters.flatMap(({ chapter, questions }) =>
    questions.flatMap((question) => {
      const said = saidTo(question, chapter, answers)
      return said === undefined ? [] : [said]
    }),
  )
}

function saidTo(question: Question, chapter: ChapterName, answers: Answers): Said | undefined {
  const answer = answerTo(answers, question)
  if (answer === undefined) return undefined
  const { chosen = [], notSaid } = answer
  const words = wordsOf(answer)
  return {
    question: question.id,
    chapter,
    of: question.of,
    asked: question.asks,
    chosen: question.options.filter(({ id }) => chosen.includes(id)).map(({ says }) => says),
    ...(words !== undefined && { words }),
    ...(notSaid && { notSaid }),
  }
}

import { answerTo, wordsOf, type Answers } from './answers.ts'
import { asked } from './asked.ts'
import type { QuestionSet, Speaker } from './question-set.ts'

/** A factor that an answer points to, with what it rests on. A person decides whether it is a finding. */
export interface SuggestedFinding {
  readonly code: string
  readonly question: string
  readonly of: Speaker
  /** What was asked, and which answer it was. */
  readonly asked: string
  readonly answered: string
  /** In their own words, where they gave any: what a finding can quote. */
  readonly words?: string
}

/** In the order of the questions. One factor stands as often as something points to it. */
export function suggestedFindings(set: QuestionSet, answers: Answers): readonly SuggestedFinding[] {
  return asked(set, answers).flatMap((question) => {
    const answer = answerTo(answers, question) ?? {}
    const { chosen = [] } = answer
    const words = wordsOf(answer)
    return question.options
      .filter(({ id }) => chosen.includes(id))
      .flatMap(({ says, suggests }) =>
        suggests.map((code) => ({
          code,
          question: question.id,
          of: question.of,
          asked: question.asks,
          answered: says,
          ...(words !== undefined && { words }),
        })),
      )
  })
}

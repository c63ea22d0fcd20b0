import type { EpisodePage } from '../../../../application/queries/episode-page.ts'
import { circumstances, clothing, lastSeen, medication, telephone, withWhom } from './answers.ts'
import { definition } from './definition.ts'
import { done } from './done.ts'
import type { Question } from './question.ts'

const whileLooking = [done, definition, lastSeen, circumstances, withWhom, clothing, telephone, medication]
const afterRinging = [lastSeen, clothing, withWhom, telephone, medication, circumstances, done, definition]

/** In the order in which they help: who is still looking is asked what was done and whether it is time to ring; who has
    rung is asked what police ask for first. */
export function questionsFor({ episode }: Pick<EpisodePage, 'episode'>): readonly Question[] {
  return episode.reported === undefined && !episode.worriedNow ? whileLooking : afterRinging
}

export function questionCalled(slug: string): Question | undefined {
  return afterRinging.find((question) => question.slug === slug)
}

/** The next question after this one that nobody has answered; none when all that follow are. */
export function nextAfter(shown: EpisodePage, slug?: string): Question | undefined {
  const questions = questionsFor(shown)
  const from = slug === undefined ? 0 : questions.findIndex((question) => question.slug === slug) + 1
  return questions.slice(from).find((question) => question.answered(shown) === undefined)
}

/** Who and worry were 1 and 2. */
export function numberOf(shown: EpisodePage, slug: string): number {
  return questionsFor(shown).findIndex((question) => question.slug === slug) + 3
}

import type { Refusal } from '../domain/episode/command.ts'
import type { NewEpisodeEntry } from '../domain/episode/entries.ts'
import { recordedProblems } from '../domain/interview/as-asked.ts'
import { questionSet, type QuestionSets } from './question-sets.ts'

/** What a write-up says was asked is held to the edition that it names, whoever sends it; one that names none is the
    interviewer's own account. Without sets there is nothing to hold it to. */
export function notAsAsked(sets: QuestionSets | undefined, entry: NewEpisodeEntry): Refusal | undefined {
  if (sets === undefined || entry.type !== 'interview-written-up' || entry.body.set === undefined)
    return undefined
  const { set, edition } = entry.body.set
  const named = questionSet(sets, set, edition)
  if (named === undefined) return { kind: 'no-such-questions', set, edition }
  const [first] = recordedProblems(named, entry.body.answers ?? [])
  return first && { kind: 'not-an-answer', ...first }
}

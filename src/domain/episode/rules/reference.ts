import type { Rule } from './question.ts'

export const answersAChallenge: Rule = ({ entry, entries, chronology }) => {
  if (entry.type !== 'challenge-answered') return undefined
  const { challenge } = entry.body
  if (!chronology.some(({ id }) => id === challenge)) return { kind: 'no-such-entry', entry: challenge }
  return entries.some(({ id, type }) => id === challenge && type === 'grade-challenged')
    ? undefined
    : { kind: 'not-a-challenge' }
}

/** A passage is of what a child said to an interviewer, or when they declined. */
export const passageOfAnInterview: Rule = ({ entry, entries, chronology }) => {
  if (entry.type !== 'passage-shared') return undefined
  const { interview } = entry.body
  if (!chronology.some(({ id }) => id === interview)) return { kind: 'no-such-entry', entry: interview }
  return entries.some(
    ({ id, type }) => id === interview && (type === 'interview-held' || type === 'interview-declined'),
  )
    ? undefined
    : { kind: 'not-an-interview' }
}

/** An answer may stand alone; one that names its question names one that was asked. */
export const answersAQuestion: Rule = ({ entry, entries }) => {
  if (entry.type !== 'answered' || entry.body.asked === undefined) return undefined
  const { asked } = entry.body
  return entries.some(({ id, type }) => id === asked && type === 'asked')
    ? undefined
    : { kind: 'no-such-entry', entry: asked }
}

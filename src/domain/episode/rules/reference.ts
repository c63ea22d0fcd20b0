import type { EntryId } from '../entry.ts'
import type { EntryType } from '../entries.ts'
import type { Refusal } from '../command.ts'
import { isAfter } from '../../../kernel/moment.ts'
import { othersOf, type Question, type Rule } from './question.ts'

export const answersAChallenge: Rule = ({ entry, entries, chronology }) => {
  if (entry.type !== 'challenge-answered') return undefined
  const { challenge } = entry.body
  if (!chronology.some(({ id }) => id === challenge)) return { kind: 'no-such-entry', entry: challenge }
  return entries.some(({ id, type }) => id === challenge && type === 'grade-challenged')
    ? undefined
    : { kind: 'not-a-challenge' }
}

/** A passage is of what a child said to an interviewer, or when they declined. */
export const passageOfAnInterview: Rule = (question) => {
  const { entry } = question
  if (entry.type !== 'passage-shared' && entry.type !== 'passage-not-shared') return undefined
  return naming(question, entry.body.interview, ['interview-held', 'interview-declined'], 'not-an-interview')
}

/** A write-up and an addition are of an interview that was held. */
export const ofAnInterviewHeld: Rule = (question) => {
  const { entry } = question
  if (entry.type !== 'interview-written-up' && entry.type !== 'interview-added-to') return undefined
  return naming(question, entry.body.interview, ['interview-held'], 'not-an-interview')
}

/** Written again only for a sending back of a write-up of the same interview. */
export const writtenAgain: Rule = (question) => {
  const { entry } = question
  if (entry.type !== 'interview-written-up' || entry.body.again === undefined) return undefined
  const { again, interview } = entry.body
  const back = othersOf(question, 'interview-sent-back').find(({ id }) => id === again)
  const sent = othersOf(question, 'interview-written-up').find(({ id }) => id === back?.body.writeUp)
  return sent?.body.interview === interview ? undefined : { kind: 'no-such-entry', entry: again }
}

/** A manager answers the write-up that waits, and not their own. */
export const answersTheWriteUp: Rule = (question) => {
  const { entry, entries } = question
  if (entry.type !== 'interview-approved' && entry.type !== 'interview-sent-back') return undefined
  const { writeUp } = entry.body
  const wrong = naming(question, writeUp, ['interview-written-up'], 'not-written-up')
  if (wrong !== undefined) return wrong
  const all = othersOf(question, 'interview-written-up')
  const written = all.find(({ id }) => id === writeUp)
  const of = written?.body.interview
  const last = all.filter(({ body }) => body.interview === of).toSorted((a, b) => a.sequence - b.sequence)
  const isAnswered = entries.some(
    (other) =>
      other.id !== entry.id &&
      (other.type === 'interview-approved' || other.type === 'interview-sent-back') &&
      other.body.writeUp === writeUp,
  )
  if (isAnswered || last.at(-1)?.id !== writeUp) return { kind: 'not-the-latest' }
  return written?.by.person === entry.by.person ? { kind: 'second-person-needed' } : undefined
}

export const answersTheRequest: Rule = (question) => {
  const { entry } = question
  return entry.type === 'host-answered'
    ? naming(question, entry.body.asked, ['host-asked'], 'not-asked-of-a-host')
    : undefined
}

export const answersTheTelling: Rule = (question) => {
  const { entry } = question
  return entry.type === 'telling-answered'
    ? naming(question, entry.body.telling, ['told-now'], 'not-a-telling')
    : undefined
}

/** One interview may be about several episodes: it was held in another, after this return, and counts from then. */
export const heldInTheOther: Rule = ({ entry, episode, circumstances }) => {
  if (entry.type !== 'interview-served') return undefined
  const { returned } = episode
  const held = circumstances.heldElsewhere.find(
    (one) => one.episode === entry.body.episode && one.interview === entry.body.interview,
  )
  const isOfThis =
    held !== undefined && returned !== undefined && !isAfter(returned.occurred.at, held.occurred.at)
  return isOfThis ? undefined : { kind: 'not-held-elsewhere' }
}

type Wrong = 'not-an-interview' | 'not-written-up' | 'not-asked-of-a-host' | 'not-a-telling'

function naming(
  { entries, chronology }: Question,
  named: EntryId,
  types: readonly EntryType[],
  wrong: Wrong,
): Refusal | undefined {
  if (!chronology.some(({ id }) => id === named)) return { kind: 'no-such-entry', entry: named }
  return entries.some(({ id, type }) => id === named && types.includes(type)) ? undefined : { kind: wrong }
}

/** An answer may stand alone; one that names its question names one that was asked. */
export const answersAQuestion: Rule = ({ entry, entries }) => {
  if (entry.type !== 'answered' || entry.body.asked === undefined) return undefined
  const { asked } = entry.body
  return entries.some(({ id, type }) => id === asked && type === 'asked')
    ? undefined
    : { kind: 'no-such-entry', entry: asked }
}

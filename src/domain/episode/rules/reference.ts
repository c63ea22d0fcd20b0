import type { EntryId } from '../entry.ts'
import type { EntryType } from '../entries.ts'
import type { Refusal } from '../command.ts'
import { sharedForIn, tellableIn } from '../return-bodies.ts'
import { isAfter, isBefore, type Moment } from '../../../kernel/moment.ts'
import { earliestOf } from '../occurred.ts'
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

/** Written again only for a sending back of a write-up of the same interview, and once for each. That the write-up which
    was sent back was itself recorded in error since takes nothing from what is missing. */
export const writtenAgain: Rule = (question) => {
  const { entry, chronology } = question
  if (entry.type !== 'interview-written-up') return undefined
  const { again, interview } = entry.body
  const ofThis = othersOf(question, 'interview-written-up').filter(({ body }) => body.interview === interview)
  if (again === undefined) return ofThis.length === 0 ? undefined : { kind: 'already-written-up' }
  const back = othersOf(question, 'interview-sent-back').find(({ id }) => id === again)
  const isOfThis = chronology.some(
    ({ id, type, body }) =>
      id === back?.body.writeUp && type === 'interview-written-up' && body.interview === interview,
  )
  if (!isOfThis) return { kind: 'no-such-entry', entry: again }
  return ofThis.some(({ body }) => body.again === again) ? { kind: 'already-written-up' } : undefined
}

/** A manager answers the write-up that waits, and not their own: not what they wrote, nor what they said and another wrote
    down, nor of an interview that they held. */
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
  const held = othersOf(question, 'interview-held').find(({ id }) => id === of)
  const theirs = [written?.by.name, written?.toldBy?.name, held?.body.interviewer]
  const isTheirs =
    written?.by.person === entry.by.person ||
    [entry.by.name, entry.toldBy?.name].some((name) => name !== undefined && theirs.includes(name))
  return isTheirs ? { kind: 'second-person-needed' } : undefined
}

/** Nobody answers for a host council but the one that was asked, or whoever asked it and was told. */
export const answersTheRequest: Rule = (question) => {
  const { entry } = question
  if (entry.type !== 'host-answered') return undefined
  const wrong = naming(question, entry.body.asked, ['host-asked'], 'not-asked-of-a-host')
  if (wrong !== undefined || entry.by.role !== 'host-council') return wrong
  const asked = othersOf(question, 'host-asked').find(({ id }) => id === entry.body.asked)
  return asked?.body.council === entry.by.organisation ? undefined : { kind: 'not-asked-of-a-host' }
}

export const answersTheTelling: Rule = (question) => {
  const { entry } = question
  return entry.type === 'telling-answered'
    ? naming(question, entry.body.telling, ['told-now'], 'not-a-telling')
    : undefined
}

/** Whoever is told at once is told where they work: its organisation reads what they were told. */
export const toldWhereTheyWork: Rule = ({ entry, circumstances }) => {
  if (entry.type !== 'told-now') return undefined
  const { to, with: organisation } = entry.body
  return circumstances.kindOf(organisation) === tellableIn[to] ? undefined : { kind: 'not-where-they-work' }
}

/** A passage goes to an organisation of the kind for which it is written. An older record may not say for whom. */
export const writtenForTheirKind: Rule = ({ entry, circumstances }) => {
  if (entry.type !== 'passage-shared' || entry.body.purpose === undefined) return undefined
  const needed = sharedForIn[entry.body.purpose]
  return circumstances.kindOf(entry.body.with) === needed ? undefined : { kind: 'not-their-kind', needed }
}

/** Nothing is answered before it is there: such an answer would end no duty, and leave nothing to answer. To the minute, as
    times are typed. */
export const afterWhatItAnswers: Rule = ({ entry, entries }) => {
  const named = answeredBy(entry)
  const early = entries.find(
    ({ id, occurred }) =>
      named.includes(id) && isBefore(entry.occurred.at, toTheMinute(earliestOf(occurred))),
  )
  return early && { kind: 'before-what-it-answers', at: early.occurred.at }
}

function toTheMinute(at: Moment): Moment {
  return `${at.slice(0, 16)}:00.000Z` as Moment
}

function answeredBy({ type, body }: Question['entry']): readonly (EntryId | undefined)[] {
  if (type === 'interview-written-up') return [body.interview, body.again]
  if (type === 'interview-approved' || type === 'interview-sent-back') return [body.writeUp]
  if (type === 'host-answered') return [body.asked]
  if (type === 'finding-recorded') return [body.from]
  if (type === 'action-agreed' || type === 'no-action-decided') return [body.finding]
  if (type === 'action-done' || type === 'action-ended') return [body.action]
  if (type === 'enquiry-saw-child' || type === 'enquiry-concluded') return [body.enquiry]
  return type === 'telling-answered' ? [body.telling] : []
}

/** One interview may be about several episodes: it was held in another, after this return, and counts from then. */
export const heldInTheOther: Rule = ({ entry, episode, circumstances }) => {
  if (entry.type !== 'interview-served') return undefined
  const { returned } = episode
  const held = circumstances.heldElsewhere.find(
    (one) => one.episode === entry.body.episode && one.interview === entry.body.interview,
  )
  const isOfThis =
    held !== undefined &&
    returned !== undefined &&
    held.occurred.at === entry.occurred.at &&
    !isAfter(returned.occurred.at, held.occurred.at)
  return isOfThis ? undefined : { kind: 'not-held-elsewhere' }
}

type Wrong =
  | 'not-an-interview'
  | 'not-written-up'
  | 'not-asked-of-a-host'
  | 'not-a-telling'
  | 'not-a-source'
  | 'not-a-finding'
  | 'not-an-action'
  | 'not-an-enquiry'

/** An entry of this episode that still stands, of one of these types. */
export function naming(
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

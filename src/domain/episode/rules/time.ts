import { isAfter, isBefore } from '../../../kernel/moment.ts'
import type { EntryType, NewEpisodeEntry } from '../entries.ts'
import type { Occurred } from '../entry.ts'
import { isSafe } from '../evolve.ts'
import { earliestOf, isStillToCome } from '../occurred.ts'
import { othersOf, type Question, type Rule } from './question.ts'

export const inTheFuture: Rule = ({ entry, now }) =>
  isStillToCome(entry.occurred, now) ? { kind: 'in-the-future', at: entry.occurred.at } : undefined

/** Duties are due to the minute from these, or done by them. */
const toTheMinute: ReadonlySet<EntryType> = new Set([
  'reported-missing',
  'risk-assessed',
  'located',
  'returned',
  'care-reported-missing',
  'care-located',
  'care-returned',
  'prevention-check-done',
  'interview-held',
])

/** A statutory return gives days, and whoever ends a spell that it left open may know no more. */
export const timeNeeded: Rule = ({ entry, episode }) => {
  if (entry.occurred.precision !== 'day' || !toTheMinute.has(entry.type)) return undefined
  const isOfAReturn = entry.type === 'returned' && episode.raised?.body.how === 'imported'
  return isOfAReturn ? undefined : { kind: 'time-needed' }
}

/** Things that answer to the concern. What was seen, done, asked or said before it is ordinary. */
const answersToTheConcern: ReadonlySet<EntryType> = new Set([
  'concern-reviewed',
  'threshold-assessed',
  'reported-missing',
  'risk-assessed',
  'located',
  'homecoming-agreed',
  'returned',
  'child-welcomed',
  'conversation-held',
  'care-reported-missing',
  'care-located',
  'care-returned',
  'care-conversation-held',
  'care-repair-agreed',
  'care-prevention-agreed',
  'prevention-check-done',
  'prevention-check-not-possible',
  'interview-offered',
  'interview-accepted',
  'interview-declined',
  'interview-arranged',
  'interview-attempted',
  'interview-held',
  'interview-not-held',
  'interview-served',
  'carers-account-taken',
  'host-asked',
  'host-answered',
  'interview-written-up',
  'interview-sent-back',
  'interview-approved',
  'episode-closed',
  'episode-reopened',
])

/** Held from both sides: nothing is put before the concern, and the concern is not put behind anything. */
export const beforeTheConcern: Rule = (question) => {
  const { entry, entries, episode } = question
  const concern = entry.type === 'concern-raised' ? entry : episode.raised
  const answers = entry.type === 'concern-raised' ? entries : [entry]
  const began = concern && earliestOf(beginningOf(concern, question))
  const early = answers.some(
    ({ type, occurred }) =>
      answersToTheConcern.has(type) && began !== undefined && isBefore(occurred.at, began),
  )
  return early ? { kind: 'before-the-concern' } : undefined
}

/** A return is read in months after the absence that it tells of: what was done about it then is no earlier than the day
    of the return. */
function beginningOf({ body, occurred }: Concern, question: Question): Occurred {
  return body.how === 'imported' ? (sightings(question)[0] ?? occurred) : occurred
}

type Concern = Extract<NewEpisodeEntry, { readonly type: 'concern-raised' }>

export const beforeTheLastSighting: Rule = (question) => {
  const { entry } = question
  const lastSeen = sightings(question).at(-1)
  if (entry.type !== 'returned' || lastSeen === undefined) return undefined
  const earliest = earliestOf(lastSeen)
  return isBefore(entry.occurred.at, earliest)
    ? { kind: 'before-the-last-sighting', lastSeen: earliest }
    : undefined
}

/** When the child was seen while away, the latest last. */
function sightings(question: Question): readonly Occurred[] {
  const seen = [
    ...othersOf(question, 'answered').filter(({ body }) => body.question === 'last-seen'),
    ...othersOf(question, 'located'),
    ...othersOf(question, 'returned').filter((entry) => !isSafe(entry)),
  ]
  return seen
    .map(({ occurred }) => occurred)
    .toSorted((a, b) => (isAfter(earliestOf(a), earliestOf(b)) ? 1 : -1))
}

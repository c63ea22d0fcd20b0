import { isAfter, isBefore } from '../../../kernel/moment.ts'
import type { EntryType } from '../entries.ts'
import { isSafe } from '../evolve.ts'
import { earliestOf } from '../occurred.ts'
import type { Question, Rule } from './question.ts'

export const notBegun: Rule = ({ entry, episode }) =>
  entry.type !== 'concern-raised' && episode.raised === undefined ? { kind: 'not-begun' } : undefined

export const alreadyBegun: Rule = ({ entry, episode }) =>
  entry.type === 'concern-raised' && episode.raised !== undefined ? { kind: 'already-begun' } : undefined

const stillAllowedWhenVoided: ReadonlySet<EntryType> = new Set([
  'acknowledged',
  'note-added',
  'episode-linked',
  'episode-closed',
  'episode-reopened',
])

/** What was about the wrong child, or never happened, takes no more facts: only those who were told are told so. The
    void itself may have been the error. */
export const voided: Rule = ({ entry, entries, episode }) => {
  if (!episode.voided || stillAllowedWhenVoided.has(entry.type)) return undefined
  if (entry.type === 'agency-informed' && entry.body.about === 'void') return undefined
  if (entry.type === 'recorded-in-error' && entry.body.scope.kind === 'entry') {
    const { entry: target } = entry.body.scope
    const isTheVoid = entries.some(
      ({ id, type, body }) =>
        id === target && type === 'recorded-in-error' && 'scope' in body && body.scope.kind === 'episode',
    )
    if (isTheVoid) return undefined
  }
  return { kind: 'voided' }
}

/** What adds to a closed record and asks nothing of anyone. Everything else reopens it first. */
const stillAllowedWhenClosed: ReadonlySet<EntryType> = new Set([
  'acknowledged',
  'agency-informed',
  'information-received',
  'intelligence-recorded',
  'interview-added-to',
  'passage-shared',
  'passage-not-shared',
  'finding-released',
  'finding-kept',
  'findings-compared',
  'action-done',
  'read-by-reviewing-officer',
  'note-added',
  'reference-given',
  'entry-corrected',
  'recorded-in-error',
  'episode-linked',
  'episode-reopened',
])

export const closed: Rule = ({ entry, episode }) =>
  episode.response === 'closed' && !stillAllowedWhenClosed.has(entry.type) ? { kind: 'closed' } : undefined

export const notClosed: Rule = ({ entry, episode }) =>
  entry.type === 'episode-reopened' && episode.response !== 'closed' ? { kind: 'not-closed' } : undefined

/** A new absence after the return is a new episode, even minutes later. What happened before the return and is written
    down late is not new. */
export const afterTheReturn: Rule = (question) => {
  const { entry, episode } = question
  const returned = episode.returned ?? episode.careReturned
  if (returned === undefined || returned.id === entry.id) return undefined
  if (entry.type === 'returned' && isSafe(entry)) return { kind: 'already-returned' }
  if (entry.type === 'care-returned') return { kind: 'already-returned' }
  // Nobody is at a place of safety and at another in one minute: what would be owed for the other could never be met.
  const isAbsence = ['threshold-assessed', 'reported-missing', 'returned', 'care-reported-missing'].includes(
    entry.type,
  )
  if (isAbsence && !isBefore(entry.occurred.at, returned.occurred.at)) return { kind: 'already-returned' }
  const isLater = isAfter(earliestOf(entry.occurred), returned.occurred.at)
  return isSightingAway(entry) && isLater ? { kind: 'already-returned' } : undefined
}

function isSightingAway(entry: Question['entry']): boolean {
  if (entry.type === 'answered') return entry.body.question === 'last-seen'
  return ['located', 'returned', 'care-located'].includes(entry.type)
}

export const alreadyReported: Rule = ({ entry, episode }) =>
  (entry.type === 'reported-missing' && episode.reported !== undefined) ||
  (entry.type === 'care-reported-missing' && episode.careReported !== undefined)
    ? { kind: 'already-reported' }
    : undefined

/** Nobody agrees that a child was to be home already. */
export const homeAfterAgreed: Rule = ({ entry }) =>
  entry.type === 'homecoming-agreed' && !isAfter(entry.body.byWhen, entry.occurred.at)
    ? { kind: 'home-before-agreed' }
    : undefined

/** Police were told when they say so: only they can say that they accepted. */
export const acceptedByPolice: Rule = ({ entry }) =>
  entry.type === 'reported-missing' &&
  entry.body.police.kind === 'accepted' &&
  entry.by.organisationKind !== 'police'
    ? { kind: 'police-accept-reports' }
    : undefined

const towardsTheChild: ReadonlySet<EntryType> = new Set([
  'enquiry-saw-child',
  'prevention-check-done',
  'prevention-check-not-possible',
  'child-welcomed',
  'conversation-held',
  'interview-offered',
  'interview-accepted',
  'interview-declined',
  'interview-arranged',
  'interview-attempted',
  'interview-held',
  'interview-served',
])

/** From death on nobody goes to the child. What was done before it may still be written down. */
export const hasDied: Rule = ({ entry, entries }) => {
  const death = entries.find((other) => other.type === 'located' && other.body.outcome === 'died')
  return towardsTheChild.has(entry.type) &&
    death !== undefined &&
    !isBefore(entry.occurred.at, death.occurred.at)
    ? { kind: 'has-died' }
    : undefined
}

/** A check and an interview are with a child who is back, or whom someone has in charge: in hospital, in custody. */
export const notReturned: Rule = ({ entry, entries }) => {
  if (!towardsTheChild.has(entry.type)) return undefined
  const isFound = entries.some(
    ({ type, occurred }) =>
      (type === 'located' || type === 'returned') && !isAfter(earliestOf(occurred), entry.occurred.at),
  )
  return isFound ? undefined : { kind: 'not-returned' }
}

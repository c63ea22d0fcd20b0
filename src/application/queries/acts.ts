import { mayFrom, type DeviceKind } from '../../domain/access/device.ts'
import { mayDo } from '../../domain/access/may.ts'
import { commands, type CommandName } from '../../domain/episode/command.ts'
import { holdersOf, isLeftToHolders, keptFromSearch } from '../../domain/episode/holders-of-care.ts'
import type { Author } from '../../domain/episode/entry.ts'
import type { Episode } from '../../domain/episode/state.ts'
import { unreachable } from '../../kernel/unreachable.ts'

/** What this person may do now, likeliest first. Only acts that the episode's state lets happen. */
export function actsFor(episode: Episode, author: Author, from?: DeviceKind): readonly CommandName[] {
  const likely = episode.raised?.body.subject.kind === 'care' ? forCare(episode, author) : likeliest(episode)
  return [...new Set(likely)].filter((name) => mayDo(author, name) && mayFrom(from, name))
}

function likeliest(episode: Episode): readonly CommandName[] {
  if (episode.voided) return ['inform-agency', 'add-note', 'link-episode', 'record-in-error']
  if (episode.died && episode.response !== 'closed')
    return [...(episode.reported === undefined ? (['report-missing'] as const) : []), ...onceDead, ...always]
  switch (episode.response) {
    case 'concern':
    case 'searching':
      return [
        ...(episode.worriedNow ? (['report-missing'] as const) : []),
        ...challenged(episode),
        ...whileLooking,
        ...always,
      ]
    case 'reported':
      return [...firstWhileMissing(episode), ...whileMissing, ...always]
    case 'returned':
      return [...challenged(episode), ...onceBack, ...always]
    case 'closed':
      return ['reopen-episode', 'add-note', 'inform-agency', 'record-information', ...late, ...rarely]
    default:
      return unreachable(episode.response)
  }
}

function firstWhileMissing(episode: Episode): readonly CommandName[] {
  return [
    ...(episode.grade === undefined ? (['assess-risk'] as const) : []),
    ...challenged(episode),
    ...(episode.located === undefined ? (['record-location'] as const) : []),
  ]
}

/** A challenge is answered even when the child has come back meanwhile. */
function challenged({ openChallenges }: Episode): readonly CommandName[] {
  return openChallenges.length > 0 ? ['answer-challenge'] : []
}

/** What was learned can come from anything that was said or seen, at any time, and leads somewhere. */
const findings: readonly CommandName[] = [
  'record-finding',
  'agree-action',
  'record-action-done',
  'decide-no-action',
  'end-action',
  'release-finding',
  'keep-finding',
  'compare-findings',
]

/** What social care does about harm, and the reviewing officer about an absence. */
const protecting: readonly CommandName[] = [
  'begin-enquiry',
  'record-child-seen',
  'conclude-enquiry',
  'record-reading',
  'call-review',
]

/** Whoever holds what is missing says what they know, and does nothing else. */
function forCare(episode: Episode, { role }: Author): readonly CommandName[] {
  if (episode.voided) return ['inform-agency', 'add-note', 'link-episode', 'record-in-error']
  const likely = likeliestForCare(episode)
  return keptFromSearch(holdersOf(episode.raised?.body.care)).has(role)
    ? likely.filter((name) => isLeftToHolders(commands[name]))
    : likely
}

function likeliestForCare({ response, careReported }: Episode): readonly CommandName[] {
  const search = ['record-care-returned', 'record-care-located', 'take-action', 'record-information'] as const
  switch (response) {
    case 'concern':
      return ['assess-threshold', 'report-care-missing', ...search, ...alwaysForCare]
    case 'searching':
    case 'reported':
      return [
        ...(careReported === undefined ? (['report-care-missing'] as const) : []),
        ...search,
        'consider-harm',
        'record-meeting',
        'assess-threshold',
        ...findingsOfCare,
        ...alwaysForCare,
      ]
    case 'returned':
      return [
        'record-care-conversation',
        'agree-care-repair',
        'agree-care-prevention',
        ...findingsOfCare,
        'consider-harm',
        'record-meeting',
        'update-plan',
        'review-concern',
        'close-episode',
        'record-information',
        ...alwaysForCare,
      ]
    case 'closed':
      return ['reopen-episode', 'add-note', 'inform-agency', 'record-information', ...rarely]
    default:
      return unreachable(response)
  }
}

const findingsOfCare: readonly CommandName[] = [
  'record-finding',
  'agree-action',
  'record-action-done',
  'decide-no-action',
  'end-action',
]

/** What follows from an interview: it can be held as soon as somebody has the child in charge. */
const ledger: readonly CommandName[] = [
  'write-up-interview',
  'approve-interview',
  'send-back-interview',
  'take-carers-account',
  'answer-for-host',
  'add-to-interview',
]

const whileLooking: readonly CommandName[] = [
  'take-action',
  'report-missing',
  'record-return',
  'assess-threshold',
  'record-location',
  'agree-homecoming',
  'record-information',
  'record-intelligence',
  'answer',
  'inform-agency',
  'assess-risk',
  'give-risk-view',
  'consider-harm',
  'record-meeting',
  ...protecting,
  ...ledger,
  ...findings,
]

const whileMissing: readonly CommandName[] = [
  'record-return',
  'agree-homecoming',
  'assess-risk',
  'record-information',
  'record-intelligence',
  'inform-agency',
  'give-risk-view',
  'challenge-grade',
  'consider-harm',
  'record-meeting',
  ...protecting,
  'record-location',
  'take-action',
  // Found and gone again: where the child is may change without a return.
  'assess-threshold',
  ...ledger,
  ...findings,
]

const onceBack: readonly CommandName[] = [
  'record-prevention-check',
  'record-check-not-possible',
  'record-welcome',
  'offer-interview',
  'record-interview',
  ...ledger,
  'record-conversation',
  'share-passage',
  'consider-harm',
  'consider-significance',
  ...protecting,
  ...findings,
  'inform-agency',
  'arrange-interview',
  'record-interview-accepted',
  'record-interview-declined',
  'record-interview-attempt',
  'record-interview-served',
  'ask-host',
  'decide-interview-not-held',
  'decide-not-to-share',
  'record-meeting',
  'update-plan',
  'review-concern',
  'close-episode',
  'record-information',
  'record-intelligence',
]

/** Nobody is sent to a child who has died. What is owed to others is said and settled, and the episode is closed. */
const onceDead: readonly CommandName[] = [
  'inform-agency',
  'record-information',
  'record-intelligence',
  ...ledger,
  'share-passage',
  'decide-not-to-share',
  ...findings,
  'consider-harm',
  'consider-significance',
  ...protecting,
  'record-meeting',
  'update-plan',
  'review-concern',
  'answer-challenge',
  'close-episode',
]

/** What police learn, and what a child agrees to, may come when all else is done. */
const late: readonly CommandName[] = [
  'record-intelligence',
  'add-to-interview',
  'share-passage',
  'decide-not-to-share',
  'record-action-done',
  'record-reading',
  'release-finding',
  'keep-finding',
  'compare-findings',
]

const rarely: readonly CommandName[] = ['give-reference', 'link-episode', 'share-episode', 'record-in-error']

const alwaysForCare: readonly CommandName[] = ['inform-agency', 'add-note', 'ask', 'answer', ...rarely]

const always: readonly CommandName[] = [
  'tell-now',
  'answer-telling',
  'inform-agency',
  'add-note',
  'ask',
  'answer',
  ...rarely,
]

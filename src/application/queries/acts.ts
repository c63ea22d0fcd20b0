import { mayDo } from '../../domain/access/may.ts'
import type { CommandName } from '../../domain/episode/command.ts'
import type { Author } from '../../domain/episode/entry.ts'
import type { Episode } from '../../domain/episode/state.ts'
import { unreachable } from '../../kernel/unreachable.ts'

/** What this person may do now, likeliest first. Only acts that the episode's state lets happen. */
export function actsFor(episode: Episode, author: Author): readonly CommandName[] {
  return [...new Set(likeliest(episode))].filter((name) => mayDo(author, name))
}

function likeliest(episode: Episode): readonly CommandName[] {
  if (episode.voided) return ['inform-agency', 'add-note']
  switch (episode.response) {
    case 'concern':
    case 'searching':
      return [...(episode.worriedNow ? (['report-missing'] as const) : []), ...whileLooking, ...always]
    case 'reported':
      return [...firstWhileMissing(episode), ...whileMissing, ...always]
    case 'returned':
      return [...onceBack, ...always]
    case 'closed':
      return ['reopen-episode', 'add-note', 'inform-agency']
    default:
      return unreachable(episode.response)
  }
}

function firstWhileMissing(episode: Episode): readonly CommandName[] {
  return [
    ...(episode.grade === undefined ? (['assess-risk'] as const) : []),
    ...(episode.openChallenges.length > 0 ? (['answer-challenge'] as const) : []),
    ...(episode.located === undefined ? (['record-location'] as const) : []),
  ]
}

const whileLooking: readonly CommandName[] = [
  'take-action',
  'report-missing',
  'record-return',
  'assess-threshold',
  'record-location',
  'record-information',
  'answer',
]

const whileMissing: readonly CommandName[] = [
  'record-return',
  'assess-risk',
  'record-information',
  'inform-agency',
  'give-risk-view',
  'challenge-grade',
  'consider-harm',
  'record-meeting',
  'record-location',
  'take-action',
  'give-reference',
]

const onceBack: readonly CommandName[] = [
  'record-prevention-check',
  'record-check-not-possible',
  'offer-interview',
  'record-interview',
  'consider-harm',
  'consider-significance',
  'inform-agency',
  'arrange-interview',
  'record-interview-declined',
  'record-interview-attempt',
  'record-meeting',
  'update-plan',
  'review-concern',
  'close-episode',
  'give-reference',
  'record-information',
]

const always: readonly CommandName[] = ['inform-agency', 'add-note', 'ask', 'answer', 'record-in-error']

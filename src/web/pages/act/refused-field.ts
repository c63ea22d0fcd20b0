import type { Refusal } from '../../../domain/episode/command.ts'
import { refusalInWords } from '../../../domain/episode/refusals.ts'
import type { FieldError } from '../../components/errors.ts'

/** The question that a refusal is about, where a form asks it; otherwise the form as a whole. */
const fields: Partial<Record<Refusal['kind'], readonly string[]>> = {
  'in-the-future': ['newTime-time', 'occurred-time'],
  'time-needed': ['newTime-time', 'occurred-time'],
  'before-the-last-sighting': ['newTime-time', 'occurred-time'],
  'before-what-it-answers': ['newTime-time', 'occurred-time'],
  'before-the-concern': ['newTime-time', 'occurred-time'],
  'later-than-recorded': ['newTime-time'],
  'death-is-established': ['outcome'],
  'not-a-level-of-this-force': ['level'],
  'supervisor-needed': ['supervisor'],
  'review-not-after-grade': ['nextReview-time'],
  'history-is-no-reason': ['reason', 'why', 'answer'],
  'cares-for-the-child': ['interviewer'],
  'allocated-worker-needs-reason': ['whyAllocatedWorker'],
  'not-the-childs-own-answer': ['childsOwnAnswer'],
  'evidence-needed': ['evidence'],
  'corrects-nothing': ['newTime-time'],
  'not-a-challenge': ['challenge'],
  'not-an-interview': ['interview'],
  'not-held-elsewhere': ['interview'],
  'not-written-up': ['writeUp'],
  'not-the-latest': ['writeUp'],
  'already-written-up': ['interview'],
  'not-asked-of-a-host': ['asked'],
  'not-a-telling': ['telling'],
  'not-where-they-work': ['told'],
  'not-a-source': ['from'],
  'not-a-finding': ['finding'],
  'due-before-agreed': ['byWhen-time'],
  'not-an-action': ['action'],
  'action-already-ended': ['action'],
  'compared-with-itself': ['other'],
  'not-an-enquiry': ['enquiry'],
  'enquiry-already-concluded': ['enquiry'],
  'home-before-agreed': ['byWhen-time'],
  'no-such-entry': ['entry', 'challenge', 'to'],
}

/** A refusal as errors of the form `shown`: each at its question, and each duty at its own. */
export function refusalErrors(refusal: Refusal, shown: string): readonly FieldError[] {
  if (refusal.kind !== 'duties-open')
    return [{ field: refusedField(refusal, shown), message: refusalInWords(refusal) }]
  return refusal.duties.map(({ duty, title }) => ({
    field: shown.includes(`id="left-${duty}"`) ? `left-${duty}` : 'act',
    message: `Still owed: ${title}. Do it first, or say why it may stay undone.`,
  }))
}

function refusedField(refusal: Refusal, shown: string): string {
  const candidates = refusal.kind === 'left-blank' ? [refusal.field] : (fields[refusal.kind] ?? [])
  return candidates.find((field) => shown.includes(`id="${field}"`)) ?? 'act'
}

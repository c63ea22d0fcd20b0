import type { Refusal } from '../../../domain/episode/command.ts'

/** The question that a refusal is about, where a form asks it; otherwise the form as a whole. */
const fields: Partial<Record<Refusal['kind'], readonly string[]>> = {
  'in-the-future': ['newTime-time', 'occurred-time'],
  'before-the-last-sighting': ['newTime-time', 'occurred-time'],
  'before-the-concern': ['newTime-time', 'occurred-time'],
  'later-than-recorded': ['newTime-time'],
  'not-a-level-of-this-force': ['level'],
  'supervisor-needed': ['supervisor'],
  'review-not-after-grade': ['nextReview-time'],
  'history-is-no-reason': ['reason', 'why', 'answer'],
  'cares-for-the-child': ['caresForChild'],
  'allocated-worker-needs-reason': ['whyAllocatedWorker'],
  'not-the-childs-own-answer': ['childsOwnAnswer'],
  'evidence-needed': ['evidence'],
  'corrects-nothing': ['newTime-time'],
  'not-a-challenge': ['challenge'],
  'no-such-entry': ['entry', 'challenge', 'to'],
}

export function refusedField(refusal: Refusal, shown: string): string {
  const candidates =
    refusal.kind === 'duties-open'
      ? refusal.duties.map(({ duty }) => `left-${duty}`)
      : (fields[refusal.kind] ?? [])
  return candidates.find((field) => shown.includes(`id="${field}"`)) ?? 'act'
}

import type { EntryType } from './entries.ts'

/** What an entry is called inside a sentence: "4 hours from the return at 22:40". */
const words: Readonly<Record<EntryType, string>> = {
  'concern-raised': 'the concern',
  'action-taken': 'the action',
  'concern-reviewed': 'the review of the concern',
  'threshold-assessed': 'the answer about worry',
  'reported-missing': 'the report to police',
  'risk-assessed': 'the risk grade',
  'risk-view-given': 'the view on risk',
  'grade-challenged': 'the challenge',
  'challenge-answered': 'the answer to the challenge',
  'agency-informed': 'the telling',
  asked: 'the question',
  answered: 'the answer',
  'information-received': 'the information',
  'intelligence-recorded': 'the intelligence',
  'meeting-held': 'the meeting',
  located: 'the moment the child was located',
  returned: 'the return',
  acknowledged: 'the acknowledgement',
  'reference-given': 'the reference',
  'prevention-check-done': 'the prevention check',
  'prevention-check-not-possible': 'the attempt at a prevention check',
  'interview-offered': 'the offer of an interview',
  'interview-declined': 'the refusal of the interview',
  'interview-arranged': 'the arrangement of the interview',
  'interview-attempted': 'the attempt at an interview',
  'interview-held': 'the interview',
  'passage-shared': 'the sharing of a passage',
  'harm-considered': 'the decision about harm',
  'significance-considered': 'the decision about significance',
  'plan-updated': 'the update of the plan',
  'note-added': 'the note',
  'entry-corrected': 'the correction',
  'recorded-in-error': 'the entry that it was recorded in error',
  'episode-linked': 'the link',
  'episode-shared': 'the sharing',
  'episode-closed': 'the closing',
  'episode-reopened': 'the reopening',
}

export function entryInWords(type: EntryType): string {
  return words[type]
}

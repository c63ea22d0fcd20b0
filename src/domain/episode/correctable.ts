import type { EntryType, EpisodeBodies } from './entries.ts'
import { sectionOf, sectionOfEntry } from './sections.ts'

type Fields = { readonly [T in EntryType]: readonly (keyof EpisodeBodies[T])[] }

/** What a correction may say anew. Not: whom the episode is about, its reference and editions; to which entry another
    belongs; corrections and voids. What is kept apart from its entry would be laid open by a correction, so it is left out
    too. */
const correctable: Fields = {
  'concern-raised': ['expectedAt', 'expectedBy', 'whereabouts', 'where', 'authorisation', 'how'],
  'action-taken': ['action', 'outcome'],
  'concern-reviewed': ['outcome'],
  'threshold-assessed': [
    'worriedNow',
    'why',
    'outOfCharacter',
    'maySufferCrime',
    'riskToSelfOrOthers',
    'whereabouts',
    'where',
    'authorisation',
  ],
  'reported-missing': ['police', 'account'],
  'risk-assessed': ['level', 'accountOf', 'indicators', 'reason', 'firstActions', 'nextReview', 'supervisor'],
  'risk-view-given': ['level', 'reason'],
  'grade-challenged': ['reason'],
  'challenge-answered': ['answer'],
  'agency-informed': ['role', 'about', 'told'],
  asked: ['question', 'text', 'of'],
  answered: ['question', 'text'],
  'information-received': ['from', 'text', 'place', 'seenInAreaOf'],
  'intelligence-recorded': ['text', 'source', 'assessment', 'handling', 'conditions'],
  'meeting-held': ['kind', 'attended', 'decided', 'cause', 'support', 'parts'],
  located: ['seenBy', 'howKnown', 'inChargeOf', 'where', 'outcome'],
  returned: ['to', 'placeOfSafety', 'how', 'condition'],
  acknowledged: [],
  'reference-given': ['reference', 'police'],
  'prevention-check-done': ['officer', 'where', 'faceToFace', 'alone', 'said', 'harm', 'offences'],
  'prevention-check-not-possible': ['because', 'whatThen'],
  'interview-offered': ['how', 'by', 'choice'],
  'interview-declined': ['toldTo', 'childsOwnAnswer'],
  'interview-arranged': ['at', 'where', 'interviewer'],
  'interview-attempted': ['because'],
  'interview-held': [
    'interviewer',
    'caresForChild',
    'allocatedWorker',
    'whyAllocatedWorker',
    'where',
    'present',
  ],
  'passage-shared': ['why'],
  'harm-considered': ['answer', 'reason', 'strategyMeeting'],
  'significance-considered': ['significant', 'reason', 'assessments', 'plans', 'additional'],
  'plan-updated': ['what'],
  'note-added': ['text'],
  'entry-corrected': [],
  'recorded-in-error': [],
  'episode-linked': ['as'],
  'episode-shared': ['why'],
  'episode-closed': ['summary'],
  'episode-reopened': ['reason'],
}

export function isCorrectable(type: EntryType, field: string): boolean {
  const fields: readonly string[] = correctable[type]
  return fields.includes(field) && sectionOf(type, field) === sectionOfEntry(type)
}

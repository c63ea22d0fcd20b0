import type { HomecomingLead, SharedFor } from '../../../domain/episode/return-bodies.ts'
import type {
  Authorisation,
  EpisodeBodies,
  LocatedOutcome,
  MeetingKind,
  RiskLevel,
  Tidings,
  Whereabouts,
  YesNoUnknown,
} from '../../../domain/episode/entries.ts'
import type { Handling, IntelligenceGrade, SourceGrade } from '../../../domain/episode/intelligence.ts'
import type { Means } from '../../../domain/episode/entry.ts'

/** Values of the record as people say them, in forms and in the chronology alike. */

export const riskWords: Readonly<Record<RiskLevel, string>> = {
  'no-apparent-risk': 'no apparent risk',
  low: 'low',
  medium: 'medium',
  high: 'high',
}

export const sourceWords: Readonly<Record<SourceGrade, string>> = {
  reliable: 'reliable',
  untested: 'untested',
  'not-reliable': 'not reliable',
}

export const assessmentWords: Readonly<Record<IntelligenceGrade, string>> = {
  'known-directly': 'known directly to the source',
  corroborated: 'known indirectly, but corroborated',
  'known-indirectly': 'known indirectly',
  'not-known': 'not known',
  'suspected-false': 'suspected to be false',
}

export const handlingWords: Readonly<Record<Handling, string>> = {
  'may-be-shared': 'may be shared within the law',
  'may-be-shared-with-conditions': 'may be shared within the law, under conditions',
}

export const whereaboutsWords: Readonly<Record<Whereabouts, string>> = {
  unknown: 'whereabouts unknown',
  'known-elsewhere': 'known place, not safe or not agreed',
  'where-expected': 'where expected',
}

export const authorisationWords: Readonly<Record<Authorisation, string>> = {
  authorised: 'agreed',
  late: 'late',
  'not-authorised': 'not agreed',
}

export const outcomeWords: Readonly<Record<LocatedOutcome, string>> = {
  well: 'well',
  harmed: 'harmed',
  hospital: 'in hospital',
  custody: 'in custody',
  abroad: 'abroad',
  died: 'has died',
}

export const meansWords: Readonly<Record<Means, string>> = {
  telephone: 'by telephone',
  'in-person': 'in person',
  message: 'by message',
  email: 'by email',
  letter: 'by letter',
  system: 'through another system',
}

export const tidingsWords: Readonly<Record<Tidings, string>> = {
  concern: 'the concern',
  report: 'the report to police',
  location: 'the location',
  return: 'the return',
  void: 'the error',
}

export const returnWords: Readonly<Record<EpisodeBodies['returned']['how'], string>> = {
  'by-themselves': 'by themselves',
  'brought-by-police': 'brought by police',
  'brought-by-carer': 'brought by a carer',
  'brought-by-family': 'brought by family',
  'brought-by-other': 'brought by someone else',
}

export const meetingWords: Readonly<Record<MeetingKind, string>> = {
  strategy: 'Strategy meeting',
  'at-24-hours': 'Meeting at 24 hours',
  'at-48-hours': 'Meeting at 48 hours',
  'at-72-hours': 'Meeting at 72 hours',
  weekly: 'Weekly meeting',
  repeat: 'Meeting about repeated absence',
  'cause-and-support': 'Meeting about cause and support',
  'protection-conference': 'Initial child protection conference',
  'early-review': 'Early review',
}

export const yesNoWords: Readonly<Record<YesNoUnknown, string>> = {
  yes: 'yes',
  no: 'no',
  'not-known': 'not known',
}

/** Questions that the protocol waits for an answer to, and those of a report; anything else is said in its own words. */
const questions: Readonly<Record<string, string>> = {
  'last-seen': 'Last seen',
  left: 'When the child left',
  circumstances: 'What happened',
  clothing: 'Wearing',
  'with-whom': 'With whom',
  telephone: 'Telephone',
  medication: 'Medication',
  'placement-notice': 'Did the host council have notice of the placement?',
  'regulator-told': 'Must the regulator be told?',
  'section-47': 'No section 47 enquiry, because',
  'plan-for-tonight': 'Plan for tonight',
  'exploitation-assessed': 'Assessment of exploitation',
  'national-referral': 'National Referral Mechanism: referred, or not, because',
  'exploitation-team': 'Referral to the exploitation team',
  disruption: 'Disruption: who does what about whoever exploits',
  'still-missing': 'Still missing?',
  'designated-officer-told': 'The designated officer: who was told, and when',
  'shut-out-done': 'Shut out of the record: who, and until when',
  'complaint-begun': 'The complaint: with whom it was begun, and who stands beside the child',
  'advocate-told': 'The advocate: who was told, and when',
  'commissioner-told': 'The commissioner: who was told, and when',
  'childs-risk-and-plan': 'The child’s own risk and missing plan: what was looked at, and what changes',
  'care-lost': 'Why this Care has been unknown for so long, and what is done',
  other: 'Question',
}

export function questionWords(question: string): string {
  return Object.hasOwn(questions, question)
    ? (questions[question] ?? question)
    : question.replaceAll('-', ' ')
}

export const sharedForWords: Readonly<Record<SharedFor, string>> = {
  carer: 'whoever cares for the child',
  'police-intelligence': 'police, as intelligence',
  'placing-council': 'the council that placed the child',
  school: 'school',
  health: 'health',
}

export const leadWords: Readonly<Record<HomecomingLead, string>> = {
  council: 'led by the responsible council',
  'police-danger': 'led by police, because there is danger',
  'police-power': 'led by police, by a power of theirs',
}

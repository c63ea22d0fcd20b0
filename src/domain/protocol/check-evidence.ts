import {
  authorisations,
  locatedOutcomes,
  meetingKinds,
  riskLevels,
  tidings,
  whereaboutsValues,
} from '../episode/entries.ts'
import { means } from '../episode/entry.ts'
import { enquiryOutcomes } from '../episode/protection-bodies.ts'
import { homecomingLeads, tellable } from '../episode/return-bodies.ts'
import { roles, type Role } from '../episode/roles.ts'
import { listOf } from './read-fields.ts'
import type { RecordType } from './own-record.ts'
import type { Evidence, FieldValue } from './protocol.ts'

type Values = readonly FieldValue[] | 'any text'

const truth = [true, false] as const

/** The fields that a clause may ask about, and what each can hold. A value that no entry can have would make a duty that
    nothing starts or meets. */
const askable: Partial<Record<RecordType, Readonly<Record<string, Values>>>> = {
  'concern-raised': {
    whereabouts: whereaboutsValues,
    authorisation: authorisations,
    how: ['noticed', 'told', 'imported'],
    'subject.kind': ['child', 'care'],
    'care.danger': ['yes', 'no', 'not-known'],
    'care.harmByWorker': truth,
    'care.complaint': truth,
  },
  'threshold-assessed': {
    worriedNow: truth,
    whereabouts: whereaboutsValues,
    authorisation: authorisations,
  },
  'risk-assessed': { level: riskLevels },
  'risk-view-given': { level: riskLevels },
  'agency-informed': { role: roles, about: tidings, 'told.kind': ['told', 'one-not-told', 'not-told'] },
  asked: { question: 'any text', of: roles },
  answered: { question: 'any text' },
  'meeting-held': { kind: meetingKinds },
  located: { outcome: locatedOutcomes },
  'homecoming-agreed': { led: homecomingLeads },
  returned: { placeOfSafety: truth },
  'told-now': { to: tellable },
  'host-answered': { accepted: truth },
  'finding-recorded': { ofConcern: truth },
  'action-agreed': { owner: roles },
  'prevention-check-done': { faceToFace: truth },
  'interview-declined': { childsOwnAnswer: truth },
  'interview-held': { caresForChild: truth, allocatedWorker: truth },
  'care-reported-missing': { to: roles },
  'care-returned': { childSays: ['yes', 'no', 'not-known'] },
  'care-conversation-held': { harm: ['yes', 'no', 'not-known'], chosenByChild: truth },
  'harm-considered': {
    answer: ['suffered', 'at-risk', 'neither'],
    exploitation: ['yes', 'no', 'not-known'],
  },
  'enquiry-saw-child': { alone: truth },
  'enquiry-concluded': { outcome: enquiryOutcomes },
  'significance-considered': { significant: truth },
  'child-wrote': { notSafe: [true] },
  'child-answered': { means },
  'recorded-in-error': { 'scope.kind': ['episode', 'entry'] },
}

/** Only police grade police risk and answer for it. */
const writtenOnlyBy: Partial<Record<RecordType, readonly Role[]>> = {
  'risk-assessed': ['police', 'police-supervisor'],
}

/** Why no entry can ever be this evidence, in words; nothing when one can. */
export function impossible(evidence: Evidence): string | undefined {
  const fields = askable[evidence.entry] ?? {}
  for (const [field, wanted] of Object.entries(evidence.where ?? {})) {
    const values = fields[field]
    if (values === undefined) return `${evidence.entry} has no field "${field}" that a clause may ask about`
    const never = (listOf(wanted) as readonly FieldValue[]).find((value) => !canHold(values, value))
    if (never !== undefined) return `${evidence.entry} never has ${field} "${String(never)}"`
  }
  return evidence.by === undefined ? undefined : neverBy(evidence.entry, evidence.by)
}

export function neverBy(entry: RecordType, role: Role): string | undefined {
  const writers = writtenOnlyBy[entry]
  return writers === undefined || writers.includes(role) ? undefined : `${entry} is never written by ${role}`
}

function canHold(values: Values, value: FieldValue): boolean {
  return values === 'any text' ? typeof value === 'string' : values.includes(value)
}

import {
  authorisations,
  locatedOutcomes,
  meetingKinds,
  riskLevels,
  tidings,
  whereaboutsValues,
  type EntryType,
} from '../../domain/episode/entries.ts'
import { means } from '../../domain/episode/entry.ts'
import { handlings, intelligenceGrades, sourceGrades } from '../../domain/episode/intelligence.ts'
import { careFields, careMissing } from './care-bodies.ts'
import { findingFields } from './finding-bodies.ts'
import { protectionFields } from './protection-bodies.ts'
import { anything, flag, kinds, listOf, mapOf, moment, oneOf, role, shape, text } from './reading.ts'
import { returnFields, type FieldsOf } from './return-bodies.ts'

type FieldsOfEvery = { readonly [T in EntryType]: FieldsOf<T> }

const yesNo = oneOf(['yes', 'no', 'not-known'])
const level = oneOf(riskLevels)
const otherChildren = listOf(text)

/** How each field of `data` is read, by the type of the entry. A field that the record gains does not compile until it
    is here too. */
export const fieldsOfData: FieldsOfEvery = {
  ...returnFields,
  ...careFields,
  ...findingFields,
  ...protectionFields,
  'concern-raised': {
    subject: kinds({ child: {}, care: {} }),
    reference: text,
    partnership: text,
    editions: listOf(shape({ protocol: text, edition: text })),
    expectedAt: text,
    expectedBy: moment,
    whereabouts: oneOf(whereaboutsValues),
    where: text,
    authorisation: oneOf(authorisations),
    how: oneOf(['noticed', 'told', 'imported']),
    care: careMissing,
    why: text,
    aboutSetting: text,
    childsAccount: text,
  },
  'action-taken': { action: text, outcome: text, otherChildren },
  'concern-reviewed': { outcome: text },
  'threshold-assessed': {
    worriedNow: flag,
    why: text,
    outOfCharacter: yesNo,
    maySufferCrime: yesNo,
    riskToSelfOrOthers: yesNo,
    whereabouts: oneOf(whereaboutsValues),
    where: text,
    authorisation: oneOf(authorisations),
  },
  'reported-missing': {
    police: kinds({ rang: { number: text, callTaker: text }, accepted: { post: text } }),
    account: text,
    otherChildren,
  },
  'risk-assessed': {
    level,
    accountOf: text,
    indicators: listOf(text),
    reason: text,
    firstActions: text,
    nextReview: moment,
    supervisor: text,
  },
  'risk-view-given': { level, reason: text },
  'grade-challenged': { reason: text },
  'challenge-answered': { challenge: text, answer: text },
  'agency-informed': {
    role,
    about: oneOf(tidings),
    told: kinds({
      told: { who: text, means: oneOf(means) },
      'one-not-told': { who: text, because: text },
      'not-told': { because: text },
    }),
  },
  asked: { question: text, text, of: role },
  answered: { question: text, text, asked: text, otherChildren },
  'information-received': {
    from: text,
    text,
    place: text,
    seenInAreaOf: text,
    intelligence: text,
    otherChildren,
  },
  'intelligence-recorded': {
    text,
    source: oneOf(sourceGrades),
    assessment: oneOf(intelligenceGrades),
    handling: oneOf(handlings),
    conditions: text,
  },
  'meeting-held': {
    kind: oneOf(meetingKinds),
    invited: text,
    attended: text,
    shared: text,
    decided: text,
    cause: text,
    support: text,
    parts: text,
    otherChildren,
  },
  located: {
    seenBy: text,
    howKnown: text,
    inChargeOf: text,
    where: text,
    outcome: oneOf(locatedOutcomes),
    otherChildren,
  },
  acknowledged: { of: kinds({ rung: { duty: text, role }, entry: { entry: text } }) },
  'reference-given': { reference: text, police: flag },
  'harm-considered': {
    answer: oneOf(['suffered', 'at-risk', 'neither']),
    reason: text,
    strategyMeeting: text,
    exploitation: yesNo,
  },
  'significance-considered': {
    significant: flag,
    reason: text,
    assessments: text,
    plans: text,
    additional: text,
  },
  'plan-updated': { what: text },
  'note-added': { text, otherChildren },
  'entry-corrected': {
    corrects: text,
    occurred: shape({ at: moment, precision: oneOf(['minute', 'about', 'day']) }),
    changes: mapOf(anything),
    reason: text,
    evidence: text,
    otherChildren,
    needsSecond: flag,
  },
  'recorded-in-error': {
    scope: kinds({ episode: {}, entry: { entry: text } }),
    why: oneOf(['wrong-child', 'duplicate', 'did-not-happen']),
    reason: text,
    needsSecond: flag,
  },
  'episode-shared': { with: text, name: text, why: text },
  'episode-linked': { to: text, as: oneOf(['together', 'previous', 'duplicate']) },
  'episode-closed': { summary: text, leftOpen: mapOf(text) },
  'episode-reopened': { reason: text },
}

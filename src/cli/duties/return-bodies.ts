import type { EntryType, EpisodeBodies } from '../../domain/episode/entries.ts'
import { means } from '../../domain/episode/entry.ts'
import {
  homecomingLeads,
  sharedFor,
  tellable,
  type HomecomingBodies,
  type InterviewBodies,
} from '../../domain/episode/return-bodies.ts'
import { flag, listOf, moment, oneOf, shape, text, type Taking } from './reading.ts'

export type FieldsOf<T extends EntryType> = { readonly [F in keyof EpisodeBodies[T]]-?: Taking }

const yesNo = oneOf(['yes', 'no', 'not-known'])
const otherChildren = listOf(text)

/** How each field of `data` is read, of what comes with and after a return. */
export const returnFields: {
  readonly [T in keyof HomecomingBodies | keyof InterviewBodies]: FieldsOf<T>
} = {
  'homecoming-agreed': {
    led: oneOf(homecomingLeads),
    who: text,
    byWhen: moment,
    how: text,
    otherwise: text,
    otherChildren,
  },
  returned: {
    to: text,
    placeOfSafety: flag,
    how: oneOf([
      'by-themselves',
      'brought-by-police',
      'brought-by-carer',
      'brought-by-family',
      'brought-by-other',
    ]),
    condition: text,
    otherChildren,
  },
  'child-welcomed': { food: text, rest: text, medical: text, evidence: text, tonight: text, otherChildren },
  'conversation-held': { with: text, said: text, agreed: text, otherChildren },
  'told-now': {
    to: oneOf(tellable),
    with: text,
    name: text,
    who: text,
    means: oneOf(means),
    passage: text,
    otherChildren,
  },
  'telling-answered': { telling: text, did: text },
  'prevention-check-done': {
    officer: text,
    where: text,
    faceToFace: flag,
    alone: yesNo,
    withWhom: text,
    language: text,
    said: text,
    harm: yesNo,
    offences: text,
    whoHadThem: text,
    intelligence: text,
    otherChildren,
  },
  'prevention-check-not-possible': { because: text, whatThen: text },
  'interview-offered': { how: oneOf(means), by: text, choice: text, explained: text },
  'interview-accepted': { toldTo: text, childsWords: text },
  'interview-declined': { toldTo: text, childsOwnAnswer: flag, childsWords: text, keptOpen: text },
  'interview-arranged': { at: moment, where: text, interviewer: text },
  'interview-attempted': { because: text },
  'interview-held': {
    interviewer: text,
    caresForChild: flag,
    allocatedWorker: flag,
    whyAllocatedWorker: text,
    where: text,
    present: text,
    interpreter: text,
    advocate: text,
    childsWords: text,
    shared: text,
  },
  'interview-not-held': { reason: text },
  'interview-served': { episode: text, interview: text },
  'carers-account-taken': { from: text, account: text, otherChildren },
  'host-asked': { council: text, name: text, why: text },
  'host-answered': { asked: text, accepted: flag, reason: text },
  'interview-written-up': {
    interview: text,
    again: text,
    set: shape({ set: text, edition: text }),
    answers: listOf(shape({ question: text, asked: text, chosen: listOf(text), words: text, notSaid: flag })),
    view: text,
  },
  'interview-sent-back': { writeUp: text, comments: text },
  'interview-approved': { writeUp: text },
  'interview-added-to': { interview: text, text },
  'passage-shared': {
    interview: text,
    with: text,
    name: text,
    why: text,
    basis: text,
    wished: text,
    purpose: oneOf(sharedFor),
    finding: text,
    passage: text,
    otherChildren,
  },
  'passage-not-shared': {
    interview: text,
    name: text,
    why: text,
    basis: text,
    wished: text,
    purpose: oneOf(sharedFor),
    finding: text,
    passage: text,
  },
}

import { isRole, roleLabel } from '../episode/roles.ts'
import type { RecordType } from './own-record.ts'
import type { Evidence, FieldValue } from './protocol.ts'
import { listOf } from './read-fields.ts'

type Fields = (field: string) => readonly FieldValue[]

/** What happens, to follow 'when': in the present, as a person would say it. */
const events: Readonly<Record<RecordType, string | ((has: Fields) => string)>> = {
  'concern-raised': (has) => `a concern is ${has('how').length === 0 ? 'raised' : either(has('how'))}`,
  'action-taken': 'someone does something to find the child',
  'concern-reviewed': 'the concern is read by a named person, who says so',
  'threshold-assessed': (has) =>
    has('worriedNow').length === 0
      ? 'someone says whether they are worried'
      : `someone says that they are ${has('worriedNow').includes(true) ? '' : 'not '}worried now`,
  'reported-missing': 'police are told',
  'risk-assessed': (has) =>
    `police grade the risk${has('level').length === 0 ? '' : ` ${either(has('level'))}`}`,
  'risk-view-given': 'someone gives their view of the risk',
  'grade-challenged': 'someone challenges the grade',
  'challenge-answered': 'the challenge is answered',
  'agency-informed': tellingInWords,
  asked: (has) => `the question ${quoted(has('question'))} is asked`,
  answered: (has) => `the question ${quoted(has('question'))} is answered`,
  'information-received': 'information comes in',
  'meeting-held': (has) => `${meetingsInWords(has('kind'))} is held`,
  located: (has) =>
    `the child is located${has('outcome').length === 0 ? '' : ` (${either(has('outcome'))})`}`,
  returned: (has) =>
    has('placeOfSafety').includes(false) ? 'the child turns up somewhere unsafe' : 'the child is back',
  acknowledged: 'someone acknowledges it',
  'reference-given': 'a reference is given',
  'prevention-check-done': (has) =>
    has('faceToFace').includes(true)
      ? 'an officer sees the child face to face'
      : 'an officer checks on the child',
  'prevention-check-not-possible': 'an officer says why a check is not possible and what was done instead',
  'interview-offered': 'the child is offered an interview',
  'homecoming-agreed': (has) =>
    `it is agreed how the child comes home${has('led').length === 0 ? '' : `, led by ${listed(has('led').map(leadInWords))}`}`,
  'child-welcomed': 'home says how the child was welcomed',
  'conversation-held': 'the child and their carer talk it over',
  'told-now': (has) =>
    `${has('to').length === 0 ? 'somebody' : `the ${listed(has('to').map(personInWords))}`} is told something at once`,
  'telling-answered': 'whoever was told says what they did',
  'interview-accepted': 'the child says yes to an interview',
  'interview-not-held': 'a manager decides that there will be no interview',
  'interview-served': 'an interview held in another episode was about this one too',
  'carers-account-taken': 'the carer’s account is taken',
  'host-asked': 'a host council is asked to hold the interview',
  'host-answered': 'the host council answers',
  'interview-written-up': 'the interview is written up',
  'interview-sent-back': 'the write-up is sent back',
  'interview-approved': 'the write-up is approved',
  'interview-added-to': 'something known later is added to an interview',
  'finding-recorded': (has) =>
    has('ofConcern').includes(true) ? 'something of concern is learned' : 'something is learned',
  'finding-released': 'a finding may go in the next pack for police',
  'finding-kept': 'a finding is kept from police',
  'findings-compared': 'two findings are compared',
  'action-agreed': 'an action is agreed',
  'no-action-decided': 'someone decides, with a reason, that nothing is done about it',
  'action-done': 'the action is done',
  'action-ended': 'the action is ended with a reason',
  'passage-not-shared': 'it is decided not to share a part of what the child said',
  'interview-declined': (has) =>
    has('childsOwnAnswer').includes(true)
      ? 'the child declines, in their own answer'
      : 'the interview is declined',
  'interview-arranged': 'the interview is arranged',
  'interview-attempted': 'an interview is tried without success',
  'interview-held': 'the interview is held',
  'care-reported-missing': (has) =>
    has('to').length === 0
      ? 'Care is reported missing'
      : `Care is reported missing to the ${listed(has('to').map(personInWords))}`,
  'care-located': 'Care is found somewhere else',
  'care-returned': (has) =>
    has('childSays').includes('no')
      ? 'somebody says that Care is back and the child says no'
      : 'Care is back',
  'care-conversation-held': (has) =>
    has('harm').includes('yes')
      ? 'the child has said that they were harmed while Care was away'
      : 'somebody has talked with the child about the time when Care was away',
  'care-repair-agreed': 'it is agreed with the child how this is put right',
  'care-prevention-agreed': 'the plan for the child’s Care is agreed',
  'harm-considered': (has) =>
    has('exploitation').includes('yes')
      ? 'someone decides that the child is exploited'
      : has('answer').length === 0
        ? 'someone decides about harm'
        : `someone decides that the answer about harm is ${either(has('answer'))}`,
  'enquiry-begun': 'a section 47 enquiry begins',
  'enquiry-saw-child': 'the enquiry sees the child',
  'enquiry-concluded': (has) =>
    `a section 47 enquiry ends${has('outcome').includes('at-risk') ? ' and finds the child at continuing risk' : ''}`,
  'read-by-reviewing-officer': 'the reviewing officer reads it and says what they make of it',
  'review-called': 'the reviewing officer calls the review early',
  'significance-considered': 'someone decides what must change',
  'plan-updated': 'the plan is brought up to date',
  'note-added': 'a note is added',
  'entry-corrected': 'an entry is corrected',
  'recorded-in-error': (has) =>
    has('scope.kind').includes('episode')
      ? 'all of it was recorded in error'
      : 'something was recorded in error',
  'episode-linked': 'another episode is linked',
  'episode-shared': 'the episode is shared with another organisation',
  'intelligence-recorded': 'police record intelligence',
  'passage-shared': 'a part of what the child said is shared with an organisation',
  'episode-closed': 'the episode is closed',
  'episode-reopened': 'the episode is opened again',
  'child-wrote': (has) =>
    has('notSafe').includes(true) ? 'the child writes that they are not safe now' : 'the child writes to us',
  'child-answered': 'the child has been told an answer',
}

/** Any of these, to follow 'when': 'an officer sees the child face to face (recorded by the police supervisor)'. */
export function evidenceInWords(anyOf: readonly Evidence[]): string {
  const happenings = [...new Set(anyOf.map(eventInWords))]
  return listed(
    happenings.map((event) => {
      const by = anyOf.filter((one) => eventInWords(one) === event).flatMap((one) => one.by ?? [])
      return by.length === 0 ? event : `${event} (recorded by the ${listed(by.map(roleLabel))})`
    }),
  )
}

/** 'a', 'a or b', 'a, b or c'. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`
}

function eventInWords({ entry, where = {} }: Evidence): string {
  const event = events[entry]
  return typeof event === 'string' ? event : event((field) => listOf(where[field]) as readonly FieldValue[])
}

function tellingInWords(has: Fields): string {
  const told = has('role').length === 0 ? 'someone' : `the ${listed(has('role').map(personInWords))}`
  const who = told.replace('the those', 'those')
  const about = has('about').length === 0 ? '' : ` of the ${either(has('about'))}`
  const refused = has('told.kind').length > 0 && !has('told.kind').includes('told')
  return refused
    ? `it is said why ${who} cannot be told${about}`
    : `${who} ${who.startsWith('those') ? 'have' : 'has'} been told${about}`
}

function meetingsInWords(kinds: readonly FieldValue[]): string {
  if (kinds.length === 0) return 'a meeting'
  return listed(
    kinds.map((kind) => {
      if (kind === 'early-review') return 'the early review'
      if (kind === 'protection-conference') return 'an initial child protection conference'
      const name = words(kind)
      return name.startsWith('at ') ? `the meeting ${name}` : `a ${name} meeting`
    }),
  )
}

function personInWords(value: FieldValue): string {
  const role = String(value)
  return isRole(role) ? roleLabel(role) : words(value)
}

function leadInWords(value: FieldValue): string {
  if (value === 'council') return 'the council'
  return value === 'police-danger' ? 'police because of danger' : 'police by a power of theirs'
}

function quoted(values: readonly FieldValue[]): string {
  return values.length === 0 ? 'of someone' : `“${either(values)}”`
}

function either(values: readonly FieldValue[]): string {
  return listed(values.map(words))
}

function words(value: FieldValue): string {
  return String(value).replaceAll('-', ' ')
}

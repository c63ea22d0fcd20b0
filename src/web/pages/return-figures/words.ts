import type { CountedDuty } from '../../../domain/patterns/back.ts'
import type { FigureName, Part } from '../../../domain/patterns/figures.ts'
import type { InterviewOutcome } from '../../../domain/patterns/outcome.ts'
import type { Setting } from '../../../domain/child/child.ts'
import type { Status } from '../../../domain/protocol/protocol.ts'

export const figureWords: Readonly<Record<FigureName, string>> = {
  'check-in-time': 'Seen by an officer in time',
  offered: 'Offered an interview',
  'offered-in-time': 'Offered one in time',
  accepted: 'Said yes, of those offered',
  'held-of-accepted': 'Heard, of those who said yes',
  held: 'Interview held, of all that were owed',
  'held-in-time': 'Interview held in time, of all that were owed',
  'held-in-time-of-held': 'Interview held in time, of those held',
  'declined-offered-in-time': 'Offered one in time, of those who said no',
  'harm-in-time': 'Harm considered in time after the return',
  'significance-in-time': 'Significance considered in time',
  'homecoming-in-time': 'Bringing home agreed in time',
}

export const partWords: Readonly<Record<Part, string>> = {
  'in-time': 'in time',
  late: 'late',
  'late-after-declining': 'late, to a child who had said no first',
  'time-unknown': 'in time or late, nobody can say',
  overdue: 'overdue',
  'not-due': 'not due yet',
  excused: 'left undone with a reason',
  'excused-late': 'ended undone after it was due',
  cancelled: 'no longer applied',
  declined: 'the child said no',
  'declined-late': 'the child said no after it was due',
  'decided-not': 'a manager decided that none is held',
  'decided-not-late': 'a manager decided after it was due that none is held',
  'said-yes-after-all': 'said yes after no, and the time runs',
  'police-not-told': 'police had not been told, so none was owed',
  imported: 'came from a statutory return',
  'not-owed': 'the protocol lays none',
  offered: 'offered',
  accepted: 'said yes',
  'no-answer': 'no answer of the child on record',
  held: 'held',
  'held-elsewhere': 'held in another episode, and about this one too',
  'held-without-offer': 'held, and no offer on record',
  'not-offered': 'no offer on record',
  'not-accepted': 'no yes of the child on record',
  'not-declined': 'the child did not say no',
  'not-held': 'none held',
  'no-clock': 'the protocol gives the offer no time',
}

export const dutyWords: Readonly<Record<CountedDuty, string>> = {
  homecoming: 'bringing home',
  check: 'check by police',
  offer: 'offer of an interview',
  interview: 'interview',
  afterAll: 'interview after all',
  harm: 'harm at the return',
  significance: 'significance',
}

export function outcomeWords(outcome: InterviewOutcome): string {
  return partWords[outcome]
}

export const statusWords: Readonly<Record<Status, string>> = {
  'not-known': 'not known',
  'in-need': 'in need',
  'protection-plan': 'protection plan',
  'looked-after': 'looked after',
}

export const settingWords: Readonly<Record<Setting['kind'], string>> = {
  'childrens-home': 'children’s home',
  'foster-home': 'foster home',
  'supported-accommodation': 'supported accommodation',
  family: 'family',
  school: 'school',
  secure: 'secure home',
  other: 'another kind of place',
}

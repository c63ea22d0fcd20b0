import { isAfter, type Moment } from '../../kernel/moment.ts'
import { compare, type Back, type Counted, type Between } from './back.ts'

/** What became of a duty, against an instant. What was excused after it was due is not in time, whatever the excuse. */
export const outcomes = [
  'in-time',
  'late',
  'time-unknown',
  'overdue',
  'not-due',
  'excused',
  'excused-late',
  'cancelled',
  'police-not-told',
  'imported',
  'not-owed',
] as const
export type Outcome = (typeof outcomes)[number]

/** Of a duty that an edition may lay on a return. */
export function outcomeOf(back: Back, duty: Counted | undefined, at: Moment): Outcome {
  if (duty === undefined) return notOwed(back)
  const { met, excused, cancelled } = duty
  if (met !== undefined) return compare(met, duty.due)
  const ended = excused ?? cancelled
  if (ended !== undefined && isAfter(ended, duty.due[1])) return 'excused-late'
  if (excused !== undefined) return 'excused'
  if (cancelled !== undefined) return 'cancelled'
  return isAfter(at, duty.due[1]) ? 'overdue' : 'not-due'
}

function notOwed({ imported, policeTold }: Back): Outcome {
  if (imported) return 'imported'
  return policeTold ? 'not-owed' : 'police-not-told'
}

/** What became of the interview that a return owes. Held is held, whatever was said before. */
export type InterviewOutcome =
  | Outcome
  | 'late-after-declining'
  | 'declined'
  | 'declined-late'
  | 'decided-not'
  | 'decided-not-late'
  | 'said-yes-after-all'

/** In time means held within the time of the return as known: nobody ticks a box, and a child who said no first does not
    set the clock back. */
export function interviewOutcome(back: Back, at: Moment): InterviewOutcome {
  const { interview, held } = back
  if (interview === undefined) return notOwed(back)
  const [first] = held
  if (first !== undefined) return heldOutcome(back, interview, first.when)
  const { declined, decidedNot } = back
  if (declined !== undefined) return isLate(declined, interview) ? 'declined-late' : 'declined'
  if (decidedNot !== undefined) return isLate(decidedNot, interview) ? 'decided-not-late' : 'decided-not'
  if (saidYesAfterAll(back, at)) return 'said-yes-after-all'
  // One that was held before the return as it is known now is none about it, though it ended what a yes began.
  if (back.afterAll !== undefined && back.afterAll.met === undefined)
    return outcomeOf(back, back.afterAll, at)
  return outcomeOf(back, interview, at)
}

function heldOutcome({ afterAll }: Back, { due }: Counted, when: Between): InterviewOutcome {
  const outcome = compare(when, due)
  return outcome === 'late' && afterAll !== undefined ? 'late-after-declining' : outcome
}

/** A child said yes after no, and the time that this gives has not run out. */
function saidYesAfterAll(back: Back, at: Moment): boolean {
  return back.afterAll !== undefined && outcomeOf(back, back.afterAll, at) === 'not-due'
}

function isLate(when: Between, { due }: Counted): boolean {
  return compare(when, due) === 'late'
}

/** When the first offer was made, against the clock of the offer: an interview that was held without a recorded offer
    proves none. */
export type OfferOutcome = 'in-time' | 'late' | 'time-unknown' | 'none' | 'no-clock'

export function offerOutcome({ offered, offer }: Back): OfferOutcome {
  if (offered === undefined) return 'none'
  return offer === undefined ? 'no-clock' : compare(offered, offer.due)
}

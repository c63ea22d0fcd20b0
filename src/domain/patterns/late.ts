import type { Moment } from '../../kernel/moment.ts'
import type { CountedDuty } from './back.ts'
import type { Returned } from './figures.ts'
import { interviewOutcome, offerOutcome, outcomeOf, type InterviewOutcome } from './outcome.ts'

const lateOutcomes: ReadonlySet<InterviewOutcome> = new Set([
  'late',
  'late-after-declining',
  'overdue',
  'excused-late',
  'declined-late',
  'decided-not-late',
] as const)

export interface Late {
  readonly duty: CountedDuty
  readonly outcome: InterviewOutcome
}

const asked = ['homecoming', 'check', 'harm', 'significance'] as const

/** What of a return was not in time, also where it was done or excused afterwards, and also once the episode is closed. */
export function lateIn({ back }: Returned, at: Moment): readonly Late[] {
  const duties = asked.map((duty): Late => ({ duty, outcome: outcomeOf(back, back[duty], at) }))
  const interview: Late = { duty: 'interview', outcome: interviewOutcome(back, at) }
  return [...duties, offerIn(back, at), interview].filter(({ outcome }) => lateOutcomes.has(outcome))
}

/** An offer that was made after its time is late whenever the interview was. */
function offerIn(back: Returned['back'], at: Moment): Late {
  const isLateOffer = offerOutcome(back) === 'late'
  return { duty: 'offer', outcome: isLateOffer ? 'late' : outcomeOf(back, back.offer, at) }
}

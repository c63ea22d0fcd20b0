import type { Moment } from '../../kernel/moment.ts'
import type { Back, CountedDuty } from './back.ts'
import { interviewOutcome, offerOutcome, outcomeOf, type InterviewOutcome } from './outcome.ts'

/** One return among those that are counted. */
export interface Returned {
  readonly back: Back
}

export const parts = [
  'in-time',
  'late',
  'late-after-declining',
  'time-unknown',
  'overdue',
  'not-due',
  'excused',
  'excused-late',
  'cancelled',
  'declined',
  'declined-late',
  'decided-not',
  'decided-not-late',
  'said-yes-after-all',
  'police-not-told',
  'imported',
  'not-owed',
  'offered',
  'accepted',
  'no-answer',
  'held',
  'held-elsewhere',
  'held-without-offer',
  'not-offered',
  'not-accepted',
  'not-declined',
  'not-held',
  'no-clock',
] as const
/** What a return counts as in one figure: each counts as one thing. */
export type Part = (typeof parts)[number]

export interface Counting<R> {
  readonly part: Part
  readonly returns: readonly R[]
}

/** One figure over a set of returns. What it is of is the numerator and the rest; who was left out is said, and why. */
export interface Figure<R> {
  readonly name: FigureName
  readonly numerator: readonly Counting<R>[]
  readonly rest: readonly Counting<R>[]
  readonly excluded: readonly Counting<R>[]
}

export const figureNames = [
  'check-in-time',
  'offered',
  'offered-in-time',
  'accepted',
  'held-of-accepted',
  'held',
  'held-in-time',
  'held-in-time-of-held',
  'declined-offered-in-time',
  'harm-in-time',
  'significance-in-time',
  'homecoming-in-time',
] as const
export type FigureName = (typeof figureNames)[number]

interface Spec {
  readonly partOf: (back: Back, at: Moment) => Part
  readonly numerator: readonly Part[]
  readonly excluded: readonly Part[]
}

const nobodyOwes: readonly Part[] = ['police-not-told', 'imported', 'not-owed', 'cancelled']
/** Neither in time nor late. */
const openOrUnknown: readonly Part[] = ['not-due', 'said-yes-after-all', 'time-unknown']
const isHeld: readonly Part[] = ['held', 'held-elsewhere']

const specs: Readonly<Record<FigureName, Spec>> = {
  'check-in-time': inTime('check'),
  // From here to the interview each is of those before it, so that no step can be larger than the one above.
  offered: {
    partOf: offeredPart,
    numerator: ['offered'],
    excluded: [...nobodyOwes, 'not-due'],
  },
  'offered-in-time': {
    partOf: (back, at) => {
      const part = offeredPart(back, at)
      return part === 'offered' ? offerTime(back) : part
    },
    numerator: ['in-time'],
    excluded: [...nobodyOwes, 'not-due', 'time-unknown', 'no-clock'],
  },
  accepted: {
    partOf: acceptedPart,
    numerator: ['accepted'],
    excluded: [...nobodyOwes, 'not-due', 'not-offered', 'held-without-offer'],
  },
  'held-of-accepted': {
    partOf: (back, at) => {
      const part = acceptedPart(back, at)
      if (part !== 'accepted') return isAmong(part, ['declined', 'no-answer']) ? 'not-accepted' : part
      return heldPart(back) ?? interviewOutcome(back, at)
    },
    numerator: isHeld,
    excluded: [
      ...nobodyOwes,
      'not-due',
      'said-yes-after-all',
      'not-offered',
      'held-without-offer',
      'not-accepted',
    ],
  },
  held: {
    partOf: (back, at) => ofOwed(back, at, () => heldPart(back)),
    numerator: isHeld,
    excluded: [...nobodyOwes, 'not-due', 'said-yes-after-all'],
  },
  'held-in-time': {
    partOf: interviewOutcome,
    numerator: ['in-time'],
    excluded: [...nobodyOwes, ...openOrUnknown],
  },
  'held-in-time-of-held': {
    partOf: (back, at) =>
      ofOwed(back, at, (outcome) => (heldPart(back) === undefined ? 'not-held' : outcome)),
    numerator: ['in-time'],
    excluded: [...nobodyOwes, 'not-held', 'time-unknown'],
  },
  'declined-offered-in-time': {
    partOf: (back, at) =>
      ofOwed(back, at, (outcome) => {
        if (!isAmong(outcome, ['declined', 'declined-late'])) return 'not-declined'
        return back.offered === undefined ? 'not-offered' : offerTime(back)
      }),
    numerator: ['in-time'],
    excluded: [...nobodyOwes, 'not-declined', 'time-unknown', 'no-clock'],
  },
  'harm-in-time': inTime('harm'),
  'significance-in-time': inTime('significance'),
  'homecoming-in-time': inTime('homecoming'),
}

function inTime(duty: CountedDuty): Spec {
  return {
    partOf: (back, at) => outcomeOf(back, back[duty], at),
    numerator: ['in-time'],
    excluded: [...nobodyOwes, ...openOrUnknown],
  }
}

/** What an interview counts as, unless nobody owed it. */
function ofOwed(back: Back, at: Moment, part: (outcome: InterviewOutcome) => Part | undefined): Part {
  const outcome = interviewOutcome(back, at)
  return isAmong(outcome, nobodyOwes) ? outcome : (part(outcome) ?? outcome)
}

function offeredPart(back: Back, at: Moment): Part {
  return ofOwed(back, at, () => {
    if (back.offered !== undefined) return 'offered'
    if (back.held.length > 0) return 'held-without-offer'
    return outcomeOf(back, back.offer, at) === 'not-due' ? 'not-due' : 'not-offered'
  })
}

function offerTime(back: Back): Part {
  const outcome = offerOutcome(back)
  return outcome === 'none' ? 'not-offered' : outcome
}

function acceptedPart(back: Back, at: Moment): Part {
  const part = offeredPart(back, at)
  if (part !== 'offered') return part
  if (back.accepted !== undefined) return 'accepted'
  return back.declined === undefined ? 'no-answer' : 'declined'
}

function heldPart({ held }: Back): Part | undefined {
  const [first] = held
  if (first === undefined) return undefined
  return first.elsewhere ? 'held-elsewhere' : 'held'
}

function isAmong(part: Part, among: readonly Part[]): boolean {
  return among.includes(part)
}

/** What one return counts as in a figure. */
export function partIn(name: FigureName, { back }: Returned, at: Moment): Part {
  return specs[name].partOf(back, at)
}

/** A figure over these returns, as they stand at this instant. */
export function figure<R extends Returned>(name: FigureName, returns: readonly R[], at: Moment): Figure<R> {
  const { numerator, excluded } = specs[name]
  const byPart = Map.groupBy(returns, (one) => partIn(name, one, at))
  const of = (isWanted: (part: Part) => boolean) =>
    parts.flatMap((part) => {
      const found = byPart.get(part)
      return found !== undefined && isWanted(part) ? [{ part, returns: found }] : []
    })
  return {
    name,
    numerator: of((part) => isAmong(part, numerator)),
    rest: of((part) => !isAmong(part, numerator) && !isAmong(part, excluded)),
    excluded: of((part) => isAmong(part, excluded)),
  }
}

/** Every figure of these returns. */
export function figuresOf<R extends Returned>(returns: readonly R[], at: Moment): readonly Figure<R>[] {
  return figureNames.map((name) => figure(name, returns, at))
}

export function countOf(countings: readonly Counting<unknown>[]): number {
  return countings.reduce((sum, { returns }) => sum + returns.length, 0)
}

/** Of how many. Nothing is a percentage of none: where this is 0 there is no share. */
export function denominatorOf({ numerator, rest }: Figure<unknown>): number {
  return countOf(numerator) + countOf(rest)
}

/** In whole per cent; undefined where nothing has happened that could count. */
export function shareOf(figure: Figure<unknown>): number | undefined {
  const of = denominatorOf(figure)
  return of === 0 ? undefined : Math.round((countOf(figure.numerator) / of) * 100)
}

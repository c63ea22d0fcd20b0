import { addDays, ageOn, endOfLondonDay, londonDate, londonTime } from '../../src/kernel/london.ts'
import { millisecondsOf, minutesBetween, momentAt, plus, type Moment } from '../../src/kernel/moment.ts'
import { withinInWords, type Within } from '../../src/kernel/within.ts'
import { addWorkingDays } from '../../src/kernel/working-days.ts'
import { entryInWords } from '../../src/domain/episode/words.ts'
import type { Facts } from '../../src/domain/protocol/facts.ts'
import type { Night } from './night.ts'
import type { Start } from './start.ts'

export interface Due {
  readonly at: Moment
  readonly endOfDay: boolean
  readonly provisional: boolean
  readonly because: string
}

export function later(at: Moment, minutes: number): Moment {
  return momentAt(millisecondsOf(at) + minutes * 60_000)
}

/** So many minutes, which the clause calls `length`. */
export function within(night: Night, start: Start, minutes: number, length: string): Due {
  const due = (at: Moment) => later(at, minutes)
  const words = because(night, start, length, due)
  return { at: due(start.at), endOfDay: false, provisional: false, because: words }
}

/** After the end of that working day. */
export function workingDaysAfter(night: Night, at: Moment, days: number): Moment {
  return endOfLondonDay(addWorkingDays(londonDate(at), days, night.calendar))
}

export function withinWorkingDays(night: Night, start: Start, days: number): Due {
  const day = addWorkingDays(londonDate(start.at), days, night.calendar)
  return {
    at: endOfLondonDay(day),
    endOfDay: true,
    provisional: Number(day.slice(0, 4)) > night.calendar.publishedTo,
    because: because(night, start, days === 1 ? '1 working day' : `${days} working days`, (at) =>
      workingDaysAfter(night, at, days),
    ),
  }
}

export function withinAWeek(night: Night, start: Start): Due {
  const due = (at: Moment) => endOfLondonDay(addDays(londonDate(at), 7))
  const words = because(night, start, '1 week', due)
  return { at: due(start.at), endOfDay: true, provisional: false, because: words }
}

/** Of a duty that begins so long after an entry, where nothing came before it: `lapse` says how long. */
export function withinAfter(night: Night, start: Start, minutes: number, length: string, lapse: string): Due {
  const words = `${length} from the moment ${lapse} after ${named(night, start)}${corrections(night, start)}`
  return { at: later(start.at, minutes), endOfDay: false, provisional: false, because: words }
}

/** Looking may last two hours by day and one by night for those over 12, or shorter where the child's plan says so. Where
    there is no plan the shortest holds. By what was known then, or is known now: the shorter. */
export function withinReasonableTime(night: Night, start: Start): Due {
  const now = reasonable(night.facts(start.at), start.at)
  const then = reasonable(night.facts(start.at, start.by.recorded), start.at)
  const { minutes, length, why } = then.minutes < now.minutes ? then : now
  const words = `${from(night, start, length)}: ${why}${corrections(night, start)}`
  return { at: later(start.at, minutes), endOfDay: false, provisional: false, because: words }
}

interface Reasonable {
  readonly minutes: number
  readonly length: string
  readonly why: string
}

function reasonable(facts: Facts, at: Moment): Reasonable {
  const age = ageOf(facts, at)
  const young = age === undefined || age <= 12
  const plan = facts.reasonableTime
  if (plan === undefined)
    return { ...(young ? atOnce : anHour), why: 'no current plan, so the shortest time holds' }
  const hour = Number(londonTime(at).slice(0, 2))
  const most = young ? atOnce : hour >= 22 || hour < 6 ? anHour : twoHours
  const planned = minutesIn(plan, at)
  if (planned >= most.minutes)
    return { ...most, why: 'the most that the edition allows at this age and hour' }
  const length = planned === 0 ? 'at once' : withinInWords(plan)
  return {
    minutes: planned,
    length,
    why: `the child's plan shortens the ${most.length} that the edition allows`,
  }
}

const atOnce = { minutes: 0, length: 'at once' }
const anHour = { minutes: 60, length: '1 hour' }
const twoHours = { minutes: 120, length: '2 hours' }

function minutesIn(plan: Within, at: Moment): number {
  return minutesBetween(at, plus(at, plan))
}

export function ageOf(facts: Facts, at: Moment): number | undefined {
  return facts.bornOn === undefined ? facts.approximateAge : ageOn(facts.bornOn, londonDate(at))
}

function because(night: Night, start: Start, length: string, due: (from: Moment) => Moment): string {
  return `${from(night, start, length)}${corrections(night, start, due)}`
}

function from(night: Night, start: Start, length: string): string {
  return `${length} from ${named(night, start)}`
}

function named(night: Night, { by }: Start): string {
  return `${entryInWords(by.type)} at ${night.words(by.occurred.at)}`
}

function corrections(night: Night, { by }: Start, due?: (from: Moment) => Moment): string {
  if (by.corrections.length === 0) return ''
  return by.corrections
    .map(({ standing, before, after, recorded }) => {
      if (standing !== 'applied')
        return `; a correction to ${night.words(after.at)} waits for a second person`
      const moved = before.at !== after.at && due !== undefined
      const old = moved ? `, when it was due at ${night.words(due(before.at))}` : ''
      return `; corrected at ${night.words(recorded)} from ${night.words(before.at)}${old}`
    })
    .join('')
}

import {
  addDays,
  fromLondon,
  londonDate,
  londonTime,
  parseLondonDate,
  type LondonDate,
} from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { FieldError } from '../components/errors.ts'
import type { Form } from './form.ts'

/** A London time as a person types it: a day, a time on the clock, and which of two where it happened twice. */
export interface When {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly optional?: boolean
  /** Days ahead are offered: an interview, a review. */
  readonly ahead?: boolean
  /** The time may stay empty: then it is some time on that day. */
  readonly dayEnough?: boolean
  /** The day that it starts at, where that is not today: an entry that is corrected keeps its own. */
  readonly startDay?: LondonDate
}

export type WhenRead =
  | { readonly kind: 'at'; readonly at: Moment; readonly about: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'problems'; readonly problems: readonly FieldError[] }

/** Reads the parts of one time; says in words what is missing, not a time, or one of two. `now` is UTC. */
export function readWhen(field: When, form: Form, now: Moment): WhenRead {
  const { name } = field
  const time = form.text(`${name}-time`)
  const isUntouched = time === '' && (field.startDay !== undefined || !typedDate(name, form))
  if (field.optional && isUntouched) return { kind: 'none' }
  const day = readDay(name, form, now)
  if (typeof day !== 'string') return day
  if (time === '') return problem(`${name}-time`, 'Enter the time, for example 21:40')
  const clock = clockOf(time)
  const typed = clock === undefined ? undefined : fromLondon(day, clock)
  if (typed === undefined)
    return problem(
      `${name}-time`,
      'Enter a time on the 24-hour clock, from 00:00 to 23:59, for example 21:40',
    )
  const about = form.text(`${name}-about`) === 'yes'
  switch (typed.kind) {
    case 'once':
      return { kind: 'at', at: typed.at, about }
    case 'twice': {
      const which = form.text(`${name}-which`)
      if (which === 'first') return { kind: 'at', at: typed.first, about }
      if (which === 'second') return { kind: 'at', at: typed.second, about }
      return problem(
        `${name}-which`,
        `The clocks went back that night, so ${clock ?? ''} happened twice. Choose which one.`,
      )
    }
    case 'never':
      return problem(
        `${name}-time`,
        `The clocks went forward that night, so ${clock ?? ''} did not happen. Was it ${londonTime(typed.before)} or ${londonTime(typed.after)}?`,
      )
    default:
      return unreachable(typed)
  }
}

/** The London day on which the page was made. "Today" means that day, also when it is sent after midnight. */
export function askedOn(name: string, form: Form, now: Moment): LondonDate {
  const [asked, today] = [parseLondonDate(form.text(`${name}-asked`)), londonDate(now)]
  return asked !== undefined && asked > earliestAsked && asked < today ? asked : today
}

/** No page was made before: what says so was tampered with. */
const earliestAsked = '2020'

export const daysAway = { yesterday: -1, today: 0, tomorrow: 1 } as const

function problem(field: string, message: string): Extract<WhenRead, { kind: 'problems' }> {
  return { kind: 'problems', problems: [{ field, message }] }
}

/** The day alone, as it was chosen or typed. `now` is UTC. */
export function readDay(
  name: string,
  form: Form,
  now: Moment,
): LondonDate | Extract<WhenRead, { kind: 'problems' }> {
  const day = form.text(`${name}-day`)
  if (day === 'yesterday' || day === 'today' || day === 'tomorrow') {
    // Without JavaScript the date stands open below: one that is typed and not meant would move a clock by days.
    if (typedDate(name, form))
      return problem(`${name}-day`, 'A date is typed as well: choose "Another day", or clear the date')
    return addDays(askedOn(name, form, now), daysAway[day])
  }
  if (day !== 'other' && !typedDate(name, form)) return problem(`${name}-day`, 'Choose which day')
  const [d, m, y] = dateParts(name, form)
  const date = parseLondonDate(`${y ?? ''}-${(m ?? '').padStart(2, '0')}-${(d ?? '').padStart(2, '0')}`)
  // What is reckoned from the last year that is kept would lie beyond it.
  return date !== undefined && date < '2200'
    ? date
    : problem(`${name}-date-day`, 'Enter a real date, for example 27 3 2026')
}

function dateParts(name: string, form: Form): readonly string[] {
  return ['day', 'month', 'year'].map((part) => form.text(`${name}-date-${part}`))
}

function typedDate(name: string, form: Form): boolean {
  return dateParts(name, form).some((part) => part !== '')
}

/** Forgives 9:05, 21.40 and 2140. */
function clockOf(text: string): string | undefined {
  const found = /^(\d{1,2})[:.\s]?(\d{2})$/.exec(text)
  return found?.[1] !== undefined && found[2] !== undefined
    ? `${found[1].padStart(2, '0')}:${found[2]}`
    : undefined
}

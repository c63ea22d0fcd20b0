import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { addDays, fromLondon, startOfLondonDay, weekday, type LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import { isWorkingDay } from '../../kernel/working-days.ts'
import type { OrganisationId, PostId } from '../episode/entry.ts'
import { closes, opens } from './office-hours.ts'

/** A shift of a duty team that comes back each week, or each day by office hours. */
export interface Shift {
  readonly id: string
  readonly organisation: OrganisationId
  readonly name: string
  /** As `readHours` takes it. */
  readonly hours: string
  /** Who of the team; empty: all of it. */
  readonly posts: readonly PostId[]
  /** The first London day on which it begins, and the day from which it begins no more. */
  readonly from: LondonDate
  readonly until?: LondonDate
}

/** Half open. */
export interface Span {
  readonly from: Moment
  readonly until: Moment
}

/** When a shift is: by office hours and bank holidays, or on these days of the week (Monday is 1), by London's clocks;
    one that ends when it begins or before ends on the next day. */
export type Hours =
  | { readonly kind: 'office-hours' | 'out-of-hours' }
  | {
      readonly kind: 'weekly'
      readonly days: ReadonlySet<number>
      readonly begins: string
      readonly ends: string
    }

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const form = /^(?<days>[a-z,-]+) (?<begins>(?:[01]\d|2[0-3]):[0-5]\d)-(?<ends>(?:[01]\d|2[0-3]):[0-5]\d)$/

/** `office-hours`, `out-of-hours`, or days and times: `mon-fri 17:00-01:00`, `sat,sun 08:00-20:00`. Undefined for
    anything else. */
export function readHours(text: string): Hours | undefined {
  if (text === 'office-hours' || text === 'out-of-hours') return { kind: text }
  const { days = '', begins = '', ends = '' } = form.exec(text)?.groups ?? {}
  const read = days.split(',').map(daysIn)
  if (read.includes(undefined)) return undefined
  return { kind: 'weekly', days: new Set(read.flatMap((some) => some ?? [])), begins, ends }
}

/** `fri-mon` goes over the end of the week. */
function daysIn(text: string): readonly number[] | undefined {
  const [first = '', last = first, ...more] = text.split('-')
  const [from, to] = [names.indexOf(first), names.indexOf(last)]
  if (from === -1 || to === -1 || more.length > 0) return undefined
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, nth) => ((from + nth) % 7) + 1)
}

/** The times of a shift that begin on one London day; none where it is not on that day. */
export function spansOn({ hours, from, until }: Shift, day: LondonDate): readonly Span[] {
  const read = readHours(hours)
  if (read === undefined || day < from || (until !== undefined && until <= day)) return []
  const next = addDays(day, 1)
  if (read.kind === 'weekly')
    return read.days.has(weekday(day))
      ? [
          {
            from: onClock(day, read.begins),
            until: onClock(read.ends <= read.begins ? next : day, read.ends),
          },
        ]
      : []
  const isOpen = isWorkingDay(day, englandCalendar)
  const [opening, closing] = [onClock(day, opens), onClock(day, closes)]
  if (read.kind === 'office-hours') return isOpen ? [{ from: opening, until: closing }] : []
  const [begins, ends] = [startOfLondonDay(day), startOfLondonDay(next)]
  return isOpen
    ? [
        { from: begins, until: opening },
        { from: closing, until: ends },
      ]
    : [{ from: begins, until: ends }]
}

/** In October the first of two, in March the one after the gap: a shift and the one that relieves it meet. */
function onClock(day: LondonDate, time: string): Moment {
  const read = fromLondon(day, time)
  if (read === undefined) throw new Error(`${time} is no time`)
  return read.kind === 'once' ? read.at : read.kind === 'twice' ? read.first : read.after
}

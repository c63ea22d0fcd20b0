import { addDays, addMonths, endOfLondonDay, londonDate, type LondonDate } from './london.ts'
import { elapsedMilliseconds, millisecondsOf, type Moment, momentAt } from './moment.ts'
import { addWorkingDays, type Calendar } from './working-days.ts'

declare const within: unique symbol

/**
 * How long a duty has, on one of three clocks: elapsed (PT4H, PT1H30M), calendar (P6W, P3M, P1Y) or working days (WD5).
 * Elapsed time is exact across a clock change; the other two end with a London day. PT0S is the moment itself, P0D the
 * end of the same day, WD0 the end of the same day if it is a working day and else of the next that is.
 */
export type Within = string & { readonly [within]: true }

/** Provisional when working days were counted past the last year whose bank holidays have been published. */
export type Due = { readonly at: Moment; readonly provisional: boolean }

const elapsed = /^PT(?:0S|(?=\d)(?:(\d{1,5})H)?(?:(\d{1,5})M)?)$/
const calendarTime = /^P(?=\d)(?:(\d{1,2})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,4})D)?$/
const workingDays = /^WD(\d{1,3})$/

export function parseWithin(text: string): Within | undefined {
  const known = elapsed.test(text) || calendarTime.test(text) || workingDays.test(text)
  return known ? (text as Within) : undefined
}

export function clockKind(w: Within): 'elapsed' | 'calendar' | 'working-days' {
  if (w.startsWith('WD')) return 'working-days'
  return w.startsWith('PT') ? 'elapsed' : 'calendar'
}

/** Met at the due moment is in time. Throws RangeError past the year 2200. */
export function dueAt(start: Moment, w: Within, calendar: Calendar): Due {
  return clockOf(w)(start, calendar)
}

/** What `dueAt` gives for any start: for whoever reads a length once and runs it often. */
export type Clock = (start: Moment, calendar: Calendar) => Due

export function clockOf(w: Within): Clock {
  switch (clockKind(w)) {
    case 'elapsed': {
      const length = elapsedMilliseconds(w)
      if (length === 0) return (start) => ({ at: start, provisional: false })
      return (start) => ({ at: momentAt(millisecondsOf(start) + length), provisional: false })
    }
    case 'calendar':
      return (start) => ({ at: endOfLondonDay(calendarDay(londonDate(start), w)), provisional: false })
    case 'working-days': {
      const days = Number(w.slice(2))
      return (start, calendar) => {
        const day = addWorkingDays(londonDate(start), days, calendar)
        return { at: endOfLondonDay(day), provisional: Number(day.slice(0, 4)) > calendar.publishedTo }
      }
    }
  }
}

/** '4 hours', '1 hour 30 minutes', '6 weeks', '5 working days': as the clause says it, never converted. */
export function withinInWords(w: Within): string {
  switch (clockKind(w)) {
    case 'elapsed':
      return listed(partsOf(elapsed, w), ['hour', 'minute']) || 'at once'
    case 'calendar':
      return listed(partsOf(calendarTime, w), ['year', 'month', 'week', 'day']) || 'the same day'
    case 'working-days':
      return listed(partsOf(workingDays, w), ['working day']) || 'the same working day'
  }
}

function calendarDay(from: LondonDate, w: Within): LondonDate {
  const [years = 0, months = 0, weeks = 0, days = 0] = partsOf(calendarTime, w)
  return addDays(addMonths(from, years * 12 + months), weeks * 7 + days)
}

function partsOf(form: RegExp, w: Within): readonly number[] {
  return Array.from(form.exec(w)?.slice(1) ?? [], (part: string | undefined) => Number(part ?? 0))
}

function listed(counts: readonly number[], units: readonly string[]): string {
  return counts
    .flatMap((count, index) =>
      count === 0 ? [] : [`${count} ${units[index] ?? ''}${count === 1 ? '' : 's'}`],
    )
    .join(' ')
}

import { html, type Html } from '../html.ts'

/** How exactly the moment is known; a day is never given an hour that nobody said. */
export type Precision = 'minute' | 'about' | 'day'

const london = (moment: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/London')

const two = (count: number): string => String(count).padStart(2, '0')

/** "02:40" in London; "01:30 BST" or "01:30 GMT" in the autumn hour that happens twice. */
export function clockTime(moment: string): string {
  const at = london(moment)
  const time = `${two(at.hour)}:${two(at.minute)}`
  const wall = at.toPlainDateTime()
  const twice = ['earlier', 'later'] as const
  const [first, second] = twice.map((disambiguation) =>
    wall.toZonedDateTime('Europe/London', { disambiguation }),
  )
  if (first === undefined || second === undefined || first.equals(second)) return time
  return `${time} ${at.offset === '+00:00' ? 'GMT' : 'BST'}`
}

/** "Friday 20 November", with the year when it is not this one. */
export function longDate(moment: string, now: string): string {
  const at = london(moment)
  const year = at.year === london(now).year ? {} : ({ year: 'numeric' } as const)
  const words = at.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', ...year })
  return words.replace(',', '')
}

/** "Friday 20 November 2026": for paper, which outlives the year. */
export function fullDate(moment: string): string {
  const words = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  return london(moment).toLocaleString('en-GB', words).replace(',', '')
}

/** Whole London days from now to the moment: 0 today, negative before today. */
export function daysFromToday(moment: string, now: string): number {
  return london(now).toPlainDate().until(london(moment).toPlainDate(), { largestUnit: 'day' }).days
}

/** "on Monday" within six days either side, "on 20 November" further off, and nothing for today. */
export function onDay(moment: string, now: string): string {
  const days = daysFromToday(moment, now)
  if (days === 0) return ''
  if (Math.abs(days) <= 6) return `on ${london(moment).toLocaleString('en-GB', { weekday: 'long' })}`
  const year = london(moment).year === london(now).year ? {} : ({ year: 'numeric' } as const)
  return `on ${london(moment).toLocaleString('en-GB', { day: 'numeric', month: 'long', ...year })}`
}

/** "22:40", "22:40 on Friday", "about 22:40 on 12 November" or, known to the day only, "on Friday" or "today". */
export function whenWords(moment: string, now: string, precision: Precision = 'minute'): string {
  const day = onDay(moment, now)
  if (precision === 'day') return day === '' ? 'today' : day
  const time = `${precision === 'about' ? 'about ' : ''}${clockTime(moment)}`
  return day === '' ? time : `${time} ${day}`
}

/** After "since" or "from": as above, and a day without its "on". */
export function sinceWords(moment: string, now: string, precision: Precision = 'minute'): string {
  return whenWords(moment, now, precision).replace(/^on /, '')
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

/** The two largest units of a length of time in milliseconds, rounded down: "2 days 21 hours", "17 minutes". */
export function lengthWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (minutes < 1) return 'less than a minute'
  const [large, small]: [string, string] =
    days > 0
      ? [counted(days, 'day'), hours % 24 === 0 ? '' : counted(hours % 24, 'hour')]
      : hours > 0
        ? [counted(hours, 'hour'), minutes % 60 === 0 ? '' : counted(minutes % 60, 'minute')]
        : [counted(minutes, 'minute'), '']
  return small === '' ? large : `${large} ${small}`
}

/** From one UTC moment to another, in words; a length that would be negative is none. */
function lengthBetween(from: string, until: string): string {
  return lengthWords(Math.max(0, Date.parse(until) - Date.parse(from)))
}

/** The same from a moment of which perhaps only the day is known: then in days, because nobody said the hour. */
export function lengthSince(from: string, until: string, precision: Precision = 'minute'): string {
  if (precision !== 'day') return lengthBetween(from, until)
  const days = -daysFromToday(from, until)
  return days < 1 ? 'less than a day' : counted(days, 'day')
}

/** A time element with tabular figures. The moment is UTC; the words are the reader's. */
export function timeTag(moment: string, words: string): Html {
  return html`<time class="wa-time" datetime="${moment}">${words}</time>`
}

import { html, type Html } from '../html.ts'
import { clockTime, daysFromToday, lengthWords, longDate, whenWords } from './time.ts'

/** Overdue is red and soon is amber; nothing else on a page is. */
export type Tone = 'overdue' | 'soon' | 'later' | 'met' | 'met-late' | 'quiet'

/** A clock as the reader meets it: a sentence, with a colour that only repeats it. */
export type Clock = { readonly text: string; readonly tone: Tone; readonly markup: Html }

const soonWithin = 2 * 60 * 60 * 1000

/** Calendar and working-day clocks end with the London day, and are read as the day rather than its last minute. */
const endsTheDay = (due: string): boolean => clockTime(due) === '23:59' && Date.parse(due) % 60_000 === 59_999

function dueWords(due: string, now: string): string {
  if (!endsTheDay(due)) return whenWords(due, now)
  return daysFromToday(due, now) === 0 ? 'the end of today' : `the end of ${longDate(due, now)}`
}

/**
 * What a duty's due time means now. Both are UTC moments; the words are London's. The sentence is kept true in the
 * browser by client/clocks.js from the data attributes, so that both must be changed together.
 */
export function clockSentence(due: string, now: string, provisional = false): Clock {
  const left = Date.parse(due) - Date.parse(now)
  const by = dueWords(due, now)
  const doubt = provisional ? ' (provisional: that year’s bank holidays are not published)' : ''
  const tone: Tone = left < 0 ? 'overdue' : left <= soonWithin ? 'soon' : 'later'
  const length = lengthWords(Math.abs(left))
  const countdown = endsTheDay(due) && tone === 'later' ? `Due by ${by}` : `Due in ${length}, by ${by}`
  const text =
    (left < 0 ? `Overdue by ${length} (was due ${endsTheDay(due) ? 'by ' : ''}${by})` : countdown) + doubt
  const live = html`data-due="${due}" data-by="${by}" data-ends-day="${endsTheDay(due) ? 'yes' : 'no'}"
  data-doubt="${doubt}"`
  return { text, tone, markup: html`<span class="wa-clock wa-clock--${tone}" ${live}>${text}</span>` }
}

const still = (text: string, tone: Tone): Clock => ({
  text,
  tone,
  markup: html`<span class="wa-clock wa-clock--${tone}">${text}</span>`,
})

/** "Met 23:02", or how late it was. A duty met at its due moment is in time. */
export function metSentence(met: string, due: string, now: string): Clock {
  const late = Date.parse(met) - Date.parse(due)
  if (late <= 0) return still(`✓ Met ${whenWords(met, now)}`, 'met')
  return still(`Met late, ${whenWords(met, now)}: ${lengthWords(late)} after it was due`, 'met-late')
}

/** Any standing that runs no clock: discharged, cancelled, to come. */
export function quietSentence(text: string): Clock {
  return still(text, 'quiet')
}

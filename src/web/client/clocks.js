// Keeps the clocks on the page true between loads. The words are those of components/clock.ts, held to it by a test.

const minute = 60_000
const soonWithin = 120 * minute

// The server's clock decides what is overdue: this device's may be wrong. How far it is ahead, in milliseconds.
let ahead = 0

/** Takes the server's moment from a page as it arrives. */
export function heedServerClock(page) {
  const now = Date.parse(page.body.dataset.now ?? '')
  if (!Number.isNaN(now)) ahead = Date.now() - now
}

const counted = (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'}`

function lengthWords(milliseconds) {
  const minutes = Math.floor(milliseconds / minute)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (minutes < 1) return 'less than a minute'
  if (days > 0) return counted(days, 'day') + (hours % 24 ? ` ${counted(hours % 24, 'hour')}` : '')
  if (hours > 0) return counted(hours, 'hour') + (minutes % 60 ? ` ${counted(minutes % 60, 'minute')}` : '')
  return counted(minutes, 'minute')
}

/** The sentence and tone of a clock `left` milliseconds before it is due (negative: after). */
export function sentence(left, { by, endsDay, doubt }) {
  const tone = left < 0 ? 'overdue' : left <= soonWithin ? 'soon' : 'later'
  const length = lengthWords(Math.abs(left))
  const was = `${endsDay === 'yes' ? 'by ' : ''}${by}`
  if (tone === 'overdue') return { tone, text: `Overdue by ${length} (was due ${was})${doubt}` }
  if (tone === 'later' && endsDay === 'yes') return { tone, text: `Due by ${by}${doubt}` }
  return { tone, text: `Due in ${length}, by ${by}${doubt}` }
}

export function showClocks(document) {
  const now = Date.now() - ahead
  for (const clock of document.querySelectorAll('[data-due]')) {
    const { text, tone } = sentence(Date.parse(clock.dataset.due) - now, clock.dataset)
    if (clock.textContent === text) continue
    clock.textContent = text
    clock.className = `wa-clock wa-clock--${tone}`
  }
}

// Keeps the clocks on the page true between loads. The words are those of components/clock.ts, held to it by a test.

const minute = 60_000
const soonWithin = 120 * minute

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
  if (tone === 'overdue')
    return { tone, text: `Overdue by ${length} (was due ${endsDay === 'yes' ? 'by ' : ''}${by})${doubt}` }
  if (tone === 'later' && endsDay === 'yes') return { tone, text: `Due by ${by}${doubt}` }
  return { tone, text: `Due in ${length}, by ${by}${doubt}` }
}

/** The server's clock decides what is overdue: this device's may be wrong. `ahead` is how far it is ahead, in ms. */
export function keepClocks(document, ahead) {
  const show = () => {
    for (const clock of document.querySelectorAll('[data-due]')) {
      const now = Date.now() - ahead
      const { text, tone } = sentence(Date.parse(clock.dataset.due) - now, clock.dataset)
      if (clock.textContent === text) continue
      clock.textContent = text
      clock.className = `wa-clock wa-clock--${tone}`
    }
  }
  show()
  return setInterval(show, 5_000)
}

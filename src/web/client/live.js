// Takes the page afresh each minute while nobody is typing, and says plainly when it could not.

import { heedServerClock, showClocks } from './clocks.js'

const every = 60_000
const patience = 20_000

/** Someone is typing, choosing, reading by keyboard or marking text: taking the page from under them would lose it. */
function busy(main) {
  const { activeElement, body } = main.ownerDocument
  const here = activeElement !== body && main.contains(activeElement)
  return here || (globalThis.getSelection()?.toString() ?? '') !== ''
}

const time = () =>
  new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' })

function say(document, words, heard) {
  document.getElementById('wa-announcer').textContent = words
  const line = document.querySelector('[data-live-line]')
  if (!line) return
  line.textContent = words
  line.classList.toggle('wa-live--heard', heard)
}

async function takeAfresh(main) {
  // The server must not take this for somebody who is there.
  const headers = { accept: 'text/html', 'x-whereabouts-automatic': 'yes' }
  const answer = await fetch(main.dataset.live, { headers, signal: AbortSignal.timeout(patience) })
  // Signed out meanwhile: the page must not stand there looking current.
  if (answer.redirected) return globalThis.location.reload()
  if (!answer.ok) throw new Error(`answered ${answer.status}`)
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  main.replaceChildren(...fresh.getElementById('main').childNodes)
  heedServerClock(fresh)
}

export function keepLive(document) {
  const main = document.querySelector('main[data-live]')
  if (!main) return
  let heard = time()
  setInterval(async () => {
    if (document.hidden || busy(main)) return
    try {
      await takeAfresh(main)
      showClocks(document)
      heard = time()
      say(document, `Live, last heard ${heard}`, true)
    } catch {
      say(document, `Not live. Last heard ${heard}: reload the page, or ring.`, false)
    }
  }, every)
}

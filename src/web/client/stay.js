// Warns before a session ends, and keeps it open while somebody types. What the page asks for by itself does not count.

const warnWithin = 120_000
const every = 5_000
const typingEvery = 60_000
const askEvery = 30_000

const minutes = (milliseconds) => {
  const left = Math.ceil(milliseconds / 60_000)
  return left === 1 ? 'less than a minute' : `${left} minutes`
}

/** The ends that a page carries, in milliseconds by this device's clock. */
function endsIn({ body }, ahead) {
  const [idle, last] = [Date.parse(body.dataset.idleEnds ?? ''), Date.parse(body.dataset.ends ?? '')]
  return Number.isNaN(idle) ? undefined : { idle: idle + ahead, last: last + ahead }
}

/** What the notice says with so much left; nothing while there is time enough. */
export function warning({ idle, last }, now) {
  const kept = 'What you have typed is kept if you send it afterwards and sign in again.'
  if (idle <= now) return `You have been signed out. ${kept}`
  if (idle - now > warnWithin) return ''
  const left = minutes(idle - now)
  if (idle >= last) return `Your session ends in ${left}, and has to be begun again. ${kept}`
  return `You will be signed out in ${left}, because nothing was done here.`
}

export function staySignedIn(document) {
  const ahead = Date.now() - Date.parse(document.body.dataset.now ?? '')
  let ends = endsIn(document, ahead)
  const box = document.getElementById('wa-stay')
  if (ends === undefined || box === null) return
  const form = box.querySelector('form')
  const line = box.querySelector('p')
  const show = () => {
    const words = warning(ends, Date.now())
    if (line.textContent !== words) line.textContent = words
    form.hidden = ends.idle <= Date.now() || ends.idle >= ends.last
    box.hidden = words === ''
  }
  // Another window of the same browser may have kept the session open: asked before it is said that it ends.
  let asked = Date.now()
  const ask = async () => {
    if (ends.idle - Date.now() > warnWithin || Date.now() - asked < askEvery) return
    asked = Date.now()
    const headers = { 'x-whereabouts-automatic': 'yes' }
    await heed(await fetch('/you', { headers }).catch(() => undefined))
  }
  const heed = async (answer) => {
    if (!answer?.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
    ends = endsIn(fresh, Date.now() - Date.parse(fresh.body.dataset.now ?? '')) ?? ends
    show()
  }
  const stay = async () => {
    const body = new URLSearchParams(new FormData(form))
    await heed(await fetch(form.action, { method: 'POST', body }).catch(() => undefined))
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    stay()
  })
  let typed = Date.now()
  document.addEventListener('input', () => {
    if (Date.now() - typed < typingEvery) return
    typed = Date.now()
    stay()
  })
  setInterval(() => {
    ask()
    show()
  }, every)
  show()
}

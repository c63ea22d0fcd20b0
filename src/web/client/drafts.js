// Keeps what is typed and not sent: on the server as somebody types, and sealed on this device while there is no network.
// The key is the person's own and comes with the page; on the device there is nothing that opens what lies there.

const within = 1_500
const again = 5_000
const keptFor = 72 * 3_600_000
const prefix = 'wa-draft '

const words = {
  kept: 'What you type is kept as you go, until you send it or sign out.',
  device:
    'No network. What you type is kept on this device and goes on by itself when the network is back. It is not sent.',
  nowhere: 'No network, and nothing can be kept on this device. Do not close this page.',
}

/** Of an interview: never that something is saved before the server has said so, and when. */
const wordsOfWhole = {
  touched: 'Not saved yet.',
  kept: ({ at }) => `Saved at ${at}.`,
  device: 'Not saved yet: no connection. Kept on this device, and sent when the connection is back.',
  signedOut: 'Not saved yet: you were signed out. Kept on this device until you sign in again.',
  gone: 'Not saved: this interview was recorded or thrown away meanwhile, or is too large. Copy what you typed.',
  nowhere: 'Not saved: no connection, and nothing can be kept on this device. Do not close this page.',
}

const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
const bytesOf = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))

/** Everything of every person on this device. What others sealed here is theirs, and goes with its time. */
function entries() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix))
  } catch {
    return []
  }
}

function forget(...names) {
  for (const name of names) localStorage.removeItem(name)
}

function forgetOld() {
  for (const name of entries()) {
    const at = Number(localStorage.getItem(name)?.split(' ')[0])
    if (!(Date.now() - at < keptFor)) forget(name)
  }
}

async function device(key) {
  const { subtle } = globalThis.crypto
  const own = await subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
  const seal = async (form, sent) => {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const text = new TextEncoder().encode(sent)
    const sealed = await subtle.encrypt({ name: 'AES-GCM', iv }, own, text)
    localStorage.setItem(`${prefix}${form}`, `${Date.now()} ${base64(iv)} ${base64(sealed)}`)
  }
  const open = async (name) => {
    const [, iv, sealed] = (localStorage.getItem(name) ?? '').split(' ')
    try {
      const text = await subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv) }, own, bytesOf(sealed))
      return new TextDecoder().decode(text)
    } catch {
      // Somebody else's.
      return undefined
    }
  }
  return { seal, open }
}

/** What the server says; undefined where it could not be asked. */
async function ask(sent) {
  try {
    const answer = await fetch('/drafts', { method: 'POST', body: new URLSearchParams(sent) })
    return answer.ok ? await answer.json() : undefined
  } catch {
    return undefined
  }
}

function addressHere() {
  const query = new URLSearchParams(location.search)
  query.delete('form')
  return `${location.pathname}${query.size === 0 ? '' : `?${query}`}`
}

/** What was kept here while there was no network goes to the server. Says whether any of it was of this page. */
async function sendKept(kept, token) {
  let ofHere = false
  for (const name of entries()) {
    const text = await kept.open(name)
    if (text === undefined) continue
    const sent = new URLSearchParams(text)
    sent.set('_csrf', token)
    const answer = await ask(sent)
    if (answer === undefined || answer.because === 'signed-out') continue
    forget(name)
    ofHere ||= answer.kept && sent.get('_address') === addressHere()
  }
  return ofHere
}

/** Answers whether somebody is signing out: what was under way then comes back without an answer, and stays nowhere. */
function forgetOnSignOut(document) {
  let leaving = false
  document.addEventListener('submit', ({ target }) => {
    if (!/\/sign-out(-everywhere)?$/.test(target.getAttribute('action') ?? '')) return
    leaving = true
    forget(...entries())
  })
  globalThis.addEventListener('pageshow', () => (leaving = false))
  return () => leaving
}

export async function keepDrafts(document) {
  const isLeaving = forgetOnSignOut(document)
  forgetOld()
  const line = document.getElementById('wa-drafts')
  const form = document.querySelector('main form input[name="command"]')?.form
  if (!line || !form) return
  const { key } = line.dataset
  line.removeAttribute('data-key')
  const isPart = Boolean(form.elements._whole)
  if (isPart) line.textContent = line.dataset.saved
  else form.querySelector('.govuk-button-group, button[type="submit"], .govuk-button')?.before(line)
  const say = (text, isNot = false) => {
    line.hidden = false
    line.classList.toggle('wa-ask__saved--not', isNot)
    if (isPart) line.setAttribute('aria-live', isNot && text !== wordsOfWhole.touched ? 'assertive' : 'off')
    if (line.textContent !== text) line.textContent = text
  }
  let dirty = false
  let sent = false
  let saving
  let timer
  const data = () => {
    const all = new URLSearchParams(new FormData(form))
    all.set('_address', addressHere())
    return all
  }
  // Listening begins before anything is waited for: what is typed at once counts too.
  const touched = () => {
    dirty = true
    if (isPart) say(wordsOfWhole.touched, true)
    if (!sent && !saving) timer ??= setTimeout(save, within)
  }
  form.addEventListener('input', touched)
  form.addEventListener('change', touched)
  form.addEventListener('submit', (event) => (isPart ? goOn(event) : (sent = !event.defaultPrevented)))
  globalThis.addEventListener('pageshow', () => (sent = false))
  globalThis.addEventListener('pagehide', () => dirty && !sent && navigator.sendBeacon('/drafts', data()))
  const kept = globalThis.crypto?.subtle ? await device(key).catch(() => undefined) : undefined
  const name = `${prefix}${form.elements.command.value}`
  async function keepHere(now, because) {
    // Without its token: it is another one when this goes on.
    now.delete('_csrf')
    const isKept = await kept?.seal(form.elements.command.value, now.toString()).then(
      () => true,
      () => false,
    )
    const inWords = isPart ? wordsOfWhole : words
    say(
      !isKept ? inWords.nowhere : isPart && because === 'signed-out' ? inWords.signedOut : inWords.device,
      isPart,
    )
  }
  async function saveNow() {
    dirty = false
    const now = data()
    const answer = await ask(now)
    if (isLeaving()) return true
    if (answer?.because === 'gone') {
      say(wordsOfWhole.gone, true)
      return true
    }
    if (answer?.kept || answer?.because === 'spent') {
      forget(name)
      if (!isPart) say(words.kept)
      else if (!dirty) say(wordsOfWhole.kept(answer))
      return true
    }
    dirty = true
    await keepHere(now, answer?.because)
    return answer !== undefined
  }
  async function save() {
    clearTimeout(timer)
    timer = undefined
    // One at a time: an earlier one that arrives late would say of a later one that it is kept.
    if (saving) return saving
    saving = saveNow()
    const isReached = await saving
    saving = undefined
    if (dirty && !sent && !isLeaving()) timer ??= setTimeout(save, isReached ? within : again)
    return isReached
  }
  /** An interview does not leave its question for a page that cannot come. */
  async function goOn(event) {
    event.preventDefault()
    if (sent) return
    sent = true
    await saving
    if (await save()) {
      const { submitter } = event
      if (submitter?.name) {
        const pressed = document.createElement('input')
        Object.assign(pressed, { type: 'hidden', name: submitter.name, value: submitter.value })
        form.append(pressed)
      }
      HTMLFormElement.prototype.submit.call(form)
    } else {
      sent = false
      timer ??= setTimeout(save, again)
    }
  }
  globalThis.addEventListener('online', () => dirty && save())
  if (kept !== undefined && (await sendKept(kept, form.elements._csrf.value)) && !dirty) location.reload()
}

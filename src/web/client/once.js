// A second press of the same button sends nothing. The server would answer the same; this spares the doubt.

const patience = 15_000

export function sendOnce(document) {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (form.method !== 'post') return
    if (Date.now() - Number(form.dataset.sentAt ?? 0) < patience) return event.preventDefault()
    form.dataset.sentAt = String(Date.now())
  })
  // The browser's Back shows the page as it was left: let it send again.
  globalThis.addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset.sentAt
  })
}

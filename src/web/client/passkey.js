// A passkey instead of a password and a code, in browsers that have them. The server's answer and the person's device
// talk through this script; it decides nothing.

const { PublicKeyCredential } = globalThis

async function optionsFrom(form) {
  const body = new URLSearchParams({ _csrf: form.elements._csrf.value })
  const answer = await fetch(form.dataset.challenge, { method: 'POST', body })
  if (!answer.ok) throw new Error(`answered ${answer.status}`)
  return answer.json()
}

async function answered(form, options) {
  if (form.dataset.passkey === 'make') {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
    return navigator.credentials.create({ publicKey })
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  return navigator.credentials.get({ publicKey })
}

export function offerPasskeys(document) {
  if (!PublicKeyCredential?.parseRequestOptionsFromJSON) return
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false
    const line = form.querySelector('[role=status]')
    form.addEventListener('submit', async (event) => {
      if (form.elements.passkey.value !== '') return
      event.preventDefault()
      line.textContent = ''
      try {
        const credential = await answered(form, await optionsFrom(form))
        form.elements.passkey.value = JSON.stringify(credential.toJSON())
        form.submit()
      } catch {
        delete form.dataset.sentAt
        line.textContent = 'That did not work, or was called off. Try again, or use the other way.'
      }
    })
  }
}

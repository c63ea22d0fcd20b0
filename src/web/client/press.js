// A screen on a wall has nobody who presses: it comes back by itself after the power was off, or when its time was over.

export function pressByItself(document) {
  const form = document.querySelector('form[data-press]')
  if (form) setTimeout(() => form.requestSubmit(), 1_000)
}

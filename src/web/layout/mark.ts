import { html, type Html } from '../html.ts'

/** The product's mark: a ring not quite closed, and the one who is outside it. */
export function mark(): Html {
  return html`<svg
    class="wa-mark"
    viewBox="0 0 32 32"
    width="30"
    height="30"
    aria-hidden="true"
    focusable="false"
  >
    <path class="wa-mark__ring" d="M19.6 6.2a11 11 0 1 0 6.6 7.2" />
    <circle class="wa-mark__dot" cx="25" cy="7" r="3.4" />
  </svg>`
}

import { html, type Html } from '../html.ts'

/** How fresh a live page is, in words. Without JavaScript it stays what it was when the page was made. */
export function liveLine(madeAtWords: string): Html {
  return html`<p class="wa-live" data-live-line>As at ${madeAtWords}. <a href="">Reload</a></p>`
}

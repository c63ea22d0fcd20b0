import { html, type Html } from '../html.ts'
import type { PageVisit } from './visit.ts'

/** On every page of whoever answers for it, until they have said that they know. It stands in the part that a page fetches
    afresh, so that a board left open shows it within a minute. */
export function openedNotice({ opened = 0 }: PageVisit): Html | null {
  if (opened === 0) return null
  const what = opened === 1 ? 'A record was' : `${opened} records were`
  return html`<div class="wa-opened" role="region" aria-label="Opened in an emergency">
    <p>
      <strong>${what} opened in an emergency.</strong>
      <a class="govuk-link" href="/review">See by whom and why, and say that you know</a>
    </p>
  </div>`
}

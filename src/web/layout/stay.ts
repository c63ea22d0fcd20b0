import { html, type Html } from '../html.ts'
import type { PageVisit } from './visit.ts'

/** For the script: when the session ends, by the server's clock. */
export function endsOf({ ends }: PageVisit): Html | null {
  return ends === undefined ? null : html`data-idle-ends="${ends.idle}" data-ends="${ends.last}"`
}

/** Hidden until the script finds that the end is near. Without the script nothing is lost either: what is sent after the
    end is kept until the same person has signed in again. */
export function stayNotice({ ends, csrfToken }: PageVisit): Html | null {
  if (ends === undefined) return null
  return html`<div class="wa-stay" id="wa-stay" role="region" aria-label="Your session" hidden>
    <p class="wa-stay__words" role="alert"></p>
    <form method="post" action="/you/stay">
      <input type="hidden" name="_csrf" value="${csrfToken}" /><button class="govuk-button wa-stay__button">
        Stay signed in
      </button>
    </form>
  </div>`
}

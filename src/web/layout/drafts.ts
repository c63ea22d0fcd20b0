import { londonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import { govuk } from '../components/official.ts'
import { clockTime, fullDate } from '../components/time.ts'
import { html, type Html } from '../html.ts'
import type { DraftShown, PageVisit } from './visit.ts'

/** What was begun here and not sent, to be continued or thrown away. */
export function draftNotices({ drafts, now, csrfToken }: PageVisit): Html | null {
  if (drafts === undefined) return null
  const { continued, others } = drafts
  return html`${
    continued &&
    html`<div class="wa-callout wa-drafts">
      <p>
        <strong>You began this ${atWords(continued.began, now)}.</strong> It is below as you left it, and not
        sent.
      </p>
      ${throwAway(continued, csrfToken)}
    </div>`
  }${others.map(
    (other) =>
      html`<div class="wa-callout wa-drafts">
        <p>
          <strong>You began this ${atWords(other.began, now)} and did not send it.</strong>
          <a class="govuk-link" href="${other.href}">Continue what you began</a>
        </p>
        ${throwAway(other, csrfToken)}
      </div>`,
  )}`
}

/** "at 02:10", and on which day where it was another. */
function atWords(began: Moment, now: Moment): string {
  const time = `at ${clockTime(began)}`
  return londonDate(began) === londonDate(now) ? time : `${time} on ${fullDate(began)}`
}

function throwAway({ form, address }: DraftShown, csrfToken: string): Html {
  return html`<form method="post" action="/drafts/drop">
    <input type="hidden" name="_csrf" value="${csrfToken}" />
    <input type="hidden" name="draft" value="${form}" />
    <input type="hidden" name="address" value="${address}" />
    ${govuk('button', { text: 'Throw it away', classes: 'govuk-button--secondary wa-drafts__drop' })}
  </form>`
}

/** Hidden until the script keeps what is typed, and then beside the button of the form. */
export function draftLine({ drafts }: PageVisit): Html | null {
  return drafts === undefined
    ? null
    : html`<p class="govuk-hint" id="wa-drafts" data-key="${drafts.key}" role="status" hidden></p>`
}

import { html, type Html } from '../html.ts'

type AsKnownAt = {
  /** The page itself, without its query: the form asks it again with `as-known-at`. */
  readonly action: string
  /** The moments at which the record changed, newest first: UTC for the address, words for the reader. */
  readonly moments: readonly { readonly at: string; readonly words: string }[]
  /** The moment being shown; absent when the page shows now. */
  readonly shown?: string
  /** "00:52": what now is called on this page. */
  readonly nowWords: string
}

/** What we knew then, as we knew it: choose a moment, or go back to now. */
export function asKnownAt({ action, moments, shown, nowWords }: AsKnownAt): Html {
  const options = moments.map(
    ({ at, words }) => html`<option value="${at}" ${at === shown && html`selected`}>${words}</option>`,
  )
  const past = moments.find(({ at }) => at === shown)
  return html`<form class="wa-as-known ${past && 'wa-as-known--past'}" method="get" action="${action}">
    <label class="wa-as-known__label" for="as-known-at">As known at</label>
    <select class="govuk-select wa-as-known__select" id="as-known-at" name="as-known-at">
      <option value="">now, ${nowWords}</option>
      ${options}
    </select>
    <button class="govuk-button govuk-button--secondary wa-as-known__show" type="submit">Show</button>
    ${
      past &&
      html`<p class="wa-as-known__past">
        <strong>This is what was known at ${past.words}.</strong> What was learned later is not shown.
        <a class="govuk-link" href="${action}">Back to now</a>
      </p>`
    }
  </form>`
}

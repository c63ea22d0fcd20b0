import { html, type Html, type Piece } from '../html.ts'
import type { Clock } from './clock.ts'

/** One duty as its reader meets it: what, by when, who. */
export type DutyItem = {
  readonly what: string
  /** The page of this duty: why it is due then. */
  readonly href?: string
  readonly clock: Clock
  readonly owner: Piece
  /** "4 hours from the return at 22:40". */
  readonly because?: Piece
  /** What is known beside the clock: "Offered 23:05, not yet answered". */
  readonly detail?: Piece
  /** Who should know by now that it is silent: "The police supervisor should know since 02:40; no one has acknowledged." */
  readonly rung?: Piece
  /** On a list that spans children: whose duty it is about. */
  readonly about?: Piece
}

/** One duty, as a list item: its clock is a sentence under its name. */
function dutyItem({ what, href, clock, owner, because, detail, rung, about }: DutyItem): Html {
  const why = because !== undefined && html`<p class="wa-duty__why">${because}</p>`
  return html`<li class="wa-duty wa-duty--${clock.tone}">
    <h3 class="wa-duty__what">
      ${href === undefined ? what : html`<a class="govuk-link" href="${href}">${what}</a>`}
    </h3>
    ${about !== undefined && html`<p class="wa-duty__about">${about}</p>`}
    <p class="wa-duty__clock">${clock.markup} <span class="wa-duty__owner">${owner}</span></p>
    ${why}${detail !== undefined && html`<p class="wa-duty__detail">${detail}</p>`}
    ${rung !== undefined && html`<p class="wa-duty__rung">${rung}</p>`}
  </li>`
}

/** Duties in the order given: the caller puts overdue first. */
export function dutyList(items: readonly DutyItem[]): Html {
  return html`<ul class="wa-duties">
    ${items.map(dutyItem)}
  </ul>`
}

import { html, type Html, type Piece } from '../html.ts'
import type { Clock } from './clock.ts'

/** The next thing owed, as the right of a card says it. */
export type NextDuty = {
  readonly what: string
  readonly clock: Clock
  readonly who: string
  readonly detail?: Piece
}

/** A child on the board: who, what is known, what is next. Never a count of past absences. */
export type BoardCard = {
  /** Absent on a wall, where there is nothing to press. */
  readonly href?: string
  /** "Jay Mercer, 14", or "Child, 13" where this reader does not need the name. */
  readonly name: string
  /** Where a reader may ask to see the name. */
  readonly reveal?: { readonly href: string; readonly text: string }
  /** "WH-7F3K-29 · Oakfield House". */
  readonly reference: string
  /** How long, in large letters: "3 hours 12 minutes". */
  readonly length?: string
  /** "since 21:40 last night", "back 22:40". */
  readonly since?: Piece
  /** The stripe: red only when overdue or in danger, amber when soon, purple for Care. */
  readonly tone: 'overdue' | 'soon' | 'later' | 'care'
  /** A chip and its sentence: the grade and who gave it, or the stage. */
  readonly chips?: Piece
  readonly known: Piece
  readonly thread?: Html
  readonly next: readonly NextDuty[]
  /** The number to ring about this child now. */
  readonly ring?: Html
}

const nextDuty = ({ what, clock, who, detail }: NextDuty): Html =>
  html`<li class="wa-next">
    <span class="wa-next__what">${what}</span> <span class="wa-next__clock">${clock.markup}</span>
    <span class="wa-next__who">${who}</span>
    ${detail !== undefined && html`<span class="wa-next__detail">${detail}</span>`}
  </li>`

/** One card, as a list item; the child's name is its heading and its link. */
function boardCard(card: BoardCard): Html {
  const reveal =
    card.reveal &&
    html` <a class="govuk-link wa-card__reveal" href="${card.reveal.href}">${card.reveal.text}</a>`
  const name = card.href === undefined ? card.name : html`<a href="${card.href}">${card.name}</a>`
  return html`<li class="wa-card wa-card--${card.tone}">
    <div class="wa-card__who">
      <h3 class="wa-card__name">${name}${reveal}</h3>
      <p class="wa-card__reference">${card.reference}</p>
      ${card.length !== undefined && html`<p class="wa-card__length">${card.length}</p>`}
      ${card.since !== undefined && html`<p class="wa-card__since">${card.since}</p>`}
    </div>
    <div class="wa-card__known">
      ${card.chips !== undefined && html`<p class="wa-card__chips">${card.chips}</p>`}
      <p class="wa-card__text">${card.known}</p>
      ${card.thread}
    </div>
    <div class="wa-card__next">
      <h4 class="wa-card__next-heading">Next</h4>
      <ul class="wa-next-list">
        ${card.next.map(nextDuty)}
      </ul>
      ${card.ring !== undefined && html`<p class="wa-card__ring">${card.ring}</p>`}
    </div>
  </li>`
}

/** A part of the board: its heading, a word on its clocks, and its cards. */
export function boardSection(heading: string, note: string | undefined, cards: readonly BoardCard[]): Html {
  return html`<section class="wa-board-section">
    <h2 class="wa-board-section__heading">
      ${heading}${note !== undefined && html` <span class="wa-board-section__note">${note}</span>`}
    </h2>
    <ul class="wa-cards">
      ${cards.map(boardCard)}
    </ul>
  </section>`
}

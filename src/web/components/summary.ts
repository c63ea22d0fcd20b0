import { html, type Html, type Piece } from '../html.ts'

type Summary = {
  /** References and names around the state: "WH-5TT2-51 · police reference 13260441872". */
  readonly eyebrow?: Piece
  /** The state in one plain sentence that a tired person understands. */
  readonly sentence: string
  readonly detail?: Piece
}

/** How a page opens: its state as the heading. */
export function summary({ eyebrow, sentence, detail }: Summary): Html {
  return html`<div class="wa-summary">
    ${eyebrow && html`<p class="wa-eyebrow">${eyebrow}</p>`}
    <h1 class="wa-sentence">${sentence}</h1>
    ${detail && html`<p class="wa-lede">${detail}</p>`}
  </div>`
}

/** A box at the side: one heading, one thing. Never one inside another. */
export function panel(heading: string, body: Html): Html {
  const id = `panel-${heading.toLowerCase().replace(/[^a-z]+/g, '-')}`
  return html`<section class="wa-panel" aria-labelledby="${id}">
    <h2 class="wa-panel__heading" id="${id}">${heading}</h2>
    ${body}
  </section>`
}

/** A plain thought beside a question. Not a warning: it has no colour of alarm. */
export function callout(body: Piece): Html {
  return html`<div class="wa-callout">${body}</div>`
}

import { html, type Html, type Piece } from '../html.ts'
import { telephone } from './numbers-to-ring.ts'
import { panel } from './summary.ts'

/** One organisation or person, and how far the news has reached them. */
export type Told = {
  readonly who: string
  /** When and how, in words: "17:48 by telephone". Absent: not told yet. */
  readonly told?: Piece
  /** "17:55, by Amira Hussain". Absent while no one has acknowledged. */
  readonly acknowledged?: Piece
  /** Why they are not told on purpose: "not told because the child asked". */
  readonly notToldBecause?: string
}

function standing({ told, acknowledged, notToldBecause }: Told): Html {
  if (notToldBecause !== undefined)
    return html`<span class="wa-told__because">Not told: ${notToldBecause}</span>`
  if (told === undefined) return html`<strong class="wa-told__not">Not told yet</strong>`
  const answer =
    acknowledged === undefined
      ? html`<span class="wa-told__silent">not acknowledged</span>`
      : html`<span class="wa-told__acknowledged">✓ acknowledged ${acknowledged}</span>`
  return html`Told ${told}, ${answer}`
}

/** The panel "Who knows": each line says who has been told and whether they said so. */
export function whoKnows(rows: readonly Told[], heading = 'Who knows'): Html {
  const lines = rows.map(
    (row) => html`<li class="wa-told"><span class="wa-told__who">${row.who}</span> ${standing(row)}</li>`,
  )
  return panel(
    heading,
    html`<ul class="wa-told-list">
      ${lines}
    </ul>`,
  )
}

/** The person or team that a role means now, and the number that reaches them now. */
export type Holder = {
  readonly role: string
  readonly name: string
  readonly telephone?: string
  readonly note?: string
}

/** The panel "Who holds this now". */
export function whoHolds(holders: readonly Holder[], heading = 'Who holds this now'): Html {
  const lines = holders.map(
    ({ role, name, telephone: number, note }) =>
      html`<li class="wa-holder">
        <span class="wa-holder__role">${role}</span> <span class="wa-holder__name">${name}</span>
        ${number !== undefined && telephone(number)} ${note !== undefined && html`<span>${note}</span>`}
      </li>`,
  )
  return panel(
    heading,
    html`<ul class="wa-holders">
      ${lines}
    </ul>`,
  )
}

import { html, type Html, type Piece } from '../html.ts'

type EntryCorrection = { readonly was: string; readonly reason: string; readonly line?: Piece }

/** One entry as it is read: occurred large, recorded small, what was corrected still visible. */
export type ChronologyItem = {
  /** The entry's id: the address of this line on the page. */
  readonly id: string
  /** Occurred, UTC, for machines. */
  readonly occurred: string
  /** Occurred, for people: "22:40", "about 22:40", or "time not known". */
  readonly occurredTime: string
  /** "Friday 20 November". A heading is set where the day changes. */
  readonly occurredDate: string
  readonly headline: string
  readonly detail?: Piece
  /** "Ruth Adeyemi, Oakfield House · recorded 22:52". */
  readonly recordedLine: Piece
  /** What it said before, and why that was wrong. */
  readonly correction?: EntryCorrection
  /** Where it was corrected more than once: the first correction first. */
  readonly corrections?: readonly EntryCorrection[]
  /** What waits for a second person, and who has confirmed. */
  readonly notes?: readonly Piece[]
  /** `information` changes no state; `void` was recorded in error; otherwise it decides something. */
  readonly kind?: 'information' | 'void'
}

function entry(item: ChronologyItem): Html {
  const { id, occurred, occurredTime, headline, detail, recordedLine, kind } = item
  const corrections = [...(item.correction ? [item.correction] : []), ...(item.corrections ?? [])]
  const corrected = corrections.map(
    (correction) =>
      html`<p class="wa-entry__correction">
        <span class="govuk-visually-hidden">Before the correction: </span
        ><del>${correction.was}</del> corrected:
        <q>${correction.reason}</q>
        ${correction.line !== undefined && html`<span class="wa-entry__corrected-by">${correction.line}</span>`}
      </p>`,
  )
  const notes = item.notes?.map((note) => html`<p class="wa-entry__note">${note}</p>`)
  const voided = kind === 'void' && html`<span class="wa-entry__void">Recorded in error. </span>`
  return html`<li class="wa-entry ${kind && `wa-entry--${kind}`}" id="entry-${id}">
    <time class="wa-entry__time" datetime="${occurred}">${occurredTime}</time>
    <div class="wa-entry__body">
      <p class="wa-entry__what">${voided}<strong>${headline}</strong> ${detail}</p>
      ${corrected} ${notes}
      <p class="wa-entry__recorded">${recordedLine}</p>
    </div>
  </li>`
}

/** Entries in the order given, under a heading for each London day. */
export function chronology(items: readonly ChronologyItem[]): Html {
  const days: { date: string; items: ChronologyItem[] }[] = []
  for (const item of items) {
    const last = days.at(-1)
    if (last?.date === item.occurredDate) last.items.push(item)
    else days.push({ date: item.occurredDate, items: [item] })
  }
  return html`<div class="wa-chronology">
    ${days.map(
      (day) =>
        html`<h3 class="wa-chronology__day">${day.date}</h3>
          <ol class="wa-chronology__entries">
            ${day.items.map(entry)}
          </ol>`,
    )}
  </div>`
}

import type { Standing } from '../../../domain/access/disclosure/standing.ts'
import type { Stretch } from '../../../domain/access/disclosure/third-parties.ts'
import { html, type Html } from '../../html.ts'
import { withheldIn, withheldInWords } from './withheld.ts'

/** Everything that the passage says, with what may name somebody else marked and what is withheld struck out. */
export function textOf({ passage, ruling, names }: Standing): Html {
  const { lines } = passage
  if (lines === undefined)
    return html`<p class="govuk-body">
      You may not read what stands here, and nobody else but they can say what may be disclosed of it.
    </p>`
  const withheld = ruling.parts.flatMap(({ said: { part } }) => (part === undefined ? [] : [part]))
  return html`<dl class="wa-passage">
    ${lines.map(
      ({ field, text }, line) =>
        html`<div>
          <dt>${field}</dt>
          <dd>${marked(text, names.filter(isOn(line)), withheld.filter(isOn(line)))}</dd>
        </div>`,
    )}
  </dl>`
}

export function rulingList(standing: Standing): Html | null {
  const { asked, answered, lookedThrough } = standing.ruling
  const withheld = withheldIn(standing)
  if ([asked, answered, lookedThrough].every((one) => one === undefined) && withheld.length === 0) return null
  return html`<h2 class="wa-heading">Decided so far</h2>
    <ul class="govuk-list">
      ${asked && html`<li>Asked: ${asked.said.whom}</li>`}
      ${answered && html`<li>Answered (${answered.said.answer.replaceAll('-', ' ')}): ${answered.said.words}</li>`}
      ${lookedThrough && html`<li>Names looked at: ${lookedThrough.said.words}</li>`}
    </ul>
    ${
      withheld.length > 0 &&
      html`<ul class="govuk-list govuk-list--bullet">
        ${withheld.map(({ said }) => html`<li>${withheldInWords(said, standing)}</li>`)}
      </ul>`
    }`
}

function isOn(line: number) {
  return (part: { readonly line: number }) => part.line === line
}

/** Stretches never overlap but where words are withheld twice: what is withheld wins. */
function marked(
  text: string,
  names: readonly Stretch[],
  withheld: readonly Stretch[],
): readonly (Html | string)[] {
  const places = [0, text.length, ...[...names, ...withheld].flatMap(({ from, to }) => [from, to])]
  const cuts = [...new Set(places)].filter((place) => place <= text.length).toSorted((a, b) => a - b)
  return cuts.slice(0, -1).map((from, index) => {
    const piece = text.slice(from, cuts[index + 1])
    if (withheld.some(covers(from))) return html`<del>${piece}</del>`
    return names.some(covers(from)) ? html`<mark>${piece}</mark>` : piece
  })
}

function covers(place: number) {
  return ({ from, to }: Stretch) => from <= place && place < to
}

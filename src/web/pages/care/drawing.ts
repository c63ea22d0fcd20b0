import type { StrandOfCare } from '../../../domain/care/care-of.ts'
import { html, type Html } from '../../html.ts'

type Where = 'where-expected' | 'known-elsewhere' | 'unknown'
interface Placed {
  readonly title: string
  readonly where: Where
  readonly x: number
  readonly y: number
  readonly width: number
}

/** How far from the child a strand is drawn. */
const distance: Readonly<Record<Where, number>> = {
  'where-expected': 90,
  'known-elsewhere': 190,
  unknown: 290,
}
const rowHeight = 44
const letter = 9.4
const middle = 520

/** The child in the middle, each strand on a row of its own to the left or to the right: no label lies over another. */
export function careDrawing(name: string, strands: readonly StrandOfCare[]): Html | null {
  const drawn = strands.filter(({ whereabouts }) => whereabouts !== 'not-recorded')
  if (drawn.length === 0) return null
  const rows = Math.max(3, Math.ceil(drawn.length / 2))
  const height = rows * rowHeight + 40
  const placed = drawn.map((strand, index): Placed => {
    const where = strand.whereabouts as Where
    const width = strand.title.length * letter + 28
    const isLeft = index % 2 === 0
    const x = isLeft ? middle - distance[where] - width : middle + distance[where]
    return {
      title: strand.title,
      where,
      width,
      x: Math.min(Math.max(x, 0), 2 * middle - width),
      y: 20 + Math.floor(index / 2) * rowHeight,
    }
  })
  const y = height / 2
  return html`<div class="wa-care" role="img" aria-label="The same as the table below, drawn">
    <svg viewBox="0 0 ${2 * middle} ${height}" aria-hidden="true" focusable="false">
      ${placed.map((one) => lineTo(one, y))}
      <circle class="wa-care__child" cx="${middle}" cy="${y}" r="58" />
      <text class="wa-care__name" x="${middle}" y="${y + 7}" text-anchor="middle">${name}</text>
      ${placed.map(label)}
    </svg>
  </div>`
}

function lineTo({ x, y, width, where }: Placed, childAt: number): Html {
  const near = x > middle ? x : x + width
  return html`<line
    class="wa-care__line wa-care__line--${where}"
    x1="${middle}"
    y1="${childAt}"
    x2="${near}"
    y2="${y + 17}"
  />`
}

function label({ title, where, x, y, width }: Placed): Html {
  return html`<g class="wa-care__strand wa-care__strand--${where}">
    <rect x="${x}" y="${y}" width="${width}" height="34" rx="17" />
    <text x="${x + width / 2}" y="${y + 23}" text-anchor="middle">${title}</text>
  </g>`
}

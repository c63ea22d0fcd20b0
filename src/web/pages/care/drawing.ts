import type { StrandOfCare } from '../../../domain/care/care-of.ts'
import { html, type Html } from '../../html.ts'

type Where = 'where-expected' | 'known-elsewhere' | 'unknown'
interface Row {
  readonly top: number
  readonly height: number
}
interface Placed extends Row {
  readonly lines: readonly string[]
  readonly where: Where
  readonly x: number
  readonly width: number
}

/** How far from the middle a strand is drawn. */
const distance: Readonly<Record<Where, number>> = {
  'where-expected': 88,
  'known-elsewhere': 134,
  unknown: 180,
}
const nearFirst: readonly Where[] = ['where-expected', 'known-elsewhere', 'unknown']
const [middle, letter, lineHeight, gap] = [400, 8.2, 20, 12]
const longest = 23

/** The child in the middle, each strand on a row of its own to the left or to the right, the nearest on the rows beside
    the child: no label lies over another. */
export function careDrawing(name: string, strands: readonly StrandOfCare[]): Html | null {
  const drawn = nearFirst.flatMap((where) =>
    strands
      .filter(({ whereabouts }) => whereabouts === where)
      .map(({ title }) => ({ where, lines: linesOf(title) })),
  )
  if (drawn.length === 0) return null
  const pairs = Array.from({ length: Math.max(3, Math.ceil(drawn.length / 2)) }, (_, index) =>
    drawn.slice(2 * index, 2 * index + 2),
  )
  const rows = outward(pairs)
  const heights = rows.map((row) => Math.max(1, ...row.map(({ lines }) => lines.length)) * lineHeight + 16)
  const placed = rows.flatMap((row, index) => {
    const top = gap + heights.slice(0, index).reduce((sum, height) => sum + height + gap, 0)
    return row.map((one, side) => place(one, side === 0, { top, height: heights[index] ?? 0 }))
  })
  const height = gap + heights.reduce((sum, one) => sum + one + gap, 0)
  const y = height / 2
  return html`<div class="wa-care" role="img" aria-label="The same as the words and the table, drawn">
    <svg viewBox="0 0 ${2 * middle} ${height}" aria-hidden="true" focusable="false">
      ${placed.map((one) => lineTo(one, y))}
      <circle class="wa-care__child" cx="${middle}" cy="${y}" r="56" />
      ${name
        .split(' ')
        .map(
          (word, index, { length }) =>
            html`<text
              class="wa-care__name"
              x="${middle}"
              y="${y + 7 + (index - (length - 1) / 2) * 22}"
              text-anchor="middle"
              >${word}</text
            >`,
        )}
      ${placed.map(label)}
    </svg>
  </div>`
}

/** The first in the middle, the others above and below it by turns. */
function outward<T>(items: readonly T[]): readonly T[] {
  return items.reduce<readonly T[]>(
    (all, one, index) => (index % 2 === 0 ? [...all, one] : [one, ...all]),
    [],
  )
}

function linesOf(title: string): readonly string[] {
  return title.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > longest) return [...lines, word]
    return [...lines.slice(0, -1), `${last} ${word}`]
  }, [])
}

function place({ where, lines }: Pick<Placed, 'where' | 'lines'>, isLeft: boolean, row: Row): Placed {
  const width = Math.min(longest, Math.max(...lines.map(({ length }) => length))) * letter + 26
  const x = isLeft ? middle - distance[where] - width : middle + distance[where]
  const height = lines.length * lineHeight + 16
  return { lines, where, width, x, top: row.top + (row.height - height) / 2, height }
}

function lineTo({ x, width, where, top, height }: Placed, childAt: number): Html {
  return html`<line
    class="wa-care__line wa-care__line--${where}"
    x1="${middle}"
    y1="${childAt}"
    x2="${x > middle ? x : x + width}"
    y2="${top + height / 2}"
  />`
}

function label({ lines, where, x, top, width, height }: Placed): Html {
  return html`<g class="wa-care__strand wa-care__strand--${where}">
    <rect x="${x}" y="${top}" width="${width}" height="${height}" rx="18" />
    ${lines.map(
      (line, index) =>
        html`<text x="${x + width / 2}" y="${top + 23 + index * lineHeight}" text-anchor="middle"
          >${line}</text
        >`,
    )}
  </g>`
}

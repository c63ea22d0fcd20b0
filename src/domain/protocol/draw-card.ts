import { roleLabel } from '../episode/roles.ts'
import { escaped, wrapped } from './draw-text.ts'
import { clockInWords, conditionInWords, ownerInWords } from './explain-words.ts'
import type { Clause } from './protocol.ts'

export const ink = {
  text: '#14202b',
  soft: '#46545f',
  line: '#17405c',
  page: '#f3f5f7',
  card: '#ffffff',
  keeper: '#dce9f3',
  band: '#17405c',
  onBand: '#ffffff',
} as const

/** A piece of the drawing with the height it takes, drawn at a place. Pixels. */
export interface Piece {
  readonly height: number
  readonly draw: (x: number, y: number) => string
}

interface Line {
  readonly text: string
  readonly size: number
  readonly bold?: boolean
  readonly color?: string
}

const padding = 12

/** One duty: what to do, who and how long, for whom, who hears of silence. A dashed edge is an unverified source. */
export function card(clause: Clause, width: number): Piece {
  const inner = width - padding * 2 - (clause.keeper ? 6 : 0)
  const left = padding + (clause.keeper ? 6 : 0)
  const lines = linesOf(clause).flatMap((line) =>
    wrapped(line.text, inner, line.size, line.bold).map((text) => ({ ...line, text })),
  )
  const height = lines.reduce((sum, { size }) => sum + leading(size), 0) + padding * 2 - 4
  const dashed = clause.source.verified ? '' : ' stroke-dasharray="6 4"'
  return {
    height,
    draw: (x, y) => {
      const fill = clause.keeper ? ink.keeper : ink.card
      const bar = `<rect x="${x}" y="${y}" width="6" height="${height}" fill="${ink.line}"/>`
      return [
        `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${fill}" stroke="${ink.line}" stroke-width="1.5"${dashed}/>`,
        ...(clause.keeper ? [bar] : []),
        textLines(lines, x + left, y + padding - 2),
      ].join('\n')
    },
  }
}

function linesOf(clause: Clause): readonly Line[] {
  const condition = conditionInWords(clause.for)
  const setting = clause.source.verified && clause.source.interval === 'setting' ? ' (a setting)' : ''
  const ladder = clause.ifSilent.map(({ tell }) => roleLabel(tell)).join(', then ')
  return [
    { text: clause.title, size: 16, bold: true },
    { text: capitalised(ownerInWords(clause)), size: 14 },
    { text: `${capitalised(clockInWords(clause))}${setting}`, size: 14 },
    ...(condition === undefined ? [] : [{ text: `For ${condition}`, size: 14, color: ink.soft }]),
    { text: `If silent: ${ladder}`, size: 13, color: ink.soft },
  ]
}

/** When the duties beneath it start; with some air above it where something stands there. */
export function subheading(text: string, width: number, isBelow: boolean): Piece {
  const air = isBelow ? 14 : 0
  const lines = wrapped(capitalised(text), width, 14, true).map((line) => ({
    text: line,
    size: 14,
    bold: true,
    color: ink.line,
  }))
  return {
    height: air + lines.length * leading(14) - 4,
    draw: (x, y) => textLines(lines, x, y + air),
  }
}

/** The name of a stage on a band that points to the next. */
export function band(heading: string, width: number, points: boolean): Piece {
  const [name = '', ...rest] = heading.split(': ')
  const lines: readonly Line[] = [
    { text: name, size: 20, bold: true, color: ink.onBand },
    ...wrapped(capitalised(rest.join(': ')), width - 40, 14).map((text) => ({
      text,
      size: 14,
      color: ink.onBand,
    })),
  ]
  const height = 84
  return {
    height,
    draw: (x, y) => {
      const tip = points ? 14 : 0
      const shape = `M${x} ${y}h${width}l${tip} ${height / 2}l${-tip} ${height / 2}h${-width}z`
      return [`<path d="${shape}" fill="${ink.band}"/>`, textLines(lines, x + 14, y + 10)].join('\n')
    },
  }
}

export function textLines(lines: readonly Line[], x: number, top: number): string {
  let y = top
  return lines
    .map(({ text, size, bold, color }) => {
      y += leading(size)
      const weight = bold ? ' font-weight="700"' : ''
      return `<text x="${x}" y="${y - 5}" font-size="${size}"${weight} fill="${color ?? ink.text}">${escaped(text)}</text>`
    })
    .join('\n')
}

function leading(size: number): number {
  return Math.round(size * 1.32)
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

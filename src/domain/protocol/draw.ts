import { dateInWords } from '../../kernel/london.ts'
import { band, card, ink, subheading, textLines, type Piece } from './draw-card.ts'
import { escaped } from './draw-text.ts'
import { chaptersOf, type Chapter } from './explain-chapters.ts'
import type { Edition } from './protocol.ts'

const column = 270
const gap = 24
const margin = 28
const mostInColumn = 14
const top = 150

interface Block {
  readonly width: number
  readonly height: number
  readonly draw: (x: number, y: number) => string
}

/** An edition as an SVG picture, in pixels: stages from left to right, under each the duties that start in it, with their
    owners, clocks and ladders. What starts at any stage stands beneath the first ones. The same edition gives the same
    text. All that it shows is also in `explain`, which is what a screen reader is for. */
export function draw(edition: Edition): string {
  const chapters = chaptersOf(edition)
  const stages = chapters.filter(({ name }) => name !== 'any')
  const last = stages.at(-1)
  const blocks = stages.map((chapter) => stageBlock(chapter, chapter !== last))
  const aside = chapters.filter(({ name }) => name === 'any').map((chapter) => asideBlock(chapter, 2))[0]
  const lefts = blocks.map((_, index) =>
    blocks.slice(0, index).reduce((x, { width }) => x + width + gap, margin),
  )
  const asideTop = top + Math.max(...blocks.slice(0, 2).map(({ height }) => height)) + 2 * gap
  const width = (lefts.at(-1) ?? 0) + (blocks.at(-1)?.width ?? 0) + margin
  const height =
    Math.max(...blocks.map((block) => top + block.height), asideTop + (aside?.height ?? 0)) + margin
  return [
    opening(edition, width, height),
    ...blocks.map((block, index) => block.draw(lefts[index] ?? 0, top)),
    aside?.draw(margin, asideTop) ?? '',
    '</svg>',
    '',
  ].join('\n')
}

function opening(edition: Edition, width: number, height: number): string {
  const laid = edition.clauses.filter(({ on }) => on)
  const verified = laid.filter(({ source }) => source.verified).length
  const title = `${edition.title}, edition ${edition.edition}`
  const description = `${laid.length} duties under the stage that starts them, ${verified} of them from a verified source. The explanation beside this drawing says the same in words.`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="protocol-title protocol-description" font-family="'Atkinson Hyperlegible Next', Arial, sans-serif">`,
    `<title id="protocol-title">${escaped(title)}</title>`,
    `<desc id="protocol-description">${escaped(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${ink.page}"/>`,
    textLines(
      [
        { text: title, size: 28, bold: true },
        { text: ' ', size: 5 },
        {
          text: `In force from ${dateInWords(edition.from)}. Review due ${dateInWords(edition.reviewDue)}. Adopted by: ${edition.adoptedBy}.`,
          size: 15,
          color: ink.soft,
        },
      ],
      margin,
      16,
    ),
    key(margin, 96),
  ].join('\n')
}

/** What the edges mean, on one line under the title. */
function key(x: number, y: number): string {
  const box = (left: number, fill: string, dashes: string) =>
    `<rect x="${left}" y="${y}" width="30" height="20" rx="3" fill="${fill}" stroke="${ink.line}" stroke-width="1.5"${dashes}/>`
  const says = (left: number, text: string) => textLines([{ text, size: 14 }], left, y)
  return [
    box(x, ink.card, ''),
    says(x + 40, 'from a verified source'),
    box(x + 230, ink.card, ' stroke-dasharray="6 4"'),
    says(x + 270, 'unverified: a partnership sets it'),
    box(x + 520, ink.keeper, ''),
    `<rect x="${x + 520}" y="${y}" width="6" height="20" fill="${ink.line}"/>`,
    says(x + 560, 'holds the stage: owed until the stage is left'),
    says(x + 890, '(a setting): the source gives the act and no time'),
  ].join('\n')
}

function stageBlock(chapter: Chapter, points: boolean): Block {
  const cards = chapter.groups.reduce((sum, { clauses }) => sum + clauses.length, 0)
  return block(chapter, Math.max(1, Math.ceil(cards / mostInColumn)), points)
}

function asideBlock(chapter: Chapter, columns: number): Block {
  return block(chapter, columns, false)
}

function block(chapter: Chapter, columns: number, points: boolean): Block {
  const width = columns * column + (columns - 1) * gap
  const head = band(chapter.heading, width, points)
  const stacks = balanced(piecesOf(chapter), columns)
  const tallest = Math.max(0, ...stacks.map(stackHeight))
  return {
    width,
    height: head.height + gap + tallest,
    draw: (x, y) =>
      [
        head.draw(x, y),
        ...stacks.map((pieces, index) =>
          drawStack(pieces, x + index * (column + gap), y + head.height + gap),
        ),
      ].join('\n'),
  }
}

/** A card, with the heading of its group above the first of them. */
interface Stacked {
  readonly group: string
  readonly piece: Piece
}

function piecesOf(chapter: Chapter): readonly Stacked[] {
  return chapter.groups.flatMap(({ starts, clauses }) =>
    clauses.map((clause) => ({ group: starts, piece: card(clause, column) })),
  )
}

const between = 12

function stackHeight(pieces: readonly Stacked[]): number {
  return laidOut(pieces).reduce((height, { height: one }) => height + one + between, 0)
}

/** The pieces of one column from top to bottom, each group under its heading. */
function laidOut(pieces: readonly Stacked[]): readonly Piece[] {
  return pieces.flatMap(({ group, piece }, index) =>
    pieces[index - 1]?.group === group ? [piece] : [subheading(group, column, index > 0), piece],
  )
}

/** Cards in their order over so many columns, none much taller than the others: each lies where its middle falls. */
function balanced(pieces: readonly Stacked[], columns: number): readonly (readonly Stacked[])[] {
  const fair = stackHeight(pieces) / columns
  const columnOf = (at: number) => {
    const middle = (stackHeight(pieces.slice(0, at)) + stackHeight(pieces.slice(0, at + 1))) / 2
    return Math.min(columns - 1, Math.floor(middle / fair))
  }
  return Array.from({ length: columns }, (_, index) => pieces.filter((_piece, at) => columnOf(at) === index))
}

function drawStack(pieces: readonly Stacked[], x: number, top: number): string {
  let y = top
  return laidOut(pieces)
    .map((piece) => {
      const drawn = piece.draw(x, y)
      y += piece.height + between
      return drawn
    })
    .join('\n')
}

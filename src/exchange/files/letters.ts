import type { Block } from '../../application/files.ts'
import { codeOf, holdable } from './codes.ts'

/** A stretch of text that one font draws, in the order in which it is drawn. */
export interface Run {
  readonly font: string
  readonly text: string
  /** As it is read, where it is written from right to left. */
  readonly read?: string
}

const weights = { heading: '700', paragraph: '400' } as const

interface Face {
  readonly package: string
  readonly script: string
  readonly rightToLeft?: true
}

/** Each letter is drawn by the first that has it: our own typeface, then those for names that it has no letters for. */
const faces: readonly Face[] = [
  { package: 'atkinson-hyperlegible-next', script: 'latin' },
  { package: 'atkinson-hyperlegible-next', script: 'latin-ext' },
  { package: 'noto-sans', script: 'vietnamese' },
  { package: 'noto-sans', script: 'latin-ext' },
  { package: 'noto-sans', script: 'cyrillic' },
  { package: 'noto-sans', script: 'cyrillic-ext' },
  { package: 'noto-sans', script: 'greek' },
  { package: 'noto-sans-arabic', script: 'arabic', rightToLeft: true },
]

interface Font {
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean
}

interface Named {
  readonly name: string
  readonly font: Font
  readonly rightToLeft: boolean
}

/** Reads a file of a package of typefaces. */
export type ReadFace = (fontPackage: string, file: string) => Buffer

/** Puts the letters that we have into a document: of a typeface that no letter asks for, nothing is read. A character that
    none has is shown as its code. */
export function lettersOf(
  doc: PDFKit.PDFDocument,
  readFace: ReadFace,
): (block: Exclude<Block, { readonly kind: 'picture' }>) => readonly Run[] {
  const opened = new Map<string, Named>()
  const open = (face: Face, weight: string): Named => {
    const name = `${face.package}-${face.script}-${weight}-normal`
    const known = opened.get(name) ?? fontIn(doc, name, readFace(face.package, `${name}.woff`), face)
    opened.set(name, known)
    return known
  }
  return ({ kind, text }) => {
    const weight = kind === 'heading' ? weights.heading : weights.paragraph
    return runsOf(text, (character) => {
      for (const face of faces) {
        const named = open(face, weight)
        if (named.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return named
      }
      return undefined
    })
  }
}

function fontIn(doc: PDFKit.PDFDocument, name: string, bytes: Buffer, { rightToLeft }: Face): Named {
  doc.registerFont(name, bytes).font(name)
  // The package has no door to the font that it has opened.
  const { font } = (doc as unknown as { readonly _font: { readonly font: Font } })._font
  return { name, font, rightToLeft: rightToLeft === true }
}

/** Runs of one font each; spaces and ends of lines go with what stands before them. Never none. */
function runsOf(text: string, drawing: (character: string) => Named | undefined): readonly Run[] {
  const runs: { font: Named; text: string }[] = []
  const first = drawing('a')
  if (first === undefined) throw new Error('There are no letters to write with')
  for (const character of holdable(text).replaceAll('\t', '    ').replaceAll(/\r\n?/g, '\n')) {
    const last = runs.at(-1)
    const drawnBy = /\s/u.test(character) ? (last?.font ?? first) : drawing(character)
    const shown = drawnBy === undefined ? codeOf(character) : plainSpace(character)
    const font = drawnBy ?? first
    if (last?.font.name === font.name) last.text += shown
    else runs.push({ font, text: shown })
  }
  if (runs.length === 0) return [{ font: first.name, text: ' ' }]
  return runs.map(({ font, text: said }) =>
    font.rightToLeft
      ? { font: font.name, text: wordsReversed(said), read: said.trimEnd() }
      : { font: font.name, text: said },
  )
}

/** Each word is drawn from right to left by the font itself; here the words are put in that order, and what space stands
    behind them stays behind them. */
function wordsReversed(text: string): string {
  const [, words = '', space = ''] = /^(.*?)(\s*)$/su.exec(text) ?? []
  return words.split(' ').toReversed().join(' ') + space
}

/** Spaces of other widths have no letter of their own. */
function plainSpace(character: string): string {
  return /\s/u.test(character) && character !== '\n' ? ' ' : character
}

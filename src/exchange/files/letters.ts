import type { Block } from '../../application/files.ts'
import { codeOf, holdable } from './codes.ts'

/** A stretch of text that one font draws. */
export interface Run {
  readonly font: string
  readonly text: string
}

const weights = { heading: '700', paragraph: '400' } as const
const scripts = ['latin', 'latin-ext'] as const

interface Font {
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean
}

/** Puts the letters that we have into a document. The typeface comes in two files, and each letter is drawn by the one
    that has it; a character that neither has is shown as its code. */
export function lettersOf(
  doc: PDFKit.PDFDocument,
  read: (name: string) => Buffer,
): (block: Block) => readonly Run[] {
  const fonts = Object.fromEntries(
    Object.values(weights).map((weight) => [
      weight,
      scripts.map((script) => fontIn(doc, read, script, weight)),
    ]),
  )
  return ({ kind, text }) => runsOf(text, fonts[weights[kind]] ?? [])
}

interface Named {
  readonly name: string
  readonly font: Font
}

function fontIn(
  doc: PDFKit.PDFDocument,
  read: (name: string) => Buffer,
  script: string,
  weight: string,
): Named {
  const name = `atkinson-hyperlegible-next-${script}-${weight}-normal`
  doc.registerFont(name, read(`${name}.woff`)).font(name)
  // The package has no door to the font that it has opened.
  const { font } = (doc as unknown as { readonly _font: { readonly font: Font } })._font
  return { name, font }
}

/** Runs of one font each; spaces and ends of lines go with what stands before them. Never none. */
function runsOf(text: string, fonts: readonly Named[]): readonly Run[] {
  const runs: { font: string; text: string }[] = []
  const [first] = fonts
  if (first === undefined) throw new Error('There are no letters to write with')
  for (const character of holdable(text).replaceAll('\t', '    ').replaceAll(/\r\n?/g, '\n')) {
    const last = runs.at(-1)
    const drawnBy = /\s/u.test(character) ? (last?.font ?? first.name) : nameOf(character, fonts)
    const shown = drawnBy === undefined ? codeOf(character) : plainSpace(character)
    const font = drawnBy ?? first.name
    if (last?.font === font) last.text += shown
    else runs.push({ font, text: shown })
  }
  return runs.length === 0 ? [{ font: first.name, text: ' ' }] : runs
}

function nameOf(character: string, fonts: readonly Named[]): string | undefined {
  return fonts.find(({ font }) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))?.name
}

/** Spaces of other widths have no letter of their own. */
function plainSpace(character: string): string {
  return /\s/u.test(character) && character !== '\n' ? ' ' : character
}

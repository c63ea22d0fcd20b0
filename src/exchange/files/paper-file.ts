import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import type { Block, Paper } from '../../application/files.ts'
import { lettersOf, type Run } from './letters.ts'

const margin = 56
const sizes = { 1: 20, 2: 15, 3: 12.5 } as const
const ordinary = 11

/** A document as tagged PDF (PDF/UA): structure, language, title, text that can be selected and searched. Characters that
    no letter of ours draws are shown as their code. */
export async function paperFile({ title, made, blocks }: Paper): Promise<Uint8Array> {
  const doc = new PDFDocument({
    pdfVersion: '1.7',
    // Known to the package, and not yet to those who wrote down its types.
    ...({ subset: 'PDF/UA' } as object),
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: title, Creator: 'Whereabouts', Producer: 'Whereabouts', CreationDate: new Date(made) },
    size: 'A4',
    margin,
    bufferPages: true,
  })
  const written = buffer(doc)
  const letters = lettersOf(doc, (name) => readFileSync(new URL(name, fonts)))
  const root = doc.struct('Document')
  doc.addStructure(root)
  for (const block of blocks)
    root.add(doc.struct(tagOf(block), {}, [() => write(doc, block, letters(block))]))
  root.end()
  number(doc)
  doc.end()
  return written
}

const fonts = new URL('../../../node_modules/@fontsource/atkinson-hyperlegible-next/files/', import.meta.url)

function tagOf(block: Block): string {
  return block.kind === 'heading' ? `H${block.level}` : 'P'
}

function write(doc: PDFKit.PDFDocument, block: Block, runs: readonly Run[]): void {
  doc.fontSize(block.kind === 'heading' ? sizes[block.level] : ordinary)
  for (const [place, { font, text }] of runs.entries())
    doc.font(font).text(text, { continued: place < runs.length - 1, lineGap: 2 })
  doc.moveDown(block.kind === 'heading' ? 0.4 : 0.6)
}

/** What is on a page for the sake of the page alone is no part of what is read. */
function number(doc: PDFKit.PDFDocument): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    // Else what is written below the margin would begin another page.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.fontSize(9).text(`Page ${page + 1} of ${count}`, margin, doc.page.height - 40, { lineBreak: false })
    doc.endMarkedContent()
  }
}

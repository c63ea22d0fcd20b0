import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import type { Block, Paper } from '../../application/files.ts'
import { lettersOf, type Run } from './letters.ts'

interface Setting {
  readonly margin: number
  readonly headings: Readonly<Record<1 | 2 | 3, number>>
  readonly ordinary: number
  readonly lineGap: number
  /** After a heading, and after a paragraph, in lines. */
  readonly after: { readonly heading: number; readonly paragraph: number }
}

const roomy: Setting = {
  margin: 56,
  headings: { 1: 20, 2: 15, 3: 12.5 },
  ordinary: 11,
  lineGap: 2,
  after: { heading: 0.4, paragraph: 0.6 },
}

const dense: Setting = {
  margin: 40,
  headings: { 1: 16, 2: 10.5, 3: 10 },
  ordinary: 8.5,
  lineGap: 0.4,
  after: { heading: 0.1, paragraph: 0.22 },
}

/** A document as tagged PDF (PDF/UA): structure, language, title, text that can be selected and searched. Characters that
    no letter of ours draws are shown as their code. */
export async function paperFile({ title, made, blocks, onOnePage }: Paper): Promise<Uint8Array> {
  const setting = onOnePage ? dense : roomy
  const doc = new PDFDocument({
    pdfVersion: '1.7',
    // Known to the package, and not yet to those who wrote down its types.
    ...({ subset: 'PDF/UA' } as object),
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: title, Creator: 'Whereabouts', Producer: 'Whereabouts', CreationDate: new Date(made) },
    size: 'A4',
    margin: setting.margin,
    bufferPages: true,
  })
  const written = buffer(doc)
  const letters = lettersOf(doc, (from, file) => readFileSync(new URL(`${from}/files/${file}`, fonts)))
  const root = doc.struct('Document')
  doc.addStructure(root)
  for (const block of blocks)
    root.add(
      block.kind === 'picture'
        ? doc.struct('Figure', { alt: block.text }, [() => draw(doc, block.jpeg)])
        : doc.struct(tagOf(block), {}, [() => write(doc, setting, block, letters(block))]),
    )
  root.end()
  number(doc, setting)
  doc.end()
  return written
}

const fonts = new URL('../../../node_modules/@fontsource/', import.meta.url)

type Written = Exclude<Block, { readonly kind: 'picture' }>

function draw(doc: PDFKit.PDFDocument, jpeg: Uint8Array): void {
  doc.image(Buffer.from(jpeg), { fit: [170, 212] })
  doc.moveDown(0.4)
}

function tagOf(block: Written): string {
  return block.kind === 'heading' ? `H${block.level}` : 'P'
}

function write(
  doc: PDFKit.PDFDocument,
  { headings, ordinary, lineGap, after }: Setting,
  block: Written,
  runs: readonly Run[],
): void {
  doc.fontSize(block.kind === 'heading' ? headings[block.level] : ordinary)
  for (const [place, { font, text }] of runs.entries())
    doc.font(font).text(text, { continued: place < runs.length - 1, lineGap })
  doc.moveDown(after[block.kind])
}

/** What is on a page for the sake of the page alone is no part of what is read. */
function number(doc: PDFKit.PDFDocument, { margin }: Setting): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    // Else what is written below the margin would begin another page.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.fontSize(9).text(`Page ${page + 1} of ${count}`, margin, doc.page.height - 28, { lineBreak: false })
    doc.endMarkedContent()
  }
}

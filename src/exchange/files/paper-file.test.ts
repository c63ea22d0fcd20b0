import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { at } from '../../../test/support/at.ts'
import { naughtyStrings } from '../../../test/support/naughty-strings.ts'
import type { Block } from '../../application/files.ts'
import { paperFile } from './paper-file.ts'

const made = at('2026-11-21T10:00')

interface Node {
  readonly role?: string
  readonly id?: string
  readonly children?: readonly Node[]
}

/** A document as another's reader reads it: what it says of itself, and each tagged piece with its text. */
async function readBack(title: string, blocks: readonly Block[]) {
  const data = new Uint8Array(await paperFile({ title, made, blocks }))
  const doc = await getDocument({ data, verbosity: 0 }).promise
  const info = (await doc.getMetadata()).info as Readonly<Record<string, unknown>>
  const pieces: { role: string; text: string }[] = []
  const roots = new Set<string>()
  for (let number = 1; number <= doc.numPages; number++) {
    const page = await doc.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const texts = new Map<string, string>()
    let at = ''
    for (const item of items)
      if ('str' in item) texts.set(at, `${texts.get(at) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`)
      else at = item.type === 'endMarkedContent' ? '' : item.id
    const tree = (await page.getStructTree()) as Node | null
    for (const { role = '', children = [] } of tree?.children ?? []) {
      roots.add(role)
      for (const one of children)
        pieces.push({
          role: one.role ?? '',
          text: (one.children ?? []).map(({ id = '' }) => texts.get(id) ?? '').join(''),
        })
    }
  }
  // Its types say an object.
  const marks = (await doc.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null
  const marked = marks?.get('Marked')
  return { info, marked, pages: doc.numPages, roots: [...roots], pieces }
}

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

test('a document is tagged, in English, with its title, and every word of it is text in its place', async () => {
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 1, text: 'Record of Žofie Nováková' },
    { kind: 'paragraph', text: 'She was seen at “the office”, by the ffiord.' },
    { kind: 'heading', level: 2, text: 'What was recorded' },
    { kind: 'heading', level: 3, text: '21:40 on Friday' },
    { kind: 'paragraph', text: 'One line,\nand another.' },
  ]
  const { info, marked, roots, pieces } = await readBack('Record of Žofie', blocks)
  assert.equal(info['Language'], 'en-GB')
  assert.equal(info['Title'], 'Record of Žofie')
  assert.equal(marked, true)
  assert.deepEqual(roots, ['Document'])
  assert.deepEqual(
    pieces.map(({ role, text }) => [role, plain(text)]),
    [
      ['H1', 'Record of Žofie Nováková'],
      ['P', 'She was seen at “the office”, by the ffiord.'],
      ['H2', 'What was recorded'],
      ['H3', '21:40 on Friday'],
      ['P', 'One line, and another.'],
    ],
  )
})

test('it says that it is for everybody (PDF/UA), and shows its title and not the name of its file', async () => {
  const bytes = Buffer.from(await paperFile({ title: 'A title', made, blocks: [] })).toString('latin1')
  assert.match(bytes, /<pdfuaid:part>1<\/pdfuaid:part>/)
  assert.match(bytes, /\/DisplayDocTitle true/)
  assert.match(bytes, /\/StructTreeRoot/)
})

test('the same paper made again is the same file, and one that was made at another moment is not', async () => {
  const paper = { title: 'A title', made, blocks: [{ kind: 'paragraph', text: 'Words' }] } as const
  const once = Buffer.from(await paperFile(paper))
  assert.ok(once.equals(Buffer.from(await paperFile(paper))))
  assert.ok(!once.equals(Buffer.from(await paperFile({ ...paper, made: at('2026-11-21T10:01') }))))
})

test('what runs over many pages stays in order, and the numbers of pages are no part of it', async () => {
  const blocks = Array.from({ length: 120 }, (_none, index): Block => {
    const text = `Number ${index}. ${'It goes on and on. '.repeat(12)}`
    return { kind: 'paragraph', text }
  })
  const { pages, pieces } = await readBack('Long', blocks)
  assert.ok(pages > 5)
  const text = pieces.map((piece) => piece.text).join(' ')
  const numbers = [...text.matchAll(/Number (\d+)\./g)].map(([, number]) => Number(number))
  assert.deepEqual(numbers, [...blocks.keys()])
  assert.doesNotMatch(text, /Page \d/)
})

test('every string that broke others is there, and a character that no letter draws is shown as its code', async () => {
  const { pieces } = await readBack(
    'Strings',
    naughtyStrings.map((text) => ({ kind: 'paragraph', text })),
  )
  assert.ok(pieces.length >= naughtyStrings.length)
  const codes = await readBack('Codes', [{ kind: 'paragraph', text: 'a\0b 你 👍 \u202E café naïve' }])
  assert.equal(plain(codes.pieces[0]?.text ?? ''), 'aU+0000b U+4F60 U+1F44D U+202E café naïve')
})

import { dateInWords, londonDate, momentInWords } from '../kernel/london.ts'
import type { ExportedRecord } from './commands/disclose.ts'
import type { Block, Paper } from './files.ts'
import type { Occurred } from '../domain/episode/entry.ts'

type Passage = ExportedRecord['passages'][number]

/** The record that leaves, to be read from top to bottom, with headings to go by. */
export function paperOf(record: ExportedRecord): Paper {
  const { child, from, made, request, passages, withheld, disposed } = record
  const title = `${child.name ?? 'A child'}: ${request === undefined ? 'case record' : 'your record'}, from ${from}`
  return {
    title,
    made,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...(child.bornOn === undefined ? [] : [paragraph(`Born on ${dateInWords(child.bornOn)}.`)]),
      ...(request === undefined
        ? [paragraph(`What ${from} recorded itself, as it stood at ${momentInWords(made)}.`)]
        : [
            paragraph(
              `${request.askedBy} asked for it on ${dateInWords(request.on)}. It was made at ${momentInWords(made)}.`,
            ),
          ]),
      paragraph(`Reference: ${record.reference}.`),
      ...(withheld.length === 0 ? [] : notHere(withheld)),
      ...(disposed.length === 0 ? [] : notThere(disposed)),
      { kind: 'heading', level: 2, text: 'What was recorded' },
      ...(passages.length === 0 ? [paragraph('Nothing.')] : passages.flatMap(blocksOf)),
    ],
  }
}

function notHere(withheld: ExportedRecord['withheld']): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'What is not here' },
    ...withheld.map(({ organisation, why, times }) =>
      paragraph(`Of what ${organisation} recorded: ${why}${times === 1 ? '' : `, ${times} times`}.`),
    ),
    paragraph(
      'You can ask why, ask for it to be looked at again, and complain to the Information Commissioner.',
    ),
  ]
}

function notThere(disposed: ExportedRecord['disposed']): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'What there is no more' },
    ...disposed.map((one) => paragraph(disposedInWords(one))),
  ]
}

/** Whose part went, when, and how much of it: it is not known any more what it said. */
export function disposedInWords({ organisation, on, entries }: ExportedRecord['disposed'][number]): string {
  const what = entries === 1 ? 'one entry' : `${entries} entries`
  return `On ${dateInWords(on)} ${organisation} disposed of ${what}, because the time for which they are kept was over.`
}

function blocksOf({ occurred, what, by, organisation, lines }: Passage): readonly Block[] {
  return [
    { kind: 'heading', level: 3, text: `${whenInWords(occurred)}: ${what}` },
    paragraph(`Recorded by ${by}, ${organisation}.`),
    ...lines.map(({ field, text }) => paragraph(`${field}: ${text}`)),
  ]
}

function whenInWords({ at, precision }: Occurred): string {
  if (precision === 'day') return dateInWords(londonDate(at))
  return `${precision === 'about' ? 'About ' : ''}${momentInWords(at)}`
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

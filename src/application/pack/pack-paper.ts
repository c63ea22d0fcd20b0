import { isStale } from '../../domain/child/photograph.ts'
import { dateInWords, momentInWords } from '../../kernel/london.ts'
import type { Within } from '../../kernel/within.ts'
import { withinInWords } from '../../kernel/within.ts'
import type { Block, Paper } from '../files.ts'
import type { PackFact } from './pack-parts.ts'
import type { Pack } from './pack.ts'

/** What is said where nothing is known: never that there is nothing. */
export const notKnownInWords = 'Not known. That is not evidence that there is none.'

/** The pack on paper, in the order of the page: its picture first. */
export function packPaper(pack: Pack, picture: Uint8Array | undefined, fresh: Within): Paper {
  const { title, made, parts, notKnown, photograph } = pack
  return {
    title,
    made,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(`Made at ${momentInWords(made)}, from what was recorded by then.`),
      ...(photograph === undefined || picture === undefined
        ? [paragraph('There is no photograph.')]
        : [
            { kind: 'picture', jpeg: picture, text: `Photograph: ${photograph.shows}` } as const,
            paragraph(photographInWords(pack, fresh)),
          ]),
      ...parts.flatMap(({ heading, note, facts }): readonly Block[] => [
        { kind: 'heading', level: 2, text: heading },
        ...(note === undefined ? [] : [paragraph(note)]),
        ...facts.map((fact) => paragraph(factInWords(fact))),
      ]),
      { kind: 'heading', level: 2, text: 'What is not known' },
      paragraph(notKnown.length === 0 ? 'Nothing of what is asked here.' : `${notKnown.join('; ')}.`),
    ],
  }
}

export function photographInWords({ photograph, made }: Pack, fresh: Within): string {
  if (photograph === undefined) return 'There is no photograph.'
  const { shows, taken, suppliedBy } = photograph
  const old = isStale(photograph, made, fresh) ? ` It is more than ${withinInWords(fresh)} old.` : ''
  return `${shows}. Taken on ${dateInWords(taken)}, from ${suppliedBy}.${old}`
}

function factInWords({ asks, says }: PackFact): string {
  const asked = /[?]$/.test(asks) ? asks : `${asks}:`
  return `${asked} ${says.length === 0 ? notKnownInWords : says.join(' · ')}`
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

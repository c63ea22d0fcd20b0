import { randomUUID } from 'node:crypto'
import type { ExportLine } from '../../src/store/audit-export.ts'
import type { ChainLine } from '../../src/store/chain-lines.ts'
import { documentHash, documentText, readDocument } from '../../src/store/checkpoints/document.ts'
import { markOf } from '../../src/store/checkpoints/marks.ts'
import type { SigningKey } from '../../src/store/checkpoints/signing-key.ts'
import {
  chainHash,
  commitmentOf,
  lookCommitment,
  runCommitment,
  sectionHash,
} from '../../src/store/commitment.ts'

type Head = Extract<ExportLine, { kind: 'whereabouts audit 1' }>
type Checkpoint = Extract<ExportLine, { kind: 'checkpoint' }>
export type EntryLine = Extract<ChainLine, { kind: 'entry' }>

/** An export taken apart, for someone who makes it say something else and wants nothing of it to show. */
export interface Parts {
  readonly head: Head
  readonly checkpoints: readonly Checkpoint[]
  readonly links: readonly ChainLine[]
}

export function partsOf(lines: readonly ExportLine[]): Parts {
  const of = <K extends ExportLine['kind']>(...kinds: readonly K[]) =>
    lines.filter((line): line is Extract<ExportLine, { kind: K }> =>
      (kinds as readonly string[]).includes(line.kind),
    )
  return {
    head: of('whereabouts audit 1')[0]!,
    checkpoints: of('checkpoint'),
    links: of('entry', 'look', 'run'),
  }
}

/** Everything that can be made to agree without a key does: sequences, commitments, positions, the chain, the beginning
    and the end. */
export function wellFormed({ head, checkpoints, links }: Parts, from = 1): readonly ExportLine[] {
  const heads = new Map<string, number>()
  let hash = Buffer.from(head.from.hash, 'hex') as Buffer
  const chained = links.map((line, index) => {
    const position = index + 1
    let own = line
    if (line.kind === 'entry') {
      const sequence = (heads.get(line.stream) ?? 0) + 1
      heads.set(line.stream, sequence)
      if (sequence !== line.sequence) own = committedAnew({ ...line, sequence })
    }
    if (own === line && position < from) {
      hash = Buffer.from(line.hash, 'hex')
      return line
    }
    hash = chainHash(hash, position, Buffer.from(own.commitment, 'hex'))
    return { ...own, position, hash: hash.toString('hex') }
  })
  const until = { position: chained.length, hash: hash.toString('hex') }
  const lines = 1 + checkpoints.length + chained.length
  return [{ ...head, until }, ...checkpoints, ...chained, { kind: 'end', lines }]
}

export function committedAnew<L extends ChainLine>(line: L): L {
  return { ...line, commitment: commitmentFor(line).toString('hex') }
}

function commitmentFor(line: ChainLine): Buffer {
  if (line.kind === 'look') return lookCommitment(line.id, Buffer.from(line.said, 'hex'))
  if (line.kind === 'run') return runCommitment(line.id, Buffer.from(line.said, 'hex'))
  return commitmentOf({ ...line, sections: sectionsOf(line) })
}

function sectionsOf({ sections }: EntryLine) {
  return Object.entries(sections).map(([section, hash]) => ({ section, hash: Buffer.from(hash, 'hex') }))
}

/** The same line saying something else, its hashes and commitment anew. */
export function sayingElse(line: ChainLine, text: string, section?: string): ChainLine {
  if (line.kind === 'entry') {
    const name = section ?? Object.keys(line.sections)[0]!
    const salt = line.content?.[name]?.salt ?? '00'.repeat(16)
    const hash = sectionHash(Buffer.from(salt, 'hex'), Buffer.from(text)).toString('hex')
    const content = { ...line.content, [name]: { salt, text } }
    return committedAnew({ ...line, sections: { ...line.sections, [name]: hash }, content })
  }
  const salt = line.content?.salt ?? '00'.repeat(16)
  const said = sectionHash(Buffer.from(salt, 'hex'), Buffer.from(text)).toString('hex')
  return committedAnew({ ...line, said, content: { salt, text } })
}

/** A line that never was: a look or an entry of a stream that is there. */
export function neverWas(like: ChainLine, text: string, number: number): ChainLine {
  const id = like.kind === 'look' ? 1_000_000 + number : randomUUID()
  return sayingElse({ ...like, id } as ChainLine, text)
}

/** Every checkpoint from a number on made anew over other links, and signed by whoever does this. */
export function signedAnew(
  lines: readonly ExportLine[],
  from: number,
  key: SigningKey,
  claimed = key.id,
): readonly ExportLine[] {
  const { links } = partsOf(lines)
  let previous = ''
  let last = 0
  return lines.map((line) => {
    if (line.kind !== 'checkpoint') return line
    const saying = readDocument(line.document)!
    const begin = last
    last = saying.position
    if (saying.number < from) {
      previous = documentHash(line.document)
      return line
    }
    const marks = Buffer.concat(links.slice(begin, saying.position).map(markedLine))
    const document = documentText({
      ...saying,
      hash: links[saying.position - 1]!.hash,
      marks: marks.toString('base64'),
      key: claimed,
      ...(previous !== '' && { previous }),
    })
    previous = documentHash(document)
    return { ...line, document, signature: key.sign(document).toString('base64') }
  })
}

function markedLine(line: ChainLine): Buffer {
  const commitment = Buffer.from(line.commitment, 'hex')
  if (line.kind === 'entry')
    return markOf({ kind: 'entry', id: line.id, sections: sectionsOf(line), commitment })
  return markOf({
    kind: line.kind,
    id: line.id,
    said: Buffer.from(line.said, 'hex'),
    commitment,
  } as Parameters<typeof markOf>[0])
}

import type { ExportLine } from '../../src/store/audit-export.ts'
import { readDocument } from '../../src/store/checkpoints/document.ts'
import type { SigningKey } from '../../src/store/checkpoints/signing-key.ts'
import type { NamedFault } from './audit-verifier.ts'
import {
  committedAnew,
  neverWas,
  sayingElse,
  signedAnew,
  wellFormed,
  type EntryLine,
  type Parts,
} from './tampering.ts'

/** What was done to an export, and what has to be named for it. */
export interface Tampered {
  readonly lines: readonly ExportLine[]
  readonly named: readonly Pick<NamedFault, 'kind' | 'position'>[]
}

/** What someone has who tampers: the export, how far it is attested, chance, a key that nobody trusts, and the server's own. */
export interface Hands {
  readonly parts: Parts
  readonly attested: number
  /** A whole number from zero up to, and not including, this one. */
  readonly below: (most: number) => number
  readonly foreign: SigningKey
  readonly own: SigningKey
}

type Tampering = (hands: Hands) => Tampered

const named = (kind: string, ...positions: readonly number[]) =>
  positions.map((position) => ({ kind, position }))

/** A position that is attested, its index, and a text that nobody wrote. */
function chosen({ parts, attested, below }: Hands) {
  const index = below(attested)
  return { index, line: parts.links[index]!, text: `what was never written, ${below(2 ** 31)}` }
}

function sayingElseAt(hands: Hands): { readonly parts: Parts; readonly position: number } {
  const { index, line, text } = chosen(hands)
  const sections = line.kind === 'entry' ? Object.keys(line.sections) : []
  const section = sections[hands.below(Math.max(1, sections.length))]
  const links = hands.parts.links.with(index, sayingElse(line, text, section))
  return { parts: { ...hands.parts, links }, position: index + 1 }
}

const without = ({ parts }: Hands, gone: (index: number) => boolean): Parts => ({
  ...parts,
  links: parts.links.filter((_line, index) => !gone(index)),
})

const streamsOf = ({ links }: Parts): readonly string[] => [
  ...new Set(links.flatMap((line) => (line.kind === 'entry' ? [line.stream] : []))),
]

const anEntry = (hands: Hands): { readonly index: number; readonly line: EntryLine } => {
  for (;;) {
    const { index, line } = chosen(hands)
    if (line.kind === 'entry') return { index, line }
  }
}

const numberAt = ({ parts }: Hands, index: number) => {
  const { number, position } = readDocument(parts.checkpoints[index]!.document)!
  return { number, position }
}

/** Each leaves a file that agrees with itself. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  'content changed, with commitment and all later hashes': (hands) => {
    const { parts, position } = sayingElseAt(hands)
    return { lines: wellFormed(parts, position), named: named('changed', position) }
  },
  'entries cut at the tail': (hands) => {
    const { parts, attested, below } = hands
    const left = below(attested)
    const cut = without(hands, (index) => index >= left)
    // With or without the checkpoints that attested them.
    const checkpoints =
      below(2) === 0
        ? parts.checkpoints
        : parts.checkpoints.filter((_one, index) => numberAt(hands, index).position <= left)
    const missing = Array.from({ length: attested - left }, (_none, index) => left + 1 + index)
    return { lines: wellFormed({ ...cut, checkpoints }, left + 1), named: named('missing', ...missing) }
  },
  'an entry dropped': (hands) => {
    const { index } = chosen(hands)
    return {
      lines: wellFormed(
        without(hands, (at) => at === index),
        index + 1,
      ),
      named: named('missing', index + 1),
    }
  },
  'two swapped': (hands) => {
    const [a, b] = [chosen(hands), chosen(hands)]
    if (a.index === b.index) return tamperings['two swapped']!(hands)
    const links = hands.parts.links.with(a.index, b.line).with(b.index, a.line)
    const swapped = named('reordered', a.index + 1, b.index + 1)
    return { lines: wellFormed({ ...hands.parts, links }, Math.min(a.index, b.index) + 1), named: swapped }
  },
  'one doubled': (hands) => {
    const { index, line } = chosen(hands)
    const at = index + 1 + hands.below(hands.attested - index)
    const links = hands.parts.links.toSpliced(at, 0, line)
    // Behind everything that is attested it is only newer.
    if (at >= hands.attested) return tamperings['one doubled']!(hands)
    return { lines: wellFormed({ ...hands.parts, links }, at + 1), named: named('doubled', at + 1) }
  },
  'one put in that never was': (hands) => {
    const { index, line, text } = chosen(hands)
    const links = hands.parts.links.toSpliced(index, 0, neverWas(line, text, hands.below(1_000_000)))
    return { lines: wellFormed({ ...hands.parts, links }, index + 1), named: named('added', index + 1) }
  },
  'an entry moved between streams': (hands) => {
    const { index, line } = anEntry(hands)
    const others = hands.parts.links.filter(
      (one): one is EntryLine => one.kind === 'entry' && one.stream !== line.stream,
    )
    const { stream, subject } = others[hands.below(others.length)]!
    const links = hands.parts.links.with(index, committedAnew({ ...line, stream, subject }))
    return { lines: wellFormed({ ...hands.parts, links }, index + 1), named: named('moved', index + 1) }
  },
  'a whole stream removed': (hands) => {
    const { parts, attested, below } = hands
    const streams = streamsOf(parts)
    const stream = streams[below(streams.length)]
    const isOf = (index: number) => {
      const line = parts.links[index]
      return line?.kind === 'entry' && line.stream === stream
    }
    const gone = parts.links.flatMap((_line, index) => (index < attested && isOf(index) ? [index + 1] : []))
    if (gone.length === 0) return tamperings['a whole stream removed']!(hands)
    return { lines: wellFormed(without(hands, isOf)), named: named('missing', ...gone) }
  },
  'an old checkpoint replayed': (hands) => {
    const { checkpoints } = hands.parts
    const { parts } = sayingElseAt(hands)
    const replaced = 1 + hands.below(checkpoints.length - 1)
    const older = checkpoints[hands.below(replaced)]!
    const changed = hands.below(2) === 0 ? parts : hands.parts
    const lines = wellFormed({ ...changed, checkpoints: checkpoints.with(replaced, older) })
    return { lines, named: named('replayed', readDocument(older.document)!.position) }
  },
  'the newest checkpoints left out': (hands) => {
    const { checkpoints } = hands.parts
    const { parts } = sayingElseAt(hands)
    const left = checkpoints.slice(0, hands.below(checkpoints.length))
    return {
      lines: wellFormed({ ...parts, checkpoints: left }),
      named: named('checkpoint-missing', hands.attested),
    }
  },
  're-signed with another key': (hands) => {
    const { parts, position } = sayingElseAt(hands)
    const claimed = hands.below(2) === 0 ? hands.foreign.id : hands.own.id
    const first = hands.parts.checkpoints.findIndex(
      (_one, index) => numberAt(hands, index).position >= position,
    )
    const from = numberAt(hands, first)
    const lines = signedAnew(wellFormed(parts, position), from.number, hands.foreign, claimed)
    return { lines, named: named('not-signed', from.position) }
  },
  're-signed with the server’s own key': (hands) => {
    const { parts, position } = sayingElseAt(hands)
    const first = hands.parts.checkpoints.findIndex(
      (_one, index) => numberAt(hands, index).position >= position,
    )
    const lines = signedAnew(wellFormed(parts, position), numberAt(hands, first).number, hands.own)
    return { lines, named: named('other-checkpoint', hands.attested) }
  },
}

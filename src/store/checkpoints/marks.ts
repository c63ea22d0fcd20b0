import { createHash } from 'node:crypto'
import type { SectionHash } from '../commitment.ts'

/** What stands at a position, as far as its mark goes: an entry with its sections, a look or a run. */
export type Marked = { readonly commitment: Buffer } & (
  | { readonly kind: 'entry'; readonly id: string; readonly sections: readonly SectionHash[] }
  | { readonly kind: 'look'; readonly id: number; readonly said: Buffer }
  | { readonly kind: 'run'; readonly id: string; readonly said: Buffer }
)

/** Bytes of a mark: eight for which it is, four for what it says, four for its commitment. */
export const markSize = 16

/** A short print of one position. The head's hash is what attests; marks tell an outsider which position is not as it
    was, and whether it was changed, moved, taken out or put in. */
export function markOf(marked: Marked): Buffer {
  const which = sha256(`${marked.kind} ${marked.id}`).subarray(0, 8)
  const said = marked.kind === 'entry' ? saidBy(marked.sections) : marked.said
  return Buffer.concat([which, said.subarray(0, 4), marked.commitment.subarray(0, 4)])
}

function saidBy(sections: readonly SectionHash[]): Buffer {
  const parts = sections.map(({ section, hash }) => `${section} ${hash.toString('hex')}\n`)
  return sha256(parts.toSorted().join(''))
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

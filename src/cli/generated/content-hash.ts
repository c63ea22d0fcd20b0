import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Directory } from '../../domain/child/directory.ts'

/** What was written of one child: every entry with its place, its command and the exact text of each section. Salts are
    random by design and stay out; so do commitments, which rest on them. */
export interface SaidOfChild {
  readonly subject: string
  readonly entries: readonly {
    readonly id: string
    readonly stream: string
    readonly sequence: number
    readonly command: string
    readonly sections: readonly (readonly [section: string, text: string])[]
  }[]
}

/** SHA-256, hex, over the entries of one child by stream and sequence, each as one line of JSON. */
export function hashOfChild({ subject, entries }: SaidOfChild): string {
  const hash = createHash('sha256')
  for (const { id, stream, sequence, command, sections } of entries.toSorted(inPlace))
    hash.update(`${JSON.stringify([subject, stream, sequence, id, command, sections.toSorted(byName)])}\n`)
  return hash.digest('hex')
}

/** SHA-256, hex, over the directory and every child's own hash by the child's id: the same for the same partnership in any
    database, whatever order it was written in. */
export function hashOfAll(directory: Directory, children: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256').update(`${canonicalize(inOrder(directory)) ?? ''}\n`)
  for (const [subject, own] of [...children].toSorted(byName)) hash.update(`${subject} ${own}\n`)
  return hash.digest('hex')
}

type Place = Pick<SaidOfChild['entries'][number], 'stream' | 'sequence'>

function inPlace(a: Place, b: Place): number {
  if (a.stream !== b.stream) return a.stream < b.stream ? -1 : 1
  return a.sequence - b.sequence
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1
}

function inOrder({ organisations, posts }: Directory) {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
  return { organisations: organisations.toSorted(byId), posts: posts.toSorted(byId) }
}

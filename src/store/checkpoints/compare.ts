import { markSize } from './marks.ts'

/** What stands at an attested position, or once stood there, and is not as it was attested. */
export interface Deviation {
  readonly kind: 'changed' | 'missing' | 'added' | 'reordered'
  /** Where it was attested; for what was added, where it stands now. */
  readonly position: number
}

const which = (marks: Buffer, index: number) =>
  marks.toString('latin1', index * markSize, index * markSize + 8)
const rest = (marks: Buffer, index: number) =>
  marks.subarray(index * markSize + 8, (index + 1) * markSize).toString('latin1')
const countOf = (marks: Buffer) => marks.length / markSize

/** Holds the marks of what is there, in its order, to those that were attested: the first of both is position 1. What is
    newer than everything that was attested is no deviation. */
export function deviations(attested: Buffer, there: Buffer): readonly Deviation[] {
  if (there.subarray(0, attested.length).equals(attested)) return []
  const was = indexOf(attested)
  const seen = new Set<string>()
  const kept: number[] = []
  const found: Deviation[] = []
  let last = -1
  for (let index = 0; index < countOf(there); index++) if (was.has(which(there, index))) last = index
  for (let index = 0; index <= last; index++) {
    const name = which(there, index)
    const before = was.get(name)
    if (before === undefined || seen.has(name)) found.push({ kind: 'added', position: index + 1 })
    else {
      kept.push(before)
      if (rest(attested, before) !== rest(there, index)) found.push({ kind: 'changed', position: before + 1 })
    }
    seen.add(name)
  }
  for (const [name, index] of was) if (!seen.has(name)) found.push({ kind: 'missing', position: index + 1 })
  // What is left on both sides is the same things: where they differ in order, they were moved.
  const ordered = kept.toSorted((a, b) => a - b)
  kept.forEach((before, index) => {
    if (before !== ordered[index]) found.push({ kind: 'reordered', position: before + 1 })
  })
  return found.toSorted((a, b) => a.position - b.position)
}

function indexOf(marks: Buffer): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (let index = 0; index < countOf(marks); index++) found.set(which(marks, index), index)
  return found
}

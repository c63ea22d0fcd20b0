import type { EpisodeBodies } from './entries.ts'

type Concern = Pick<EpisodeBodies['concern-raised'], 'subject' | 'care'>

/** Whether two episodes of one child look for the same: both for the child, or both for a strand of their Care that is in
    both. A search for Care never stands in the way of one for the child, nor the other way about. */
export function lookForTheSame(one: Concern, other: Concern): boolean {
  if (one.subject.kind !== other.subject.kind) return false
  if (one.subject.kind === 'child') return true
  const codes = new Set(one.care?.strands.map(({ code }) => code))
  return other.care?.strands.some(({ code }) => codes.has(code)) ?? false
}

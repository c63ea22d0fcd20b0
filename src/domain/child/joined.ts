import { latest, type Moment } from '../../kernel/moment.ts'
import type { ChildId } from '../episode/entry.ts'
import type { ChildEntryType, ChildStream } from './child.ts'
import { corrected, entriesOf } from './corrected.ts'
import { beginsAt } from './span.ts'

/** Streams of other records by the child's id, as far as they say who is kept out and what is joined. */
export type OtherRecords = ReadonlyMap<ChildId, ChildStream>

export const noOthers: OtherRecords = new Map()

/** Another record of the same child, corrections applied, and since when it counts as that. */
export interface Joined {
  readonly child: ChildId
  readonly entries: ChildStream
  readonly from: Moment
}

/** What of one record reaches those that are joined with it. */
const reaching: ReadonlySet<ChildEntryType> = new Set([
  'same-child',
  'person-shut-out',
  'shut-out-ended',
  'record-restricted',
  'restriction-ended',
  'entry-corrected',
])

/** Whether what is computed of a joined record may be otherwise after this entry. */
export function reachesOthers(type: ChildEntryType): boolean {
  return reaching.has(type)
}

/** Every record that was ever named as of the same child. */
export function everNamed(stream: ChildStream): readonly ChildId[] {
  return [...new Set(entriesOf(stream, 'same-child').map(({ body }) => body.as))]
}

/** Every record that is joined with this one now, also by way of others, from when the last join on the shortest way was
    said. A join that was taken back joins nothing. */
export function joinedWith(
  child: ChildId,
  stream: ChildStream,
  others: OtherRecords,
  knownAt?: Moment,
): readonly Joined[] {
  const found = new Map<ChildId, Joined>()
  let reached: readonly Omit<Joined, 'child'>[] = [
    { entries: corrected(stream, knownAt), from: '' as Moment },
  ]
  while (reached.length > 0) {
    const next: Joined[] = []
    for (const { entries, from } of reached) {
      for (const [as, since] of standing(entries)) {
        const other = others.get(as)
        if (as === child || found.has(as) || other === undefined) continue
        const joined = { child: as, entries: corrected(other, knownAt), from: latest(from, since) }
        found.set(as, joined)
        next.push(joined)
      }
    }
    reached = next
  }
  return [...found.values()]
}

/** Joins that were not taken back, in the order of their ids, and since when. */
function standing(entries: ChildStream): readonly (readonly [ChildId, Moment])[] {
  const joins = new Map<ChildId, Moment>()
  for (const { body, occurred } of entriesOf(entries, 'same-child')) {
    if (body.undone === true) joins.delete(body.as)
    else if (!joins.has(body.as)) joins.set(body.as, beginsAt(occurred))
  }
  return [...joins].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

import { keptWith } from '../../kernel/kept-with.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { ChildEntry, ChildEntryOf, ChildEntryType, ChildStream } from './child.ts'

/** The entries as they stand, by sequence, with every correction recorded by `knownAt` applied (absent: by now) and
    without the corrections themselves. A correction can be corrected in its turn. */
export function corrected(stream: ChildStream, knownAt?: Moment): ChildStream {
  const known = knownAt === undefined ? stream : stream.filter((entry) => entry.recorded <= knownAt)
  return standing(known.length === stream.length ? stream : known)
}

const standing = keptWith((known: ChildStream): ChildStream => {
  const corrections = Map.groupBy(
    known.filter((entry) => entry.type === 'entry-corrected'),
    (entry) => entry.body.corrects,
  )
  const stands = <E extends ChildEntry>(entry: E): E =>
    (corrections.get(entry.id) ?? [])
      // Only what came before can be corrected.
      .filter((correction) => correction.sequence > entry.sequence)
      .map(stands)
      .reduce(applied, entry)
  return known.filter((entry) => entry.type !== 'entry-corrected').map(stands)
})

/** A field changed to null is taken away. */
function applied<E extends ChildEntry>(entry: E, { body }: ChildEntryOf<'entry-corrected'>): E {
  const fields = Object.entries({ ...entry.body, ...body.changes }).filter(([, value]) => value !== null)
  return { ...entry, occurred: body.occurred ?? entry.occurred, body: Object.fromEntries(fields) }
}

export function entriesOf<T extends ChildEntryType>(
  stream: ChildStream,
  type: T,
): readonly ChildEntryOf<T>[] {
  return (byType(stream).get(type) ?? []) as unknown as readonly ChildEntryOf<T>[]
}

const byType = keptWith((stream: ChildStream) => Map.groupBy(stream, ({ type }) => type))

import { entryTypes, type EntryType, type EpisodeEntry } from '../../../domain/episode/entries.ts'
import { organisationKinds, type Author } from '../../../domain/episode/entry.ts'
import { bodies, occurred, role, toldBy } from '../bodies.ts'
import {
  anyText,
  constant,
  count,
  described,
  id,
  maybe,
  moment,
  named,
  object,
  oneOf,
  type Schema,
  type Shape,
} from '../shape.ts'

export const author: Shape<Author> = named(
  'Author',
  object({
    person: id<'person'>(),
    name: anyText,
    post: id<'post'>(),
    role,
    organisation: id<'organisation'>(),
    organisationName: anyText,
    organisationKind: oneOf(organisationKinds),
  }),
)

/** Every entry as the record holds it; a section that the reader may not see is not in its body. */
export const entry: Shape<EpisodeEntry> = named('Entry', { oneOf: entryTypes.map(entryOf) })

function entryOf(type: EntryType): Schema {
  return named(
    pascal(type),
    object({
      id: id<'entry'>(),
      stream: id<'episode'>(),
      sequence: described(count, 'Its place in the episode: order is sequence, never time.'),
      type: constant(type),
      version: count,
      occurred,
      recorded: described(moment, 'When it was written down, by the database’s clock.'),
      by: author,
      toldBy: maybe(toldBy),
      body: bodies[type],
    }),
  )
}

/** `reported-missing` as `ReportedMissing`. */
function pascal(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/g, (_all, letter: string) => letter.toUpperCase())
}

import type { EpisodeBodies } from '../../domain/episode/entries.ts'
import type { Agreed, FindingBodies, Learned } from '../../domain/episode/finding-bodies.ts'
import { roles } from '../../domain/episode/roles.ts'
import { described, flag, id, kinds, maybe, moment, named, object, oneOf, text, type Shape } from './shape.ts'

const somebody = { name: text, known: maybe(described(text, 'What is known of them.')) }

const learned: Shape<Learned> = named(
  'Learned',
  object({
    what: kinds({
      factor: { code: text, edition: text, label: described(text, 'As the list says it on that day.') },
      person: somebody,
      place: somebody,
      vehicle: somebody,
      telephone: somebody,
      'online-name': somebody,
    }),
    quote: maybe(described(text, 'The child’s own words. A finding quotes, gives a reason, or both.')),
    reason: maybe(text),
  }),
)

const agreed: Shape<Agreed> = named(
  'Agreed',
  object({ what: text, service: text, shownBy: described(text, 'What will show that it was done.') }),
)

const openWords = 'Read by everybody in the response. Not where what it came from is kept apart.'
const restricted = 'Kept apart: read by those who read interviews.'
const intelligence = 'Kept apart: read by police alone, and learned from what they alone read.'
const andTheirs = 'Kept apart: read by the organisation that does it, and by those who read interviews.'

const finding = id<'entry'>()
const action = described(id<'entry'>(), 'The action that was agreed.')

/** What was learned and what became of it. Of `open`, `restricted` and `intelligence` one is said. */
export const findingBodies: { readonly [T in keyof FindingBodies]: Shape<EpisodeBodies[T]> } = {
  'finding-recorded': object({
    from: described(id<'entry'>(), 'The entry that it was learned from.'),
    ofConcern: flag,
    owner: maybe(
      described(oneOf(['police']), 'Who answers for it, where police alone read it. Written by the rules.'),
    ),
    open: maybe(described(learned, openWords)),
    restricted: maybe(described(learned, restricted)),
    intelligence: maybe(described(learned, intelligence)),
  }),
  'finding-released': object({ finding }),
  'finding-kept': object({ finding, why: text }),
  'findings-compared': object({
    finding,
    other: object({ episode: id<'episode'>(), finding: id<'entry'>() }),
    same: flag,
    why: text,
  }),
  'action-agreed': object({
    finding,
    owner: oneOf(roles),
    byWhen: moment,
    with: maybe(
      described(id<'organisation'>(), 'The organisation that does it, which reads what is agreed.'),
    ),
    name: maybe(described(text, 'Its name, as it is today.')),
    open: maybe(described(agreed, openWords)),
    restricted: maybe(described(agreed, andTheirs)),
    intelligence: maybe(described(agreed, intelligence)),
  }),
  'no-action-decided': object({
    finding,
    open: maybe(described(text, openWords)),
    restricted: maybe(described(text, restricted)),
    intelligence: maybe(described(text, intelligence)),
  }),
  'action-done': object({
    action,
    open: maybe(described(text, openWords)),
    restricted: maybe(described(text, andTheirs)),
    intelligence: maybe(described(text, intelligence)),
  }),
  'action-ended': object({
    action,
    open: maybe(described(text, openWords)),
    restricted: maybe(described(text, andTheirs)),
    intelligence: maybe(described(text, intelligence)),
  }),
}

import type { CareBodies, CareMissing } from '../../domain/episode/care-bodies.ts'
import { means } from '../../domain/episode/entry.ts'
import { roles } from '../../domain/episode/roles.ts'
import type { Within } from '../../kernel/within.ts'
import { yesNo } from './common-bodies.ts'
import { described, flag, list, maybe, named, object, oneOf, text, type Shape } from './shape.ts'

const role = oneOf(roles)
const childsOwn =
  'The child’s own words. Kept apart: read by those who read what the child says about their Care.'
/** As an edition of expected Care has it: `WD3`, `PT4H`, `P6W`. */
const length: Shape<Within> = described(text, 'How long: WD3, PT4H, P6W.') as unknown as Shape<Within>

export const careMissing: Shape<CareMissing> = named(
  'CareMissing',
  object({
    strands: list(
      object({
        code: text,
        title: text,
        heldBy: described(role, 'Who never runs the search for it, nor does anyone they manage.'),
        actions: list(text),
        time: length,
      }),
    ),
    edition: described(text, 'The edition of expected Care that the strands are taken from.'),
    danger: described(yesNo, 'Is anyone in danger, hurt or afraid?'),
    harmByWorker: described(flag, 'Somebody who works with children is said to have harmed a child.'),
    complaint: described(flag, 'Somebody wishes to complain.'),
  }),
)

/** The same of Care that is missing. */
export const careBodies: { readonly [T in keyof CareBodies]: Shape<CareBodies[T]> } = {
  'care-reported-missing': object({
    to: described(role, 'Who was told.'),
    who: described(text, 'Their name.'),
    means: oneOf(means),
    account: maybe(text),
  }),
  'care-located': object({ seenBy: text, howKnown: text, where: text }),
  'care-returned': object({
    seenBy: text,
    how: text,
    childSays: described(yesNo, 'Whether the child says that it is back: where they say no, it is not.'),
    childsWords: maybe(described(text, childsOwn)),
  }),
  'care-conversation-held': object({
    with: text,
    chosenByChild: flag,
    holdsIt: described(flag, 'Whether they hold what was missing: then it is refused.'),
    harm: yesNo,
    whileAway: maybe(described(text, childsOwn)),
    whatHelps: maybe(described(text, childsOwn)),
  }),
  'care-repair-agreed': object({ what: text, by: text }),
  'care-prevention-agreed': object({ keep: text, ifMissing: text, afterwards: text }),
}

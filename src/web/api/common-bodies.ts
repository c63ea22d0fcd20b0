import type { YesNoUnknown } from '../../domain/episode/entries.ts'
import { longestName, mostNames } from '../../domain/episode/other-children.ts'
import { described, list, maybe, oneOf, text, type Shape } from './shape.ts'

export const yesNo: Shape<YesNoUnknown> = oneOf(['yes', 'no', 'not-known'])

export const otherChildren = maybe(
  described(
    { ...list({ ...text, maxLength: longestName }), maxItems: mostNames },
    'Names of other children in its texts: taken out of them for whoever may not read them.',
  ),
)

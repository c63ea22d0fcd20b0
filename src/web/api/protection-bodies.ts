import type { EpisodeBodies } from '../../domain/episode/entries.ts'
import { enquiryOutcomes, type ProtectionBodies } from '../../domain/episode/protection-bodies.ts'
import { otherChildren } from './common-bodies.ts'
import { described, flag, id, maybe, moment, object, oneOf, text, type Shape } from './shape.ts'

const enquiry = described(id<'entry'>(), 'The enquiry that was begun.')

/** A section 47 enquiry, and what the reviewing officer does. */
export const protectionBodies: { readonly [T in keyof ProtectionBodies]: Shape<EpisodeBodies[T]> } = {
  'enquiry-begun': object({
    lead: described(text, 'Who leads it.'),
    into: described(text, 'What it enquires into.'),
    otherChildren,
  }),
  'enquiry-saw-child': object({
    enquiry,
    where: text,
    alone: flag,
    whyNotAlone: maybe(described(text, 'Where the child was not seen alone: why not.')),
    otherChildren,
  }),
  'enquiry-concluded': object({ enquiry, outcome: oneOf(enquiryOutcomes), reason: text, otherChildren }),
  'read-by-reviewing-officer': object({
    view: described(text, 'What the officer makes of it.'),
    otherChildren,
  }),
  'review-called': object({
    byWhen: described(moment, 'By when the review is to be held.'),
    reason: text,
    otherChildren,
  }),
}

import { enquiryOutcomes, type ProtectionBodies } from '../../domain/episode/protection-bodies.ts'
import { flag, listOf, moment, oneOf, text } from './reading.ts'
import type { FieldsOf } from './return-bodies.ts'

const otherChildren = listOf(text)

/** How each field of `data` is read, of an enquiry and of the reviewing officer. */
export const protectionFields: { readonly [T in keyof ProtectionBodies]: FieldsOf<T> } = {
  'enquiry-begun': { lead: text, into: text, otherChildren },
  'enquiry-saw-child': { enquiry: text, where: text, alone: flag, whyNotAlone: text, otherChildren },
  'enquiry-concluded': { enquiry: text, outcome: oneOf(enquiryOutcomes), reason: text, otherChildren },
  'read-by-reviewing-officer': { view: text, otherChildren },
  'review-called': { byWhen: moment, reason: text, otherChildren },
}

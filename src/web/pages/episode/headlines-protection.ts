import type { EnquiryOutcome, ProtectionBodies } from '../../../domain/episode/protection-bodies.ts'
import { whenWords } from '../../components/time.ts'
import { sentences, type Headlines } from './reading.ts'

export const outcomeWords: Readonly<Record<EnquiryOutcome, string>> = {
  'at-risk': 'Concerns substantiated, and the child is at continuing risk',
  'not-continuing': 'Concerns substantiated, and the child is not at continuing risk',
  'not-substantiated': 'Concerns not substantiated',
}

/** A section 47 enquiry, and what the reviewing officer does. */
export const headlinesProtection: Headlines<keyof ProtectionBodies> = {
  'enquiry-begun': ({ lead, into }) => ({
    headline: `Section 47 enquiry begun, led by ${lead}.`,
    detail: into,
  }),
  'enquiry-saw-child': ({ where, alone, whyNotAlone }) => ({
    headline: `The enquiry saw the child${alone ? ' alone' : ', not alone'}.`,
    detail: sentences(where, whyNotAlone && `Not alone, because: ${whyNotAlone}`),
  }),
  'enquiry-concluded': ({ outcome, reason }) => ({
    headline: `Section 47 enquiry: ${outcomeWords[outcome].toLowerCase()}.`,
    detail: reason,
  }),
  'read-by-reviewing-officer': ({ view }) => ({
    headline: 'Read by the reviewing officer.',
    detail: view,
  }),
  'review-called': ({ byWhen, reason }, { now }) => ({
    headline: `The reviewing officer calls the review early, by ${whenWords(byWhen, now)}.`,
    detail: reason,
  }),
}

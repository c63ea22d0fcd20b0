import type { Moment } from '../../kernel/moment.ts'
import type { EntryId, NamesOthers } from './entry.ts'

/** What a section 47 enquiry found. Only the first owes a conference. */
export const enquiryOutcomes = ['at-risk', 'not-continuing', 'not-substantiated'] as const
export type EnquiryOutcome = (typeof enquiryOutcomes)[number]

/** What social care does where a child may have suffered significant harm (Children Act 1989, section 47), and what the
    independent reviewing officer of a looked-after child does about an absence. */
export interface ProtectionBodies {
  'enquiry-begun': NamesOthers & {
    /** Who leads it. */
    readonly lead: string
    /** What it enquires into. */
    readonly into: string
  }
  'enquiry-saw-child': NamesOthers & {
    readonly enquiry: EntryId
    readonly where: string
    readonly alone: boolean
    readonly whyNotAlone?: string
  }
  'enquiry-concluded': NamesOthers & {
    readonly enquiry: EntryId
    readonly outcome: EnquiryOutcome
    readonly reason: string
  }
  /** An act of the officer’s own: being told is not reading. */
  'read-by-reviewing-officer': NamesOthers & {
    /** What they make of it. */
    readonly view: string
  }
  /** The statutory review is held earlier than it would be. */
  'review-called': NamesOthers & { readonly byWhen: Moment; readonly reason: string }
}

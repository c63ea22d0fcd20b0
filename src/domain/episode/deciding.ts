import type { EntryType } from './entries.ts'

/** Entries that rest on what their page showed, because they decide or excuse: they are refused as overtaken when the stream has moved on. */
export const decidingTypes: ReadonlySet<EntryType> = new Set([
  'threshold-assessed',
  'reported-missing',
  'risk-assessed',
  'located',
  'homecoming-agreed',
  'returned',
  'prevention-check-not-possible',
  'interview-declined',
  'interview-not-held',
  'interview-sent-back',
  'interview-approved',
  'no-action-decided',
  'action-ended',
  'harm-considered',
  'enquiry-begun',
  'enquiry-concluded',
  'review-called',
  'significance-considered',
  'entry-corrected',
  'recorded-in-error',
  'episode-closed',
  'episode-reopened',
])

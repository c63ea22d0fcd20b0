import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decidingTypes } from './deciding.ts'
import { entryTypes, entryVersions } from './entries.ts'

test('what decides or excuses rests on what its page showed, and what only adds does not', () => {
  assert.deepEqual(
    entryTypes.filter((type) => decidingTypes.has(type)),
    [
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
      'care-reported-missing',
      'care-located',
      'care-returned',
      'harm-considered',
      'enquiry-begun',
      'enquiry-concluded',
      'review-called',
      'significance-considered',
      'entry-corrected',
      'recorded-in-error',
      'episode-closed',
      'episode-reopened',
    ],
  )
})

test('every entry says the version of its shape, counted from one', () => {
  assert.ok(entryTypes.length >= 34)
  for (const type of entryTypes) assert.ok(Number.isInteger(entryVersions[type]) && entryVersions[type] >= 1)
})

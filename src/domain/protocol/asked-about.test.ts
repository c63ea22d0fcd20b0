import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyEventfulChronology, anyFactsAt } from '../../../test/support/any-eventful.ts'
import { after, entry } from '../../../test/support/chronology.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { entryTypes } from '../episode/entries.ts'
import { askedAbout } from './asked-about.ts'
import { obligations } from './obligations.ts'

const edition = firstEdition()
const asked = askedAbout(edition)
const idle = entryTypes.filter((type) => !asked.has(type))

test('the duties of an edition rest on what starts, meets, excuses or ends one, and not on a note', () => {
  for (const type of ['interview-declined', 'plan-updated', 'meeting-held', 'asked'] as const)
    assert.ok(asked.has(type), type)
  for (const type of ['note-added', 'action-taken', 'information-received', 'risk-view-given'] as const)
    assert.ok(idle.includes(type), type)
})

test('an entry that no clause asks about changes no duty, whenever it happened', () => {
  const record = anyEventfulChronology(edition, { minLength: 1, maxLength: 25 })
  const late = fc
    .integer({ min: 0, max: 59 })
    .map((minute) => `2026-03-29T0${3 + (minute % 6)}:${10 + (minute % 49)}`)
  fc.assert(
    fc.property(record, anyFactsAt, fc.constantFrom(...idle), late, (chronology, facts, type, when) => {
      const more = after(chronology, entry(type, when, {}, { id: 'idle' }))
      assert.deepEqual(
        obligations(more, edition, facts, englandCalendar),
        obligations(chronology, edition, facts, englandCalendar),
      )
    }),
    { numRuns: 300 },
  )
})

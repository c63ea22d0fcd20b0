import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aChildMissingOvernight, after, at, entry, entryId } from '../../../test/support/chronology.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { cast } from '../../../test/support/cast.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { Chronology } from '../episode/entries.ts'
import { obligations } from './obligations.ts'

const facts = () => ({ statuses: [], placedOutOfArea: false, earlierEpisodes: [] })

/** Graded again at 04:00, and back, it was thought, at 07:10. */
const graded = after(
  aChildMissingOvernight(),
  entry('risk-assessed', '2026-03-29T04:00', { level: 'high', supervisor: 'Aoife Brennan' }, { id: 'later' }),
  entry('returned', '2026-03-29T07:10', {}, { id: 'return' }),
)
const truth = entry('entry-corrected', '2026-03-29T09:00', {
  corrects: entryId('return'),
  occurred: { at: at('2026-03-29T03:00'), precision: 'minute' },
  evidence: 'The gate log',
  needsSecond: true,
})
const of = { kind: 'entry' as const, entry: truth.id }
const confirmed = after(graded, truth, entry('acknowledged', '2026-03-29T09:10', { of }, { by: cast.police }))

function begunByLater(chronology: Chronology) {
  return obligations(chronology, firstEdition(), facts, englandCalendar).filter(
    ({ startedBy }) => startedBy === entryId('later'),
  )
}

test('a grade that turns out to be later than the return leaves nothing owed about the search', () => {
  for (const duty of begunByLater(confirmed)) {
    assert.equal(duty.cancelled?.at, at('2026-03-29T04:00'), duty.duty)
    assert.equal(duty.met, undefined, duty.duty)
  }
  assert.deepEqual(
    begunByLater(confirmed)
      .map(({ duty }) => duty)
      .toSorted(),
    ['review-risk', 'update-carer'],
  )
})

test('and a telling of the carer after it ends no duty that was over when it would have begun', () => {
  const told = after(confirmed, entry('agency-informed', '2026-03-29T09:30', { role: 'carer' }))
  for (const duty of begunByLater(told)) assert.equal(duty.cancelled?.at, at('2026-03-29T04:00'), duty.duty)
})

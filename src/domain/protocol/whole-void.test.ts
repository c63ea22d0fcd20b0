import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aChildMissingOvernight, after, at, entry, entryId } from '../../../test/support/chronology.ts'
import { cast } from '../../../test/support/cast.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { Chronology } from '../episode/entries.ts'
import { obligations } from './obligations.ts'

const facts = () => ({ statuses: [], placedOutOfArea: false, earlierEpisodes: [] })

const waiting = after(
  aChildMissingOvernight(),
  entry('recorded-in-error', '2026-03-29T02:10', { needsSecond: true }, { id: 'whole' }),
)
const of = { kind: 'entry' as const, entry: entryId('whole') }
const agreed = after(waiting, entry('acknowledged', '2026-03-29T03:30', { of }, { by: cast.police }))

function duty(chronology: Chronology, name: string) {
  return obligations(chronology, firstEdition(), facts, englandCalendar).find((one) => one.duty === name)
}

test('a void of the whole that waits for a second person ends no duty and begins none', () => {
  assert.equal(duty(waiting, 'hold-report')?.cancelled, undefined)
  assert.equal(duty(waiting, 'tell-everyone-of-error'), undefined)
})

test('a void of the whole counts from when it was confirmed, not from when it was proposed', () => {
  assert.equal(duty(agreed, 'hold-report')?.cancelled?.at, at('2026-03-29T03:30'))
  assert.equal(duty(agreed, 'tell-everyone-of-error')?.dueAt, at('2026-03-29T05:30'))
})

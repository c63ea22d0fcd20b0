import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aChildMissingOvernight, after, at, entry } from '../../../test/support/chronology.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { Chronology } from '../episode/entries.ts'
import { obligations } from './obligations.ts'
import { standing, timesOf } from './standing.ts'

const facts = () => ({ statuses: [], placedOutOfArea: false, earlierEpisodes: [] })

const turnedUp = after(
  aChildMissingOvernight(),
  entry('returned', '2026-03-29T06:00', { placeOfSafety: false }, { id: 'turned up' }),
)

function standingsAt(chronology: Chronology, time: string): ReadonlyMap<string, string> {
  return new Map(
    obligations(chronology, firstEdition(), facts, englandCalendar).map((one) => [
      one.duty,
      standing(timesOf(one), at(time)),
    ]),
  )
}

test('turning up somewhere unsafe ends no search and starts no return clock', () => {
  const standings = standingsAt(turnedUp, '2026-03-29T07:00')
  assert.equal(standings.get('hold-report'), 'open')
  assert.equal(standings.get('review-risk'), 'open')
  assert.equal(standings.get('hold-24-hour-meeting'), 'to-come')
  assert.equal(standings.get('find-place-of-safety'), 'open')
  assert.equal(standings.has('prevention-check'), false)
  assert.equal(standings.has('return-interview'), false)
})

test('both return clocks run from the place of safety, and not said counts as one', () => {
  const back = after(turnedUp, entry('returned', '2026-03-29T09:30', {}, { id: 'back' }))
  const due = obligations(back, firstEdition(), facts, englandCalendar)
  const dueOf = (name: string) => due.find(({ duty }) => duty === name)!.dueAt
  assert.equal(dueOf('prevention-check'), at('2026-03-29T13:30'))
  assert.equal(dueOf('return-interview'), at('2026-04-01T09:30'))
  const standings = standingsAt(back, '2026-03-29T09:31')
  assert.equal(standings.get('find-place-of-safety'), 'met-late')
  assert.equal(standings.get('review-risk'), 'cancelled')
  assert.equal(standings.has('hold-24-hour-meeting'), false)
})

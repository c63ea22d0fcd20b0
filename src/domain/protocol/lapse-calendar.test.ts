import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aChildMissingOvernight } from '../../../test/support/chronology.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { addDays, londonDate, type LondonDate } from '../../kernel/london.ts'
import type { Within } from '../../kernel/within.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import { obligations } from './obligations.ts'

const facts = () => ({ statuses: [], placedOutOfArea: false, earlierEpisodes: [] })
const edition = firstEdition()
/** The meeting after a day, begun by a working day instead. */
const byWorkingDay = {
  ...edition,
  clauses: edition.clauses
    .filter(({ duty }) => duty === 'hold-24-hour-meeting')
    .map((clause) =>
      clause.starts.kind === 'lapse'
        ? { ...clause, starts: { ...clause.starts, lapse: 'WD1' as Within } }
        : clause,
    ),
}

function startsOn(calendar: Calendar): LondonDate | undefined {
  const [duty] = obligations(aChildMissingOvernight(), byWorkingDay, facts, calendar)
  return duty && londonDate(duty.startsAt)
}

test('a lapse of working days runs by the calendar that it is given', () => {
  const usual = startsOn(englandCalendar)
  assert.ok(usual)
  const closed: Calendar = { ...englandCalendar, holidays: new Set([...englandCalendar.holidays, usual]) }
  assert.equal(startsOn(closed), addDays(usual, 1))
})

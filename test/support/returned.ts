import assert from 'node:assert/strict'
import { englandCalendar } from '../../src/kernel/bank-holidays.ts'
import type { Chronology } from '../../src/domain/episode/entries.ts'
import type { Back } from '../../src/domain/patterns/back.ts'
import { backAsKnown, backAt, type BackAsKnown } from '../../src/domain/patterns/as-known.ts'
import type { FactsAt } from '../../src/domain/protocol/facts.ts'
import { shownOverdue } from '../../src/domain/protocol/shown-overdue.ts'
import { aChildBackInTheMorning, after, at, type Draft } from './chronology.ts'
import { firstEdition } from './first-edition.ts'

const edition = firstEdition()
const facts: FactsAt = () => ({ statuses: ['looked-after'], placedOutOfArea: false, earlierEpisodes: [] })

/** What figures count of a record under the first edition, from each moment at which it became known. */
export function asKnown(chronology: Chronology, factsAt: FactsAt = facts): BackAsKnown {
  return backAsKnown(shownOverdue(chronology, [edition], factsAt, englandCalendar).steps)
}

/** The same at one London time: of everything that is on record where none is given. */
export function backOf(chronology: Chronology, known = '2199-01-01T00:00'): Back {
  const back = backAt(asKnown(chronology), at(known))
  assert.ok(back, 'no return was known')
  return back
}

/** Back at Fernside on Sunday 29 March at 07:10, and what was written since. The check is due at 11:10, the offer by the
    end of Monday and the interview by 07:10 on Wednesday. */
export function backInTheMorning(...drafts: readonly Draft[]): Back {
  return backOf(after(aChildBackInTheMorning(), ...drafts))
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyBegunChronology } from '../../../test/support/any-chronology.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { LondonDate } from '../../kernel/london.ts'
import { momentAt, millisecondsOf, type Moment } from '../../kernel/moment.ts'
import type { Facts, FactsAt } from './facts.ts'
import { shownOverdue } from './shown-overdue.ts'

const edition = firstEdition()
const young: Facts = {
  bornOn: '2011-05-04' as LondonDate,
  statuses: ['looked-after'],
  placedOutOfArea: false,
  earlierEpisodes: [],
}
const moved: Facts = { ...young, placedOutOfArea: true }

test('a duty stands as it would if it were worked out anew at each step, whatever is learned when', () => {
  fc.assert(
    fc.property(anyBegunChronology, fc.array(fc.nat(3000), { maxLength: 6 }), (chronology, minutes) => {
      const begun = millisecondsOf(chronology[0]!.recorded)
      const learned = minutes.map((later) => momentAt(begun + later * 60_000))
      const isMoved = (known: Moment | undefined) => learned[0] !== undefined && (known ?? '9') >= learned[0]
      const remembering: FactsAt = (_, known) => (isMoved(known) ? moved : young)
      const anew: FactsAt = (...asked) => ({ ...remembering(...asked) })
      assert.deepEqual(
        shownOverdue(chronology, [edition], remembering, englandCalendar, learned),
        shownOverdue(chronology, [edition], anew, englandCalendar, learned),
      )
    }),
    { numRuns: 60 },
  )
})

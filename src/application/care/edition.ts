import type { ExpectedCare } from '../../domain/care/expected.ts'
import { londonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'

/** The edition of expected Care that is in force on the day of a moment: the newest of them. */
export function editionOfCare(editions: readonly ExpectedCare[], at: Moment): ExpectedCare | undefined {
  const day = londonDate(at)
  return editions
    .filter(({ from, until }) => from <= day && (until === undefined || day <= until))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
}

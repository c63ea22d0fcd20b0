import type { ExpectedCare } from '../../domain/care/expected.ts'
import { londonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'

/** The edition of expected Care on the London day of a moment: the newest that is in force. What comes before the first of
    them goes by that one, so that an old record, or a year mistyped, is never without. */
export function editionOfCare(editions: readonly ExpectedCare[], at: Moment): ExpectedCare | undefined {
  const day = londonDate(at)
  const inOrder = editions.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const inForce = inOrder.findLast(({ from, until }) => from <= day && (until === undefined || day <= until))
  const [first] = inOrder
  return inForce ?? (first !== undefined && day < first.from ? first : undefined)
}

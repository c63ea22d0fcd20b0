import { endOfLondonDay, londonDate, type LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import { clockOf, type Within } from '../../kernel/within.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { ChildBodies, ChildStream } from './child.ts'
import { entriesOf } from './corrected.ts'
import type { Span } from './span.ts'

/** What the child looked like on a day. The picture itself lies beside the entry, and is what the entry says by its
    SHA-256. */
export interface Photograph extends Span {
  readonly taken: LondonDate
  readonly shows: string
  readonly suppliedBy: string
  readonly sha256: string
  readonly width: number
  readonly height: number
}

/** A face changes: after this long a photograph is said to be old, unless a partnership says otherwise. */
export const freshFor = 'P3M' as Within

/** It is shown all the same, with its date: an old picture is better than none. */
export function isStale(
  { taken }: Pick<Photograph, 'taken'>,
  now: Moment,
  fresh: Within = freshFor,
): boolean {
  return clockOf(fresh)(endOfLondonDay(taken), englandCalendar).at < now
}

/** The newest first, by the day on which each was taken. */
export function photographsOf(stream: ChildStream): readonly Photograph[] {
  const ends = new Map(
    entriesOf(stream, 'photograph-withdrawn').map((entry) => [entry.body.photograph, entry.occurred.at]),
  )
  return entriesOf(stream, 'photograph-added')
    .map((entry) => {
      const until = ends.get(entry.id)
      return {
        entry: entry.id,
        from: entry.occurred.at,
        ...(until !== undefined && { until }),
        ...entry.body,
      }
    })
    .toSorted((a, b) => (a.taken < b.taken ? 1 : a.taken > b.taken ? -1 : 0))
}

/** A picture is of a day that has come. */
export function photographRule(
  { taken }: ChildBodies['photograph-added'],
  now: Moment,
): { readonly kind: 'taken-in-the-future' } | undefined {
  return taken > londonDate(now) ? { kind: 'taken-in-the-future' } : undefined
}

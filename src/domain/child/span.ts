import { londonDate, startOfLondonDay } from '../../kernel/london.ts'
import { earliest, type Moment } from '../../kernel/moment.ts'
import type { EntryId, Occurred } from '../episode/entry.ts'

/** From a moment until a moment, half open, since an entry. `until` is absent for what lasts. */
export interface Span {
  readonly entry: EntryId
  readonly from: Moment
  readonly until?: Moment
}

export function covers(span: Span, at: Moment): boolean {
  return span.from <= at && (span.until === undefined || at < span.until)
}

/** A start known only to the day counts from that day's first moment, and an end until its last: nobody is without a
    home, a worker or a status for want of an hour. */
export function beginsAt(occurred: Occurred): Moment {
  return occurred.precision === 'day' ? startOfLondonDay(londonDate(occurred.at)) : occurred.at
}

/** In order of their start; each ends where the next begins, if it had not ended before. */
export function successive<S extends Span>(spans: readonly S[]): readonly S[] {
  const inOrder = spans.toSorted((a, b) => order(a.from, b.from))
  return inOrder.map((span, index) => {
    const until = earliest(...[span.until, inOrder[index + 1]?.from].filter((end) => end !== undefined))
    return until === undefined ? span : { ...span, until }
  })
}

/** By when it happened; what happened at one moment stays in order of sequence. */
export function inOrderOfTime<E extends { readonly occurred: Occurred }>(
  entries: readonly E[],
): readonly E[] {
  return entries.toSorted((a, b) => order(a.occurred.at, b.occurred.at))
}

function order(a: Moment, b: Moment): number {
  return a < b ? -1 : a > b ? 1 : 0
}

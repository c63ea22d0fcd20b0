import { addMonths, type LondonDate } from '../../kernel/london.ts'
import type { Asked } from './asked.ts'
import { type Minute, startOf } from './minutes.ts'

/** From a minute until a minute, half open. */
export interface Span {
  readonly from: Minute
  readonly to: Minute
}

export function wholeSpan({ until, months }: Asked): Span {
  return { from: startOf(addMonths(until, -months)), to: startOf(until) }
}

/** Years counted back from the end; the first is as long as what is left. */
export function yearsOf({ until, months }: Asked): readonly (Span & { readonly part: number })[] {
  const back = (count: number) => startOf(addMonths(until, -Math.min(count, months)))
  return Array.from({ length: Math.ceil(months / 12) }, (_, nth) => ({
    from: back((nth + 1) * 12),
    to: back(nth * 12),
    part: Math.min(12, months - nth * 12) / 12,
  })).toReversed()
}

/** What two spans share; undefined where that is nothing. */
export function shared(a: Span, b: Span): Span | undefined {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)]
  return from < to ? { from, to } : undefined
}

export function birthday(bornOn: LondonDate, years: number): Minute {
  return startOf(addMonths(bornOn, years * 12))
}

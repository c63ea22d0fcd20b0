import type { Moment } from './moment.ts'

/** What the rules of the field answer to a command: facts to append, or why not. */
export type Decision<E, R> =
  | { readonly kind: 'accepted'; readonly entries: readonly E[] }
  | { readonly kind: 'refused'; readonly refusal: R }

/** A rule of the field refuses; it never throws. The clock is an argument. */
export type Decide<S, C, E, R> = (state: S, command: C, now: Moment) => Decision<E, R>

export function accepted<E>(entries: readonly E[]): Decision<E, never> {
  return { kind: 'accepted', entries }
}

export function refused<const R>(refusal: R): Decision<never, R> {
  return { kind: 'refused', refusal }
}

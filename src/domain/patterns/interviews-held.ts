import type { Returned } from './figures.ts'

export interface InterviewsHeld {
  /** Each counted once, however many episodes it serves. */
  readonly interviews: number
  /** Episodes with one at least. */
  readonly episodes: number
  /** That serve more than one of these episodes. */
  readonly shared: number
  /** Episodes with more than one. */
  readonly several: number
}

/** One interview may serve several episodes, and one episode may have several. */
export function interviewsHeld(returns: readonly Returned[]): InterviewsHeld {
  const each = returns.map(({ back }) => new Set(back.held.map(({ interview }) => interview)))
  const all = Map.groupBy(
    each.flatMap((one) => [...one]),
    (interview) => interview,
  )
  return {
    interviews: all.size,
    episodes: each.filter(({ size }) => size > 0).length,
    shared: [...all.values()].filter(({ length }) => length > 1).length,
    several: each.filter(({ size }) => size > 1).length,
  }
}

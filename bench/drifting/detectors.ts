import { driftOf } from '../../src/domain/care/drift.ts'
import { histories, usual, type History } from './histories.ts'

/** The index of the interval at which it speaks first; undefined where it never does. */
export type Detector = (ratios: readonly number[]) => number | undefined

export function ours(ratios: readonly number[]): number | undefined {
  const at = ratios.findIndex((_, index) => {
    const known = ratios.slice(0, index + 1).map((ratio) => ({ ratio }))
    return driftOf(known)?.drifting === true
  })
  return at < 0 ? undefined : at
}

/** What a list of overdue visits notices. */
export function overdueOnly(ratios: readonly number[]): number | undefined {
  const at = ratios.findIndex((ratio) => ratio > 1)
  return at < 0 ? undefined : at
}

/** CUSUM (Page, 1954) that is told the true mean and the true spread; its allowance and its limit are the best ones for
    that spread on other seeds than it is held to. */
export function cusumKnowing(spread: number, seed: number, number: number): Detector {
  const { stable, drifting } = histories(seed, spread, number)
  const tried = [0.1, 0.25, 0.5, 0.75, 1, 1.5].map((allowance) => {
    const highest = stable.map(({ ratios }) => Math.max(0, ...cusum(ratios, spread, allowance)))
    const limit = highest.toSorted((a, b) => a - b)[Math.floor(0.95 * highest.length)] ?? Infinity
    const detector: Detector = (ratios) => {
      const at = cusum(ratios, spread, allowance).findIndex((one) => one > limit)
      return at < 0 ? undefined : at
    }
    return { detector, share: detected(detector, drifting) }
  })
  return tried.reduce((best, one) => (one.share > best.share ? one : best)).detector
}

function cusum(ratios: readonly number[], spread: number, allowance: number): readonly number[] {
  let reached = 0
  return ratios.map((ratio) => {
    reached = Math.max(0, reached + Math.log(ratio / usual) / spread - allowance)
    return reached
  })
}

/** Within six intervals of the onset, and not before it: in 100 histories. */
export function detected(detector: Detector, drifting: readonly History[]): number {
  const noticed = drifting.filter(({ ratios, onset = 0 }) => {
    const at = detector(ratios.slice(0, onset + 6))
    return at !== undefined && at >= onset
  })
  return (100 * noticed.length) / drifting.length
}

/** Stable histories of three years in which it speaks: in 100. */
export function alarmed(detector: Detector, stable: readonly History[]): number {
  return (100 * stable.filter(({ ratios }) => detector(ratios) !== undefined).length) / stable.length
}

/** Intervals from the onset until it speaks, where it does so within the history and not before: the middle one. */
export function usualDelay(detector: Detector, drifting: readonly History[]): number | undefined {
  const delays = drifting.flatMap(({ ratios, onset = 0 }) => {
    const at = detector(ratios)
    return at === undefined || at < onset ? [] : [at - onset + 1]
  })
  return delays.toSorted((a, b) => a - b)[Math.floor(delays.length / 2)]
}

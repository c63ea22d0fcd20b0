import { createHash } from 'node:crypto'

/** Numbers that look like chance and follow from their seed alone, in one order. */
export interface Chance {
  /** At least 0 and less than 1. */
  readonly next: () => number
  /** Whether something happens that happens so often: 0 never, 1 always. */
  readonly happens: (share: number) => boolean
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  /** One of several, each as often as its weight says against the sum of all. */
  readonly weighted: <T>(from: readonly (readonly [T, number])[]) => T
  /** Waiting times around a mean, most of them short. */
  readonly waiting: (mean: number) => number
  /** Half of them below the median; about two in three between the median divided and multiplied by `spread`. */
  readonly around: (median: number, spread: number) => number
}

/** sfc32 by Chris Doty-Humphrey (PractRand): 128 bits of state, here SHA-256 of the parts. Each child and each night
    has a chance of its own, so that nothing in one changes another. */
export function chanceOf(...parts: readonly (string | number)[]): Chance {
  const seed = createHash('sha256').update(parts.join('\n')).digest()
  let [a, b, c, d] = [seed.readInt32LE(0), seed.readInt32LE(4), seed.readInt32LE(8), seed.readInt32LE(12)]
  return chanceFrom(() => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  })
}

function chanceFrom(next: () => number): Chance {
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    happens: (share) => next() < share,
    pick: (from) => drawn(from[Math.floor(next() * from.length)]),
    weighted: (from) => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
      return drawn(from.find(([, weight]) => (left -= weight) < 0) ?? from.at(-1))[0]
    },
    waiting: (mean) => -Math.log(1 - next()) * mean,
    around: (median, spread) => median * spread ** bell(next),
  }
}

/** Box and Muller: mean 0, deviation 1. */
function bell(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}

function drawn<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('Nothing can be drawn from an empty list.')
  return found
}

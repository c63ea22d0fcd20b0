/** How much the gaps of a service vary around what is usual for it: the spread of their logarithm. */
export const spreads = [0.05, 0.1, 0.2, 0.3] as const

/** Gaps as ratios to the cadence, one after another for three years at a cadence of six weeks. */
export interface History {
  readonly ratios: readonly number[]
  /** The first interval that is longer for a reason; absent in a stable history. */
  readonly onset?: number
}

export const usual = 0.8
const lengthening = 1.05
const within = 6
const weeks = 156 / 6

/** Stable ones and as many that lengthen from a hidden moment, which leaves them six intervals to be noticed in. The same
    seed gives the same. */
export function histories(seed: number, spread: number, number: number) {
  const draw = randomly(seed * 1000 + Math.round(spread * 100))
  const stable = Array.from({ length: number }, () => history(draw, spread))
  const drifting = Array.from({ length: number }, () => {
    for (;;) {
      const found = history(draw, spread, 6 + Math.floor(draw() * 18))
      if (found.ratios.length >= (found.onset ?? 0) + within) return found
    }
  })
  return { stable, drifting }
}

function history(draw: () => number, spread: number, onset?: number): History {
  const ratios: number[] = []
  for (let passed = 0; ;) {
    const steps = onset === undefined ? 0 : Math.max(0, ratios.length - onset + 1)
    const ratio = usual * lengthening ** steps * Math.exp(spread * normal(draw))
    passed += ratio
    if (passed > weeks) return { ratios, ...(onset !== undefined && { onset }) }
    ratios.push(ratio)
  }
}

/** Box and Muller. */
function normal(draw: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
}

/** Mulberry32: small, and the same everywhere. */
function randomly(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One thing measured against another in one run: a figure alone would say more of the machine than of the code. */
export interface Comparison {
  readonly title: string
  readonly baseline: Measured
  readonly ours: Measured
}

export interface Measured {
  readonly name: string
  /** One round. What it gives is kept, so that nothing is optimised away. */
  readonly round: () => unknown
}

const rounds = 200
const warmUp = 50

/** Runs both in turn, so that a busy moment falls on both, and compares their medians. Milliseconds. */
export function compare({ title, baseline, ours }: Comparison): string {
  const times: Record<'baseline' | 'ours', number[]> = { baseline: [], ours: [] }
  const kept: unknown[] = []
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [side, { round: run }] of [['baseline', baseline] as const, ['ours', ours] as const]) {
      const began = performance.now()
      kept[0] = run()
      if (round >= warmUp) times[side].push(performance.now() - began)
    }
  }
  const [base, own] = [median(times.baseline), median(times.ours)]
  return `${title}: ${(own / base).toFixed(2)} times ${baseline.name} (${own.toFixed(3)} ms against ${base.toFixed(3)} ms, medians of ${rounds})`
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** One thing measured against another in one run: a figure alone would say more of the machine than of the code. */
export interface Comparison {
  readonly title: string
  readonly unit: 'ms' | 'a second' | 'in 100'
  readonly baseline: Measured
  readonly ours: Measured
  /** What ours is set beside too, in the same rounds, with nothing stated. */
  readonly beside?: readonly Measured[]
  /** Rounds that count; both sides run once in each. */
  readonly rounds: number
  /** Rounds before those, which do not. */
  readonly warmUp: number
  /** What is said of ours divided by the baseline. Without it the ratio is only told. */
  readonly stated?: Stated
}

export type Stated = { readonly atLeast: number } | { readonly atMost: number }

export interface Measured {
  readonly name: string
  /** One round, as a figure in the comparison's unit. */
  readonly sample: () => number | Promise<number>
}

/** What one comparison gave: medians of either side, and a line that says so. */
export interface Compared {
  readonly line: string
  readonly holds: boolean
}

/** A bench file exports `comparisons`: these, or a function that opens what they need and puts into `closing` how to
    end it. */
export type Comparisons =
  readonly Comparison[] | ((closing: AsyncDisposableStack) => Promise<readonly Comparison[]>)

/** Milliseconds of a piece of work. What it gives is kept, so that nothing is optimised away. */
export function timed(name: string, work: () => unknown): Measured {
  const kept: unknown[] = []
  return {
    name,
    sample: () => {
      const began = performance.now()
      const given = work()
      kept[0] = given
      const passed = () => performance.now() - began
      return given instanceof Promise ? given.then(passed) : passed()
    },
  }
}

/** Runs all sides in turn, so that a busy moment falls on each, and compares their medians. */
export async function compare(comparison: Comparison): Promise<Compared> {
  const { title, unit, baseline, ours, beside = [], rounds, warmUp, stated } = comparison
  const sides = [baseline, ours, ...beside].map((side) => ({ ...side, figures: [] as number[] }))
  for (let round = 0; round < warmUp + rounds; round++) {
    // Whoever goes first changes each round: a checkpoint falls on each as often.
    for (const { sample, figures } of round % 2 === 0 ? sides : sides.toReversed()) {
      const figure = await sample()
      if (round >= warmUp) figures.push(figure)
    }
  }
  const [base, own, ...others] = sides.map(({ name, figures }) => ({ name, figure: median(figures) }))
  if (base === undefined || own === undefined) throw new Error('There are always two sides')
  const ratio = own.figure / base.figure
  const holds = stated === undefined || keeps(ratio, stated)
  const against = [base, ...others].map(
    ({ name, figure }) => `${(own.figure / figure).toFixed(2)} times ${name} (${said(figure)} ${unit})`,
  )
  const claim = stated === undefined ? '' : `; stated: ${inWords(stated)}${holds ? '' : ', MISSED'}`
  const line = `${title}: ${said(own.figure)} ${unit}, ${against.join(', ')}, medians of ${rounds}${claim}`
  return { line, holds }
}

function keeps(ratio: number, stated: Stated): boolean {
  return 'atLeast' in stated ? ratio >= stated.atLeast : ratio <= stated.atMost
}

function inWords(stated: Stated): string {
  return 'atLeast' in stated ? `at least ${stated.atLeast}` : `at most ${stated.atMost}`
}

function said(figure: number): string {
  return figure >= 100 ? figure.toFixed(0) : figure.toFixed(3)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

import type { Comparisons } from './comparison.ts'
import { alarmed, cusumKnowing, detected, ours, overdueOnly, usualDelay } from './drifting/detectors.ts'
import { histories, spreads } from './drifting/histories.ts'

const [training, testing, number] = [1, 2, 4000]

/** What notices that visits thin out, on simulated histories of which the limits have seen none. */
export const comparisons: Comparisons = () => {
  const rows = spreads.map((spread) => {
    const { stable, drifting } = histories(testing, spread, number)
    const known = cusumKnowing(spread, training, number)
    const all = [ours, known, overdueOnly].map((detector) => ({
      share: detected(detector, drifting),
      alarmed: alarmed(detector, stable),
      delay: usualDelay(detector, drifting),
    }))
    return { spread, all }
  })
  console.log(tableOf(rows))
  const alarms = rows.reduce((sum, { all: [own] }) => sum + (own?.alarmed ?? 0), 0) / rows.length
  return Promise.resolve([
    {
      title: 'stable histories taken for drifting, all spreads alike',
      unit: 'in 100',
      baseline: { name: 'the 5 in 100 that the limit is set for', sample: () => 5 },
      ours: { name: 'driftOf', sample: () => alarms },
      rounds: 1,
      warmUp: 0,
      stated: { atMost: 1 },
    },
    ...rows.map(
      ({ spread, all: [own, known, overdue] }) =>
        ({
          title: `drift noticed within six intervals, spread ${spread}`,
          unit: 'in 100',
          baseline: { name: 'CUSUM that knows mean and spread', sample: () => known?.share ?? 0 },
          ours: { name: 'driftOf', sample: () => own?.share ?? 0 },
          beside: [{ name: 'overdue visits alone', sample: () => overdue?.share ?? 0 }],
          rounds: 1,
          warmUp: 0,
          stated: { atLeast: 0.9 },
        }) as const,
    ),
  ])
}

interface Row {
  readonly spread: number
  readonly all: readonly {
    readonly share: number
    readonly alarmed: number
    readonly delay: number | undefined
  }[]
}

function tableOf(rows: readonly Row[]): string {
  const head = `${number} histories a cell: noticed within six intervals · stable ones alarmed (both in 100) · intervals until noticed (middle)`
  const columns = ['spread', 'ours', 'CUSUM that knows', 'overdue alone']
    .map((one) => one.padEnd(24))
    .join('')
  const lines = rows.map(({ spread, all }) =>
    [
      String(spread),
      ...all.map(
        ({ share, alarmed: stable, delay }) =>
          `${share.toFixed(1)} · ${stable.toFixed(1)} · ${delay ?? 'never'}`,
      ),
    ]
      .map((one) => one.padEnd(24))
      .join(''),
  )
  return [head, columns, ...lines].join('\n')
}

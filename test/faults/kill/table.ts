import type { Run } from './run.ts'

const columns: readonly (readonly [string, (run: Run, number: number) => string])[] = [
  ['run', (_, number) => String(number)],
  ['killed', ({ kind }) => kind],
  ['acknowledged', ({ acknowledged }) => String(acknowledged)],
  ['in flight', ({ inFlight }) => String(inFlight)],
  ['of those landed', ({ landed }) => String(landed)],
  ['entries', ({ entries }) => String(entries)],
  ['seconds to ready', ({ seconds }) => seconds.toFixed(1)],
  ['how', ({ how }) => how],
]

/** One line for each run under a heading, and the sums. */
export function table(runs: readonly Run[]): readonly string[] {
  const cells = [
    columns.map(([heading]) => heading),
    ...runs.map((run, place) => columns.map(([, cell]) => cell(run, place + 1))),
  ]
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const sum = (of: (run: Run) => number) => runs.reduce((total, run) => total + of(run), 0)
  return [
    ...cells.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
    `${sum(({ acknowledged }) => acknowledged)} acknowledged and all kept, ` +
      `${sum(({ inFlight }) => inFlight)} in flight at the kill, ${sum(({ landed }) => landed)} of them landed; ` +
      `at most ${Math.max(...runs.map(({ seconds }) => seconds)).toFixed(1)} s to ready`,
  ]
}

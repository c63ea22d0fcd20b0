import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { theHouse } from './the-tree.ts'

/** What one cruise found. An arrow reads `src/web/a.ts -> src/store/b.ts`. */
interface Cruise {
  readonly seen: number
  readonly refused: readonly { readonly arrow: string; readonly rule: string }[]
}

interface Report {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly {
      readonly from: string
      readonly to: string
      readonly rule: { readonly name: string }
    }[]
  }
}

/** Follows every import under the folders of one tree by the rules of the house, as its own command does. */
export function cruise(tree: string, folders: readonly string[]): Cruise {
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    [
      join(theHouse, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      `--config=${join(theHouse, '.dependency-cruiser.mjs')}`,
      '--output-type=json',
      ...folders,
    ],
    { cwd: tree, encoding: 'utf8', maxBuffer: 1e9 },
  )
  if (error !== undefined) throw error
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not report: ${stderr}${stdout}`)
  const { summary } = JSON.parse(stdout) as Report
  return {
    seen: summary.totalCruised,
    refused: summary.violations.map(({ from, to, rule }) => ({ arrow: `${from} -> ${to}`, rule: rule.name })),
  }
}

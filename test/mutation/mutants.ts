import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { MutantResult } from '@stryker-mutator/api/core'
import { Stryker } from '@stryker-mutator/core'

/** One change to the code, and what the tests made of it. */
export interface Mutant {
  /** From the folder that we were started in. */
  readonly file: string
  readonly line: number
  readonly from: string
  readonly to: string
  /** A loop without an end is noticed too: it stands for a test that fails. */
  readonly standing: 'noticed' | 'endless' | 'unnoticed'
}

/** Makes every change that Stryker knows to the files of one room, and tries each on that room's own tests: a room answers
    for itself, and that a test upstairs would have noticed does not count. `only` narrows the files: globs within the
    room, with commas between them. Reads the project in the folder that we were started in. */
export async function mutantsOf(room: string, only = '**/*.ts'): Promise<readonly Mutant[]> {
  const results = await new Stryker({
    mutate: [...only.split(',').map((files) => `${room}/${files}`), '!**/*.test.ts'],
    testRunner: 'pure-tests',
    plugins: [new URL('pure-tests.ts', import.meta.url).href],
    ignorePatterns: [
      '**',
      ...['src/kernel', 'src/domain', 'test/support', 'protocols', 'expected-care'].map(
        (folder) => `!${folder}/**`,
      ),
      '!docs/what-is-known.md',
      'src/**/*.test.ts',
      `!${room}/**/*.test.ts`,
    ],
    coverageAnalysis: 'perTest',
    disableTypeChecks: false,
    reporters: ['progress-append-only'],
    warnings: false,
    timeoutMS: 30_000,
    // Modules that are loaded anew stay in memory until the process ends.
    maxTestRunnerReuse: 400,
  }).runMutationTest()
  return results.map(mutant)
}

/** Noticed of 100, and of how many. */
export function scoreOf(mutants: readonly Mutant[]): { readonly score: number; readonly of: number } {
  const noticed = mutants.filter(({ standing }) => standing !== 'unnoticed').length
  return { score: (100 * noticed) / mutants.length, of: mutants.length }
}

function mutant({ fileName, location, replacement, status }: MutantResult): Mutant {
  const standing = standings[status]
  if (standing === undefined) throw new Error(`${fileName} ${location.start.line}: ${status} says nothing`)
  const { start, end } = location
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line)
  const cut = lines.map((line, nth) =>
    line.slice(nth === 0 ? start.column - 1 : 0, nth === lines.length - 1 ? end.column - 1 : undefined),
  )
  const said = { from: oneLine(cut.join('\n')), to: oneLine(replacement) }
  return { file: relative(process.cwd(), fileName), line: start.line, ...said, standing }
}

const standings: Partial<Record<MutantResult['status'], Mutant['standing']>> = {
  Killed: 'noticed',
  Timeout: 'endless',
  Survived: 'unnoticed',
  NoCoverage: 'unnoticed',
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

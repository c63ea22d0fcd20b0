import { readdirSync } from 'node:fs'
import { compare, type Comparison } from './comparison.ts'

/** Runs every `*.bench.ts` of this folder, one after another. Each gives its comparisons under that name. */
const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.bench.ts'))

for (const file of files.toSorted()) {
  const { comparisons } = (await import(new URL(file, import.meta.url).href)) as {
    readonly comparisons: readonly Comparison[]
  }
  for (const comparison of comparisons) console.log(compare(comparison))
}

import { readdirSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { compare, type Comparisons } from './comparison.ts'

/**
 * `npm run bench` runs every `*.bench.ts` of this folder, one after another; `npm run bench -- obligations writes` only
 * those. Leaves with 1 where a stated ratio was missed, after the last one.
 */
const asked = process.argv.slice(2)
const names = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.slice(0, -'.bench.ts'.length))
  .filter((name) => asked.length === 0 || asked.includes(name))
if (names.length === 0) throw new Error(`No bench is named ${asked.join(' or ')}`)

const load = () => loadavg().map((value) => value.toFixed(2))
console.log(`${availableParallelism()} cores; load before: ${load().join(', ')}`)
for (const name of names.toSorted()) {
  await using closing = new AsyncDisposableStack()
  const { comparisons } = (await import(new URL(`${name}.bench.ts`, import.meta.url).href)) as {
    readonly comparisons: Comparisons
  }
  for (const comparison of typeof comparisons === 'function' ? await comparisons(closing) : comparisons) {
    const { line, holds } = await compare(comparison)
    console.log(line)
    if (!holds) process.exitCode = 1
  }
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './on-node-26.mjs'

const minutes = 60_000

/** In the order in which they run: what is quick to fail comes first. `isolation: none` is one process for the whole
    group. The database that is killed on purpose wants the machine to itself; a browser mostly waits. */
const groups = [
  { name: 'unit', folder: 'src', isolation: 'none', limit: 1 * minutes },
  { name: 'architecture', folder: 'test/architecture', isolation: 'none', limit: 2 * minutes },
  { name: 'mutation', folder: 'test/mutation', atOnce: 1, limit: 3 * minutes },
  { name: 'conformance', folder: 'test/conformance', atOnce: 2, limit: 5 * minutes },
  { name: 'store', folder: 'test/store', atOnce: 2, limit: 5 * minutes },
  { name: 'journeys', folder: 'test/journeys', atOnce: 2, limit: 8 * minutes },
  { name: 'faults', folder: 'test/faults', atOnce: 1, limit: 10 * minutes },
]

/** The groups of those names (none: all), each with its files; `wanted` narrows the files. */
export function groupsNamed(names, wanted = () => true) {
  const unknown = names.filter((wrong) => !groups.some(({ name }) => name === wrong))
  if (unknown.length > 0) {
    console.error(
      `There is no group ${unknown.join(', ')}: there are ${groups.map(({ name }) => name).join(', ')}.`,
    )
    process.exit(1)
  }
  return groups
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .map((group) => ({ ...group, files: testsUnder(group.folder).filter(wanted) }))
}

/** A test that has a stated size: it says so by its name, or reads SIZE itself. */
export function isProof(file) {
  return file.endsWith('.proof.test.ts') || /\benv\['SIZE'\]/.test(readFileSync(join(root, file), 'utf8'))
}

/** Test files that no group would run: outside every group, a test would pass for ever. */
export function strays() {
  const inGroups = new Set(groups.flatMap(({ folder }) => testsUnder(folder)))
  return ['src', 'test', 'bench', 'bin'].flatMap(testsUnder).filter((file) => !inGroups.has(file))
}

/** Paths from the root of the project, sorted, so that every machine runs them in one order. */
function testsUnder(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true })
    .map((path) => join(folder, path))
    .filter((path) => /[.]test[.][a-z]+$/.test(path))
    .sort()
}

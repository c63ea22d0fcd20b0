import { availableParallelism } from 'node:os'
import { groupsNamed } from './running/groups.mjs'
import { onNode26 } from './running/on-node-26.mjs'
import { runParts } from './running/parts.mjs'

// What every commit must pass, in under a minute: no database, no browser.
onNode26()

const kept = 'node_modules/.cache/whereabouts'
const floors = 'test/architecture/floors.test.ts'
const filesOf = (group) => groupsNamed([group]).flatMap(({ files }) => files)
// Without a file named, node --test would look for some itself and find this one.
const tests = (files) => [
  'node',
  '--test',
  '--test-isolation=none',
  '--test-reporter=dot',
  ...(files.length > 0 ? files : ['no test files here']),
]

// The longest first, so that the last to end is a short one.
const parts = [
  { name: 'lint', line: ['eslint', '.', '--max-warnings=0', '--cache', `--cache-location=${kept}/eslint`] },
  { name: 'types', line: ['tsc', '--noEmit', '--incremental', `--tsBuildInfoFile`, `${kept}/types.json`] },
  { name: 'dead code', line: ['knip', '--no-progress'] },
  { name: 'boundaries', line: tests([floors]) },
  { name: 'format', line: ['prettier', '--check', '.', '--cache', `--cache-location=${kept}/prettier`] },
  { name: 'house rules', line: tests(filesOf('architecture').filter((file) => file !== floors)) },
  { name: 'unit', line: tests(filesOf('unit')) },
]

process.exitCode = await runParts(parts, Math.max(2, availableParallelism()))

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environment, root } from './on-node-26.mjs'

const tally = fileURLToPath(new URL('tally.mjs', import.meta.url))

/** Runs the groups one after another, each with node:test's own report. Gives the exit code: a group that found no
    test failed, for else a renamed folder would pass. */
export async function runGroups(groups, { limit, variables } = {}) {
  const results = []
  for (const group of groups) results.push(await runGroup(group, limit ?? group.limit, variables))
  return sumUp(results)
}

async function runGroup(group, limit, variables) {
  console.log(`\n=== ${group.name}: ${group.files.length} files`)
  if (group.files.length === 0) return failed(group, 'no test files')
  const began = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-tests-'))
  const report = join(folder, 'tally.json')
  try {
    const code = await node([...flagsFor(group, limit, report), ...group.files], variables)
    const { counts, failures } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8') || '{}') : {}
    if (counts === undefined) return failed(group, `the test runner left with ${code} and no summary`)
    return { name: group.name, code, counts, failures, seconds: (performance.now() - began) / 1000 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function flagsFor({ isolation, atOnce }, limit, report) {
  return [
    '--test',
    ...(isolation === 'none' ? ['--test-isolation=none'] : [`--test-concurrency=${atOnce}`]),
    `--test-timeout=${limit}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${tally}`,
    `--test-reporter-destination=${report}`,
  ]
}

function node(words, variables) {
  const child = spawn(process.execPath, words, { cwd: root, env: environment(variables), stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

function failed({ name }, why) {
  const counts = { tests: 0, passed: 0, failed: 1, cancelled: 0, skipped: 0, todo: 0 }
  return { name, code: 1, counts, failures: [{ name: why }], seconds: 0 }
}

function sumUp(results) {
  const total = (of) => results.reduce((sum, { counts }) => sum + counts[of], 0)
  console.log('')
  for (const { name, code, counts, seconds } of results) {
    const how = code === 0 ? 'ok  ' : 'FAIL'
    console.log(
      `${how} ${seconds.toFixed(1).padStart(7)} s  ${name}: ${counts.passed} of ${counts.tests} passed`,
    )
  }
  for (const { name, failures } of results)
    for (const failure of failures) console.log(whichFailed(name, failure))
  const lost = total('failed') + total('cancelled')
  console.log(
    `\n# tests ${total('tests')}\n# pass ${total('passed')}\n# fail ${lost}\n# skipped ${total('skipped')}`,
  )
  const skipped = total('skipped') + total('todo')
  console.log(`${total('passed')} passed, ${lost} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return lost === 0 && results.every(({ code }) => code === 0) ? 0 : 1
}

function whichFailed(group, { name, file, line }) {
  return `FAIL ${group}: ${name}${file === undefined ? '' : ` (${relative(root, file)}:${line})`}`
}

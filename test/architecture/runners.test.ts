import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { theHouse } from './the-tree.ts'

const { NODE_TEST_CONTEXT: _ours, ...environment } = process.env

suite('the runner of all tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-runner-'))
  after(() => rmSync(folder, { recursive: true }))

  /** Runs one group of the files whose texts these are; `none` runs them in one process. */
  function running(texts: readonly string[], isolation?: 'none') {
    const files = texts.map((text, index) => {
      const path = join(folder, `planted-${index}.test.mjs`)
      writeFileSync(path, `import { test } from 'node:test'\n${text}\n`)
      return path
    })
    const group = JSON.stringify({ name: 'planted', files, isolation, atOnce: 1, limit: 20_000 })
    const program = `import { runGroups } from './test/running/run-groups.mjs'
      process.exitCode = await runGroups([${group}])`
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: theHouse,
      encoding: 'utf8',
      env: environment,
    })
    return { status, last: stdout.trimEnd().split('\n').at(-1) }
  }

  for (const isolation of [undefined, 'none'] as const) {
    const how = isolation === 'none' ? 'in one process' : 'in a process a file'

    test(`counts what passed and what was left out, ${how}`, () => {
      const two = "test('one', () => {})\ntest('two', { skip: true }, () => {})"
      assert.deepEqual(running([two], isolation), { status: 0, last: '1 passed, 0 failed, 1 skipped' })
    })

    test(`fails when one test of many fails, ${how}`, () => {
      const texts = ["test('holds', () => {})", "test('does not', () => { throw new Error('planted') })"]
      assert.deepEqual(running(texts, isolation), { status: 1, last: '1 passed, 1 failed' })
    })

    test(`fails when a file cannot be read, ${how}`, () => {
      const { status, last } = running(["test('holds', () => {})", 'const = '], isolation)
      assert.equal(status, 1)
      assert.match(last ?? '', /, 1 failed$/)
    })

    test(`fails when a file holds no test, ${how}`, () => {
      const texts = ["test('holds', () => {})", '']
      assert.deepEqual(running(texts, isolation), { status: 1, last: '1 passed, 1 failed' })
    })

    test(`fails when a test never ends, ${how}`, () => {
      const { status } = running(
        ["test('waits', { timeout: 200 }, () => new Promise(() => setTimeout(() => {}, 60_000).unref()))"],
        isolation,
      )
      assert.equal(status, 1)
    })
  }

  test('fails when there is no file', () => {
    assert.deepEqual(running([]), { status: 1, last: '0 passed, 1 failed' })
  })
})

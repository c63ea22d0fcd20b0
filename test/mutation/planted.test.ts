import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, suite, test } from 'node:test'
import type { Mutant } from './mutants.ts'

const { NODE_TEST_CONTEXT: _ours, ...environment } = process.env

const planted = {
  'src/kernel/age.ts': `
    const adult = Number('18')
    export function isAdult(age: number): boolean {
      return age > adult
    }
    export function birthdays(age: number): readonly number[] {
      const found: number[] = []
      for (let left = age; left > 0; ) {
        left -= 1
        found.push(left)
      }
      return found
    }`,
  'src/kernel/age.test.ts': `
    import assert from 'node:assert/strict'
    import { suite, test } from 'node:test'
    import { birthdays, isAdult } from './age.ts'
    suite('an age', () => {
      test('of thirty is grown up', () => assert.equal(isAdult(30), true))
      test('of three is not', () => assert.equal(isAdult(3), false))
    })
    test('three birthdays', () => assert.equal(birthdays(3).length, 3))`,
  // Would notice the boundary, and stands upstairs.
  'src/domain/child/vote.test.ts': `
    import assert from 'node:assert/strict'
    import { test } from 'node:test'
    import { isAdult } from '../../kernel/age.ts'
    test('eighteen is no more than eighteen', () => assert.equal(isAdult(18), false))`,
}

suite('what becomes of a planted change', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-mutants-'))
  after(() => rmSync(folder, { recursive: true }))
  const mutants = triedIn(folder)
  const standing = (from: string, to: string): string | undefined =>
    mutants.find((one) => one.from === from && one.to === to)?.standing

  test('a change that a test of its room fails by is noticed', () => {
    assert.equal(standing('age > adult', 'age <= adult'), 'noticed')
    assert.equal(standing('age > adult', 'true'), 'noticed')
  })

  test('a change that only a test upstairs would have failed by is not', () => {
    assert.equal(standing('age > adult', 'age >= adult'), 'unnoticed')
  })

  test('a change to what is worked out while a module loads is there when it loads', () => {
    assert.equal(standing("'18'", '""'), 'noticed')
  })

  test('a change that makes a loop without an end is ended', () => {
    assert.equal(standing('left -= 1', 'left += 1'), 'endless')
  })

  test('the tests themselves are not changed', () => {
    assert.ok(mutants.length > 10, `only ${mutants.length} changes`)
    assert.deepEqual([...new Set(mutants.map(({ file }) => file))], ['src/kernel/age.ts'])
  })
})

function triedIn(folder: string): readonly Mutant[] {
  for (const [path, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const program = `import { writeFileSync } from 'node:fs'
    const { mutantsOf } = await import(${JSON.stringify(new URL('mutants.ts', import.meta.url).href)})
    writeFileSync('mutants.json', JSON.stringify(await mutantsOf('src/kernel')))`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: folder,
    encoding: 'utf8',
    env: environment,
  })
  assert.equal(status, 0, stdout + stderr)
  return JSON.parse(readFileSync(join(folder, 'mutants.json'), 'utf8')) as readonly Mutant[]
}

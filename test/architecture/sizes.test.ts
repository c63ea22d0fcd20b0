import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { ESLint } from 'eslint'
import { textFiles, textOf, theHouse } from './the-tree.ts'

const most = 300
const nameless = ['utils', 'util', 'helpers', 'helper', 'common', 'manager', 'data', 'info', 'misc', 'index']

/** Files that people write; what a generator writes and what others wrote is not counted. */
const written = textFiles().filter(
  (path) =>
    /^(src|test|bench|bin|migrations)\/.*[.](ts|mjs|js|css|sql)$/u.test(path) &&
    !path.includes('/generated/'),
)
const linesOf = (path: string): number => textOf(path).split('\n').length - 1

suite('the files of the house', () => {
  test('were counted', () => assert.ok(written.length > 200, `only ${written.length} files`))

  test(`have no more than ${most} lines`, () => {
    const long = written.map((path) => ({ path, lines: linesOf(path) })).filter(({ lines }) => lines > most)
    assert.deepEqual(long, [])
  })

  test('are named for what they hold, in small letters with hyphens', () => {
    const badly = written.filter((path) => {
      const name = path.split('/').at(-1)?.split('.')[0] ?? ''
      return nameless.includes(name) || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name)
    })
    assert.deepEqual(badly, [])
  })

  test('tell time and chance to the kernel and the domain as arguments: the linter refuses anything else', async () => {
    const rules = new ESLint({ cwd: theHouse })
    for (const room of ['src/kernel/any.ts', 'src/domain/episode/any.ts']) {
      const config = (await rules.calculateConfigForFile(room)) as { readonly rules: Record<string, unknown> }
      const said = JSON.stringify(config.rules)
      for (const refused of [
        '"now"',
        '"random"',
        '"Temporal"',
        "NewExpression[callee.name='Date']",
        '"process"',
      ]) {
        assert.ok(said.includes(refused), `${refused} is let through in ${room}`)
      }
    }
    const web = (await rules.calculateConfigForFile('src/web/any.ts')) as { readonly rules: object }
    assert.ok(JSON.stringify(web.rules).includes('only reader of the environment'))
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { textFiles, textOf } from './the-tree.ts'

/** Words that blame a child, or that end a thought which should go on. */
const avoided =
  /abscond|habitual|street[- ]?wise|attention[- ]seek|lifestyle|case closed\s*[–-]\s*no concerns?|\bAWOL\b/iu

/** The list of what not to say, the rule that refuses it when it is typed as a reason, and this. */
const mayNameThem = [
  'GLOSSARY.md',
  'test/architecture/words.test.ts',
  /^src\/domain\/episode\/history([.]test)?[.]ts$/u,
]

/** Paths of a machine and hosts of a registry: what works on one machine alone. Written so as not to match itself. */
const machines =
  /[/](?:work|farm)[/]|[.]library\b|farm-(?:bench|studio)|[/]home[/][a-z]|[/]Users[/]|registry[.]npm/u

type Fault = { readonly path: string; readonly line: number; readonly text: string }

function linesWith(pattern: RegExp, files: readonly string[]): readonly Fault[] {
  return files.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((text, index) => (pattern.test(text) ? [{ path, line: index + 1, text: text.trim() }] : [])),
  )
}

suite('the words of the house', () => {
  const files = textFiles()
  const isExempt = (path: string): boolean =>
    mayNameThem.some((named) => (typeof named === 'string' ? named === path : named.test(path)))

  test('were read in every room', () => {
    for (const room of [
      'src/web/',
      'src/domain/',
      'protocols/',
      'interviews/',
      'test/',
      'migrations/',
      'docs/',
    ]) {
      assert.ok(
        files.some((path) => path.startsWith(room)),
        `nothing was read in ${room}`,
      )
    }
  })

  test('blame no child', () => {
    assert.deepEqual(
      linesWith(
        avoided,
        files.filter((path) => !isExempt(path)),
      ),
      [],
    )
  })

  test('name no machine', () => {
    assert.deepEqual(linesWith(machines, files), [])
  })

  for (const said of [
    'an absconder',
    'habitual runaway',
    'Streetwise',
    'attention-seeking',
    'her lifestyle',
  ]) {
    test(`would show "${said}"`, () => assert.match(said, avoided))
  }

  for (const said of [
    '/ho' + 'me/ada/x',
    '/wo' + 'rk/x',
    '/Us' + 'ers/ada',
    'https://registry' + '.npmjs.org/',
  ]) {
    test(`would show "${said}"`, () => assert.match(said, machines))
  }
})

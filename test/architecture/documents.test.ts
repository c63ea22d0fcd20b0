import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { suite, test } from 'node:test'
import { verbs } from '../../src/cli/verbs.ts'
import { textFiles, textOf, theHouse } from './the-tree.ts'

interface Package {
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}

const manifest = JSON.parse(textOf('package.json')) as Package
const documents = textFiles().filter((path) => path.endsWith('.md') && !path.startsWith('protocols/'))

suite('the documents', () => {
  test('are there', () => {
    const wanted = ['README.md', 'ARCHITECTURE.md', 'GLOSSARY.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE']
    assert.deepEqual(
      wanted.filter((path) => !existsSync(join(theHouse, path))),
      [],
    )
    assert.ok(documents.some((path) => path.startsWith('docs/decisions/0001-')))
  })

  test('number each decision once, in the name of its file and at its head', () => {
    const decisions = documents.filter((path) => path.startsWith('docs/decisions/'))
    const numbers = decisions.map((path) => Number(path.slice('docs/decisions/'.length).slice(0, 4)))
    assert.deepEqual(
      numbers.toSorted((a, b) => a - b),
      decisions.map((_, at) => at + 1),
    )
    assert.deepEqual(
      decisions.filter((path, at) => !textOf(path).startsWith(`# ${numbers[at]}. `)),
      [],
    )
  })

  test('give only commands that exist', () => {
    const commands = documents.flatMap((path) =>
      commandsIn(textOf(path)).map((command) => ({ path, command })),
    )
    assert.ok(commands.length > 5, `only ${commands.length} commands were found`)
    assert.deepEqual(
      commands.filter(({ command }) => !isCommand(command)),
      [],
    )
  })

  test('link only to what is there', () => {
    const links = documents.flatMap((path) => linksIn(path))
    assert.ok(links.length > 10, `only ${links.length} links were found`)
    assert.deepEqual(
      links.filter(({ to, anchor }) => !isThere(to, anchor)),
      [],
    )
  })

  test('name only files and folders that are there', () => {
    const named = documents.flatMap((path) => pathsNamedIn(path))
    assert.ok(named.length > 20, `only ${named.length} paths were found`)
    assert.deepEqual(
      named.filter(({ to }) => !existsSync(join(theHouse, to))),
      [],
    )
  })

  test('give a reason for every package, at its exact version', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest
    const reasons = textOf('ARCHITECTURE.md')
    const silent = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([name, version]) =>
        !new RegExp(`\`${RegExp.escape(name)}\` ${RegExp.escape(version)}(?![\\w.])`, 'u').test(reasons),
    )
    assert.deepEqual(silent, [])
  })

  test('say of nothing but a command that it is one', () => {
    assert.equal(isCommand('npm run fly'), false)
    assert.equal(isCommand('npx whereabouts fly'), false)
    assert.equal(isCommand('rm -r data'), false)
    assert.equal(isCommand('DATABASE_URL=postgres://a/b npm start'), true)
  })
})

suite('the migrations', () => {
  test('are numbered from one, without a gap and without a double', () => {
    const numbers = readdirSync(join(theHouse, 'migrations')).sort()
    assert.ok(numbers.length > 0)
    for (const [index, name] of numbers.entries()) {
      assert.match(name, /^[0-9]{4}-[a-z0-9]+(?:-[a-z0-9]+)*[.]sql$/u)
      assert.equal(Number(name.slice(0, 4)), index + 1, `${name} is out of order`)
    }
  })
})

/** The lines of the blocks marked `sh`, comments left out. */
function commandsIn(text: string): readonly string[] {
  return [...text.matchAll(/^```sh\n(?<lines>.*?)^```/gmsu)].flatMap(({ groups }) =>
    (groups?.['lines'] ?? '')
      .split('\n')
      .flatMap((line) => line.replace(/\s+#.*$/u, '').split(' && '))
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  )
}

function isCommand(line: string): boolean {
  const [first = '', second = '', third = ''] = line.replace(/^(?:[A-Z_]+=\S+ )+/u, '').split(' ')
  if (first === '.ci/run') return existsSync(join(theHouse, first))
  if (first === 'git') return second === 'clone'
  if (first === 'cd') return true
  if (first === 'npx' && second === 'whereabouts')
    return verbs.some(({ name }) => name.split(' ')[0] === third)
  if (first !== 'npm') return false
  return ['ci', 'start', 'test'].includes(second) || (second === 'run' && third in manifest.scripts)
}

/** Words in backticks that begin with a folder of ours; what is still to come is written without one. */
function pathsNamedIn(path: string): readonly { readonly path: string; readonly to: string }[] {
  const prose = textOf(path).replaceAll(/^```.*?^```/gmsu, '')
  const words = [...prose.matchAll(/`(?<word>[^`\n]+)`/gu)].map(({ groups }) => groups?.['word'] ?? '')
  return words
    .filter((word) => /^(?:src|test|protocols|interviews|migrations|docs|bench|bin)\/\S*$/u.test(word))
    .map((to) => ({ path, to }))
}

interface Link {
  readonly path: string
  readonly to: string
  readonly anchor: string | undefined
}

/** Links and pictures that lead to a place in this repository. */
function linksIn(path: string): readonly Link[] {
  return [...textOf(path).matchAll(/\]\((?<to>[^)\s]+)\)/gu)]
    .map(({ groups }) => groups?.['to'] ?? '')
    .filter((to) => !/^[a-z]+:/u.test(to))
    .map((to) => {
      const [file = '', anchor] = to.split('#')
      return { path, to: file === '' ? path : normalize(join(dirname(path), file)), anchor }
    })
}

function isThere(to: string, anchor: string | undefined): boolean {
  if (!existsSync(join(theHouse, to))) return false
  return anchor === undefined || headingsOf(textOf(to)).includes(anchor)
}

function headingsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (?<heading>.+)$/gmu)].map(({ groups }) =>
    (groups?.['heading'] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
}

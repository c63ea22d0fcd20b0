import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, suite, test } from 'node:test'
import { cruise } from './cruise.ts'
import { theHouse } from './the-tree.ts'

/** Ground first: rooms on one line are neighbours, and a room may use what stands on the lines before its own. */
const floors = [['kernel'], ['domain'], ['application'], ['store', 'delivery', 'exchange', 'web'], ['cli']]
const domainFloors = [['episode'], ['protocol'], ['child', 'care', 'interview'], ['access', 'patterns']]

type Arrow = { readonly from: string; readonly to: string; readonly rule: string }

/** Every ordered pair of rooms, and whether the first stands above the second. */
function pairs(
  of: readonly (readonly string[])[],
): readonly { from: string; to: string; allowed: boolean }[] {
  const all = of.flatMap((rooms, floor) => rooms.map((room) => ({ room, floor })))
  return all.flatMap(({ room: from, floor: high }) =>
    all
      .filter(({ room }) => room !== from)
      .map(({ room: to, floor: low }) => ({ from, to, allowed: high > low })),
  )
}

const between = [
  ...pairs(floors).map(({ from, to, allowed }) => ({
    from: `src/${from}`,
    to: `src/${to}/planted.ts`,
    rule: `src-${from}`,
    allowed,
  })),
  ...pairs(domainFloors).map(({ from, to, allowed }) => ({
    from: `src/domain/${from}`,
    to: `src/domain/${to}/planted.ts`,
    rule: `domain-${from}`,
    allowed,
  })),
]

const others: readonly Arrow[] = [
  ...floors.flat().map((room) => ({
    from: `src/${room}`,
    to: 'src/main.ts',
    rule: `src-${room}`,
  })),
  ...floors
    .flat()
    .filter((room) => room !== 'cli')
    .map((room) => ({ from: `src/${room}`, to: 'src/config.ts', rule: 'src-config' })),
  { from: 'src/kernel', to: 'node:fs', rule: 'pure' },
  { from: 'src/kernel', to: 'zod', rule: 'pure' },
  { from: 'src/domain/episode', to: 'node:crypto', rule: 'pure' },
  { from: 'src/domain/access', to: 'yaml', rule: 'pure' },
  { from: 'src/web', to: 'node:process', rule: 'environment' },
  { from: 'src/web', to: 'pg', rule: 'trade-of-store' },
  { from: 'src/application', to: 'kysely', rule: 'trade-of-store' },
  { from: 'src/exchange', to: 'fastify', rule: 'trade-of-web' },
  { from: 'src/store', to: '@fastify/cookie', rule: 'trade-of-web' },
  { from: 'src/cli', to: 'nunjucks', rule: 'trade-of-web' },
  { from: 'src/store', to: 'csv-parse', rule: 'trade-of-exchange' },
  { from: 'src/web', to: 'commander', rule: 'trade-of-cli' },
  { from: 'src/application', to: 'src/kernel/planted.test.ts', rule: 'tests-are-not-used' },
  { from: 'src/store', to: 'test/support/planted.ts', rule: 'tests-are-not-used' },
  { from: 'src/store', to: 'src/store/absent.ts', rule: 'resolved' },
]

const forbidden: readonly Arrow[] = [...between.filter(({ allowed }) => !allowed), ...others]
const allowed: readonly Arrow[] = [
  ...between.filter((arrow) => arrow.allowed),
  { from: 'src/store', to: 'pg', rule: '' },
  { from: 'src/web', to: 'fastify', rule: '' },
  { from: 'src/cli', to: 'src/config.ts', rule: '' },
  { from: 'src/application', to: 'node:crypto', rule: '' },
]

suite('the floors of the house', () => {
  const trees: string[] = []
  after(() => {
    for (const tree of trees) rmSync(tree, { recursive: true })
  })

  /** A house in which each arrow is one file with one import, and what it points at is an empty file. */
  function build(arrows: readonly Arrow[]): {
    readonly tree: string
    readonly fileOf: (arrow: Arrow) => string
  } {
    const tree = mkdtempSync(join(tmpdir(), 'whereabouts-floors-'))
    trees.push(tree)
    symlinkSync(join(theHouse, 'node_modules'), join(tree, 'node_modules'))
    const write = (path: string, text: string): void => {
      mkdirSync(join(tree, dirname(path)), { recursive: true })
      writeFileSync(join(tree, path), text)
    }
    const fileOf = (arrow: Arrow): string => `${arrow.from}/arrow-${arrows.indexOf(arrow)}.ts`
    for (const arrow of arrows) {
      const isOurs = arrow.to.startsWith('src/') || arrow.to.startsWith('test/')
      if (isOurs && !arrow.to.includes('absent')) write(arrow.to, 'export const planted = 1\n')
      const up = '../'.repeat(arrow.from.split('/').length)
      write(fileOf(arrow), `import '${isOurs ? `${up}${arrow.to}` : arrow.to}'\n`)
    }
    return { tree, fileOf }
  }

  const whole = cruise(theHouse, ['src', 'test', 'bench'])

  test('were walked: an empty cruise would refuse nothing', () => {
    assert.ok(whole.seen > 200, `only ${whole.seen} files were seen`)
  })

  test('hold', () => {
    assert.deepEqual(
      whole.refused.map(({ arrow, rule }) => `${arrow} (${rule})`),
      [],
    )
  })

  test('name every room there is', () => {
    const known = floors.flat()
    assert.deepEqual(
      foldersIn('src').filter((room) => !known.includes(room)),
      [],
    )
    assert.deepEqual(
      foldersIn('src/domain').filter((room) => !domainFloors.flat().includes(room)),
      [],
    )
  })

  test('refuse every arrow that points up or sideways, each by its own rule', () => {
    const { tree, fileOf } = build(forbidden)
    const { refused } = cruise(tree, ['src', 'test'])
    const missed = forbidden.filter((arrow) => !isRefused(refused, fileOf(arrow), arrow.rule))
    assert.deepEqual(missed, [])
  })

  test('let every arrow through that points down', () => {
    const { tree } = build(allowed)
    assert.deepEqual(cruise(tree, ['src']).refused, [])
  })

  test('refuse two files that need each other, by a type as well', () => {
    const { tree } = build([])
    mkdirSync(join(tree, 'src/kernel'), { recursive: true })
    writeFileSync(join(tree, 'src/kernel/a.ts'), "import type { B } from './b.ts'\nexport type A = B\n")
    writeFileSync(join(tree, 'src/kernel/b.ts'), "import type { A } from './a.ts'\nexport type B = A\n")
    const rules = cruise(tree, ['src']).refused.map(({ rule }) => rule)
    assert.ok(rules.includes('no-cycles'))
  })
})

function isRefused(
  refused: readonly { readonly arrow: string; readonly rule: string }[],
  file: string,
  rule: string,
): boolean {
  return refused.some((found) => found.rule === rule && found.arrow.startsWith(`${file} -> `))
}

function foldersIn(path: string): readonly string[] {
  return readdirSync(join(theHouse, path), { withFileTypes: true })
    .filter((found) => found.isDirectory())
    .map(({ name }) => name)
}

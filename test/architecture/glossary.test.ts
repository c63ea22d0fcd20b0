import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import ts from 'typescript'
import { parse } from 'yaml'
import { careEntryVersions } from '../../src/domain/care/record.ts'
import { childEntryVersions } from '../../src/domain/child/child.ts'
import { authorisations, entryTypes, whereaboutsValues } from '../../src/domain/episode/entries.ts'
import { organisationKinds } from '../../src/domain/episode/entry.ts'
import { roles, rolesApart } from '../../src/domain/episode/roles.ts'
import { sections } from '../../src/domain/episode/sections.ts'
import { responses } from '../../src/domain/episode/state.ts'
import { factorKinds } from '../../src/domain/interview/factor.ts'
import { chapterNames } from '../../src/domain/interview/question-set.ts'
import { standings } from '../../src/domain/protocol/obligation.ts'
import { textFiles, textOf } from './the-tree.ts'

const glossary = textOf('GLOSSARY.md')

const groups: readonly (readonly [heading: string, names: readonly string[]])[] = [
  ['Whereabouts', whereaboutsValues],
  ['Authorisation', authorisations],
  ['Stages', responses],
  ['Standings', standings],
  ['Roles', [...roles, ...rolesApart]],
  ['Organisations', organisationKinds],
  ['Sections of a record', sections],
  ['Entries of an episode', entryTypes],
  ["Entries of a child's own record", Object.keys(childEntryVersions)],
  ["Entries of a child's Care", Object.keys(careEntryVersions)],
  ['Chapters of a return interview', chapterNames],
  ['Kinds of factor', factorKinds],
  ['Duties', dutiesOfEveryEdition()],
  ['Refusals', refusalKinds()],
]

suite('the glossary', () => {
  for (const [heading, names] of groups) {
    test(`has one line for each of: ${heading.toLowerCase()}, and for nothing else`, () => {
      assert.ok(names.length > 2, `only ${names.length} were found in the code`)
      const lines = linesUnder(heading)
      assert.deepEqual([...lines.keys()].sort(), [...new Set(names)].sort())
    })

    test(`explains each of: ${heading.toLowerCase()}, in a sentence that is not its name`, () => {
      const bare = [...linesUnder(heading)].filter(
        ([name, said]) => !/^.{12,}\.$/u.test(said) || said.toLowerCase() === name.replaceAll('-', ' '),
      )
      assert.deepEqual(bare, [])
    })
  }

  test('is missed when a name has no line', () => {
    assert.equal(linesUnder('Roles').has('night-porter'), false)
  })
})

/** The table under one heading: what stands in backticks, and what it means. Throws on a name listed twice. */
function linesUnder(heading: string): ReadonlyMap<string, string> {
  const part = glossary.split(/^## /mu).find((text) => text.startsWith(`${heading}\n`)) ?? ''
  const lines = [...part.matchAll(/^\| `([^`]+)` +\| (.+?) +\|$/gmu)]
  const found = new Map(lines.map(([, name = '', said = '']) => [name, said]))
  assert.equal(found.size, lines.length, `a name stands twice under ${heading}`)
  return found
}

function dutiesOfEveryEdition(): readonly string[] {
  const editions = textFiles().filter((path) => /^protocols\/[^/]+\/[^/]+[.]yaml$/u.test(path))
  assert.ok(editions.length > 0, 'no edition was found')
  return editions.flatMap((path) => {
    const { duties } = parse(textOf(path)) as { readonly duties?: readonly { readonly duty: string }[] }
    return duties?.map(({ duty }) => duty) ?? []
  })
}

/** Every `kind` of every type named Refusal in the domain, as the compiler reads it: types leave nothing to run. */
function refusalKinds(): readonly string[] {
  const files = textFiles().filter((path) => path.startsWith('src/domain/') && path.endsWith('.ts'))
  const kinds: string[] = []
  const collect = (node: ts.Node): void => {
    const type = ts.isPropertySignature(node) && node.name.getText() === 'kind' ? node.type : undefined
    if (type !== undefined && ts.isLiteralTypeNode(type)) kinds.push(type.getText().slice(1, -1))
    ts.forEachChild(node, collect)
  }
  for (const path of files) {
    for (const statement of ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true)
      .statements) {
      if (ts.isTypeAliasDeclaration(statement) && statement.name.text === 'Refusal') collect(statement)
    }
  }
  return kinds
}

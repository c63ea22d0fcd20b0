import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { detailGroups, detailKindNames, detailKinds, fieldsOf, type DetailField } from './detail-kinds.ts'

const place = join(import.meta.dirname, '../../../docs/what-is-known.md')

// `UPDATE_DRAWINGS=1` writes it anew; what changed is then seen in the commit.
if (process.env['UPDATE_DRAWINGS'] === '1') writeFileSync(place, asMarkdown())

suite('what is known of a child, kind by kind', () => {
  test('stands in the documents as it is asked', () =>
    assert.equal(readFileSync(place, 'utf8'), asMarkdown()))

  test('asks at least one thing of each kind, and nothing twice', () => {
    for (const kind of detailKindNames) {
      const labels = fieldsOf(kind).map(([, { label }]) => label)
      assert.ok(labels.length > 0, kind)
      assert.equal(new Set(labels).size, labels.length, kind)
    }
  })
})

/** Every kind with its questions: which are needed, for how long an answer counts as fresh, what no grab pack carries. */
function asMarkdown(): string {
  const kinds = detailKindNames.map((kind) => {
    const { called, group, freshFor } = detailKinds[kind]
    const one = 'one' in detailKinds[kind] ? ' One at a time.' : ''
    const lines = fieldsOf(kind).map(([name, field]) => `- ${line(name, field)}`)
    return `## ${called}\n\n\`${kind}\`, among “${detailGroups[group]}”. Fresh for ${freshFor} months.${one}\n\n${lines.join('\n')}\n`
  })
  const head =
    '# What is known of a child\n\nRead off `src/domain/child/detail-kinds.ts`, which the page, the API and the packs ask alike. A number that looks like that of a card or an account, and a password, are refused in every text.\n'
  return `${head}\n${kinds.join('\n')}`
}

function line(name: string, field: DetailField): string {
  const { label, hint, needed, othersAddress, number } = field
  const marks = [
    ...(needed === true ? ['needed'] : []),
    ...(othersAddress === true ? ['in no grab pack'] : []),
    ...(number === true ? ['may look like the number of a card'] : []),
  ]
  const options =
    field.asks === 'choice' ? Object.entries(field.options).map(([key, said]) => `\`${key}\` ${said}`) : []
  return [
    `\`${name}\` (${field.asks}): ${label}`,
    ...(hint === undefined ? [] : [`Hint: ${hint}`]),
    ...(options.length > 0 ? [options.join('; ')] : []),
    ...(marks.length > 0 ? [marks.join(', ')] : []),
  ].join('. ')
}

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { componentNames, generatedFiles } from '../../src/web/components/generate.ts'
import type { GovukParameters } from '../../src/web/components/generated/govuk-parameters.ts'
import { govuk } from '../../src/web/components/official.ts'

const hostile = `<script>x</script>"'`

/** The published options with every string made hostile, except where the parameter's type takes markup only. */
function poisoned(value: unknown, name: string, within: string): unknown {
  if (Array.isArray(value)) return value.map((item) => poisoned(item, name, within))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, poisoned(member, key, name)]),
    )
  }
  if (typeof value !== 'string' || /html$/i.test(name) || within === 'slots') return value
  return hostile
}

for (const component of componentNames()) {
  test(`no text given to ${component} reaches the page as markup`, () => {
    const file = `../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`
    const { fixtures } = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as {
      fixtures: { name: string; options: object }[]
    }
    for (const { name, options } of fixtures) {
      const markup = govuk(component as keyof GovukParameters, poisoned(options, '', '') as never).toString()
      assert.doesNotMatch(markup, /<script/, name)
    }
  })
}

test('the committed types are what the package describes today', () => {
  for (const [name, text] of generatedFiles()) {
    assert.equal(
      readFileSync(new URL(`../../src/web/components/generated/${name}`, import.meta.url), 'utf8'),
      text,
    )
  }
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { componentNames } from '../../src/web/components/generate.ts'
import { govuk } from '../../src/web/components/official.ts'
import type { GovukParameters } from '../../src/web/components/generated/govuk-parameters.ts'

type Fixture = { readonly name: string; readonly options: never; readonly html: string }

const fixturesOf = (component: string): readonly Fixture[] => {
  const file = `../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`
  return (JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as { fixtures: Fixture[] })
    .fixtures
}

test('GOV.UK publishes 39 components with 725 cases, and we read them all', () => {
  assert.equal(componentNames().length, 39)
  assert.equal(componentNames().flatMap(fixturesOf).length, 725)
})

for (const component of componentNames()) {
  test(`${component} is rendered as GOV.UK renders it, in every published case`, () => {
    for (const { name, options, html } of fixturesOf(component)) {
      assert.equal(govuk(component as keyof GovukParameters, options).toString(), html.trim(), name)
    }
  })
}

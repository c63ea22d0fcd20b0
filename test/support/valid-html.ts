import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { HtmlValidate, type ConfigData } from 'html-validate'

const rules = readFileSync(new URL('../../.htmlvalidate.json', import.meta.url), 'utf8')
const validator = new HtmlValidate(JSON.parse(rules) as ConfigData)

/** Fails with every fault, its line and its rule, when a whole page is not valid HTML or carries an inline style. */
export function assertValidHtml(page: string): void {
  const report = validator.validateStringSync(page, 'page.html')
  const faults = report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  )
  assert.deepEqual(faults, [])
}

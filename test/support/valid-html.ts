import assert from 'node:assert/strict'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'

const validator = new HtmlValidate(new FileSystemConfigLoader())

/** Fails with every fault, its line and its rule, when a whole page is not valid HTML or carries an inline style. */
export function assertValidHtml(page: string): void {
  const report = validator.validateStringSync(page, 'page.html')
  const faults = report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  )
  assert.deepEqual(faults, [])
}

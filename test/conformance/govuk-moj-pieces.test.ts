import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { chip, notice } from '../../src/web/components/notice.ts'
import { html } from '../../src/web/html.ts'

/** MoJ publishes no cases for its components: these were read against its documentation, and stand. */
const reviewed = readFileSync(new URL('./govuk-moj-pieces.golden.txt', import.meta.url), 'utf8')

test('the MoJ badge and alert are what we reviewed', () => {
  const pieces = [
    chip('High risk', 'danger'),
    chip('<script>'),
    notice({ kind: 'done', title: 'Recorded' }),
    notice({ kind: 'refused', title: 'The interview & more is owed', body: html`<p>Offer it first.</p>` }),
  ]
  const lines = (text: string): string => text.replace(/\s*\n\s*/g, '\n').trim()
  assert.equal(lines(pieces.join('\n\n')), lines(reviewed))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aSet, left, someFactors } from '../../../../test/support/a-question-set.ts'
import { at } from '../../../../test/support/at.ts'
import { entryId } from '../../../../test/support/chronology.ts'
import { newId } from '../../../application/ids.ts'
import type { Answers } from '../../../domain/interview/answers.ts'
import { Form } from '../../forms/form.ts'
import { findingsFrom, pointedTo } from './finding-fields.ts'

const now = at('2026-11-27T20:00')
const set = aSet({}, { before: [left] })
const factors = someFactors()
const from = entryId('write-up')

const under = (answers: Answers) => ({
  set,
  answers,
  draft: { form: newId(), address: '', fields: [], began: now, saved: now, until: now },
})
const answers: Answers = {
  left: { chosen: ['rules', 'rows'], words: 'All the rows' },
  connected: { chosen: ['yes'] },
}
const typed = (fields: Readonly<Record<string, string>>) =>
  new Form(new Map(Object.entries(fields).map(([name, value]) => [`finding-${name}`, [value]])))

test('Each factor is asked about once, with everything that points to it.', () => {
  const pointed = pointedTo(under(answers), factors)
  assert.deepEqual(
    pointed.map(({ code, label, because }) => [code, label, because.length]),
    [
      ['rules', 'About rules', 2],
      ['connected', 'About connected', 2],
    ],
  )
  assert.deepEqual(pointedTo(under({}), factors), [])
})

test('What is confirmed is a finding in the child’s words where there are any, with what was answered; what is left is none.', () => {
  const pointed = pointedTo(under(answers), factors)
  const found = findingsFrom(pointed, factors, typed({ rules: 'of-concern', connected: 'left' }), now)
  assert.ok(found.kind === 'read')
  const what = { kind: 'factor', code: 'rules', edition: '2026-01', label: 'About rules' }
  const reason = 'What did you leave? Rules\nWhat did you leave? Rows'
  assert.deepEqual(found.value(from), [
    { from, ofConcern: true, restricted: { what, quote: 'All the rows', reason } },
  ])
  const own = pointedTo(under({ connected: { chosen: ['yes'], words: 'My view' } }), factors)
  const other = findingsFrom(own, factors, typed({ connected: 'not-of-concern' }), now)
  assert.ok(other.kind === 'read')
  assert.deepEqual(other.value(from), [
    {
      from,
      ofConcern: false,
      restricted: {
        what: { kind: 'factor', code: 'connected', edition: '2026-01', label: 'About connected' },
        reason: 'Is it connected? Yes',
      },
    },
  ])
})

test('Nothing is found or left by itself.', () => {
  const pointed = pointedTo(under(answers), factors)
  const found = findingsFrom(pointed, factors, typed({ rules: 'left' }), now)
  assert.deepEqual(found, {
    kind: 'problems',
    problems: [
      { field: 'finding-connected', message: 'Say whether this is so, or leave it: About connected' },
    ],
  })
})

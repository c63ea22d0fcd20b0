import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../test/support/expected-care.ts'
import { readAudit, type AuditQuestions } from './audit.ts'
import type { AuditAnswer } from './record.ts'

const source = { document: 'As recalled', verified: false }
const questions: AuditQuestions = {
  edition: '2026-01',
  title: 'Care or support',
  from: day('2026-01-01'),
  questions: [
    { question: 'out', asks: 'Do they go out when they like?', care: 'no', source },
    { question: 'statement', asks: 'Does it promise care?', care: 'yes', source },
    { question: 'money', asks: 'Is their money their own?', care: 'no', source },
    { question: 'records', asks: 'Do staff read their records?', care: 'yes', source },
    { question: 'night', asks: 'Do they stay away when they like?', care: 'no', source },
  ],
}
const answer = (question: string, said: AuditAnswer['answer']): AuditAnswer => ({
  question,
  asked: question,
  answer: said,
})
const namesIn = (answers: readonly AuditAnswer[]) => {
  const { toCare, toSupport, notKnown } = readAudit(questions, answers)
  return [toCare, toSupport, notKnown].map((all) => all.map(({ question }) => question))
}

test('An answer points to care or to support by the polarity of its question, and what is not known to neither.', () => {
  assert.deepEqual(
    namesIn([
      answer('out', 'no'),
      answer('statement', 'yes'),
      answer('money', 'yes'),
      answer('records', 'no'),
      answer('night', 'not-known'),
    ]),
    [['out', 'statement'], ['money', 'records'], ['night']],
  )
})

test('What was not answered is not known, and what is no question of this edition says nothing.', () => {
  assert.deepEqual(namesIn([answer('beds', 'yes')]), [
    [],
    [],
    ['out', 'statement', 'money', 'records', 'night'],
  ])
  assert.deepEqual(namesIn([answer('money', 'no')])[0], ['money'])
})

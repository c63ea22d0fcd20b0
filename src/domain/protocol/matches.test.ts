import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, aChildMissingOvernight, at, entry } from '../../../test/support/chronology.ts'
import type { Moment } from '../../kernel/moment.ts'
import { effective } from '../episode/effective.ts'
import { isNotBefore } from './matches.ts'

test('an answer typed to the minute is no earlier than what was asked within that minute', () => {
  const record = after(aChildMissingOvernight(), entry('answered', '2026-03-29T08:10', {}, { id: 'answer' }))
  const answer = effective(record).at(-1)
  assert.ok(answer?.type === 'answered')
  const asked = (time: string) => isNotBefore(answer, { at: time as Moment, precision: 'minute' })
  assert.equal(answer.occurred.at, at('2026-03-29T08:10'))
  assert.ok(asked('2026-03-29T07:10:59.999Z'))
  assert.ok(asked('2026-03-29T07:09:00.000Z'))
  assert.ok(!asked('2026-03-29T07:11:00.000Z'))
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { after, aChildMissingOvernight, at, entry, entryId } from '../../../test/support/chronology.ts'
import type { Moment } from '../../kernel/moment.ts'
import { effective } from '../episode/effective.ts'
import { answersTo, isNotBefore } from './matches.ts'

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

suite('what an entry names as that which it answers', () => {
  const answered = (draft: Parameters<typeof after>[1]) => {
    const last = after(aChildMissingOvernight(), draft).at(-1)
    assert.ok(last !== undefined)
    return answersTo(effective([last])[0]!)
  }
  const when = '2026-03-31T09:00'

  test('is one entry of one type', () => {
    const it = entryId('it')
    for (const [draft, to] of [
      [entry('challenge-answered', when, { challenge: it }), { 'grade-challenged': it }],
      [entry('answered', when, { asked: it }), { asked: it }],
      [entry('telling-answered', when, { telling: it }), { 'told-now': it }],
      [entry('host-answered', when, { asked: it }), { 'host-asked': it }],
      [entry('interview-approved', when, { writeUp: it }), { 'interview-written-up': it }],
      [entry('interview-sent-back', when, { writeUp: it }), { 'interview-written-up': it }],
    ] as const)
      assert.deepEqual(answered(draft), to, draft.type)
  })

  test('is nothing for what answers nothing, and any question for an answer that names none', () => {
    assert.deepEqual(answered(entry('answered', when)), {})
    assert.deepEqual(answered(entry('interview-held', when)), {})
  })

  test('is for a write-up its interview, and a sending back only where it names one', () => {
    const [interview, again] = [entryId('interview'), entryId('sending back')]
    assert.deepEqual(answered(entry('interview-written-up', when, { interview, again })), {
      'interview-held': interview,
      'interview-sent-back': again,
    })
    assert.deepEqual(answered(entry('interview-written-up', when, { interview })), {
      'interview-held': interview,
      'interview-sent-back': '',
    })
  })
})

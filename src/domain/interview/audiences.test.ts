import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aChildBackInTheMorning, after, entry, entryId } from '../../../test/support/chronology.ts'
import { sharedFor } from '../episode/return-bodies.ts'
import { whoGetsToKnow } from './audiences.ts'

const heard = after(
  aChildBackInTheMorning(),
  entry('interview-declined', '2026-03-29T12:00', {}, { id: 'declined' }),
  entry('interview-held', '2026-03-30T16:00', {}, { id: 'interview' }),
)
const of = (id: string) => ({ interview: entryId(id) })

test('of each interview, and of a refusal of one, every audience is there with nothing decided', () => {
  const found = whoGetsToKnow(heard)
  assert.deepEqual(
    found.map((one) => one.heard.id),
    [entryId('interview'), entryId('declined')],
  )
  for (const { audiences, ofNobody } of found) {
    assert.deepEqual(
      audiences.map((one) => one.of),
      sharedFor,
    )
    assert.ok(audiences.every(({ decided }) => decided.length === 0))
    assert.deepEqual(ofNobody, [])
  }
  assert.deepEqual(whoGetsToKnow(aChildBackInTheMorning()), [])
})

test('what was decided stands at its interview and its audience, the latest first', () => {
  const decided = after(
    heard,
    entry('passage-not-shared', '2026-03-30T17:00', { ...of('interview'), purpose: 'carer' }, { id: 'no' }),
    entry('passage-shared', '2026-03-30T18:00', { ...of('interview'), purpose: 'carer' }, { id: 'yes' }),
    entry('passage-shared', '2026-03-30T18:00', { ...of('declined'), purpose: 'health' }, { id: 'nurse' }),
    entry('passage-shared', '2026-03-30T18:30', { ...of('interview'), purpose: 'school' }, { id: 'error' }),
    entry('recorded-in-error', '2026-03-30T19:00', { scope: { kind: 'entry', entry: entryId('error') } }),
  )
  const [interview, declined] = whoGetsToKnow(decided)
  const shown = (one: typeof interview) =>
    one?.audiences.flatMap((audience) => audience.decided.map(({ id }) => [audience.of, id]))
  assert.deepEqual(shown(interview), [
    ['carer', entryId('yes')],
    ['carer', entryId('no')],
  ])
  assert.deepEqual(shown(declined), [['health', entryId('nurse')]])
})

test('what an older record does not say for whom stands apart', () => {
  const old = { ...of('interview'), purpose: undefined } as object
  const decided = after(heard, entry('passage-shared', '2026-03-30T18:00', old, { id: 'old' }))
  const [interview] = whoGetsToKnow(decided)
  assert.deepEqual(
    interview?.ofNobody.map(({ id }) => id),
    [entryId('old')],
  )
  assert.ok(interview.audiences.every((one) => one.decided.length === 0))
})

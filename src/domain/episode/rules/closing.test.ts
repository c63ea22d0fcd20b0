import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  aChildBackBeforeAnyReport,
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
  entryId,
  given,
} from '../../../../test/support/chronology.ts'
import { refusalOf } from '../../../../test/support/deciding.ts'

const back = aChildBackInTheMorning()
const missing = aChildMissingOvernight()

function close(leftOpen: Readonly<Record<string, string>> = {}) {
  return entry('episode-closed', '2026-04-02T10:00', { leftOpen })
}

suite('closing', () => {
  test('is refused while the child is not back', () => {
    const concern = given(entry('concern-raised', '2026-03-28T21:40'))
    const located = after(missing, entry('located', '2026-03-29T06:20'))
    const unsafe = after(missing, entry('returned', '2026-03-29T06:20', { placeOfSafety: false }))
    for (const chronology of [concern, missing, located, unsafe])
      assert.deepEqual(refusalOf(chronology, close()), { kind: 'not-returned' })
  })

  test('is refused from a time at which the child was not back, as new and as a correction', () => {
    const early = entry('episode-closed', '2026-03-29T07:09', {}, { id: 'closed' })
    assert.deepEqual(refusalOf(back, early), { kind: 'not-returned' })
    const closed = after(back, entry('episode-closed', '2026-03-29T07:40', {}, { id: 'closed' }))
    const earlier = entry('entry-corrected', '2026-03-29T08:00', {
      corrects: entryId('closed'),
      occurred: { at: at('2026-03-29T07:05'), precision: 'minute' },
    })
    assert.deepEqual(refusalOf(closed, earlier), { kind: 'not-returned' })
  })

  test('is followed by reopening and not preceded by it', () => {
    const closed = after(back, close())
    assert.deepEqual(refusalOf(closed, entry('episode-reopened', '2026-04-02T09:59')), { kind: 'not-closed' })
    assert.equal(refusalOf(closed, entry('episode-reopened', '2026-04-02T10:00')), undefined)
  })

  test('is possible after the return, with or without a report', () => {
    assert.equal(refusalOf(back, close()), undefined)
    assert.equal(refusalOf(aChildBackBeforeAnyReport(), close()), undefined)
  })

  test('is possible when the child has died, and when the episode never was', () => {
    const died = after(missing, entry('located', '2026-03-29T06:20', { outcome: 'died' }))
    const voided = after(missing, entry('recorded-in-error', '2026-03-29T06:20'))
    assert.equal(refusalOf(died, close()), undefined)
    assert.equal(refusalOf(voided, close()), undefined)
  })

  test('happens once', () => {
    assert.deepEqual(refusalOf(after(back, close()), close()), { kind: 'closed' })
  })
})

suite('closing with duties open', () => {
  const interview = { duty: 'return-interview', title: 'Hold the return interview' }
  const review = { duty: 'review-risk/6f2a', title: 'Review the risk' }
  const stillOwed = [interview, review]

  test('is refused, and names them', () => {
    assert.deepEqual(refusalOf(back, close(), { stillOwed }), { kind: 'duties-open', duties: stillOwed })
  })

  test('is refused while one has no reason, or a blank one', () => {
    const left = { 'return-interview': 'Declined twice, offered again in a month' }
    assert.deepEqual(refusalOf(back, close(left), { stillOwed }), { kind: 'duties-open', duties: [review] })
    assert.deepEqual(refusalOf(back, close({ ...left, 'review-risk/6f2a': ' ' }), { stillOwed }), {
      kind: 'duties-open',
      duties: [review],
    })
  })

  test('is accepted with a reason for each, by the duty or by its clause', () => {
    const left = { 'return-interview': 'Declined twice, offered again in a month' }
    assert.equal(
      refusalOf(back, close({ ...left, 'review-risk/6f2a': 'Back at home' }), { stillOwed }),
      undefined,
    )
    assert.equal(refusalOf(back, close({ ...left, 'review-risk': 'Back at home' }), { stillOwed }), undefined)
  })

  test('is not accepted by what every object carries', () => {
    const odd = [{ duty: 'constructor', title: 'A duty with an unlucky name' }]
    assert.deepEqual(refusalOf(back, close(), { stillOwed: odd }), { kind: 'duties-open', duties: odd })
  })

  test('stops nothing but closing', () => {
    assert.equal(refusalOf(back, entry('note-added', '2026-04-02T10:00'), { stillOwed }), undefined)
  })
})

test('what happened before the closing may be written down after it', () => {
  const closed = after(back, entry('episode-closed', '2026-04-01T09:00'))
  assert.equal(refusalOf(closed, entry('information-received', '2026-03-30T10:00')), undefined)
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { aChildBackInTheMorning, after, at, entry, entryId } from '../../../../test/support/chronology.ts'
import { acceptedEntry, refusalOf } from '../../../../test/support/deciding.ts'
import type { EnquiryOutcome } from '../protection-bodies.ts'
import type { EntryType } from '../entries.ts'

const enquiring = after(
  aChildBackInTheMorning(),
  entry('note-added', '2026-03-30T09:00', {}, { id: 'note' }),
  entry('enquiry-begun', '2026-03-30T10:00', {}, { id: 'enquiry' }),
  entry('enquiry-begun', '2026-03-30T11:00', {}, { id: 'another' }),
)
const steps: readonly EntryType[] = ['enquiry-saw-child', 'enquiry-concluded']

function refused(type: EntryType, enquiry: string, when = '2026-03-31T10:00', so = enquiring) {
  return refusalOf(so, entry(type, when, { enquiry: entryId(enquiry) }))
}

suite('a step of a section 47 enquiry', () => {
  for (const type of steps)
    test(`(${type}) is of one that was begun, and not before it`, () => {
      assert.equal(refused(type, 'enquiry'), undefined)
      assert.deepEqual(refused(type, 'note'), { kind: 'not-an-enquiry' })
      assert.deepEqual(refused(type, 'nothing'), { kind: 'no-such-entry', entry: entryId('nothing') })
      const early = { kind: 'before-what-it-answers', at: at('2026-03-30T10:00') }
      assert.deepEqual(refused(type, 'enquiry', '2026-03-30T09:59'), early)
    })

  test('has one outcome, and each enquiry its own', () => {
    const ended = after(
      enquiring,
      entry('enquiry-concluded', '2026-04-01T10:00', { enquiry: entryId('enquiry') }, { id: 'outcome' }),
    )
    const again = refused('enquiry-concluded', 'enquiry', '2026-04-02T10:00', ended)
    assert.deepEqual(again, { kind: 'enquiry-already-concluded' })
    assert.equal(refused('enquiry-concluded', 'another', '2026-04-02T10:00', ended), undefined)
    assert.equal(refused('enquiry-saw-child', 'enquiry', '2026-04-02T10:00', ended), undefined)
  })
})

suite('why a child is not at continuing risk', () => {
  const because = 'He always comes back'
  const says = (outcome: EnquiryOutcome) =>
    refusalOf(
      enquiring,
      entry('enquiry-concluded', '2026-04-01T10:00', {
        enquiry: entryId('enquiry'),
        outcome,
        reason: because,
      }),
    )
  test('is never that they came back before, and why they are may be anything', () => {
    for (const outcome of ['not-continuing', 'not-substantiated'] as const)
      assert.deepEqual(says(outcome), { kind: 'history-is-no-reason', phrase: 'always comes back' })
    assert.equal(says('at-risk'), undefined)
  })
})

suite('what was written of it', () => {
  const called = after(
    enquiring,
    entry('enquiry-concluded', '2026-04-01T10:00', { enquiry: entryId('enquiry') }, { id: 'outcome' }),
    entry('review-called', '2026-04-01T10:00', { byWhen: at('2026-04-09T17:00') }, { id: 'call' }),
  )
  const waits = (corrects: string, changes: object) => {
    const correcting = { corrects: entryId(corrects), changes, evidence: 'The file' }
    const accepted = acceptedEntry(called, entry('entry-corrected', '2026-04-02T10:00', correcting as object))
    assert.ok(accepted.type === 'entry-corrected')
    return accepted.body.needsSecond
  }
  test('waits for a second person where another outcome, or another time, is said', () => {
    assert.equal(waits('outcome', { outcome: 'not-substantiated' }), true)
    assert.equal(waits('outcome', { reason: 'In other words' }), false)
    assert.equal(waits('call', { byWhen: at('2026-04-10T17:00') }), true)
    assert.equal(waits('call', { byWhen: at('2026-04-09T17:30') }), false)
    assert.equal(waits('call', { reason: 'In other words' }), false)
  })

  test('calls no review for a time that is gone', () => {
    const by = (byWhen: string) =>
      refusalOf(enquiring, entry('review-called', '2026-04-01T10:00', { byWhen: at(byWhen) }))
    assert.deepEqual(by('2026-04-01T10:00'), { kind: 'due-before-agreed' })
    assert.equal(by('2026-04-01T10:01'), undefined)
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../../test/support/cast.ts'
import {
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  entry,
  entryId,
} from '../../../../test/support/chronology.ts'
import { refusalOf } from '../../../../test/support/deciding.ts'

const missing = after(
  aChildMissingOvernight(),
  entry('concern-reviewed', '2026-03-28T23:10', {}, { id: 'review' }),
)

function changing(corrects: string, changes: Readonly<Record<string, unknown>>) {
  const body = { corrects: entryId(corrects), changes, evidence: 'A log' }
  return refusalOf(missing, entry('entry-corrected', '2026-04-01T09:00', body, { by: cast.police }))
}

suite('what a correction puts in the place of a field', () => {
  const refused = (field: string) => ({ kind: 'not-a-field', field })

  test('is there, and is no number: no field of an entry is one', () => {
    for (const value of [null, undefined, 5, 0]) {
      assert.deepEqual(changing('concern', { where: value }), refused('where'), `${value}`)
      assert.deepEqual(changing('concern', { expectedAt: value }), refused('expectedAt'), `${value}`)
    }
    assert.equal(changing('concern', { where: 'By the canal' }), undefined)
  })

  test('is of the sort that it was: a text for a text, a list for a list', () => {
    assert.deepEqual(changing('concern', { expectedAt: true }), refused('expectedAt'))
    assert.deepEqual(changing('concern', { expectedAt: ['Fernside'] }), refused('expectedAt'))
    assert.deepEqual(changing('grade', { indicators: { 0: 'Cold night' } }), refused('indicators'))
    assert.deepEqual(changing('report', { police: ['101'] }), refused('police'))
    assert.deepEqual(changing('worry', { worriedNow: 'yes' }), refused('worriedNow'))
    assert.equal(changing('grade', { indicators: ['Cold night', 'No coat'] }), undefined)
  })

  test('is a moment where a moment was', () => {
    assert.deepEqual(changing('grade', { nextReview: 'soon' }), refused('nextReview'))
    assert.equal(changing('grade', { nextReview: '2026-03-29T07:30:00.000Z' }), undefined)
    assert.equal(changing('rang his mobile', { outcome: 'soon' }), undefined)
  })

  test('is looked at before what would follow from it', () => {
    assert.deepEqual(changing('review', { nextReview: '2026-03-29T09:00:00.000Z' }), refused('nextReview'))
  })
})

suite('a reason that tells of other times', () => {
  const told = after(
    aChildBackInTheMorning(),
    entry('threshold-assessed', '2026-03-28T21:43', { worriedNow: true }, { id: 'worried' }),
    entry('risk-view-given', '2026-03-28T23:00', { level: 'high' }, { id: 'view' }),
    entry('harm-considered', '2026-03-29T10:00', { answer: 'at-risk' }, { id: 'harm' }),
    entry('significance-considered', '2026-03-29T11:00', { significant: true }, { id: 'significance' }),
  )
  const field = {
    worried: { why: 'It is cold' },
    view: { reason: 'He was threatened on Friday' },
    harm: { reason: 'The threat on Friday' },
    significance: { reason: 'He has not been asked about his sister' },
    'told the duty team': { told: { kind: 'told', who: 'Ada Quill', means: 'telephone' } },
  }
  for (const [corrects, changes] of Object.entries(field))
    test(`is no matter where what is said is for more: ${corrects}`, () => {
      const body = {
        corrects: entryId(corrects),
        changes,
        reason: 'She usually comes back',
        evidence: 'A log',
      }
      assert.equal(refusalOf(told, entry('entry-corrected', '2026-04-01T09:00', body)), undefined)
    })
})

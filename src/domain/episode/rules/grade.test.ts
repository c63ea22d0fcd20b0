import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../../test/support/cast.ts'
import { aChildMissingOvernight, after, at, entry, entryId } from '../../../../test/support/chronology.ts'
import { acceptedEntry, refusalOf } from '../../../../test/support/deciding.ts'
import type { EpisodeBodies, RiskLevel } from '../entries.ts'

/** Graded medium at 22:50. */
const missing = aChildMissingOvernight()

function grade(level: RiskLevel, body: Partial<EpisodeBodies['risk-assessed']> = {}, by = cast.police) {
  return entry('risk-assessed', '2026-03-29T02:00', { level, ...body }, { by })
}

suite('a grade', () => {
  test('is police’s to give: anyone else is refused', () => {
    for (const by of [cast.carer, cast['social-worker'], cast['duty-team'], cast['missing-service']])
      assert.deepEqual(refusalOf(missing, grade('high', { supervisor: 'Aoife Brennan' }, by)), {
        kind: 'police-grade-risk',
      })
    assert.equal(refusalOf(missing, grade('medium')), undefined)
  })

  test('is one of the levels that the force uses', () => {
    const levels = ['medium', 'high']
    assert.deepEqual(refusalOf(missing, grade('low', { supervisor: 'Aoife Brennan' }), { levels }), {
      kind: 'not-a-level-of-this-force',
      levels,
    })
    assert.equal(refusalOf(missing, grade('medium'), { levels }), undefined)
  })

  test('is reviewed after it was given, not at the same minute', () => {
    assert.deepEqual(refusalOf(missing, grade('medium', { nextReview: at('2026-03-29T02:00') })), {
      kind: 'review-not-after-grade',
    })
    assert.equal(refusalOf(missing, grade('medium', { nextReview: at('2026-03-29T02:01') })), undefined)
  })

  test('of high needs a supervisor, who is named', () => {
    for (const supervisor of [{}, { supervisor: '' }, { supervisor: '  ' }])
      assert.deepEqual(refusalOf(missing, grade('high', supervisor)), {
        kind: 'supervisor-needed',
        because: 'high',
      })
    assert.equal(refusalOf(missing, grade('high', { supervisor: 'Aoife Brennan' })), undefined)
  })

  test('lower than the one before needs a supervisor, and the same or a higher one does not', () => {
    assert.deepEqual(refusalOf(missing, grade('low')), { kind: 'supervisor-needed', because: 'lower' })
    assert.deepEqual(refusalOf(missing, grade('no-apparent-risk')), {
      kind: 'supervisor-needed',
      because: 'lower',
    })
    assert.equal(refusalOf(missing, grade('low', { supervisor: 'Aoife Brennan' })), undefined)
    assert.equal(refusalOf(missing, grade('medium')), undefined)
  })

  test('is lower than the one that stood when it was given, not than a later one', () => {
    const raised = after(
      missing,
      entry('risk-assessed', '2026-03-29T03:00', { level: 'high', supervisor: 'Aoife Brennan' }),
    )
    assert.equal(refusalOf(raised, grade('medium')), undefined)
    const later = entry('risk-assessed', '2026-03-29T03:00', { level: 'medium' })
    assert.deepEqual(refusalOf(raised, later), { kind: 'supervisor-needed', because: 'lower' })
  })

  test('that is the first may be low without a supervisor', () => {
    const ungraded = missing.slice(0, -1)
    assert.equal(refusalOf(ungraded, grade('low')), undefined)
  })

  test('by a supervisor names that supervisor', () => {
    const accepted = acceptedEntry(missing, grade('high', {}, cast['police-supervisor']))
    assert.ok(accepted.type === 'risk-assessed')
    assert.equal(accepted.body.supervisor, 'Aoife Brennan')
    const named = acceptedEntry(
      missing,
      grade('high', { supervisor: 'Inspector Vale' }, cast['police-supervisor']),
    )
    assert.ok(named.type === 'risk-assessed')
    assert.equal(named.body.supervisor, 'Inspector Vale')
    const plain = acceptedEntry(missing, grade('medium'))
    assert.ok(!('supervisor' in plain.body))
  })
})

suite('history', () => {
  const excuse = { reason: 'He usually comes back', supervisor: 'Aoife Brennan' }
  const refusal = { kind: 'history-is-no-reason', phrase: 'usually comes back' }

  test('is refused as a reason for every grade below high, a first medium and the same one again included', () => {
    const ungraded = missing.slice(0, -1)
    const high = after(missing, entry('risk-assessed', '2026-03-29T00:00', { level: 'high' }))
    for (const level of ['medium', 'low', 'no-apparent-risk'] as const) {
      assert.deepEqual(refusalOf(ungraded, grade(level, excuse)), refusal)
      assert.deepEqual(refusalOf(missing, grade(level, excuse)), refusal)
    }
    assert.deepEqual(refusalOf(high, grade('medium', excuse)), refusal)
  })

  test('is never refused as a reason for high', () => {
    const ungraded = missing.slice(0, -1)
    assert.equal(refusalOf(missing, grade('high', excuse)), undefined)
    assert.equal(refusalOf(ungraded, grade('high', excuse)), undefined)
  })

  test('is refused in every field that gives the reasons', () => {
    const supervisor = 'Aoife Brennan'
    for (const body of [
      { accountOf: 'Staff: he always returns' },
      { firstActions: 'None, he always returns' },
      { indicators: ['Cold', 'He always returns'] },
    ])
      assert.deepEqual(refusalOf(missing, grade('low', { supervisor, ...body })), {
        kind: 'history-is-no-reason',
        phrase: 'always returns',
      })
  })

  test('is refused as a reason for a longer clock', () => {
    // The grade before gave nine hours and ten minutes less the hour that the clocks took.
    const same = { ...excuse, nextReview: at('2026-03-29T10:10') }
    const longer = { ...excuse, nextReview: at('2026-03-29T10:11') }
    const { supervisor } = excuse
    assert.equal(refusalOf(missing, grade('high', same)), undefined)
    assert.deepEqual(refusalOf(missing, grade('high', longer)), refusal)
    assert.equal(
      refusalOf(missing, grade('high', { supervisor, nextReview: at('2026-03-29T10:11') })),
      undefined,
    )
  })

  test('is refused where others say that there is little risk, nobody need be told or nothing be done', () => {
    const because = 'She always comes back'
    const when = '2026-03-29T02:00'
    const phrase = 'always comes back'
    for (const draft of [
      entry('threshold-assessed', when, { worriedNow: false, why: because }),
      entry('risk-view-given', when, { level: 'low', reason: because }),
      entry('risk-view-given', when, { level: 'no-apparent-risk', reason: because }),
      entry('agency-informed', when, { told: { kind: 'not-told', because } }),
      entry('harm-considered', when, { answer: 'neither', reason: because }),
      entry('significance-considered', when, { significant: false, reason: because }),
    ])
      assert.deepEqual(refusalOf(missing, draft), { kind: 'history-is-no-reason', phrase }, draft.type)
    const back = after(missing, entry('returned', '2026-03-29T07:10'))
    for (const draft of [
      entry('prevention-check-not-possible', '2026-03-29T08:00', { because }),
      entry('episode-closed', '2026-03-29T08:00', { leftOpen: { 'return-interview': because } }),
    ])
      assert.deepEqual(refusalOf(back, draft), { kind: 'history-is-no-reason', phrase }, draft.type)
  })

  test('is never read where something is for more', () => {
    const because = 'She always comes back'
    const when = '2026-03-29T02:00'
    for (const draft of [
      entry('threshold-assessed', when, { worriedNow: true, why: because }),
      entry('risk-view-given', when, { level: 'medium', reason: because }),
      entry('harm-considered', when, { answer: 'at-risk', reason: because }),
      entry('significance-considered', when, { significant: true, reason: because }),
      entry('agency-informed', when, { told: { kind: 'told', who: because, means: 'telephone' } }),
      entry('note-added', when, { text: because }),
      entry('grade-challenged', when, { reason: because }),
    ])
      assert.equal(refusalOf(missing, draft), undefined, draft.type)
  })

  test('without words is no history: a worry may be answered "no" with no reason', () => {
    assert.equal(
      refusalOf(missing, entry('threshold-assessed', '2026-03-29T02:00', { worriedNow: false })),
      undefined,
    )
  })
})

suite('an answer', () => {
  const challenged = after(missing, entry('grade-challenged', '2026-03-28T23:00', {}, { id: 'challenge' }))
  const answer = (challenge: string) =>
    entry('challenge-answered', '2026-03-28T23:30', { challenge: entryId(challenge) })

  test('to a challenge names the challenge', () => {
    assert.equal(refusalOf(challenged, answer('challenge')), undefined)
    assert.deepEqual(refusalOf(challenged, answer('grade')), { kind: 'not-a-challenge' })
    assert.deepEqual(refusalOf(challenged, answer('nothing')), {
      kind: 'no-such-entry',
      entry: entryId('nothing'),
    })
  })

  test('to a challenge does not leave a grade as it was because of history', () => {
    const excuse = entry('challenge-answered', '2026-03-28T23:30', {
      challenge: entryId('challenge'),
      answer: 'He always comes back by himself',
    })
    assert.equal(refusalOf(challenged, excuse)?.kind, 'history-is-no-reason')
  })

  test('is not to a challenge that was recorded in error', () => {
    const scope = { kind: 'entry' as const, entry: entryId('challenge') }
    const undone = after(challenged, entry('recorded-in-error', '2026-03-28T23:10', { scope }))
    assert.deepEqual(refusalOf(undone, answer('challenge')), { kind: 'not-a-challenge' })
  })

  test('to a question names one that was asked, or none', () => {
    const asked = after(missing, entry('asked', '2026-03-28T23:00', {}, { id: 'question' }))
    const of = (question: string) =>
      entry('answered', '2026-03-28T23:05', { question: 'clothing', asked: entryId(question) })
    assert.equal(refusalOf(asked, of('question')), undefined)
    assert.deepEqual(refusalOf(asked, of('report')), { kind: 'no-such-entry', entry: entryId('report') })
    assert.deepEqual(refusalOf(asked, of('nothing')), { kind: 'no-such-entry', entry: entryId('nothing') })
  })
})

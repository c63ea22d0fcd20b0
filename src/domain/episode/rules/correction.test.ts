import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../../test/support/cast.ts'
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
import type { Chronology, EpisodeBodies } from '../entries.ts'
import type { Author } from '../entry.ts'

const back = aChildBackInTheMorning()

type Correcting = Omit<Partial<EpisodeBodies['entry-corrected']>, 'corrects' | 'occurred'>

function correct(id: string, to: string | undefined, body: Correcting = {}, by: Author = cast.carer) {
  const occurred = to === undefined ? {} : { occurred: { at: at(to), precision: 'minute' as const } }
  return entry('entry-corrected', '2026-04-01T09:00', { corrects: entryId(id), ...occurred, ...body }, { by })
}

suite('a correction', () => {
  test('names an entry of this episode', () => {
    assert.deepEqual(refusalOf(back, correct('nothing', '2026-03-29T07:00')), {
      kind: 'no-such-entry',
      entry: entryId('nothing'),
    })
  })

  test('changes something: a time, a precision or words', () => {
    const nothing = { kind: 'corrects-nothing' }
    assert.deepEqual(refusalOf(back, correct('return', undefined)), nothing)
    assert.deepEqual(refusalOf(back, correct('return', undefined, { changes: {} })), nothing)
    assert.deepEqual(refusalOf(back, correct('return', '2026-03-29T07:10')), nothing)
    assert.deepEqual(refusalOf(back, correct('return', undefined, { changes: { to: 'Fernside' } })), nothing)
    assert.equal(refusalOf(back, correct('return', '2026-03-29T07:09')), undefined)
    assert.equal(refusalOf(back, correct('return', undefined, { changes: { to: 'School' } })), undefined)
    const about = entry('entry-corrected', '2026-04-01T09:00', {
      corrects: entryId('return'),
      occurred: { at: at('2026-03-29T07:10'), precision: 'about' },
    })
    assert.equal(refusalOf(back, about), undefined)
  })

  test('is measured against what stands now, not against the first words', () => {
    const corrected = after(back, correct('return', '2026-03-29T07:05'))
    assert.equal(refusalOf(corrected, correct('return', '2026-03-29T07:10')), undefined)
    assert.deepEqual(refusalOf(corrected, correct('return', '2026-03-29T07:05')), {
      kind: 'corrects-nothing',
    })
  })

  test('is not itself corrected, and neither is a void', () => {
    const corrected = after(
      back,
      entry('entry-corrected', '2026-03-29T09:00', { corrects: entryId('return') }, { id: 'correction' }),
      entry(
        'recorded-in-error',
        '2026-03-29T09:00',
        { scope: { kind: 'entry', entry: entryId('rang his mobile') } },
        { id: 'void' },
      ),
    )
    for (const id of ['correction', 'void'])
      assert.deepEqual(refusalOf(corrected, correct(id, '2026-03-29T08:00')), {
        kind: 'corrects-a-correction',
      })
  })

  test('touches only fields that may be said anew', () => {
    for (const [id, field] of [
      ['concern', 'reference'],
      ['concern', 'subject'],
      ['concern', 'editions'],
      ['concern', 'partnership'],
      ['return', 'invented'],
      ['return', 'worriedNow'],
    ] as const)
      assert.deepEqual(refusalOf(back, correct(id, undefined, { changes: { [field]: 'x' } })), {
        kind: 'not-a-field',
        field,
      })
    assert.equal(
      refusalOf(back, correct('concern', undefined, { changes: { expectedAt: 'School' } })),
      undefined,
    )
  })

  test('puts nothing in a field that is not of its kind', () => {
    const says: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
      ['grade', { reason: 5 }],
      ['grade', { indicators: 'Cold night' }],
      ['grade', { nextReview: 'soon' }],
      ['told the duty team', { told: null }],
      ['report', { police: undefined }],
    ]
    for (const [id, changes] of says) {
      const draft = entry(
        'entry-corrected',
        '2026-03-29T09:00',
        { corrects: entryId(id), changes, evidence: 'A log' },
        { by: cast['police-supervisor'] },
      )
      const [field] = Object.keys(changes)
      assert.deepEqual(refusalOf(aChildMissingOvernight(), draft), { kind: 'not-a-field', field })
    }
  })

  test('cannot lay open what stands apart: intelligence, or a child’s words', () => {
    const told = after(back, entry('information-received', '2026-03-29T08:00', {}, { id: 'information' }))
    assert.deepEqual(refusalOf(told, correct('information', undefined, { changes: { intelligence: 'x' } })), {
      kind: 'not-a-field',
      field: 'intelligence',
    })
  })
})

suite('a corrected time later than its recording', () => {
  const late = after(
    aChildMissingOvernight(),
    entry('returned', '2026-03-29T07:10', {}, { id: 'return', recorded: '2026-03-29T07:30' }),
  )

  test('is refused: nobody writes down what has not happened yet', () => {
    assert.deepEqual(refusalOf(late, correct('return', '2026-03-29T07:31')), {
      kind: 'later-than-recorded',
      recorded: at('2026-03-29T07:30'),
    })
    assert.equal(refusalOf(late, correct('return', '2026-03-29T07:30')), undefined)
  })

  test('is not refused once the original is marked as recorded in error', () => {
    const scope = { kind: 'entry' as const, entry: entryId('return') }
    const undone = after(late, entry('recorded-in-error', '2026-03-29T08:00', { scope }))
    assert.equal(refusalOf(undone, correct('return', '2026-03-29T07:31')), undefined)
    assert.equal(refusalOf(undone, entry('returned', '2026-03-29T07:31')), undefined)
  })
})

suite('a correction says nothing that could not have been said at first', () => {
  test('a return is not moved before the last sighting', () => {
    assert.deepEqual(refusalOf(back, correct('return', '2026-03-29T06:19')), {
      kind: 'before-the-last-sighting',
      lastSeen: at('2026-03-29T06:20'),
    })
    assert.equal(refusalOf(back, correct('return', '2026-03-29T06:20')), undefined)
  })

  test('a sighting or a report is not moved behind the return', () => {
    const late = after(
      aChildMissingOvernight(),
      entry('located', '2026-03-29T06:20', {}, { id: 'located', recorded: '2026-03-29T12:00' }),
      entry('returned', '2026-03-29T07:10', {}, { id: 'return', recorded: '2026-03-29T12:00' }),
    )
    assert.deepEqual(refusalOf(late, correct('located', '2026-03-29T07:11')), { kind: 'already-returned' })
    assert.equal(refusalOf(late, correct('located', '2026-03-29T07:10')), undefined)
  })

  test('nothing is moved before the concern, and the concern not behind anything', () => {
    assert.deepEqual(refusalOf(back, correct('report', '2026-03-28T21:39')), { kind: 'before-the-concern' })
    const late = given(
      entry('concern-raised', '2026-03-28T21:40', {}, { id: 'concern', recorded: '2026-03-28T23:00' }),
      entry('reported-missing', '2026-03-28T22:15', {}, { recorded: '2026-03-28T23:00' }),
      entry('action-taken', '2026-03-28T21:50', {}, { recorded: '2026-03-28T23:00' }),
    )
    assert.deepEqual(refusalOf(late, correct('concern', '2026-03-28T22:16')), { kind: 'before-the-concern' })
    assert.equal(refusalOf(late, correct('concern', '2026-03-28T22:15')), undefined)
  })

  test('a concern may be moved earlier', () => {
    assert.equal(refusalOf(back, correct('concern', '2026-03-28T21:00')), undefined)
  })

  test('a worry that is a day old still came before the return', () => {
    assert.equal(refusalOf(aChildBackBeforeAnyReport(), correct('worry', '2026-03-28T21:41')), undefined)
  })

  test('a grade is corrected by police alone, with a supervisor for less', () => {
    const lower = { changes: { level: 'low' } }
    assert.deepEqual(refusalOf(back, correct('grade', undefined, { changes: { reason: 'Other' } })), {
      kind: 'police-grade-risk',
    })
    assert.equal(
      refusalOf(back, correct('grade', undefined, { changes: { reason: 'Other' } }, cast.police)),
      undefined,
    )
    assert.deepEqual(refusalOf(back, correct('grade', undefined, lower, cast.police)), {
      kind: 'supervisor-needed',
      because: 'lower',
    })
    const graded = after(
      aChildMissingOvernight(),
      entry('risk-assessed', '2026-03-29T03:00', { nextReview: at('2026-03-29T12:00') }, { id: 'second' }),
    )
    assert.deepEqual(refusalOf(graded, correct('second', undefined, lower, cast.police)), {
      kind: 'supervisor-needed',
      because: 'lower',
    })
    const named = { changes: { level: 'low', supervisor: 'Aoife Brennan' } }
    assert.equal(refusalOf(graded, correct('second', undefined, named, cast.police)), undefined)
    assert.equal(refusalOf(graded, correct('second', undefined, lower, cast['police-supervisor'])), undefined)
    assert.deepEqual(
      refusalOf(graded, correct('second', undefined, lower, cast.police), { levels: ['high'] }),
      {
        kind: 'not-a-level-of-this-force',
        levels: ['high'],
      },
    )
    const review = { changes: { nextReview: at('2026-03-29T03:00') } }
    assert.deepEqual(refusalOf(graded, correct('second', undefined, review, cast.police)), {
      kind: 'review-not-after-grade',
    })
  })

  test('history is no reason for a correction to less either, and may stand in one to more', () => {
    const excuse = 'He usually comes back'
    const refusal = { kind: 'history-is-no-reason', phrase: 'usually comes back' }
    const calm = (body: Correcting) =>
      correct('worry', undefined, {
        evidence: 'Log',
        ...body,
        changes: { worriedNow: false, ...body.changes },
      })
    assert.deepEqual(refusalOf(back, calm({ changes: { why: excuse } })), refusal)
    assert.deepEqual(refusalOf(back, calm({ changes: { why: 'Bus late' }, reason: excuse })), refusal)
    assert.equal(refusalOf(back, calm({ changes: { why: 'Bus late' } })), undefined)
    const lower = { level: 'low', supervisor: 'Aoife Brennan' }
    const regrade = (changes: object) =>
      refusalOf(back, correct('grade', undefined, { changes: { ...changes }, reason: excuse }, cast.police))
    assert.deepEqual(regrade(lower), refusal)
    assert.equal(regrade({ level: 'high', supervisor: 'Aoife Brennan' }), undefined)
    const more = correct('worry', undefined, { changes: { why: 'Threat' }, reason: excuse })
    assert.equal(refusalOf(back, more), undefined)
  })

  test('an interview stays one by someone independent', () => {
    const held = after(
      back,
      entry('interview-offered', '2026-03-29T12:00'),
      entry('interview-held', '2026-03-30T16:00', {}, { id: 'interview' }),
      entry('interview-declined', '2026-03-29T12:10', {}, { id: 'declined' }),
    )
    const change = (id: string, changes: Readonly<Record<string, unknown>>) =>
      refusalOf(held, correct(id, undefined, { changes }))
    assert.deepEqual(change('interview', { caresForChild: true }), { kind: 'cares-for-the-child' })
    assert.deepEqual(change('interview', { allocatedWorker: true }), {
      kind: 'allocated-worker-needs-reason',
    })
    assert.deepEqual(change('declined', { childsOwnAnswer: false }), { kind: 'not-the-childs-own-answer' })
    assert.deepEqual(refusalOf(held, correct('declined', '2026-03-29T11:30')), {
      kind: 'interview-not-offered',
    })
    assert.deepEqual(refusalOf(held, correct('interview', '2026-03-29T06:19')), { kind: 'not-returned' })
  })

  test('an act towards the child is not moved behind the death', () => {
    const died: Chronology = after(
      aChildMissingOvernight(),
      entry('located', '2026-03-29T06:20', { outcome: 'hospital' }),
      entry('prevention-check-done', '2026-03-29T08:00', {}, { id: 'check', recorded: '2026-03-29T12:00' }),
      entry(
        'located',
        '2026-03-29T08:30',
        { outcome: 'died' },
        { id: 'death', recorded: '2026-03-29T12:00' },
      ),
    )
    assert.deepEqual(refusalOf(died, correct('check', '2026-03-29T08:30')), { kind: 'has-died' })
    assert.equal(refusalOf(died, correct('check', '2026-03-29T08:29')), undefined)
    assert.equal(refusalOf(died, correct('death', '2026-03-29T08:20', {}, cast.police)), undefined)
  })

  test('only police make a report one that they accepted; its other words anyone may correct', () => {
    const accepted = { changes: { police: { kind: 'accepted', post: cast.police.post } } }
    assert.deepEqual(refusalOf(back, correct('report', undefined, accepted)), {
      kind: 'police-accept-reports',
    })
    assert.equal(refusalOf(back, correct('report', undefined, accepted, cast.police)), undefined)
    const theirs = after(
      given(entry('concern-raised', '2026-03-28T21:40')),
      entry(
        'reported-missing',
        '2026-03-28T22:15',
        { police: { kind: 'accepted', post: cast.police.post } },
        { id: 'report', by: cast.police },
      ),
    )
    const account = correct('report', undefined, { changes: { account: 'In the blue coat' } })
    assert.equal(refusalOf(theirs, account), undefined)
  })
})

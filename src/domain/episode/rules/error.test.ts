import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../../test/support/cast.ts'
import {
  aChildBackBeforeAnyReport,
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  entry,
  entryId,
} from '../../../../test/support/chronology.ts'
import { acceptedEntry, refusalOf, thenAccepted } from '../../../../test/support/deciding.ts'
import { awaitingSecond } from '../awaiting-second.ts'
import type { Author } from '../entry.ts'
import { episodeOf } from '../evolve.ts'

const missing = aChildMissingOvernight()
const back = aChildBackInTheMorning()

function inError(id: string, by: Author = cast.carer, reason = 'It is about another child') {
  const scope = { kind: 'entry' as const, entry: entryId(id) }
  return entry('recorded-in-error', '2026-03-30T09:00', { scope, reason }, { by, id: `void ${id}` })
}

suite('an entry recorded in error', () => {
  test('is an entry of this episode', () => {
    assert.deepEqual(refusalOf(back, inError('nothing')), {
      kind: 'no-such-entry',
      entry: entryId('nothing'),
    })
  })

  test('is not the concern: without it there is no episode', () => {
    assert.deepEqual(refusalOf(back, inError('concern')), { kind: 'concern-is-the-episode' })
  })

  test('is so once', () => {
    const undone = after(back, inError('return'))
    assert.deepEqual(refusalOf(undone, inError('return')), { kind: 'corrects-nothing' })
  })

  test('may be anything else', () => {
    for (const id of [
      'last seen',
      'worry',
      'rang his mobile',
      'report',
      'told the duty team',
      'located',
      'return',
    ])
      assert.equal(refusalOf(back, inError(id)), undefined, id)
  })

  test('takes the report away, and then nobody has told police', () => {
    const untold = episodeOf(thenAccepted(missing, inError('report')))
    assert.equal(untold.reported, undefined)
    assert.equal(untold.response, 'concern')
  })

  test('whose void would remove a breach counts until a second person agrees', () => {
    const waiting = thenAccepted(back, inError('return'), { removesBreach: true })
    assert.equal(episodeOf(waiting).response, 'returned')
    assert.deepEqual(
      awaitingSecond(waiting).map(({ id }) => id),
      [entryId('void return')],
    )
    const of = { kind: 'entry' as const, entry: entryId('void return') }
    const by = (author: Author) => entry('acknowledged', '2026-03-30T10:00', { of }, { by: author })
    assert.deepEqual(refusalOf(waiting, by(cast.carer)), { kind: 'second-person-needed' })
    const agreed = thenAccepted(waiting, by(cast.police))
    assert.equal(episodeOf(agreed).response, 'reported')
    assert.deepEqual(awaitingSecond(agreed), [])
  })

  test('that would stop a clock counts on until a second person agrees', () => {
    const waiting = thenAccepted(missing, inError('report'), { loosens: true })
    assert.equal(episodeOf(waiting).response, 'reported')
    assert.deepEqual(
      awaitingSecond(waiting).map(({ id }) => id),
      [entryId('void report')],
    )
  })

  test('waits for a second person only where the rules say so, not where the caller does', () => {
    const asked = entry('recorded-in-error', '2026-03-30T09:00', {
      scope: { kind: 'entry', entry: entryId('return') },
      needsSecond: true,
    })
    assert.ok(!('needsSecond' in acceptedEntry(back, asked).body))
  })
})

suite('a whole episode recorded in error', () => {
  const whole = (body = {}) => entry('recorded-in-error', '2026-03-30T09:00', body, { id: 'whole' })
  const of = { kind: 'entry' as const, entry: entryId('whole') }
  const agrees = entry('acknowledged', '2026-03-30T10:00', { of }, { by: cast.police, id: 'agrees' })

  test('of which police were told ends nothing until a second person agrees', () => {
    const waiting = thenAccepted(missing, whole())
    assert.equal(episodeOf(waiting).voided, false)
    assert.equal(episodeOf(waiting).spells.length, 1)
    assert.deepEqual(
      awaitingSecond(waiting).map(({ id }) => id),
      [entryId('whole')],
    )
    const alone = entry('acknowledged', '2026-03-30T10:00', { of }, { by: cast.carer })
    assert.deepEqual(refusalOf(waiting, alone), { kind: 'second-person-needed' })
    const agreed = thenAccepted(waiting, agrees)
    assert.equal(episodeOf(agreed).voided, true)
    assert.deepEqual(episodeOf(agreed).spells, [])
    assert.deepEqual(awaitingSecond(agreed), [])
  })

  test('that nobody reported is so at once, unless a breach would be gone', () => {
    const unreported = aChildBackBeforeAnyReport()
    assert.equal(episodeOf(thenAccepted(unreported, whole({ needsSecond: true }))).voided, true)
    assert.equal(episodeOf(thenAccepted(unreported, whole(), { removesBreach: true })).voided, false)
  })

  test('that waits can be taken back by marking it in turn', () => {
    const waiting = thenAccepted(missing, whole())
    const back = thenAccepted(waiting, inError('whole'))
    assert.deepEqual(awaitingSecond(back), [])
    assert.equal(episodeOf(thenAccepted(back, agrees)).voided, false)
  })

  test('takes nothing else while it waits: the search goes on', () => {
    const waiting = thenAccepted(missing, whole())
    assert.equal(refusalOf(waiting, entry('information-received', '2026-03-30T09:30')), undefined)
    assert.deepEqual(
      refusalOf(thenAccepted(waiting, agrees), entry('information-received', '2026-03-30T10:30')),
      {
        kind: 'voided',
      },
    )
  })
})

suite('a grade recorded in error', () => {
  const raised = after(
    missing,
    entry(
      'risk-assessed',
      '2026-03-29T03:00',
      { level: 'high', supervisor: 'Aoife Brennan' },
      { id: 'high' },
    ),
  )

  test('is for police to say', () => {
    assert.deepEqual(refusalOf(raised, inError('high')), { kind: 'police-grade-risk' })
    assert.deepEqual(refusalOf(raised, inError('high', cast['social-worker'])), { kind: 'police-grade-risk' })
  })

  test('is for a supervisor to say where a lower grade or none would be left', () => {
    const needed = { kind: 'supervisor-needed', because: 'lower' }
    assert.deepEqual(refusalOf(raised, inError('high', cast.police)), needed)
    assert.deepEqual(refusalOf(missing, inError('grade', cast.police)), needed)
    assert.equal(refusalOf(raised, inError('high', cast['police-supervisor'])), undefined)
  })

  test('needs no supervisor where the grade stays or rises', () => {
    assert.equal(refusalOf(raised, inError('grade', cast.police)), undefined)
    const lowered = after(
      raised,
      entry(
        'risk-assessed',
        '2026-03-29T04:00',
        { level: 'low', supervisor: 'Aoife Brennan' },
        { id: 'low' },
      ),
    )
    assert.equal(refusalOf(lowered, inError('low', cast.police)), undefined)
  })

  test('is not in error because of history', () => {
    const excuse = 'He usually comes back'
    assert.deepEqual(refusalOf(raised, inError('high', cast['police-supervisor'], excuse)), {
      kind: 'history-is-no-reason',
      phrase: 'usually comes back',
    })
    assert.equal(refusalOf(raised, inError('grade', cast.police, excuse)), undefined)
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast, idFor } from '../../../../test/support/cast.ts'
import {
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
  entryId,
} from '../../../../test/support/chronology.ts'
import { refusalOf } from '../../../../test/support/deciding.ts'

const missing = aChildMissingOvernight()
const back = aChildBackInTheMorning()
const wholeEpisode = { scope: { kind: 'episode' as const } }
const only = (id: string) => ({ scope: { kind: 'entry' as const, entry: entryId(id) } })
const elsewhere = idFor<'episode'>('elsewhere')

suite('bringing an absence back to life', () => {
  const other = { openElsewhere: elsewhere }
  const refusal = { kind: 'already-open', episode: elsewhere }

  test('is refused beside another that is open', () => {
    const voided = after(
      missing,
      entry('recorded-in-error', '2026-03-29T02:30', wholeEpisode, { id: 'void' }),
    )
    const died = after(
      missing,
      entry('located', '2026-03-29T06:20', { outcome: 'died' }),
      entry('episode-closed', '2026-04-01T09:00'),
    )
    const undoReturn = entry('recorded-in-error', '2026-04-02T10:00', only('return'))
    const undoVoid = entry('recorded-in-error', '2026-04-02T10:00', only('void'))
    const unsafe = entry('entry-corrected', '2026-04-02T10:00', {
      corrects: entryId('return'),
      changes: { placeOfSafety: false },
      evidence: 'The officer’s log',
    })
    assert.deepEqual(refusalOf(back, undoReturn, other), refusal)
    assert.deepEqual(refusalOf(voided, undoVoid, other), refusal)
    const reopened = entry('episode-reopened', '2026-04-02T10:00')
    assert.equal(refusalOf(died, reopened, other), undefined, 'nobody is looked for in it')
    assert.equal(refusalOf(back, unsafe, other), undefined, 'it waits for a second person')
    assert.equal(refusalOf(back, undoReturn), undefined)
  })

  test('is refused to the second person too', () => {
    const waiting = after(
      back,
      entry(
        'entry-corrected',
        '2026-04-02T10:00',
        { corrects: entryId('return'), changes: { placeOfSafety: false }, needsSecond: true },
        { id: 'unsafe' },
      ),
    )
    const of = { kind: 'entry' as const, entry: entryId('unsafe') }
    const second = entry('acknowledged', '2026-04-02T11:00', { of }, { by: cast.police })
    assert.deepEqual(refusalOf(waiting, second, other), refusal)
    assert.equal(refusalOf(waiting, second), undefined)
  })

  test('does not stop what is open already, or what opens nothing', () => {
    assert.equal(refusalOf(missing, entry('note-added', '2026-04-02T10:00'), other), undefined)
    assert.equal(refusalOf(back, entry('note-added', '2026-04-02T10:00'), other), undefined)
    const closed = after(back, entry('episode-closed', '2026-04-01T09:00'))
    assert.equal(refusalOf(closed, entry('episode-reopened', '2026-04-02T10:00'), other), undefined)
  })

  test('behind a closed door is refused: it is reopened first', () => {
    const closed = after(back, entry('episode-closed', '2026-04-01T09:00'))
    const undo = entry('recorded-in-error', '2026-04-02T10:00', only('return'))
    assert.deepEqual(refusalOf(closed, undo), { kind: 'closed' })
    assert.equal(refusalOf(after(closed, entry('episode-reopened', '2026-04-01T10:00')), undo), undefined)
  })
})

suite('closing again what was reopened', () => {
  const reopened = after(
    back,
    entry('episode-closed', '2026-04-01T09:00'),
    entry('episode-reopened', '2026-04-01T10:00', {}, { id: 'reopened' }),
  )
  const stillOwed = [{ duty: 'return-interview', title: 'Hold the independent return interview' }]
  const undo = entry('recorded-in-error', '2026-04-02T10:00', only('reopened'))

  test('by taking the reopening back is refused while something is owed without a reason', () => {
    assert.deepEqual(refusalOf(reopened, undo, { stillOwed }), { kind: 'duties-open', duties: stillOwed })
    const before = entry('entry-corrected', '2026-04-02T10:00', {
      corrects: entryId('reopened'),
      occurred: { at: at('2026-04-01T08:30'), precision: 'minute' },
      evidence: 'A log',
    })
    const waiting = after(reopened, {
      ...before,
      body: { ...before.body, needsSecond: true },
    } as typeof before)
    const second = entry(
      'acknowledged',
      '2026-04-02T11:00',
      { of: { kind: 'entry', entry: before.id } },
      { by: cast['team-manager'] },
    )
    assert.deepEqual(refusalOf(waiting, second, { stillOwed }), { kind: 'duties-open', duties: stillOwed })
  })

  test('is possible when nothing is owed, and an undoing that closes nothing is not asked', () => {
    assert.equal(refusalOf(reopened, undo), undefined)
    const other = entry('recorded-in-error', '2026-04-02T10:00', only('rang his mobile'))
    assert.equal(refusalOf(reopened, other, { stillOwed }), undefined)
  })
})

suite('closing again an episode whose return was taken back meanwhile', () => {
  const lost = after(
    back,
    entry('episode-closed', '2026-04-01T09:00'),
    entry('episode-reopened', '2026-04-01T10:00', {}, { id: 'reopened' }),
    entry('recorded-in-error', '2026-04-01T11:00', only('return')),
  )

  test('is refused, though nothing is owed: the child is not back', () => {
    const undo = entry('recorded-in-error', '2026-04-02T10:00', only('reopened'))
    assert.deepEqual(refusalOf(lost, undo), { kind: 'not-returned' })
  })

  test('is refused to the second person too, where a correction of its time waits', () => {
    const before = entry(
      'entry-corrected',
      '2026-04-01T12:00',
      {
        corrects: entryId('reopened'),
        occurred: { at: at('2026-04-01T08:30'), precision: 'minute' },
        evidence: 'A log',
        needsSecond: true,
      },
      { id: 'before' },
    )
    const of = { kind: 'entry' as const, entry: entryId('before') }
    const second = entry('acknowledged', '2026-04-02T11:00', { of }, { by: cast['team-manager'] })
    assert.deepEqual(refusalOf(after(lost, before), second), { kind: 'not-returned' })
  })

  test('is no reason to refuse a correction in an episode that stays open, or stays closed', () => {
    const words = { corrects: entryId('rang his mobile'), changes: { outcome: 'It rang out' } }
    assert.equal(refusalOf(lost, entry('entry-corrected', '2026-04-02T10:00', words)), undefined)
    const stillOwed = [{ duty: 'return-interview', title: 'Hold the independent return interview' }]
    const closed = after(back, entry('episode-closed', '2026-04-01T09:00'))
    assert.equal(
      refusalOf(closed, entry('entry-corrected', '2026-04-02T10:00', words), { stillOwed }),
      undefined,
    )
  })
})

suite('owing something again', () => {
  const closed = after(back, entry('episode-closed', '2026-04-01T09:00'))
  const undo = entry('recorded-in-error', '2026-04-02T10:00', only('located'))

  test('is refused in a closed episode: it is reopened first', () => {
    const refusal = { kind: 'closed' }
    const told = entry('agency-informed', '2026-04-02T10:00')
    const changed = entry('entry-corrected', '2026-04-02T10:00', {
      corrects: entryId('located'),
      changes: { where: 'Ward 4' },
    })
    for (const draft of [undo, told, changed])
      assert.deepEqual(refusalOf(closed, draft, { owedAfter: true }), refusal, draft.type)
    assert.equal(refusalOf(closed, undo), undefined)
  })

  test('is what reopening is for, and is ordinary while the episode is open', () => {
    const reopened = entry('episode-reopened', '2026-04-02T10:00')
    assert.equal(refusalOf(closed, reopened, { owedAfter: true }), undefined)
    assert.equal(refusalOf(back, undo, { owedAfter: true }), undefined)
  })
})

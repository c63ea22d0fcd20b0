import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../../test/support/cast.ts'
import {
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
  entryId,
  theEpisode,
} from '../../../../test/support/chronology.ts'
import { acceptedEntry, ordinaryCircumstances, refusalOf } from '../../../../test/support/deciding.ts'
import { effective } from '../effective.ts'
import type { Author } from '../entry.ts'
import { allocatedWorkerNeedsReason, caresForTheChild } from './interview.ts'
import { othersOf, type Question } from './question.ts'
import { recorded } from './recorded.ts'

const missing = aChildMissingOvernight()

function question(draft: object, more: Partial<Question> = {}): Question {
  const circumstances = ordinaryCircumstances
  return {
    chronology: missing,
    entries: effective(missing),
    entry: draft,
    circumstances,
    ...more,
  } as Question
}

suite('an entry asked about', () => {
  test('is not among the others', () => {
    const located = after(missing, entry('located', '2026-03-29T06:20', {}, { id: 'one' }))
    const both = after(located, entry('located', '2026-03-29T06:40', {}, { id: 'two' }))
    const asked = question(both.at(-1)!, { entries: effective(both) })
    assert.deepEqual(
      othersOf(asked, 'located').map(({ id }) => id),
      [entryId('one')],
    )
  })

  test('would stand behind the last of its stream, recorded now and never before that', () => {
    const note = entry('note-added', '2026-03-28T23:00')
    const now = at('2026-03-28T23:30')
    const last = missing.at(-1)!
    const stands = recorded(question(note, { now }))
    assert.deepEqual([stands.stream, stands.sequence, stands.recorded], [theEpisode, last.sequence + 1, now])
    const early = recorded(question(note, { now: at('2026-03-28T22:00') }))
    assert.equal(early.recorded, last.recorded)
    const first = recorded(question(note, { now, chronology: [] }))
    assert.deepEqual([first.stream, first.sequence, first.recorded], [note.id, 1, now])
  })

  test('is taken as it was written, save where a supervisor who grades names nobody', () => {
    const by = cast['police-supervisor']
    const note = acceptedEntry(
      missing,
      entry('note-added', '2026-03-28T23:00', { text: 'Tower asked' }, { by }),
    )
    assert.deepEqual(note.body, { text: 'Tower asked' })
    const grade = entry('risk-assessed', '2026-03-28T23:00', { level: 'high' }, { by })
    assert.deepEqual(acceptedEntry(missing, grade).body, { ...grade.body, supervisor: 'Aoife Brennan' })
  })
})

suite('who holds an interview', () => {
  const arranged = (by: Author) =>
    question(entry('interview-arranged', '2026-03-29T10:00', { interviewer: by.name }, { by }))

  test('is asked when it was held, and not when it is arranged', () => {
    assert.equal(caresForTheChild(arranged(cast.carer)), undefined)
    assert.equal(allocatedWorkerNeedsReason(arranged(cast['social-worker'])), undefined)
  })
})

suite('death', () => {
  test('is what was found, not a word that somebody wrote about something else', () => {
    const back = after(
      aChildBackInTheMorning(),
      entry('action-taken', '2026-03-29T07:20', { action: 'Rang his phone', outcome: 'died' }),
    )
    const check = entry('prevention-check-done', '2026-03-29T09:00')
    assert.equal(refusalOf(back, check), undefined)
  })
})

suite('a spell that a return tells of', () => {
  test('began with its own day: what was done before the child was back is refused for that', () => {
    const day = { precision: 'day' as const }
    const imported = after(
      [],
      entry(
        'concern-raised',
        '2026-04-02T23:59',
        { how: 'imported' },
        { ...day, recorded: '2026-06-01T09:00' },
      ),
      entry('returned', '2026-04-10T23:59', {}, { ...day, recorded: '2026-06-01T09:10' }),
    )
    const check = entry('prevention-check-done', '2026-04-05T09:00')
    assert.deepEqual(refusalOf(imported, check, { now: '2026-06-01T10:00' }), { kind: 'not-returned' })
  })
})

suite('an episode that was recorded in error', () => {
  test('lets its own void be taken back, and no other', () => {
    const only = (id: string) => ({ scope: { kind: 'entry' as const, entry: entryId(id) } })
    const voided = after(
      missing,
      entry('recorded-in-error', '2026-03-29T02:00', only('rang his mobile'), { id: 'small void' }),
      entry('recorded-in-error', '2026-03-29T02:30', { scope: { kind: 'episode' } }, { id: 'void' }),
    )
    const undo = (id: string) => refusalOf(voided, entry('recorded-in-error', '2026-03-29T03:00', only(id)))
    assert.equal(undo('void'), undefined)
    assert.deepEqual(undo('small void'), { kind: 'voided' })
    assert.deepEqual(undo('report'), { kind: 'voided' })
  })
})

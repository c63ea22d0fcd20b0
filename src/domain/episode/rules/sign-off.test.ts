import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../../test/support/cast.ts'
import { aChildBackInTheMorning, after, entry, entryId } from '../../../../test/support/chronology.ts'
import { refusalOf } from '../../../../test/support/deciding.ts'
import { effective } from '../effective.ts'
import type { Chronology } from '../entries.ts'
import { isMarked, learnedInInterview } from './sign-off.ts'

const [jade, colin] = [cast['missing-service'], cast['missing-coordinator']]

const written = after(
  aChildBackInTheMorning(),
  entry('interview-held', '2026-03-30T16:00', {}, { id: 'interview', by: jade }),
  entry('interview-held', '2026-03-30T17:00', {}, { id: 'other', by: jade }),
  entry('note-added', '2026-03-30T17:05', {}, { id: 'note' }),
  entry('interview-written-up', '2026-03-31T09:00', { interview: entryId('interview') }, { id: 'first' }),
  entry('interview-written-up', '2026-03-31T09:05', { interview: entryId('other') }, { id: 'of the other' }),
  entry('interview-added-to', '2026-03-31T09:10', { interview: entryId('interview') }, { id: 'addition' }),
)

const learned = (id: string, from: string) =>
  entry('finding-recorded', '2026-03-31T10:00', { from: entryId(from) }, { id })
const may = (of: string, id = `may ${of}`) =>
  entry('finding-released', '2026-03-31T11:00', { finding: entryId(of) }, { id })
const mayNot = (of: string) =>
  entry('finding-kept', '2026-03-31T11:00', { finding: entryId(of) }, { id: `may not ${of}` })
const inError = (of: string) =>
  entry('recorded-in-error', '2026-03-31T12:00', { scope: { kind: 'entry', entry: entryId(of) } })
const approved = (chronology: Chronology, writeUp = 'first', isFactor = (_: string) => false) =>
  refusalOf(
    chronology,
    entry('interview-approved', '2026-03-31T15:00', { writeUp: entryId(writeUp) }, { by: colin }),
    { isFactor },
  )
const left = (count: number) => ({ kind: 'findings-not-marked', left: count })

suite('at sign-off', () => {
  test('a write-up from which nobody and nothing was named is approved as it is', () => {
    assert.equal(approved(written), undefined)
    const one = after(written, learned('lonely', 'first'), learned('Kez', 'first'))
    const isFactor = (id: string) => id === entryId('lonely')
    assert.deepEqual(approved(one, 'first', isFactor), left(1))
    assert.equal(approved(after(one, may('Kez')), 'first', isFactor), undefined)
  })

  test('each that is named may go, or has a reason why not', () => {
    const one = after(written, learned('Kez', 'interview'))
    assert.deepEqual(approved(one), left(1))
    assert.equal(approved(after(one, may('Kez'))), undefined)
    assert.equal(approved(after(one, mayNot('Kez'))), undefined)
  })

  test('whatever of this interview it was learned from: what was said, written up, or added', () => {
    for (const from of ['interview', 'first', 'addition'])
      assert.deepEqual(approved(after(written, learned('Kez', from))), left(1), from)
    for (const from of ['other', 'of the other', 'note'])
      assert.equal(approved(after(written, learned('Kez', from))), undefined, from)
    assert.deepEqual(approved(after(written, learned('Kez', 'of the other')), 'of the other'), left(1))
  })

  test('those that are left are counted, and one mark is for one finding', () => {
    const two = after(written, learned('Kez', 'interview'), learned('the flat', 'first'))
    assert.deepEqual(approved(two), left(2))
    assert.deepEqual(approved(after(two, may('Kez'))), left(1))
    assert.deepEqual(approved(after(two, mayNot('the flat'))), left(1))
    assert.equal(approved(after(two, may('Kez'), mayNot('the flat'))), undefined)
  })

  test('what was recorded in error needs no mark, and a mark in error is none', () => {
    const one = after(written, learned('Kez', 'interview'))
    assert.equal(approved(after(one, inError('Kez'))), undefined)
    assert.deepEqual(approved(after(one, may('Kez'), inError('may Kez'))), left(1))
  })

  test('what was learned from a write-up that was sent back is asked about with the next', () => {
    const back = entry(
      'interview-sent-back',
      '2026-03-31T11:00',
      { writeUp: entryId('first') },
      { id: 'back' },
    )
    const again = entry(
      'interview-written-up',
      '2026-03-31T12:00',
      { interview: entryId('interview'), again: entryId('back') },
      { id: 'second' },
    )
    const twice = after(written, learned('Kez', 'first'), back, again)
    assert.deepEqual(approved(twice, 'second'), left(1))
    assert.deepEqual(approved(after(twice, inError('first')), 'second'), left(1))
    assert.equal(approved(after(twice, may('Kez')), 'second'), undefined)
  })

  test('a sending back asks for no marks', () => {
    const one = after(written, learned('Kez', 'interview'))
    const back = entry(
      'interview-sent-back',
      '2026-03-31T15:00',
      { writeUp: entryId('first') },
      { by: colin },
    )
    assert.equal(refusalOf(one, back), undefined)
  })
})

test('what was learned in an interview is told in the order in which it was learned, with whether it is marked', () => {
  const chronology = after(
    written,
    learned('Kez', 'first'),
    learned('the flat', 'interview'),
    may('the flat'),
  )
  const entries = effective(chronology)
  const found = learnedInInterview({ entries, chronology }, entryId('interview'))
  assert.deepEqual(
    found.map((one) => [one.id, isMarked(one, entries)]),
    [
      [entryId('Kez'), false],
      [entryId('the flat'), true],
    ],
  )
  assert.deepEqual(learnedInInterview({ entries, chronology }, entryId('other')), [])
})

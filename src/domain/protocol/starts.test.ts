import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  aChildMissingOvernight,
  at,
  entry,
  entryId,
  given,
  type Draft,
} from '../../../test/support/chronology.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { Within } from '../../kernel/within.ts'
import type { Chronology, EntryType } from '../episode/entries.ts'
import type { Evidence, Start } from './protocol.ts'
import { beginningsOf } from './starts.ts'
import { storyOf } from './story.ts'
import { timesBy } from './times.ts'

const nothingKnown = { statuses: [], placedOutOfArea: false, earlierEpisodes: [] }
function beginnings(start: Start, chronology: Chronology) {
  return beginningsOf(start)(storyOf(chronology, () => nothingKnown, timesBy(englandCalendar)))
}
/** The time of each beginning. */
const times = (start: Start, ...drafts: readonly Draft[]) =>
  beginnings(start, given(...drafts)).map((one) => one.at.slice(11, 16))

const concern = entry('concern-raised', '2026-03-28T21:40', {}, { id: 'concern' })
const report = (when = '22:15') => entry('reported-missing', `2026-03-28T${when}`, {}, { id: 'report' })
const note = (when: string, id = `note ${when}`) => entry('note-added', `2026-03-28T${when}`, {}, { id })
const grade = (when: string) => entry('risk-assessed', `2026-03-28T${when}`)
const on = (of: EntryType, more: Partial<Extract<Start, { kind: 'entry' }>> = {}): Start => ({
  kind: 'entry',
  evidence: { entry: of },
  each: false,
  ...more,
})

suite('a duty begins with an entry', () => {
  test('the first of its kind, or each of them, as exactly as its time is known', () => {
    assert.deepEqual(times(on('note-added'), concern, note('22:00'), note('23:00')), ['22:00'])
    assert.deepEqual(times(on('note-added', { each: true }), concern, note('22:00'), note('23:00')), [
      '22:00',
      '23:00',
    ])
    assert.deepEqual(times(on('note-added'), concern), [])
    const about = entry('note-added', '2026-03-28T22:00', {}, { precision: 'about' })
    const [begun] = beginnings(on('note-added'), given(concern, about))
    assert.deepEqual(begun?.since, { at: at('2026-03-28T22:00'), precision: 'about' })
    assert.ok(!('lapse' in begun) && !('span' in begun))
  })

  test('only where what it presumes had happened by then', () => {
    const graded = on('note-added', { given: [{ entry: 'risk-assessed' }] })
    assert.deepEqual(times(graded, concern, note('22:30')), [])
    assert.deepEqual(times(graded, concern, grade('22:20'), note('22:30')), ['22:30'])
    assert.deepEqual(times(graded, concern, grade('22:30'), note('22:30')), ['22:30'])
    assert.deepEqual(times(graded, concern, note('22:30'), grade('22:40')), [])
    const both = on('note-added', { given: [{ entry: 'risk-assessed' }, { entry: 'located' }] })
    assert.deepEqual(times(both, concern, grade('22:20'), note('22:30')), [])
  })

  test('and a report is a fact of the episode whenever it was made', () => {
    const told = on('note-added', { given: [{ entry: 'reported-missing' }] })
    assert.deepEqual(times(told, concern, note('22:00'), report('22:15')), ['22:00'])
    assert.deepEqual(times(told, concern, note('22:00')), [])
  })
})

suite('a duty begins with a stage', () => {
  test('each time the response gets there, and keeps it', () => {
    const [begun, ...more] = beginnings({ kind: 'stage', stage: 'reported' }, aChildMissingOvernight())
    assert.deepEqual(more, [])
    assert.deepEqual([begun?.by.id, begun?.at], [entryId('report'), at('2026-03-28T22:15')])
    assert.equal(begun?.span?.response, 'reported')
    assert.deepEqual(beginnings({ kind: 'stage', stage: 'returned' }, aChildMissingOvernight()), [])
  })
})

suite('a duty begins when a time has run', () => {
  const lapse = (length: string, ...unless: readonly Evidence[]): Start => ({
    kind: 'lapse',
    after: { entry: 'note-added' },
    lapse: length as Within,
    unless,
  })
  const graded: Evidence = { entry: 'risk-assessed' }

  test('and says how long, where it is not at once', () => {
    const [later] = beginnings(lapse('PT2H'), given(concern, note('22:00')))
    assert.deepEqual([later?.at, later?.lapse], [at('2026-03-29T00:00'), '2 hours'])
    assert.deepEqual(later?.since, { at: at('2026-03-29T00:00'), precision: 'minute' })
    const [atOnce] = beginnings(lapse('PT0S'), given(concern, note('22:00')))
    assert.equal(atOnce?.at, at('2026-03-28T22:00'))
    assert.ok(!('lapse' in atOnce))
  })

  test('unless something prevented it, from the minute that it ran from until the moment that it had run', () => {
    const all = (when: string) => times(lapse('PT1H', graded), concern, grade(when), note('22:00'))
    assert.deepEqual(all('21:59'), ['23:00'])
    assert.deepEqual(all('22:00'), [])
    const later = (when: string) => times(lapse('PT1H', graded), concern, note('22:00'), grade(when))
    assert.deepEqual(later('23:00'), [])
    assert.deepEqual(later('23:01'), ['23:00'])
  })

  test('and what begins at once is prevented by whatever was there before', () => {
    assert.deepEqual(times(lapse('PT0S', graded), concern, grade('21:50'), note('22:00')), [])
    assert.deepEqual(times(lapse('PT0S', graded), concern, note('22:00'), grade('22:01')), ['22:00'])
  })

  test('and a report prevents it whenever it was made', () => {
    const told = lapse('PT1H', { entry: 'reported-missing' })
    assert.deepEqual(times(told, concern, report('21:50'), note('22:00')), [])
    assert.deepEqual(times(told, concern, note('22:00'), report('23:30')), [])
  })

  test('and what it runs from does not prevent it, but another of its kind does', () => {
    const notes = lapse('PT1H', { entry: 'note-added' })
    assert.deepEqual(times(notes, concern, note('22:00')), ['23:00'])
    assert.deepEqual(times(notes, concern, note('22:00'), note('22:30')), [])
  })

  test('and a child who was located and is gone again prevents nothing', () => {
    const located = entry('located', '2026-03-28T22:10')
    const whereabouts = (is: 'unknown' | 'known-elsewhere', when: string) =>
      entry('threshold-assessed', `2026-03-28T${when}`, { whereabouts: is })
    const begins = (...drafts: readonly Draft[]) =>
      times(lapse('PT1H', { entry: 'located' }, graded), concern, note('22:00'), ...drafts).length === 1
    assert.equal(begins(located), false)
    assert.equal(begins(located, whereabouts('unknown', '22:30')), true)
    assert.equal(begins(located, whereabouts('unknown', '23:00')), true)
    assert.equal(begins(located, whereabouts('unknown', '23:01')), false)
    assert.equal(begins(located, whereabouts('known-elsewhere', '22:30')), false)
    assert.equal(begins(located, note('22:30')), false)
    assert.equal(begins(whereabouts('unknown', '22:05'), located), false)
    assert.equal(begins(grade('22:10'), whereabouts('unknown', '22:30')), false)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { aChildBackInTheMorning, after, at, entry, entryId } from '../../../test/support/chronology.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import { endOfLondonDay, type LondonDate } from '../../kernel/london.ts'
import type { Chronology, EpisodeEntry } from '../episode/entries.ts'
import type { FactsAt } from './facts.ts'
import { obligations } from './obligations.ts'
import { consequencesOf } from './consequences.ts'
import { shownOverdue } from './shown-overdue.ts'

const edition = firstEdition()
const facts: FactsAt = () => ({ statuses: ['looked-after'], placedOutOfArea: false, earlierEpisodes: [] })
const spansOf = (chronology: Chronology, duty: string) =>
  shownOverdue(chronology, [edition], facts, englandCalendar).spans.get(duty) ?? []

const back = aChildBackInTheMorning()
const checked = (when: string, recorded = when) =>
  entry('prevention-check-done', when, {}, { recorded, id: 'check' })

describe('what was shown overdue', () => {
  it('is nothing when the check was done and written down in time', () => {
    assert.deepEqual(spansOf(after(back, checked('2026-03-29T10:00')), 'prevention-check'), [])
  })

  it('lasts from the due moment until someone writes that it was done, even if it was done in time', () => {
    const late = after(back, checked('2026-03-29T10:00', '2026-03-29T15:00'))
    assert.deepEqual(spansOf(late, 'prevention-check'), [
      { from: at('2026-03-29T11:10'), until: at('2026-03-29T15:00') },
    ])
  })

  it('has no end while nothing ends it, and begins at the due moment', () => {
    assert.deepEqual(spansOf(back, 'prevention-check'), [{ from: at('2026-03-29T11:10') }])
  })

  it('stays when a correction moves the clock so that it was never late', () => {
    const overdue = after(back, checked('2026-03-29T12:00', '2026-03-29T12:10'))
    const corrected = after(
      overdue,
      entry(
        'entry-corrected',
        '2026-03-29T12:20',
        {
          corrects: entryId('check'),
          occurred: { at: at('2026-03-29T11:00'), precision: 'minute' },
          evidence: 'Log',
        },
        {},
      ),
    )
    assert.deepEqual(spansOf(corrected, 'prevention-check'), [
      { from: at('2026-03-29T11:10'), until: at('2026-03-29T12:10') },
    ])
  })

  it('stays, and so does every duty, when the whole episode is recorded in error with an early date', () => {
    const voided = after(
      back,
      entry('recorded-in-error', '2026-03-28T21:41', {}, { recorded: '2026-03-29T12:00' }),
    )
    const duties = obligations(voided, edition, facts, englandCalendar)
    const check = duties.find(({ duty }) => duty === 'prevention-check')
    assert.equal(check?.cancelled?.at, at('2026-03-29T12:00'))
    assert.deepEqual(spansOf(voided, 'prevention-check'), [
      { from: at('2026-03-29T11:10'), until: at('2026-03-29T12:00') },
    ])
  })

  it('stays when the return was recorded in error and nothing is owed any more', () => {
    const voided = after(
      back,
      entry('recorded-in-error', '2026-03-29T12:00', {
        scope: { kind: 'entry', entry: entryId('return') },
        why: 'did-not-happen',
      }),
    )
    const { spans, noLongerLaid } = shownOverdue(voided, [edition], facts, englandCalendar)
    const check = noLongerLaid.find((one) => one.duty === 'prevention-check')
    assert.equal(check?.cancelled?.at, at('2026-03-29T12:00'))
    assert.match(check.because, /^4 hours from the return .*; no longer owed by what is known now$/)
    assert.deepEqual(spans.get('prevention-check'), [
      { from: at('2026-03-29T11:10'), until: at('2026-03-29T12:00') },
    ])
    assert.equal(
      noLongerLaid.some((one) => one.duty === 'return-interview'),
      false,
    )
  })

  it('is read off the facts as they were known, and a fact that is taken back takes no breach with it', () => {
    const [learned, takenBack] = [at('2026-03-29T09:00'), at('2026-03-31T12:00')]
    const inCareForAWhile: FactsAt = (_, knownAt) => ({
      statuses: knownAt !== undefined && knownAt >= learned && knownAt < takenBack ? ['looked-after'] : [],
      placedOutOfArea: false,
      earlierEpisodes: [],
    })
    const { spans, noLongerLaid } = shownOverdue(back, [edition], inCareForAWhile, englandCalendar, [
      learned,
      takenBack,
    ])
    assert.deepEqual(spans.get('tell-reviewing-officer'), [
      { from: endOfLondonDay('2026-03-30' as LondonDate), until: takenBack },
    ])
    assert.ok(noLongerLaid.some((one) => one.duty === 'tell-reviewing-officer'))
  })

  it('stays when the episode is closed', () => {
    const closed = after(
      back,
      entry('episode-closed', '2026-03-29T18:00', { leftOpen: { 'prevention-check': 'Never done' } }),
    )
    assert.deepEqual(spansOf(closed, 'prevention-check'), [
      { from: at('2026-03-29T11:10'), until: at('2026-03-29T18:00') },
    ])
  })
})

describe('a correction', () => {
  const dutiesIn = (chronology: Chronology) => obligations(chronology, edition, facts, englandCalendar)
  const asks = (chronology: Chronology, toTime: string, corrects: string): boolean => {
    const longer = after(
      chronology,
      entry('entry-corrected', '2026-03-29T13:00', {
        corrects: entryId(corrects),
        occurred: { at: at(toTime), precision: 'minute' },
      }),
    )
    const proposed = longer.at(-1) as EpisodeEntry
    return consequencesOf(chronology, proposed, dutiesIn, at('2026-03-29T13:00')).removesBreach
  }

  it('removes a breach when a late check becomes one in time', () => {
    assert.equal(asks(after(back, checked('2026-03-29T12:00')), '2026-03-29T11:10', 'check'), true)
  })

  it('removes none when the check stays late', () => {
    assert.equal(asks(after(back, checked('2026-03-29T12:00')), '2026-03-29T11:40', 'check'), false)
  })

  it('removes none when the return moves earlier', () => {
    assert.equal(asks(back, '2026-03-29T06:40', 'return'), false)
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../test/support/cast.ts'
import {
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
  entryId,
  type Draft,
} from '../../../test/support/chronology.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { Chronology } from '../episode/entries.ts'
import { consequencesOf } from './consequences.ts'
import { obligations } from './obligations.ts'
import { hasEnded, timesOf } from './standing.ts'

const edition = firstEdition()
const facts = () => ({ statuses: [], placedOutOfArea: false, earlierEpisodes: [] })
const now = '2026-03-29T09:00'
const missing = aChildMissingOvernight()
const back = aChildBackInTheMorning()

function dutiesIn(chronology: Chronology) {
  return obligations(chronology, edition, facts, englandCalendar)
}

function consequences(chronology: Chronology, draft: Draft) {
  const proposed = after(chronology, draft).at(-1)!
  return consequencesOf(chronology, proposed, dutiesIn, at(now))
}

function correcting(corrects: string, changes: Readonly<Record<string, unknown>>): Draft {
  return entry('entry-corrected', now, { corrects: entryId(corrects), changes, needsSecond: true })
}

function voiding(id: string): Draft {
  return entry(
    'recorded-in-error',
    now,
    { scope: { kind: 'entry', entry: entryId(id) } },
    { id: `void ${id}` },
  )
}

suite('a correction loosens', () => {
  const decided = after(missing, entry('harm-considered', '2026-03-29T03:00', {}, { id: 'harm' }))

  test('when a duty that runs would be gone', () => {
    assert.ok(consequences(decided, correcting('harm', { answer: 'neither' })).loosens)
    const found = after(missing, entry('located', '2026-03-29T06:20', {}, { id: 'located' }))
    assert.ok(consequences(found, correcting('located', { outcome: 'custody' })).loosens)
  })

  test('when a duty that runs would have ended', () => {
    const asked = after(
      missing,
      entry('agency-informed', '2026-03-28T23:10', { role: 'school' }, { id: 'told the school' }),
    )
    assert.ok(consequences(asked, correcting('told the school', { role: 'carer' })).loosens)
  })

  test('when what was done would have been nobody’s', () => {
    const met = after(
      decided,
      entry('meeting-held', '2026-03-29T04:00'),
      entry('answered', '2026-03-29T05:00', { question: 'section-47' }, { by: cast['social-worker'] }),
    )
    assert.ok(consequences(met, correcting('harm', { answer: 'neither' })).loosens)
  })

  test('not when other words change nothing that is owed, nor when more would be', () => {
    assert.ok(!consequences(decided, correcting('harm', { reason: 'A threat' })).loosens)
    assert.ok(!consequences(decided, correcting('harm', { answer: 'suffered' })).loosens)
    const calm = after(
      missing,
      entry('harm-considered', '2026-03-29T03:00', { answer: 'neither' }, { id: 'calm' }),
    )
    assert.ok(!consequences(calm, correcting('calm', { answer: 'at-risk' })).loosens)
  })
})

suite('a void loosens', () => {
  test('when it stops a clock that runs', () => {
    assert.ok(consequences(back, voiding('return')).loosens)
    assert.ok(consequences(missing, voiding('report')).loosens)
  })

  test('when a later entry would start the same clock anew', () => {
    const twice = after(
      missing,
      entry('threshold-assessed', '2026-03-28T21:44', { worriedNow: true, why: 'Alone' }, { id: 'again' }),
    ).filter(({ type }) => type !== 'reported-missing' && type !== 'risk-assessed')
    assert.ok(consequences(twice, voiding('worry')).loosens)
  })

  test('not when it starts nothing, or what it started has ended', () => {
    assert.ok(!consequences(back, voiding('rang his mobile')).loosens)
    assert.ok(!consequences(back, voiding('worry')).loosens)
  })

  test('not when it brings back what a void took away', () => {
    const undone = after(back, voiding('return'))
    assert.ok(!consequences(undone, voiding('void rang his mobile')).loosens)
    const whole = after(missing, entry('recorded-in-error', '2026-03-29T08:00', {}, { id: 'whole' }))
    assert.ok(!consequences(whole, voiding('whole')).loosens)
  })
})

suite('something would be owed again', () => {
  const closed = closing(after(back, entry('prevention-check-done', '2026-03-29T08:00', {}, { id: 'check' })))

  test('when what had met a duty is taken back', () => {
    assert.ok(consequences(closed, voiding('check')).owedAfter)
    assert.ok(consequences(closed, correcting('check', { faceToFace: false })).owedAfter)
  })

  test('when someone more was told of the report, and not of the end', () => {
    const heard = (role: 'police' | 'duty-team') =>
      entry('agency-informed', '2026-03-29T07:30', { role, about: 'return' }, { id: `${role} heard` })
    const allHeard = closing(after(back, heard('police'), heard('duty-team')))
    const told = entry('agency-informed', '2026-03-28T23:00', { role: 'school', about: 'report' })
    assert.ok(consequences(allHeard, told).owedAfter)
  })

  test('not when a note is added, or a word is put right', () => {
    assert.ok(!consequences(closed, entry('note-added', now)).owedAfter)
    assert.ok(!consequences(closed, correcting('check', { said: 'He saw his brother' })).owedAfter)
  })
})

/** Every duty that is left has its reason. */
function closing(chronology: Chronology): Chronology {
  const owed = dutiesIn(chronology).filter((duty) => !duty.keeper && !hasEnded(timesOf(duty)))
  const leftOpen = Object.fromEntries(owed.map(({ id }) => [id, 'Done elsewhere']))
  return after(chronology, entry('episode-closed', '2026-03-29T08:30', { leftOpen }))
}

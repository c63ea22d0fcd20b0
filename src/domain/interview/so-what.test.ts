import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  aChildBackInTheMorning,
  after,
  at,
  entry,
  entryId,
  type Draft,
} from '../../../test/support/chronology.ts'
import { became, learnedOf, ledTo } from './so-what.ts'

const finding = entryId('finding')
const learned = entry('finding-recorded', '2026-03-30T16:30', {}, { id: 'finding' })
const agreed = (id: string, byWhen: string) =>
  entry('action-agreed', '2026-03-30T17:00', { finding, byWhen: at(byWhen) }, { id })
const done = (id: string) =>
  entry('action-done', '2026-03-31T09:00', { action: entryId(id) }, { id: `${id} done` })
const ended = (id: string) =>
  entry('action-ended', '2026-03-31T09:00', { action: entryId(id) }, { id: `${id} ended` })
const nothing = entry('no-action-decided', '2026-03-31T10:00', { finding }, { id: 'nothing' })

function led(...drafts: readonly Draft[]) {
  const [first, ...others] = ledTo(after(aChildBackInTheMorning(), learned, ...drafts))
  assert.ok(first)
  assert.deepEqual(others, [])
  return first
}

const until = (...drafts: readonly Draft[]) => became(led(...drafts), at('2026-04-01T12:00'))

test('A finding from which nothing follows leads nowhere.', () => {
  assert.equal(until(), 'nowhere')
  assert.deepEqual(led().actions, [])
  assert.equal(led().nothing, undefined)
  assert.equal(led().forPolice, undefined)
})

test('An action runs until its time, and is late from then on.', () => {
  assert.equal(until(agreed('visit', '2026-04-01T12:00')), 'running')
  assert.equal(until(agreed('visit', '2026-04-01T11:59')), 'late')
  assert.equal(until(agreed('visit', '2026-04-02T12:00'), agreed('call', '2026-04-01T11:00')), 'late')
})

test('It is done once something was done and nothing waits, also where something else was ended.', () => {
  const visit = agreed('visit', '2026-04-01T11:00')
  const call = agreed('call', '2026-04-02T11:00')
  assert.equal(until(visit, done('visit')), 'done')
  assert.equal(until(visit, call, done('visit')), 'running')
  assert.equal(until(visit, call, done('visit'), ended('call')), 'done')
  assert.equal(until(visit, ended('visit')), 'not-done')
  assert.equal(until(visit, ended('visit'), nothing), 'decided')
  assert.equal(until(nothing), 'decided')
  assert.equal(until(visit, done('visit'), nothing), 'done')
})

test('Each action stands with its own end, and each finding with its own actions.', () => {
  const other = entry('finding-recorded', '2026-03-30T16:40', {}, { id: 'other' })
  const theirs = entry(
    'action-agreed',
    '2026-03-30T17:10',
    { finding: entryId('other'), byWhen: at('2026-04-03T12:00') },
    { id: 'theirs' },
  )
  const chronology = after(
    aChildBackInTheMorning(),
    learned,
    other,
    agreed('visit', '2026-04-02T12:00'),
    agreed('call', '2026-04-02T13:00'),
    theirs,
    done('call'),
    ended('visit'),
    nothing,
  )
  const [first, second] = ledTo(chronology)
  assert.ok(first && second)
  assert.deepEqual(
    first.actions.map(({ agreed: one, done: by, ended: to }) => [one.id, by?.id, to?.id]),
    [
      [entryId('visit'), undefined, entryId('visit ended')],
      [entryId('call'), entryId('call done'), undefined],
    ],
  )
  assert.equal(first.nothing?.id, entryId('nothing'))
  assert.equal(second.finding.id, entryId('other'))
  assert.deepEqual(
    second.actions.map(({ agreed: one }) => one.id),
    [entryId('theirs')],
  )
  assert.equal(second.nothing, undefined)
})

test('The last word counts on whether it may go to police, and on why nothing is done.', () => {
  const release = entry('finding-released', '2026-03-31T09:00', { finding }, { id: 'released' })
  const keep = entry('finding-kept', '2026-03-31T10:00', { finding }, { id: 'kept' })
  const ofAnother = entry(
    'finding-kept',
    '2026-03-31T11:00',
    { finding: entryId('other') },
    { id: 'another' },
  )
  assert.equal(led(release).forPolice?.id, entryId('released'))
  assert.equal(led(release, keep, ofAnother).forPolice?.id, entryId('kept'))
  const again = entry('no-action-decided', '2026-03-31T12:00', { finding }, { id: 'again' })
  assert.equal(led(nothing, again).nothing?.id, entryId('again'))
})

test('What was recorded in error led to nothing, and was not learned.', () => {
  const voided = (id: string) =>
    entry('recorded-in-error', '2026-03-31T12:00', {
      scope: { kind: 'entry', entry: entryId(id) },
      why: 'did-not-happen',
    })
  const visit = agreed('visit', '2026-04-02T12:00')
  assert.equal(until(visit, voided('visit')), 'nowhere')
  assert.deepEqual(ledTo(after(aChildBackInTheMorning(), learned, voided('finding'))), [])
})

test('What was learned is read where the reader reads it.', () => {
  const { finding: apart } = led()
  assert.equal(learnedOf(apart)?.quote, 'Kez said I owe him')
  const { restricted, ...core } = apart.body
  assert.equal(learnedOf({ ...apart, body: core }), undefined)
  assert.ok(restricted)
  assert.equal(learnedOf({ ...apart, body: { ...core, open: restricted } }), restricted)
})

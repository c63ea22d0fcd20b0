import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../test/support/cast.ts'
import { aChildBackInTheMorning, after, at, entry, entryId } from '../../../test/support/chronology.ts'
import { duty } from '../../../test/support/first-edition-owes.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { londonDate } from '../../kernel/london.ts'
import type { EnquiryOutcome } from '../episode/protection-bodies.ts'
import type { Role } from '../episode/roles.ts'
import type { Obligation } from './obligation.ts'

/** 30 March 2026 is a Monday; Good Friday is 3 April, Easter Monday the 6th. */
const decided = after(
  aChildBackInTheMorning(),
  entry('harm-considered', '2026-03-30T09:00', { answer: 'at-risk' }, { id: 'harm' }),
  entry('meeting-held', '2026-03-30T11:00', {}, { id: 'strategy' }),
)
const begun = after(decided, entry('enquiry-begun', '2026-03-31T09:00', {}, { id: 'enquiry' }))

/** The London day at the end of which it is due. */
function dueOn(owed: Obligation | undefined): string | undefined {
  return owed && londonDate(owed.dueAt)
}

function ended(outcome: EnquiryOutcome, when = '2026-04-15T10:00', so = begun) {
  const body = { enquiry: entryId('enquiry'), outcome }
  return after(so, entry('enquiry-concluded', when, body, { id: 'outcome' }))
}

suite('a section 47 enquiry', () => {
  test('is begun, or the strategy meeting decided against it and somebody says why', () => {
    assert.equal(duty(decided, 'start-section-47')?.met, undefined)
    assert.equal(duty(begun, 'start-section-47')?.met?.at, at('2026-03-31T09:00'))
    const against = (role: Role) =>
      after(decided, entry('answered', '2026-03-30T12:00', { question: 'section-47' }, { by: cast[role] }))
    assert.equal(duty(against('social-worker'), 'start-section-47')?.discharged?.at, at('2026-03-30T12:00'))
    assert.equal(duty(against('carer'), 'start-section-47')?.discharged, undefined)
  })

  test('sees the child within two working days, and only its own seeing counts', () => {
    assert.equal(dueOn(duty(begun, 'see-child-in-enquiry')), '2026-04-02')
    const saw = (enquiry: string) =>
      after(begun, entry('enquiry-saw-child', '2026-04-01T15:00', { enquiry: entryId(enquiry) }))
    assert.equal(duty(saw('enquiry'), 'see-child-in-enquiry')?.met?.at, at('2026-04-01T15:00'))
    assert.equal(duty(saw('strategy'), 'see-child-in-enquiry')?.met, undefined)
  })

  test('ends in an outcome that is its own', () => {
    assert.equal(dueOn(duty(begun, 'conclude-enquiry')), '2026-04-16')
    assert.equal(duty(ended('not-substantiated'), 'conclude-enquiry')?.met?.at, at('2026-04-15T10:00'))
  })

  test('owes a conference where the child is at continuing risk, and nowhere else', () => {
    for (const outcome of ['not-continuing', 'not-substantiated'] as const)
      assert.equal(duty(ended(outcome), 'hold-protection-conference'), undefined)
    assert.equal(duty(ended('at-risk'), 'hold-protection-conference')?.owedBy, 'responsible-council')
  })

  test('counts the conference from the strategy meeting that decided on it, however late it ends', () => {
    const dueAt = '2026-04-22'
    assert.equal(dueOn(duty(ended('at-risk'), 'hold-protection-conference')), dueAt)
    const late = duty(ended('at-risk', '2026-05-06T10:00'), 'hold-protection-conference')
    assert.equal(dueOn(late), dueAt)
    assert.match(late?.because ?? '', /^15 working days from the meeting at /)
    const again = after(begun, entry('meeting-held', '2026-04-13T11:00', {}, { id: 'second strategy' }))
    assert.equal(
      dueOn(duty(ended('at-risk', '2026-04-15T10:00', again), 'hold-protection-conference')),
      dueAt,
    )
  })

  test('counts it from the last strategy meeting before the enquiry, and from no other kind', () => {
    const met = after(
      decided,
      entry('meeting-held', '2026-03-30T15:00', { kind: 'weekly' }),
      entry('meeting-held', '2026-03-31T09:00', {}),
      entry('enquiry-begun', '2026-03-31T09:00', {}, { id: 'enquiry' }),
    )
    const due = dueOn(duty(ended('at-risk', '2026-04-15T10:00', met), 'hold-protection-conference'))
    assert.equal(due, '2026-04-23')
  })

  test('counts it from its own beginning where there was no strategy meeting', () => {
    const without = after(
      aChildBackInTheMorning(),
      entry('enquiry-begun', '2026-04-01T09:00', {}, { id: 'enquiry' }),
    )
    const conference = duty(ended('at-risk', '2026-04-15T10:00', without), 'hold-protection-conference')
    assert.equal(dueOn(conference), '2026-04-24')
    assert.match(conference?.because ?? '', /^15 working days from the start of the section 47 enquiry at /)
    const nothing = after(
      aChildBackInTheMorning(),
      entry('enquiry-concluded', '2026-04-15T10:00', { outcome: 'at-risk' }),
    )
    assert.equal(dueOn(duty(nothing, 'hold-protection-conference')), '2026-05-07')
  })

  test('is late for good once it was: held after its time, it is met then', () => {
    const held = after(
      ended('at-risk', '2026-04-28T10:00'),
      entry('meeting-held', '2026-04-30T10:00', { kind: 'protection-conference' }),
    )
    const conference = duty(held, 'hold-protection-conference')
    assert.ok(conference?.met)
    assert.ok(conference.met.at > conference.dueAt)
  })

  test('has steps that no source was read for, and says so', () => {
    const names = ['see-child-in-enquiry', 'conclude-enquiry', 'hold-protection-conference']
    const of = firstEdition().clauses.filter(({ duty }) => names.includes(duty))
    assert.equal(of.length, names.length)
    assert.ok(of.every(({ source }) => !source.verified))
  })
})

suite('the reviewing officer', () => {
  const told = after(
    decided,
    entry('agency-informed', '2026-03-30T12:00', {
      role: 'reviewing-officer',
      told: { kind: 'told', who: 'Colm', means: 'telephone' },
    }),
  )
  const reads = (role: Role) =>
    after(told, entry('read-by-reviewing-officer', '2026-04-01T12:00', {}, { by: cast[role] }))

  test('owes a reading once told, which nobody else can do for them', () => {
    assert.equal(duty(decided, 'read-what-happened'), undefined)
    assert.equal(duty(told, 'read-what-happened')?.owedBy, 'reviewing-officer')
    assert.equal(duty(told, 'read-what-happened')?.met, undefined)
    assert.equal(duty(reads('social-worker'), 'read-what-happened')?.met, undefined)
    assert.equal(duty(reads('reviewing-officer'), 'read-what-happened')?.met?.at, at('2026-04-01T12:00'))
  })

  test('calls a review early, which the responsible council owes by the time that they set', () => {
    const byWhen = at('2026-04-09T17:00')
    const called = after(told, entry('review-called', '2026-04-01T12:00', { byWhen }))
    const owed = duty(called, 'hold-early-review')
    assert.deepEqual([owed?.owedBy, owed?.dueAt], ['responsible-council', byWhen])
    const met = (kind: 'early-review' | 'strategy') =>
      duty(after(called, entry('meeting-held', '2026-04-08T10:00', { kind })), 'hold-early-review')?.met
    assert.equal(met('strategy'), undefined)
    assert.equal(met('early-review')?.at, at('2026-04-08T10:00'))
  })
})

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
  given,
} from '../../../test/support/chronology.ts'
import { duty, inCareElsewhere } from '../../../test/support/first-edition-owes.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { Chronology } from '../episode/entries.ts'
import type { Role } from '../episode/roles.ts'
import { obligations } from './obligations.ts'

suite('an answer that decides', () => {
  const asked = after(
    aChildMissingOvernight(),
    entry('harm-considered', '2026-03-28T23:20', { answer: 'suffered', exploitation: 'yes' }),
    entry('asked', '2026-03-28T23:25', { question: 'still-missing', of: 'responsible-council' }),
  )
  const says: readonly (readonly [string, string, Role, Role])[] = [
    ['decide-regulator', 'regulator-told', 'carer', 'provider-manager'],
    ['confirm-placement-notice', 'placement-notice', 'home-on-call', 'social-worker'],
    ['answer-still-missing', 'still-missing', 'school', 'responsible-council'],
    ['assess-exploitation', 'exploitation-assessed', 'police', 'social-worker'],
    ['decide-national-referral', 'national-referral', 'carer', 'police'],
    ['refer-to-exploitation-team', 'exploitation-team', 'police', 'duty-team'],
    ['agree-disruption', 'disruption', 'duty-team', 'police-supervisor'],
  ]
  for (const [name, question, other, decides] of says)
    test(`to ${name} is given by the ${decides} and not by the ${other}`, () => {
      const answeredBy = (role: Role) =>
        after(asked, entry('answered', '2026-03-29T09:00', { question }, { by: cast[role] }))
      assert.ok(duty(asked, name))
      assert.equal(duty(answeredBy(other), name)?.met, undefined)
      assert.equal(duty(answeredBy(decides), name)?.met?.at, at('2026-03-29T09:00'))
    })
})

suite('what is owed about exploitation', () => {
  const said = (exploitation: 'no' | 'not-known' | undefined) =>
    after(aChildMissingOvernight(), entry('harm-considered', '2026-03-28T23:20', { exploitation } as object))
  test('is owed where social care says so, and nowhere else', () => {
    for (const answer of ['no', 'not-known', undefined] as const)
      for (const name of ['assess-exploitation', 'decide-national-referral', 'agree-disruption'])
        assert.equal(duty(said(answer), name), undefined)
  })
  test('is shown as unverified', () => {
    const { clauses } = firstEdition()
    const of = clauses.filter(({ starts }) => JSON.stringify(starts).includes('exploitation'))
    assert.equal(of.length, 4)
    assert.ok(of.every(({ source }) => !source.verified))
  })
})

suite('what was learned and what was agreed', () => {
  const learned = after(
    aChildMissingOvernight(),
    entry('finding-recorded', '2026-03-30T10:00', {}, { id: 'finding' }),
    entry('finding-recorded', '2026-03-30T10:05', { ofConcern: false }, { id: 'calm' }),
  )
  const answer = `answer-finding`
  test('owes an action or a reason where it is of concern, by the end of the second working day', () => {
    const all = obligations(learned, firstEdition(), () => inCareElsewhere, englandCalendar)
    const of = all.filter((one) => one.duty === answer)
    assert.deepEqual(
      of.map(({ startedBy }) => startedBy),
      [entryId('finding')],
    )
    assert.equal(of[0]?.owedBy, 'social-worker')
    const decided = entry('no-action-decided', '2026-03-30T12:00', { finding: entryId('finding') })
    assert.equal(duty(after(learned, decided), answer)?.discharged?.at, at('2026-03-30T12:00'))
    const ofAnother = entry('action-agreed', '2026-03-30T12:00', { finding: entryId('calm') })
    assert.equal(duty(after(learned, ofAnother), answer)?.met, undefined)
    const agreed = entry('action-agreed', '2026-03-30T12:00', { finding: entryId('finding') })
    assert.equal(duty(after(learned, agreed), answer)?.met?.at, at('2026-03-30T12:00'))
  })
  test('an action is owed by whom it names, who is not told that they are silent', () => {
    const byWhen = at('2026-04-02T17:00')
    const agreed = (owner: Role) =>
      after(learned, entry('action-agreed', '2026-03-30T12:00', { owner, byWhen }, { id: 'action' }))
    const owes = (owner: Role) => duty(agreed(owner), 'do-what-was-agreed')
    assert.equal(owes('school')?.owedBy, 'school')
    assert.equal(owes('school')?.dueAt, byWhen)
    assert.deepEqual(
      owes('school')?.rungs.map(({ tell }) => tell),
      ['team-manager', 'senior-manager'],
    )
    assert.deepEqual(
      owes('team-manager')?.rungs.map(({ tell }) => tell),
      ['senior-manager'],
    )
    assert.equal(owes('nobody' as Role)?.owedBy, 'social-worker')
    const done = entry('action-done', '2026-04-01T12:00', { action: entryId('action') })
    assert.equal(duty(after(agreed('school'), done), 'do-what-was-agreed')?.met?.at, at('2026-04-01T12:00'))
    const ended = entry('action-ended', '2026-04-01T12:00', { action: entryId('action') })
    const end = duty(after(agreed('school'), ended), 'do-what-was-agreed')
    assert.equal(end?.discharged?.at, at('2026-04-01T12:00'))
  })
})

suite('an absence that a return left open', () => {
  const imported = given(
    entry('concern-raised', '2026-03-27T09:00', { how: 'imported' }, { by: cast['responsible-council'] }),
    entry('asked', '2026-03-27T09:00', { question: 'still-missing', of: 'responsible-council' }),
  )
  const reported = after(imported, entry('reported-missing', '2026-03-27T11:00'))

  test('is told to the reviewing officer by the social worker once somebody reports the child', () => {
    assert.equal(duty(imported, 'tell-reviewing-officer-of-import'), undefined)
    assert.equal(duty(reported, 'tell-reviewing-officer-of-import')?.startsAt, at('2026-03-27T11:00'))
    const told = (role: Role) =>
      after(
        reported,
        entry('agency-informed', '2026-03-27T12:00', { role: 'reviewing-officer' }, { by: cast[role] }),
      )
    assert.equal(duty(told('duty-team'), 'tell-reviewing-officer-of-import')?.met, undefined)
    assert.ok(duty(told('social-worker'), 'tell-reviewing-officer-of-import')?.met)
  })

  test('is asked about no more when the child has died', () => {
    const died = after(imported, entry('located', '2026-03-27T15:00', { outcome: 'died' }))
    assert.equal(duty(died, 'answer-still-missing')?.cancelled?.at, at('2026-03-27T15:00'))
  })

  test('is not told twice where the concern was noticed and not imported', () => {
    assert.equal(duty(aChildMissingOvernight(), 'tell-reviewing-officer-of-import'), undefined)
  })
})

test('a night is not planned for a child who has died', () => {
  const died = after(
    aChildMissingOvernight(),
    entry('located', '2026-03-29T06:20'),
    entry('located', '2026-03-29T07:20', { outcome: 'died' }),
  )
  assert.equal(duty(died, 'plan-for-tonight')?.cancelled?.at, at('2026-03-29T07:20'))
})

suite('the write-up of an interview', () => {
  const colin = cast['missing-coordinator']
  const [interview, other] = [entryId('interview'), entryId('other interview')]
  const held = after(
    aChildBackInTheMorning(),
    entry('interview-held', '2026-03-30T16:00', {}, { id: 'interview' }),
  )
  const writeUp = (id: string, when: string, body: object = {}) =>
    entry('interview-written-up', when, { interview, ...body }, { id })
  const written = after(held, writeUp('first', '2026-03-31T09:00'))
  const sentBack = after(
    written,
    entry(
      'interview-sent-back',
      '2026-03-31T10:00',
      { writeUp: entryId('first') },
      { id: 'sending back', by: colin },
    ),
  )
  const again = after(sentBack, writeUp('second', '2026-03-31T11:00', { again: entryId('sending back') }))
  const inError = (of: string) =>
    entry('recorded-in-error', '2026-03-31T12:00', { scope: { kind: 'entry', entry: entryId(of) } })
  /** How each duty of that name ended: "first met", by what began it. */
  const ends = (chronology: Chronology, name: string) =>
    obligations(chronology, firstEdition(), () => inCareElsewhere, englandCalendar)
      .filter(({ duty: one }) => one === name)
      .map(({ id, met, discharged, cancelled }) => {
        const began = ['interview', 'other interview', 'first', 'second', 'sending back'].find((words) =>
          id.endsWith(entryId(words)),
        )
        return `${began} ${met ? 'met' : discharged ? 'discharged' : cancelled ? 'cancelled' : 'open'}`
      })

  test('is owed for each interview, and no write-up is of another', () => {
    assert.deepEqual(ends(held, 'write-up-interview'), ['interview open'])
    const two = after(written, entry('interview-held', '2026-03-31T08:00', {}, { id: 'other interview' }))
    assert.deepEqual(ends(two, 'write-up-interview').toSorted(), ['interview met', 'other interview open'])
    const both = after(two, writeUp('second', '2026-03-31T09:30', { interview: other }))
    assert.deepEqual(ends(both, 'write-up-interview').toSorted(), ['interview met', 'other interview met'])
    // The second takes no answer away from the first: it is of another interview.
    assert.deepEqual(ends(both, 'approve-write-up').toSorted(), ['first open', 'second open'])
  })

  test('is answered by what names it, and by a sending back is owed again', () => {
    assert.deepEqual(ends(written, 'approve-write-up'), ['first open'])
    assert.deepEqual(ends(sentBack, 'approve-write-up'), ['first met'])
    assert.deepEqual(ends(sentBack, 'write-up-again'), ['sending back open'])
    assert.deepEqual(ends(again, 'write-up-again'), ['sending back met'])
    assert.deepEqual(ends(again, 'approve-write-up'), ['first met', 'second open'])
    const unnamed = after(sentBack, writeUp('second', '2026-03-31T11:00'))
    assert.deepEqual(ends(unnamed, 'write-up-again'), ['sending back open'])
  })

  test('owes no answer that nobody may give, once its sending back was recorded in error', () => {
    const gone = after(again, inError('sending back'))
    assert.deepEqual(ends(gone, 'write-up-again'), [])
    assert.deepEqual(ends(gone, 'approve-write-up'), ['first cancelled', 'second open'])
    const both = after(gone, inError('second'))
    assert.deepEqual(ends(both, 'approve-write-up'), ['first open'])
  })

  test('is owed anew once it was recorded in error, and so is what was sent back', () => {
    const gone = after(sentBack, inError('first'))
    assert.deepEqual(ends(gone, 'write-up-interview'), ['interview open'])
    const anew = after(gone, writeUp('second', '2026-03-31T13:00', { again: entryId('sending back') }))
    assert.deepEqual(ends(anew, 'write-up-interview'), ['interview met'])
    assert.deepEqual(ends(anew, 'write-up-again'), ['sending back met'])
  })
})

suite('a telling at once', () => {
  const told = (to: 'social-worker' | 'duty-team' | 'police') =>
    after(aChildMissingOvernight(), entry('told-now', '2026-03-28T23:00', { to }, { id: 'telling' }))
  const answer = (by: Role, of = 'telling', when = '2026-03-28T23:20') =>
    entry('telling-answered', when, { telling: entryId(of) }, { by: cast[by] })
  const names = {
    'social-worker': 'act-on-telling',
    'duty-team': 'act-on-telling-by-night',
    police: 'act-on-telling-by-police',
  } as const

  for (const to of ['social-worker', 'duty-team', 'police'] as const)
    test(`of the ${to} is owed an answer by them, within an hour`, () => {
      assert.equal(duty(told(to), names[to])?.dueAt, at('2026-03-29T00:00'))
      for (const other of Object.keys(names) as (keyof typeof names)[])
        if (other !== to) assert.equal(duty(told(to), names[other]), undefined)
      const [theirs, others] =
        to === 'police' ? (['police', 'duty-team'] as const) : ([to, 'police'] as const)
      assert.equal(duty(after(told(to), answer(others)), names[to])?.met, undefined)
      assert.equal(duty(after(told(to), answer(theirs, 'another telling')), names[to])?.met, undefined)
      assert.equal(duty(after(told(to), answer(theirs)), names[to])?.met?.at, at('2026-03-28T23:20'))
    })
})

suite('bringing a child home', () => {
  const found = after(aChildMissingOvernight(), entry('located', '2026-03-29T06:20', {}, { id: 'located' }))
  const agreed = (when: string, byWhen: string, led: 'council' | 'police-danger' = 'council') =>
    entry('homecoming-agreed', when, { byWhen: at(byWhen), led })

  test('is agreed within an hour, and then done by the time that was agreed, by whoever leads', () => {
    assert.equal(duty(found, 'agree-homecoming')?.met, undefined)
    const once = after(found, agreed('2026-03-29T06:40', '2026-03-29T08:00'))
    assert.equal(duty(once, 'agree-homecoming')?.met?.at, at('2026-03-29T06:40'))
    assert.equal(duty(once, 'bring-home-as-agreed')?.dueAt, at('2026-03-29T08:00'))
    assert.equal(duty(once, 'bring-home-by-police'), undefined)
    const anew = after(once, agreed('2026-03-29T07:00', '2026-03-29T07:30', 'police-danger'))
    assert.equal(duty(anew, 'bring-home-as-agreed')?.cancelled?.at, at('2026-03-29T07:00'))
    assert.equal(duty(anew, 'bring-home-by-police')?.cancelled, undefined)
    const home = after(anew, entry('returned', '2026-03-29T07:20'))
    assert.equal(duty(home, 'bring-home-by-police')?.met?.at, at('2026-03-29T07:20'))
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../test/support/cast.ts'
import { aChildMissingOvernight, after, at, entry, given } from '../../../test/support/chronology.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { Chronology } from '../episode/entries.ts'
import type { Role } from '../episode/roles.ts'
import type { Facts } from './facts.ts'
import type { Obligation } from './obligation.ts'
import { obligations } from './obligations.ts'

const inCareElsewhere: Facts = {
  approximateAge: 14,
  statuses: ['looked-after'],
  placedOutOfArea: true,
  earlierEpisodes: [],
}

function duty(chronology: Chronology, name: string): Obligation | undefined {
  return obligations(chronology, firstEdition(), () => inCareElsewhere, englandCalendar).find(
    (one) => one.duty === name,
  )
}

suite('an answer that decides', () => {
  const asked = after(
    aChildMissingOvernight(),
    entry('harm-considered', '2026-03-28T23:20', { answer: 'suffered' }),
    entry('asked', '2026-03-28T23:25', { question: 'still-missing', of: 'responsible-council' }),
  )
  const says: readonly (readonly [string, string, Role, Role])[] = [
    ['start-section-47', 'section-47', 'carer', 'social-worker'],
    ['decide-regulator', 'regulator-told', 'carer', 'provider-manager'],
    ['confirm-placement-notice', 'placement-notice', 'home-on-call', 'social-worker'],
    ['answer-still-missing', 'still-missing', 'school', 'responsible-council'],
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

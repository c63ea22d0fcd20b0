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
} from '../../../test/support/chronology.ts'
import { duty } from '../../../test/support/first-edition-owes.ts'
import type { Role } from '../episode/roles.ts'

suite('what comes with a return and with its interview', () => {
  const back = aChildBackInTheMorning()
  const by = (role: Role) => ({ by: cast[role] })
  test('home welcomes the child in two hours and talks it over in three working days', () => {
    for (const [name, type, ladder] of [
      ['welcome-child', 'child-welcomed', 'home-on-call'],
      ['talk-it-over', 'conversation-held', 'home-on-call'],
    ] as const) {
      const owed = duty(back, name)
      assert.equal(owed?.owedBy, 'carer')
      assert.equal(owed.rungs[0]?.tell, ladder)
      assert.equal(owed.met, undefined)
      const done = after(back, entry(type, '2026-03-29T10:00'))
      assert.equal(duty(done, name)?.met?.at, at('2026-03-29T10:00'))
      assert.equal(duty(aChildMissingOvernight(), name), undefined)
    }
    assert.equal(duty(back, 'welcome-child')?.endOfDay, false)
    assert.equal(duty(back, 'talk-it-over')?.endOfDay, true)
  })

  test('the carer is asked where the child declined, in two working days', () => {
    const no = entry('interview-declined', '2026-03-30T10:00', { childsOwnAnswer: true })
    const owed = duty(after(back, no), 'take-carers-account')
    assert.equal(owed?.owedBy, 'missing-service')
    assert.equal(duty(back, 'take-carers-account'), undefined)
    const taken = after(back, no, entry('carers-account-taken', '2026-03-30T12:00'))
    assert.equal(duty(taken, 'take-carers-account')?.met?.at, at('2026-03-30T12:00'))
  })

  test('a host council answers in a working day, unless the interview was held meanwhile', () => {
    const asked = after(back, entry('host-asked', '2026-03-30T10:00', {}, { id: 'request' }))
    assert.equal(duty(asked, 'answer-as-host')?.owedBy, 'host-council')
    const answer = entry('host-answered', '2026-03-30T11:00', { asked: entryId('request') })
    assert.equal(duty(after(asked, answer), 'answer-as-host')?.met?.at, at('2026-03-30T11:00'))
    const held = entry('interview-held', '2026-03-30T11:00', {}, by('missing-service'))
    assert.equal(duty(after(asked, held), 'answer-as-host')?.cancelled?.at, at('2026-03-30T11:00'))
  })

  test('a yes after a no owes an interview as long as the first time', () => {
    const no = entry('interview-declined', '2026-03-30T10:00', { childsOwnAnswer: true })
    const yes = entry('interview-accepted', '2026-03-31T10:00')
    assert.equal(duty(after(back, yes), 'return-interview-after-all'), undefined)
    assert.equal(duty(after(back, no), 'return-interview-after-all'), undefined)
    const both = after(back, no, yes)
    assert.equal(duty(both, 'return-interview-after-all')?.dueAt, at('2026-04-03T10:00'))
    const held = entry('interview-held', '2026-04-01T10:00', {}, by('missing-service'))
    assert.equal(duty(after(both, held), 'return-interview-after-all')?.met?.at, at('2026-04-01T10:00'))
    const again = entry('interview-declined', '2026-04-01T10:00', { childsOwnAnswer: true })
    const over = duty(after(both, again), 'return-interview-after-all')
    assert.equal(over?.discharged?.at, at('2026-04-01T10:00'))
  })
})

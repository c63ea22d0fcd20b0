import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../test/support/cast.ts'
import {
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
} from '../../../test/support/chronology.ts'
import { firstEdition } from '../../../test/support/first-edition.ts'
import { englandCalendar } from '../../kernel/bank-holidays.ts'
import type { Chronology, Tidings } from '../episode/entries.ts'
import type { Role } from '../episode/roles.ts'
import { obligations } from './obligations.ts'

const edition = firstEdition()

function dutyIn(chronology: Chronology, name: string) {
  const facts = () => ({ statuses: [], placedOutOfArea: false, earlierEpisodes: [] })
  const duty = obligations(chronology, edition, facts, englandCalendar).find((one) => one.duty === name)
  assert.ok(duty, name)
  return duty
}

function metAt(chronology: Chronology, name: string) {
  return dutyIn(chronology, name).met?.at
}

function told(role: Role, about: Tidings, when: string) {
  return entry('agency-informed', when, { role, about })
}

suite('everyone who was told', () => {
  test('has heard when the last of them has, and being told again moves nothing', () => {
    const heard = after(
      aChildBackInTheMorning(),
      told('police', 'return', '2026-03-29T07:20'),
      told('duty-team', 'return', '2026-03-29T07:30'),
    )
    const again = after(heard, told('police', 'return', '2026-03-29T12:00'))
    for (const record of [heard, again])
      assert.equal(metAt(record, 'tell-everyone-of-return'), at('2026-03-29T07:30'))
  })

  test('need not be told where the child is by whom they were told that the child is back', () => {
    const found = after(
      aChildMissingOvernight(),
      told('carer', 'report', '2026-03-28T22:40'),
      entry('located', '2026-03-29T06:20', {}, { id: 'located', by: cast.police }),
      entry('returned', '2026-03-29T07:10', {}, { id: 'return', by: cast.carer }),
    )
    assert.equal(metAt(found, 'tell-everyone-of-location'), undefined)
    const heard = after(found, told('duty-team', 'return', '2026-03-29T07:05'))
    assert.equal(metAt(heard, 'tell-everyone-of-location'), at('2026-03-29T07:10'))
    assert.equal(metAt(found, 'tell-everyone-of-return'), undefined)
  })

  test('has not heard by a reason for not telling: that discharges the duty, and telling them still meets it', () => {
    const excused = after(
      aChildBackInTheMorning(),
      told('police', 'return', '2026-03-29T07:20'),
      entry('agency-informed', '2026-03-29T07:30', {
        role: 'duty-team',
        about: 'return',
        told: { kind: 'not-told', because: 'Their line is down until noon' },
      }),
    )
    const duty = dutyIn(excused, 'tell-everyone-of-return')
    assert.equal(duty.met, undefined)
    assert.equal(duty.discharged?.reason, 'Their line is down until noon')
    const heard = after(excused, told('duty-team', 'return', '2026-03-29T12:10'))
    assert.equal(metAt(heard, 'tell-everyone-of-return'), at('2026-03-29T12:10'))
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applies, type Cell } from './conditions.ts'
import type { Condition } from './protocol.ts'

const child: Cell = {
  statuses: ['in-need', 'looked-after'],
  placedOutOfArea: false,
  age: 14,
  risk: 'medium',
  subject: 'child',
  episodesWithin: (days) => (days >= 90 ? 3 : 1),
}
const { age: _age, risk: _risk, ...unknown } = child

const meant: readonly (readonly [Condition, Cell, boolean])[] = [
  [{}, child, true],
  [{ status: ['in-need'] }, child, true],
  [{ status: ['looked-after', 'not-known'] }, child, true],
  [{ status: ['not-known', 'protection-plan'] }, child, false],
  [{ status: [] }, child, false],
  [{ placedOutOfArea: false }, child, true],
  [{ placedOutOfArea: true }, child, false],
  [{ placedOutOfArea: true }, { ...child, placedOutOfArea: true }, true],
  [{ ageAtMost: 14 }, child, true],
  [{ ageAtMost: 13 }, child, false],
  [{ ageAtMost: 0 }, unknown, true],
  [{ ageAtLeast: 14 }, child, true],
  [{ ageAtLeast: 15 }, child, false],
  [{ ageAtLeast: 17 }, unknown, true],
  [{ riskAtLeast: 'low' }, child, true],
  [{ riskAtLeast: 'medium' }, child, true],
  [{ riskAtLeast: 'high' }, child, false],
  [{ riskAtLeast: 'no-apparent-risk' }, unknown, false],
  [{ nthEpisode: { atLeast: 3, withinDays: 90 } }, child, true],
  [{ nthEpisode: { atLeast: 4, withinDays: 90 } }, child, false],
  [{ nthEpisode: { atLeast: 2, withinDays: 30 } }, child, false],
  [{ subject: 'child' }, child, true],
  [{ subject: 'care' }, child, false],
  [{ subject: 'care' }, { ...child, subject: 'care' }, true],
  [{ status: ['in-need'], ageAtMost: 12 }, child, false],
]
for (const [condition, cell, isMeant] of meant)
  test(`${JSON.stringify(condition)} is ${isMeant ? '' : 'not '}meant for ${JSON.stringify(cell)}`, () =>
    assert.equal(applies(condition, cell), isMeant))

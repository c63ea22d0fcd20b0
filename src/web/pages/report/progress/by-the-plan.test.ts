import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draft, entryId, idOf, moment, streamOf, told } from '../../../../../test/support/told-of-a-child.ts'
import { childAt } from '../../../../domain/child/child-at.ts'
import { byThePlan } from './by-the-plan.ts'

const places = 'The pier <b>\r\n\n  Bay 4  \n'
const drafted = told('plan-drafted', '2026-02-01T09:00Z', { ...draft, whereToLook: places }, { as: 'first' })
const agreed = told('plan-agreed-by', '2026-02-03T09:00Z', { drafted: entryId('first') })
const shownAt = (when: string, ...said: Parameters<typeof streamOf>[1][]) =>
  byThePlan({ record: childAt(streamOf(idOf<'child'>('jay'), ...said), moment(when)) })?.toString()

test('whom to call comes before where to look, one place a line, in the order of the plan', () => {
  const shown = shownAt('2026-03-01T09:00Z', drafted, agreed) ?? ''
  assert.match(shown, /His aunt Rose, 07700 900171[^]*<li>The pier &#60;b&#62;<\/li>\s*<li>Bay 4<\/li>/u)
  assert.equal(shown.match(/<li>/gu)?.length, 2)
  assert.doesNotMatch(shown, /may have changed/u)
})

test('a plan past its review says so, and one that is not agreed is not shown', () => {
  assert.match(
    shownAt('2026-10-01T09:00Z', drafted, agreed) ?? '',
    /1 September 2026: what it says may have/u,
  )
  assert.equal(shownAt('2026-03-01T09:00Z', drafted), undefined)
  assert.equal(shownAt('2026-03-01T09:00Z'), undefined)
})

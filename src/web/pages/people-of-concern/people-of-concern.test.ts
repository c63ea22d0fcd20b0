import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import { at } from '../../../../test/support/at.ts'
import { idFor } from '../../../../test/support/cast.ts'
import { day } from '../../../../test/support/told-of-a-child.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { BesideChild } from '../../../application/queries/people-of-concern.ts'
import { peopleOfConcernPage } from './view.ts'

const now = at('2026-11-21T10:00')
const visit = aVisit(now)

function beside(child: string, expired: boolean): BesideChild {
  const graded = {
    name: 'Dev',
    source: 'A <worker>',
    sourceGrade: 'B',
    informationGrade: '4',
    reviewBy: day('2026-11-01'),
    expires: day(expired ? '2026-11-20' : '2027-01-01'),
  } as const
  const concern = { entry: idFor<'entry'>(child), kind: 'adult', text: 'A <car>', at: now, graded } as const
  return { child: idFor<'child'>(child), childName: child, concern, expired }
}

test('an adult of concern stands once, beside each child, with source, grades, review and end', () => {
  const people = [
    { name: 'Dev', beside: [beside('Jay <Mercer>', false), beside('Zara', true)] },
    { beside: [beside('Kit', false)] },
  ]
  const html = peopleOfConcernPage(visit, { now, people }).toString()
  assertValidHtml(html)
  assert.match(
    html,
    /Source: A &#60;worker&#62;. B, mostly reliable; 4, cannot be judged \(scale not verified\)/,
  )
  assert.match(
    html,
    /look at it again by Sunday 1 November 2026, which is past; ends on Friday 1 January 2027/,
  )
  assert.equal(html.match(/Expired, kept on record/g)?.length, 1)
  assert.match(html, /An adult without a name/)
})

test('nobody beside a child whom one may read is said plainly', () => {
  const html = peopleOfConcernPage(visit, { now, people: [] }).toString()
  assertValidHtml(html)
  assert.match(html, /No adult is recorded/)
})

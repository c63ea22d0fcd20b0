import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aVisit, tylersStream } from '../../../../test/support/an-episode-page.ts'
import { at } from '../../../../test/support/at.ts'
import { tyler } from '../../../../test/support/cast.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { ChildPage } from '../../../application/queries/child-page.ts'
import { childAt } from '../../../domain/child/child-at.ts'
import { freshFor } from '../../../domain/child/photograph.ts'
import { planPage } from './view.ts'

const now = at('2026-03-29T11:00')
const shown = (stream = tylersStream): ChildPage => ({
  now,
  child: tyler,
  record: childAt(stream, now),
  episodes: [],
  care: [],
  died: false,
  workers: [],
  mayReadLooks: false,
  photographsFreshFor: freshFor,
  sameAs: [],
})
const may = { draft: true, agree: true, review: true }

test('the page of a plan has the child’s words first, who is awaited, and what can be done', () => {
  const made = planPage(aVisit(now), shown(), may, true).toString()
  assertValidHtml(made)
  assert.match(made, /Text &#60;b&#62;me/)
  assert.ok(made.indexOf('Text &#60;b&#62;me') < made.indexOf('Whom to call first'))
  assert.match(made, /Awaited: the council/)
  assert.match(made, /I agree to this version/)
  assert.match(made, /plan-drafted/)
})

test('where no version was drafted it says so, and a device is offered nothing to write', () => {
  const none = planPage(aVisit(now), shown(tylersStream.slice(0, 1)), may, false).toString()
  assertValidHtml(none)
  assert.match(none, /No version of a plan is recorded here/)
  const never = { draft: false, agree: false, review: false }
  const onADevice = planPage(aVisit(now), shown(), never, false).toString()
  assertValidHtml(onADevice)
  assert.doesNotMatch(onADevice, /I agree|plan-drafted|plan-reviewed/)
})

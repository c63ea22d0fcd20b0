import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import { at } from '../../../../test/support/at.ts'
import { idFor } from '../../../../test/support/cast.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { WaitingForSecond } from '../../../application/queries/waiting-for-second.ts'
import { myDutiesPage } from './view.ts'

const now = at('2026-11-21T00:52')
const waiting: WaitingForSecond = {
  child: { name: 'Tyler <Boothe>', pronoun: 'he' } as WaitingForSecond['child'],
  episode: idFor<'episode'>('tonight'),
  entry: idFor<'entry'>('correction'),
  what: 'correction',
  reason: 'The door camera shows 22:40',
  by: 'Ruth Adeyemi',
  recorded: at('2026-11-20T23:10'),
}

test('what waits for a second person stands on the list of whoever may be one', () => {
  const shown = myDutiesPage(aVisit(now), { now, owed: [], waiting: [waiting] }).toString()
  assertValidHtml(shown)
  assert.match(shown, /Waiting for a second person/)
  assert.match(shown, /acknowledge\?entry=/)
  assert.match(shown, /by Ruth Adeyemi, 23:10 on Friday: “The door camera shows 22:40”/)
  assert.doesNotMatch(shown, /<Boothe>/)
})

test('somebody with nothing to do is told so in words', () => {
  const shown = myDutiesPage(aVisit(now), { now, owed: [], waiting: [] }).toString()
  assertValidHtml(shown)
  assert.match(shown, /You owe nothing now\./)
  assert.doesNotMatch(shown, /Waiting for/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import { idFor } from '../../../../test/support/cast.ts'
import { at } from '../../../../test/support/at.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import { searchWords } from './search-words.ts'
import { childrenPage } from './view.ts'

const visit = aVisit(at('2026-11-21T00:52'))
const card = {
  child: idFor<'child'>('Jay'),
  name: 'Jay <Mercer>',
  otherNames: [],
  approximateAge: 14,
  pronoun: 'he' as const,
  answerable: { workers: {} },
  foundBy: '',
}

test('the search is valid before anything is looked for, and with a fault', () => {
  assertValidHtml(childrenPage({ visit, text: '' }).toString())
  const errors = [{ field: 'q', message: 'What you look for must be 200 characters or fewer.' }]
  const shown = childrenPage({ visit, text: 'x"><b>', errors }).toString()
  assertValidHtml(shown)
  assert.match(shown, /There is a problem/)
})

test('what is found leads to the child', () => {
  const shown = childrenPage({ visit, text: 'mercer', found: { cards: [card], more: false } }).toString()
  assertValidHtml(shown)
  assert.match(shown, new RegExp(`href="/children/${card.child}"`))
  assert.match(shown, /Jay &#60;Mercer&#62;, about 14/)
})

test('nothing found reads the same whether there is nobody or nobody that one may see', () => {
  const shown = childrenPage({ visit, text: 'zzz', found: { cards: [], more: false } }).toString()
  assertValidHtml(shown)
  assert.doesNotMatch(shown, /not allowed|permission|may not see|restricted/)
})

test('a date of birth is found however it is typed', () => {
  for (const typed of ['3/4/2012', '03.04.2012', '3 4 2012', '3-4-2012'])
    assert.equal(searchWords(`jay ${typed}`), 'jay 2012-04-03')
  assert.equal(searchWords('31/2/2012'), '31/2/2012')
  assert.equal(searchWords('07700 900101'), '07700 900101')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directory } from '../../../../test/support/a-directory.ts'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import { at } from '../../../../test/support/at.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import { signInPage } from './view.ts'

const visit = { ...aVisit(at('2026-11-21T00:52')), person: null }

test('everyone stands once, under their organisation, with what they do', () => {
  const shown = signInPage(visit, { directory, posts: directory.posts, to: '/board' }).toString()
  assertValidHtml(shown)
  for (const { id } of directory.posts) assert.equal(shown.split(`value="${id}"`).length, 2)
  assert.match(shown, /everyone here is invented/)
  assert.match(shown, /notices, looks, rings the police/)
})

test('where one was going is kept, as text', () => {
  const shown = signInPage(visit, { directory, posts: directory.posts, to: '/children?q="a' }).toString()
  assertValidHtml(shown)
  assert.match(shown, /name="to" value="\/children\?q(?:=|&#61;)&#34;a"/)
})

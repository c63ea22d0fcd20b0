import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { html, join, trusted } from './html.ts'

test('a name with markup in it arrives as text', () => {
  assert.equal(
    html`<p>${'<b>Jay</b> & "co"'}</p>`.toString(),
    '<p>&#60;b&#62;Jay&#60;/b&#62; &#38; &#34;co&#34;</p>',
  )
})

test('markup inside markup is not escaped twice', () => {
  const items = ['a', '<'].map((item) => html`<li>${item}</li>`)
  assert.equal(html`${items}`.toString(), '<li>a</li><li>&#60;</li>')
})

test('a sentence that ends in an exclamation mark still escapes what follows', () => {
  assert.equal(html`<p>Ring!${'<script>'}</p>`.toString(), '<p>Ring!&#60;script&#62;</p>')
})

test('absent pieces leave nothing and a nought is shown', () => {
  assert.equal(html`${null}${undefined}${false}${0}${''}`.toString(), '0')
})

test('joined pieces have no separator around the absent', () => {
  assert.equal(join(['a', null, false, trusted('<b>b</b>')], ' · ').toString(), 'a · <b>b</b>')
})

test('no string can open a tag or leave a quoted attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.match(html`${text}`.toString(), /^[^<>"']*$/u)
    }),
  )
})

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { test } from 'node:test'
import {
  besideFirstEdition,
  firstEdition,
  placeBesideFirstEdition,
} from '../../../test/support/first-edition.ts'
import { draw } from './draw.ts'
import { widthOf, wrapped } from './draw-text.ts'
import { explain, explainAsMarkdown } from './explain.ts'
import type { Edition } from './protocol.ts'

const edition = firstEdition()

// `UPDATE_DRAWINGS=1` writes both files anew; what changed is then seen in the commit.
if (process.env['UPDATE_DRAWINGS'] === '1') {
  writeFileSync(placeBesideFirstEdition('svg'), draw(edition))
  writeFileSync(placeBesideFirstEdition('md'), explainAsMarkdown(edition))
}

test('the drawing kept beside the first edition is the drawing of it', () => {
  assert.equal(besideFirstEdition('svg'), draw(edition))
})

test('the explanation kept beside the first edition is the explanation of it', () => {
  assert.equal(besideFirstEdition('md'), explainAsMarkdown(edition))
})

test('every duty is explained once, and drawn by its title', () => {
  const explained = explain(edition).flatMap(({ duties }) => duties.map(({ duty }) => duty))
  assert.deepEqual(explained.toSorted(), edition.clauses.map(({ duty }) => duty).toSorted())
  const boxes = draw(edition).match(/<rect [^>]*rx="3"/g)?.length
  const inTheKey = 3
  assert.equal(boxes, edition.clauses.length + inTheKey)
})

test('a duty that is switched off is explained as such and not drawn', () => {
  const without: Edition = {
    ...edition,
    clauses: edition.clauses.map((clause) => ({ ...clause, on: clause.duty !== 'tell-school' })),
  }
  assert.deepEqual(
    explain(without)
      .find(({ name }) => name === 'off')
      ?.duties.map(({ duty }) => duty),
    ['tell-school'],
  )
  assert.ok(draw(edition).includes('Tell the school by morning'))
  assert.ok(!draw(without).includes('Tell the school by morning'))
})

test('a title with markup in it is drawn as text', () => {
  const drawn = draw({ ...edition, title: 'Home & <b>"away"</b>' })
  assert.ok(drawn.includes('Home &amp; &lt;b&gt;&quot;away&quot;&lt;/b&gt;'))
})

test('lines hold whole words in order and fit, unless a word alone does not', () => {
  const text = 'Settle together the cause, the support most likely to help, and responsibilities'
  const lines = wrapped(text, 120, 14)
  assert.equal(lines.join(' '), text)
  assert.ok(lines.every((line) => widthOf(line, 14) <= 120 || !line.includes(' ')))
})

test('what is unverified says so, and a time that the guide does not give is a setting', () => {
  const rows = new Map(
    explain(edition).flatMap(({ duties }) =>
      duties.map(({ duty, rows }) => [duty, rows.find(({ label }) => label === 'Source')?.says ?? '']),
    ),
  )
  assert.match(rows.get('prevention-check')!, /\(verified\)\.$/)
  assert.match(rows.get('consider-significance')!, /\(verified; the time is a setting, unverified\)\.$/)
  assert.match(rows.get('offer-interview')!, /\(unverified\)\.$/)
})

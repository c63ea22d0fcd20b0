import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { test } from 'node:test'
import {
  besideFirstEdition,
  firstEdition,
  placeBesideFirstEdition,
} from '../../../test/support/first-edition.ts'
import {
  besideMissingCare,
  missingCareEdition,
  placeBesideMissingCare,
} from '../../../test/support/missing-care.ts'
import type { Within } from '../../kernel/within.ts'
import { draw } from './draw.ts'
import { widthOf, wrapped } from './draw-text.ts'
import { explain, explainAsMarkdown } from './explain.ts'
import { chaptersOf, type ChapterName } from './explain-chapters.ts'
import type { Edition, Evidence } from './protocol.ts'

const edition = firstEdition()

const care = missingCareEdition()

// `UPDATE_DRAWINGS=1` writes both files anew; what changed is then seen in the commit.
if (process.env['UPDATE_DRAWINGS'] === '1') {
  writeFileSync(placeBesideFirstEdition('svg'), draw(edition))
  writeFileSync(placeBesideFirstEdition('md'), explainAsMarkdown(edition))
  writeFileSync(placeBesideMissingCare('svg'), draw(care))
  writeFileSync(placeBesideMissingCare('md'), explainAsMarkdown(care))
}

test('the drawing and the explanation kept beside the edition of missing Care are its own', () => {
  assert.equal(besideMissingCare('svg'), draw(care))
  assert.equal(besideMissingCare('md'), explainAsMarkdown(care))
})

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
  assert.equal(boxes, edition.clauses.filter(({ on }) => on).length + inTheKey)
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

test('an edition is explained from what it is to what is switched off, under names that a page can point to', () => {
  const own: Edition = {
    ...edition,
    extends: 'missing-from-home-and-care/2024-03',
    until: edition.reviewDue,
    clauses: edition.clauses.map((clause) => ({ ...clause, on: clause.duty !== 'tell-school' })),
  }
  const sections = explain(own)
  assert.deepEqual(
    sections.map(({ name }) => name),
    ['edition', 'reasonable-time', 'concern', 'searching', 'reported', 'returned', 'any', 'off'],
  )
  const [first, last] = [sections[0]!, sections.at(-1)!]
  assert.match(
    first.says[0]!,
    /^Edition 2024-03 of missing-from-home-and-care, in force from Friday 1 March 2024 until the end of the day before \w+ \d+ \w+ \d{4}\.$/,
  )
  assert.ok(first.says.includes('It extends missing-from-home-and-care/2024-03.'))
  assert.ok(!explain(edition)[0]!.says.some((line) => /It extends|until the end/.test(line)))
  assert.deepEqual([last.heading, last.says], ['Switched off in this edition', ['These lay no duty.']])
  assert.ok(draw(own).includes(`${edition.clauses.length - 1} duties under the stage that starts them`))
})

test('a time is verified where its source was checked and gives it', () => {
  const duties = new Map(explain(edition).flatMap(({ duties }) => duties.map((one) => [one.duty, one])))
  const verified = (duty: string) => [duties.get(duty)?.verified, duties.get(duty)?.timeVerified]
  assert.deepEqual(verified('prevention-check'), [true, true])
  assert.deepEqual(verified('consider-significance'), [true, false])
  assert.deepEqual(verified('offer-interview'), [false, false])
})

/** Where a duty is explained that starts with this entry. */
const chapters: readonly (readonly [ChapterName, readonly Evidence[]])[] = [
  [
    'concern',
    [
      { entry: 'concern-raised' },
      { entry: 'action-taken' },
      { entry: 'threshold-assessed' },
      { entry: 'threshold-assessed', where: { worriedNow: true } },
    ],
  ],
  ['searching', [{ entry: 'threshold-assessed', where: { worriedNow: false } }]],
  [
    'reported',
    [
      { entry: 'reported-missing' },
      { entry: 'risk-assessed' },
      { entry: 'risk-view-given' },
      { entry: 'grade-challenged' },
      { entry: 'meeting-held' },
      { entry: 'located' },
      { entry: 'returned', where: { placeOfSafety: false } },
    ],
  ],
  [
    'returned',
    [
      { entry: 'returned' },
      { entry: 'returned', where: { placeOfSafety: true } },
      { entry: 'prevention-check-done' },
      { entry: 'prevention-check-not-possible' },
      { entry: 'interview-offered' },
      { entry: 'interview-arranged' },
      { entry: 'interview-attempted' },
      { entry: 'interview-held' },
    ],
  ],
  ['any', [{ entry: 'note-added' }, { entry: 'note-added', where: { placeOfSafety: false } }]],
]
for (const [chapter, started] of chapters)
  for (const evidence of started)
    test(`what starts with ${JSON.stringify(evidence)} is explained under "${chapter}"`, () => {
      const clause = { ...edition.clauses[0]!, starts: { kind: 'entry', evidence, each: false } as const }
      const lapse = {
        ...edition.clauses[0]!,
        starts: { kind: 'lapse', after: evidence, lapse: 'PT1H' as Within, unless: [] } as const,
      }
      for (const one of [clause, lapse])
        assert.deepEqual(
          chaptersOf({ ...edition, clauses: [one] }).flatMap(({ name, groups }) =>
            groups.length > 0 ? [name] : [],
          ),
          [chapter],
        )
    })

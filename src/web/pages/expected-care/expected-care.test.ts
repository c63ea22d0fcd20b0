import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import { at } from '../../../../test/support/at.ts'
import { expectedCare } from '../../../../test/support/expected-care.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { ExpectedCare } from '../../../domain/care/expected.ts'
import { expectedCarePage } from './view.ts'

const visit = aVisit(at('2026-11-27T20:00'))

function wordsOf(editions: readonly ExpectedCare[]): string {
  const page = expectedCarePage(visit, editions).toString()
  assertValidHtml(page)
  return page
    .replace(/<head>.*?<\/head>/su, '')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
}

test('Every strand stands with its times, its holder, what counts, what is done first, and its source.', () => {
  const words = wordsOf([expectedCare])
  for (const { title, inTheirWords } of expectedCare.strands)
    assert.ok(words.includes(title) && words.includes(inTheirWords), title)
  assert.match(
    words,
    /Reviews In a child’s words “People meet about my plan and hear what I say” What it is Done again and again Held by independent reviewing officer Expected Within 20 working days of becoming looked after Within 3 months of the last time, after the first one Within 6 months of the last time It counts when it is recorded Before it is reported missing Ring the reviewing service for the date\. That may take 5 working days\. Source Care Planning Regulations 2010, regulation 33 Verified/,
  )
  assert.match(words, /For whom children aged 16 or over/)
  assert.match(words, /32 strands, \d+ of them from a verified source/)
  assert.match(words, /Always there/)
  assert.match(words, /Written down, and kept up to date/)
  assert.match(words, /the child saw it, or says that it was there/)
})

test('The newest edition is shown, and without one the page says so.', () => {
  const later = { ...expectedCare, edition: '2027-01', from: '2027-01-01' as ExpectedCare['from'] }
  assert.match(wordsOf([expectedCare, later]), /Edition 2027-01/)
  assert.match(wordsOf([later, expectedCare]), /Edition 2027-01/)
  assert.match(wordsOf([]), /No edition is in use/)
})

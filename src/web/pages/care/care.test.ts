import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import { careStream, visitSeen } from '../../../../test/support/care-record.ts'
import { idFor } from '../../../../test/support/cast.ts'
import { expectedCare, lifeFrom, noon } from '../../../../test/support/expected-care.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { CarePage } from '../../../application/queries/care.ts'
import { careIn } from '../../../domain/care/care-of.ts'
import { knownCare } from '../../../domain/care/known.ts'
import type { CareStream } from '../../../domain/care/record.ts'
import { childAt } from '../../../domain/child/child-at.ts'
import { emptyForm } from '../../forms/form.ts'
import { carePageView, sightingPage } from './view.ts'

const now = noon('2026-05-11')
const visit = aVisit(now)

function shownOf(stream: CareStream, more: Partial<CarePage> = {}): CarePage {
  return {
    now,
    child: idFor('Leah'),
    record: { ...childAt([], now), name: 'Leah Marsh' },
    mayRead: true,
    strands: careIn(expectedCare, stream, lifeFrom('2026-03-02'), now),
    known: knownCare(stream),
    ...more,
  }
}

function wordsOf(shown: CarePage, mayAdd = true): string {
  const page = carePageView(visit, shown, { mayAdd, isRecorded: false }).toString()
  assertValidHtml(page)
  return page.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')
}

test('A visit that the child has not seen for nine weeks stands first, with when it was seen and who holds it.', () => {
  const words = wordsOf(shownOf(careStream(visitSeen('2026-03-09'))))
  assert.match(words, /Where is the Care of Leah/)
  assert.match(words, /Last seen by Leah Marsh 9 weeks ago. It was expected by .*20 April 2026/)
  assert.match(words, /Of 1 parts that are recorded here, 0 are where they are expected/)
  assert.match(
    words,
    /Visits by the social worker Nobody can say 12:00 on .*March.* 20 April 2026 allocated social worker/,
  )
})

test('What nobody recorded here is counted apart and is never called missing.', () => {
  const words = wordsOf(shownOf(careStream()))
  assert.match(words, /Nothing is recorded here yet, of \d+ parts that are expected/)
  assert.match(words, /That does not say that they are missing/)
  assert.doesNotMatch(words, /Nobody can say/)
})

test('Whoever does not read Care is told so, and a child who is not looked after is owed nothing here.', () => {
  const closed = wordsOf(shownOf(careStream(), { mayRead: false, strands: [] }))
  assert.match(closed, /You do not read the Care of this child/)
  assert.doesNotMatch(closed, /Record that Care was there/)
  assert.match(wordsOf(shownOf(careStream(), { strands: [] })), /not looked after: nothing is expected/)
})

test('The form asks how it was in words, and gives no score.', () => {
  const asking = { form: emptyForm, errors: [], now }
  const page = sightingPage(visit, shownOf(careStream()), idFor('command'), asking).toString()
  assertValidHtml(page)
  for (const says of ['Was it attentive', 'Did the child see it?', 'What does the child say?'])
    assert.ok(page.includes(says), says)
})

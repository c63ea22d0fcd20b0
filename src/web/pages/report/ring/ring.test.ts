import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anEpisodePage, aVisit } from '../../../../../test/support/an-episode-page.ts'
import { lena, ruth } from '../../../../../test/support/a-directory.ts'
import {
  aChildBackBeforeAnyReport,
  aChildMissingOvernight,
  after,
  at,
  entry,
} from '../../../../../test/support/chronology.ts'
import { assertValidHtml } from '../../../../../test/support/valid-html.ts'
import type { Chronology } from '../../../../domain/episode/entries.ts'
import { Form } from '../../../forms/form.ts'
import { askedAgain, firstAsked } from '../asked.ts'
import { overtakenNotice } from '../on-episode.ts'
import { sentOf } from '../sent.ts'
import { readTold } from './form.ts'
import { noNeedToRingPage, ringPage } from './view.ts'
import { whatToSay } from './what-to-say.ts'

const now = at('2026-03-28T22:00')
const notTold = aChildMissingOvernight().slice(0, 4)
const page = anEpisodePage(notTold, now)
const ring = { visit: aVisit(now), shown: page, from: 'Fernside', isPolice: false }

test('the two numbers stand first and the button says that it tells nobody', () => {
  const shown = ringPage({ ...ring, asked: firstAsked('token') }).toString()
  assertValidHtml(shown)
  assert.match(shown, /<h1[^>]*>\s*Ring the police now/)
  assert.match(shown, /href="tel:999"[^]*href="tel:101"[^]*Pressing the button tells nobody/)
  assert.match(shown, /Adult of concern: A man called Dev/)
  assert.match(shown, /name="shown" value="4"/)
  assert.ok(
    shown.indexOf('value="emergency"') < shown.indexOf('value="not-emergency"'),
    '999 comes before 101',
  )
})

test('what to say has the name, the age, the place, the last sighting and our reference', () => {
  const said = whatToSay(page, 'Fernside').join('\n')
  assert.match(said, /I am ringing from Fernside\. A child is missing\./)
  assert.match(
    said,
    /Tyler Boothe, 14 years old, born Wednesday 4 May 2011\. He is looked after by a council\./,
  )
  assert.match(said, /He should be at .* and it was noticed at 21:40/)
  assert.match(said, /Last seen: 19:30/)
  assert.match(said, /Our reference is WH-/)
})

test('without who answered it asks again and keeps the number and the reference', () => {
  const form = Form.of({ number: 'other', 'number-which': '01632 960300', reference: '<1>', shown: '2' })
  const read = readTold(form, ruth, false, now)
  assert.ok(read.kind === 'problems')
  const shown = ringPage({ ...ring, asked: askedAgain('token', form, read.problems) }).toString()
  assertValidHtml(shown)
  assert.match(shown, /href="#callTaker"/)
  assert.match(shown, /01632 960300/)
  assert.match(shown, /&lt;1&gt;/)
  assert.match(shown, /name="shown" value="2"/)
})

test('overtaken, it shows what was added and rests on that from then on', () => {
  const form = Form.of({ shown: '2', callTaker: 'Gwen' })
  const status = overtakenNotice(notTold.slice(2), now)
  const shown = ringPage({ ...ring, asked: askedAgain('token', form, []), status }).toString()
  assertValidHtml(shown)
  assert.match(shown, /Something was added while you were here/)
  assert.match(shown, /value="Gwen"/)
  assert.match(shown, /name="shown" value="4"/)
})

test('a call is a number, a name and a time; an acceptance is a post of the force', () => {
  const when = { 'at-day': 'today', 'at-time': '21:58' }
  const rang = readTold(Form.of({ number: 'not-emergency', callTaker: 'Gwen', ...when }), ruth, false, now)
  assert.deepEqual(rang, {
    kind: 'read',
    value: {
      police: { kind: 'rang', number: '101', callTaker: 'Gwen' },
      at: { at: at('2026-03-28T21:58'), precision: 'minute' },
    },
  })
  const accepted = readTold(Form.of({ reference: '13260441872', ...when }), lena, true, now)
  assert.deepEqual(accepted.kind === 'read' && accepted.value.police, {
    kind: 'accepted',
    post: lena.id,
    reference: '13260441872',
  })
})

test('police are asked to accept, and not to ring', () => {
  const shown = ringPage({
    ...ring,
    isPolice: true,
    from: 'Aldermoor Police',
    asked: firstAsked('token'),
  }).toString()
  assertValidHtml(shown)
  assert.match(shown, /Accept Tyler as missing/)
  assert.doesNotMatch(shown, /I am ringing from/)
})

test('the header says what the server has and whether police know, and never more', () => {
  const sent = (chronology: Chronology) => sentOf(anEpisodePage(chronology, now).episode, chronology, now)
  assert.deepEqual(sent([]), { headline: 'Not sent.', detail: 'Police do not know.' })
  assert.deepEqual(sent(notTold), { headline: 'Saved 21:55.', detail: 'Police do not know.' })
  const rang = { police: { kind: 'rang' as const, number: '101', callTaker: 'Gwen' } }
  const told = after(notTold, entry('reported-missing', '2026-03-28T21:57', rang))
  assert.equal(sent(told).detail, 'Police told 21:57, reference to follow.')
  const given = entry('reference-given', '2026-03-28T21:59', { reference: '1326', police: true })
  assert.equal(sent(after(told, given)).detail, 'Police told 21:57, reference 1326.')
  const voided = after(
    notTold,
    entry('recorded-in-error', '2026-03-28T21:58', { scope: { kind: 'episode' } }),
  )
  assert.equal(sent(voided).headline, 'Recorded in error.')
})

test('when police know, or the child is back, there is nothing to ring about', () => {
  const known = noNeedToRingPage({ visit: aVisit(now), shown: anEpisodePage(aChildMissingOvernight(), now) })
  assertValidHtml(known.toString())
  assert.match(known.toString(), /Police know/)
  const back = noNeedToRingPage({
    visit: aVisit(now),
    shown: anEpisodePage(aChildBackBeforeAnyReport(), now),
  })
  assertValidHtml(back.toString())
  assert.match(back.toString(), /Tyler is back/)
})

test('an absence that was recorded in error is not called a return, and offers nothing that would be refused', () => {
  const voided = after(
    notTold,
    entry('recorded-in-error', '2026-03-28T21:55', { scope: { kind: 'episode' } }),
  )
  const shown = noNeedToRingPage({ visit: aVisit(now), shown: anEpisodePage(voided, now) }).toString()
  assertValidHtml(shown)
  assert.match(shown, /This was recorded in error/)
  assert.doesNotMatch(shown, /is back|give-reference|record-information/)
})

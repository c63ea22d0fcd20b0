import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertValidHtml } from '../../../test/support/valid-html.ts'
import { whatYouCanDoNow } from '../components/acts.ts'
import { asKnownAt } from '../components/as-known-at.ts'
import { boardSection } from '../components/board-card.ts'
import { chronology } from '../components/chronology.ts'
import { clockSentence } from '../components/clock.ts'
import { dutyList } from '../components/duty.ts'
import { chip, emptyState, notice } from '../components/notice.ts'
import { govuk } from '../components/official.ts'
import { callout, summary } from '../components/summary.ts'
import { thread } from '../components/thread.ts'
import { whoHolds, whoKnows } from '../components/who-knows.ts'
import { html } from '../html.ts'
import { page, reportPage } from './page.ts'
import type { PageVisit } from './visit.ts'
import type { Moment } from '../../kernel/moment.ts'

const now = '2026-11-21T00:52:00.000Z' as Moment
const visit: PageVisit = {
  person: { name: 'Amira <Hussain>', post: 'Out-of-hours social worker' },
  dutiesOwed: 7,
  dutyTeam: { name: 'the duty team', telephone: '01632 960 123' },
  demonstration: true,
  csrfToken: 'token',
  now,
}
const clock = clockSentence('2026-11-21T02:40:00.000Z', now)

function everyPiece(): string {
  const points = [
    { at: '2026-11-20T21:40:00.000Z', label: '21:40 noticed' },
    { at: '2026-11-21T21:40:00.000Z', label: '24 h meeting' },
  ]
  const card = {
    href: '/episodes/1',
    name: 'Jay Mercer, 14',
    reveal: { href: '/episodes/1/name', text: 'show name' },
    reference: 'WH-7F3K-29 · Oakfield House',
    length: '3 hours 12 minutes',
    since: 'since 21:40',
    tone: 'overdue' as const,
    chips: html`${chip('High risk', 'danger')} graded 22:05`,
    known: 'Last seen at the bus station.',
    thread: thread({ label: 'What happened', points, now, tone: 'overdue' }),
    next: [{ what: 'Police review the grade', clock, who: 'PS Imran Shah', detail: 'not acknowledged' }],
  }
  const entry = {
    id: 'a',
    occurred: now,
    occurredTime: '22:40',
    occurredDate: 'Friday 20 November',
    headline: 'Returned',
    recordedLine: 'Ruth Adeyemi · recorded 22:52',
    correction: { was: '22:10', reason: 'door camera shows 22:40' },
    kind: 'void' as const,
  }
  return page({
    title: 'Jay is missing',
    visit,
    here: 'board',
    breadcrumbs: [{ text: 'Board', href: '/board' }],
    status: notice({ kind: 'overtaken', title: 'Someone was first', body: html`<p>Look again.</p>` }),
    lead: html`${summary({ eyebrow: 'WH-7F3K-29', sentence: 'Jay is missing.', detail: 'Since 21:40.' })}
    ${asKnownAt({ action: '/episodes/1', moments: [{ at: now, words: '00:52' }], shown: now, nowWords: '01:00' })}`,
    main: html`${boardSection('Missing now', 'clocks run', [card])}
      <h2>Chronology</h2>
      ${chronology([entry, { ...entry, id: 'b', kind: 'information' }])}${emptyState({ title: 'None' })}`,
    aside: html`${whatYouCanDoNow([{ text: 'Record', href: '/record' }])}
      ${whoKnows([{ who: 'Police', told: '17:48' }, { who: 'School' }, { who: 'Mother', notToldBecause: 'she asked' }])}
      ${whoHolds([{ role: 'Social worker', name: 'Sam Okafor', telephone: '01632 960 200' }])}
      <h2>Owed</h2>
      ${dutyList([{ what: 'Prevention check', href: '/duties/1', clock, owner: 'Police', because: '4 hours' }])}`,
    live: '/board',
  }).toString()
}

test('a page with every piece on it is valid HTML without an inline style', () => {
  assertValidHtml(everyPiece())
})

test('every page says that nobody is alerted and which numbers to ring, signed in or not', () => {
  for (const person of [visit.person, null]) {
    const made = page({
      title: 'Sign in',
      visit: { ...visit, person },
      main: html`<h1>Sign in</h1>`,
    }).toString()
    assertValidHtml(made)
    for (const said of [
      'alerts nobody yet',
      'tel:999',
      'tel:101',
      'tel:01632960123',
      'every person and place',
    ]) {
      assert.ok(made.includes(said), said)
    }
  }
})

test('a report says what has been sent, keeps the numbers, and asks again with its error in the title', () => {
  const errors = [{ field: 'worry', message: 'Say whether you are worried now' }]
  const made = reportPage({
    title: 'Are you worried now?',
    visit,
    sent: { headline: 'Not sent.', detail: 'Police do not know.' },
    caption: 'Jay Mercer · question 2',
    back: '/report',
    errors,
    main: html`<form method="post" action="/report">
      ${govuk('radios', {
        name: 'worry',
        idPrefix: 'worry',
        fieldset: { legend: { html: html`<h1 class="govuk-fieldset__heading">Are you worried now?</h1>` } },
        formGroup: { beforeInputs: { html: callout('Think about tonight only.') } },
        items: [{ value: 'yes', text: 'Yes' }, { divider: 'or' }, { value: 'no', text: 'Not yet' }],
      })}
      ${govuk('button', { text: 'Continue' })}
    </form>`,
  }).toString()
  assertValidHtml(made)
  assert.match(made, /<title>\s*Error: Are you worried now\? – Whereabouts\s*<\/title>/)
  assert.match(made, /Not sent\.[^]*Police do not know\./)
  assert.match(made, /href="#worry"/)
  assert.equal(made.split('tel:999').length, 2)
})

test('nothing of the crown, its colours or its typeface is asked for', () => {
  assert.doesNotMatch(everyPiece(), /crown|GDS|govuk-logo/i)
})

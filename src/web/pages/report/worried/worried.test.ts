import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aVisit, tylersStream } from '../../../../../test/support/an-episode-page.ts'
import { cast, idFor, tyler } from '../../../../../test/support/cast.ts'
import { at } from '../../../../../test/support/at.ts'
import { assertValidHtml } from '../../../../../test/support/valid-html.ts'
import type { BeforeReport } from '../../../../application/queries/before-report.ts'
import { earlierOf } from '../../../../application/queries/earlier.ts'
import { childAt } from '../../../../domain/child/child-at.ts'
import { Form } from '../../../forms/form.ts'
import { askedAgain, firstAsked } from '../asked.ts'
import { readWorried, startingAt } from './form.ts'
import { alreadyOpenPage, usedPage, worriedPage } from './view.ts'

const now = at('2026-03-28T21:40')
const record = childAt(tylersStream, now)
const before: BeforeReport = {
  now,
  child: tyler,
  record,
  earlier: earlierOf(record, []),
  hasBeenAway: true,
  lookUntil: at('2026-03-28T22:40'),
}
const carer = cast.carer

function pageWith(sent: Readonly<Record<string, string>>): string {
  const form = Form.of(sent)
  const read = readWorried(form, record, carer, now)
  const asked = askedAgain('token', form, read.kind === 'problems' ? read.problems : [])
  return worriedPage({ visit: aVisit(now), author: carer, before, asked }).toString()
}

const filled = {
  worried: 'no',
  where: 'unknown',
  expectedAt: 'Fernside',
  out: 'not-authorised',
  'noticed-day': 'today',
  'noticed-time': '21:30',
}

function readOf(sent: Readonly<Record<string, string>>) {
  return readWorried(Form.of(sent), record, carer, now)
}

test('worry is the heading, and nothing has been sent', () => {
  const shown = worriedPage({
    visit: aVisit(now),
    author: carer,
    before,
    asked: firstAsked('token'),
  }).toString()
  assertValidHtml(shown)
  assert.match(shown, /<h1[^>]*>\s*Are you worried now about Tyler&#39;s safety, or anyone else&#39;s\?/)
  assert.match(shown, /Not sent\.[^]*Police do not know\./)
  assert.match(shown, /Tell the police by 22:40 at the latest/)
  assert.match(shown, /That he has come back before does not make tonight safer/)
  assert.match(shown, /A man called Dev with a &lt;silver&gt;|A man called Dev with a &#60;silver&#62;/)
  assert.doesNotMatch(shown, /checked[^>]*name="worried"|name="worried"[^>]*checked/)
})

test('a child who was never away is not told to have come back', () => {
  const first = { ...before, hasBeenAway: false, earlier: [] }
  const shown = worriedPage({ visit: aVisit(now), author: carer, before: first, asked: firstAsked('token') })
  assertValidHtml(shown.toString())
  assert.doesNotMatch(shown.toString(), /come back before/)
})

test('where the protocol gives no time to look, the page promises none', () => {
  const young = { ...before, lookUntil: now }
  const shown = worriedPage({ visit: aVisit(now), author: carer, before: young, asked: firstAsked('token') })
  assert.match(shown.toString(), /gives no time for looking first: tell police now/)
  assert.doesNotMatch(shown.toString(), /at the latest/)
})

test('without an answer about worry it asks again, and keeps what was typed', () => {
  const shown = pageWith({
    ...filled,
    worried: '',
    where: 'known',
    'where-place': 'With <Dev>',
    'noticed-time': '25:99',
  })
  assertValidHtml(shown)
  assert.match(shown, /There is a problem/)
  assert.match(shown, /href="#worried"/)
  assert.match(shown, /href="#noticed-time"/)
  assert.match(shown, /With &lt;Dev&gt;/)
  assert.match(shown, /25:99/)
})

test('a place that is typed beside "No" is asked about and never lost', () => {
  const read = readOf({ ...filled, 'where-place': 'At Dev’s flat' })
  assert.equal(read.kind === 'problems' && read.problems[0]?.field, 'where')
})

test('knowing the address does not answer the question of worry', () => {
  const known = {
    ...filled,
    worried: '',
    where: 'known',
    'where-place': 'Dev’s',
    'where-agreed': 'authorised',
  }
  const read = readOf(known)
  assert.deepEqual(read.kind === 'problems' && read.problems.map(({ field }) => field), ['worried'])
})

test('what is read says where, whether agreed, and worry, each by itself', () => {
  const known = readOf({
    ...filled,
    worried: 'yes',
    where: 'known',
    'where-place': 'Dev’s',
    'where-agreed': 'late',
  })
  assert.deepEqual(known, {
    kind: 'read',
    value: {
      noticed: { at: at('2026-03-28T21:30'), precision: 'minute' },
      concern: {
        expectedAt: 'Fernside',
        how: 'noticed',
        whereabouts: 'known-elsewhere',
        where: 'Dev’s',
        authorisation: 'late',
      },
      threshold: { worriedNow: true },
    },
  })
  const unknown = readOf(filled)
  assert.equal(unknown.kind === 'read' && unknown.value.concern.whereabouts, 'unknown')
  assert.equal(unknown.kind === 'read' && unknown.value.threshold.worriedNow, false)
})

test('whoever does not live with the child was told of it', () => {
  const read = readWorried(Form.of(filled), record, cast['duty-team'], now)
  assert.equal(read.kind === 'read' && read.value.concern.how, 'told')
})

test('a second child starts at the time at which the first was noticed', () => {
  const form = startingAt(at('2026-03-27T23:55'), at('2026-03-28T00:20'))
  assert.equal(form.text('noticed-day'), 'yesterday')
  assert.equal(form.text('noticed-time'), '23:55')
})

test('whoever writes it down for somebody else says who told them, and the record says so', () => {
  const told = {
    'told-by-name': 'A neighbour',
    'told-by-organisationName': 'None',
    'told-by-means': 'telephone',
  }
  const read = readOf({ ...filled, ...told })
  assert.ok(read.kind === 'read')
  assert.deepEqual(read.value.toldBy, { name: 'A neighbour', organisationName: 'None', means: 'telephone' })
  assert.equal(read.value.concern.how, 'told')
  const without = pageWith({ ...filled, 'told-by-name': 'A neighbour' })
  assertValidHtml(without)
  assert.match(without, /Enter their organisation/)
  assert.match(without, /value="A neighbour"/)
})

test('police take it themselves', () => {
  const police = { ...carer, organisationKind: 'police' as const, organisationName: 'Aldermoor Police' }
  const shown = worriedPage({
    visit: aVisit(now),
    author: police,
    before,
    asked: firstAsked('token'),
  }).toString()
  assertValidHtml(shown)
  assert.match(shown, /You accept it for Aldermoor Police/)
})

test('a child who is being looked for leads to that episode, and a page sent twice says which sending stands', () => {
  const open = alreadyOpenPage({ visit: aVisit(now), name: 'Tyler Boothe', episode: idFor<'episode'>('one') })
  assertValidHtml(open.toString())
  assert.match(open.toString(), new RegExp(`/episodes/${idFor('one')}/report`))
  assertValidHtml(usedPage(aVisit(now), 'Tyler Boothe', null).toString())
})

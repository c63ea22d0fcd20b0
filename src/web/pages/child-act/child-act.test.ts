import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directory, fenwick, oakfield, sam } from '../../../../test/support/a-directory.ts'
import { aVisit, tylersStream } from '../../../../test/support/an-episode-page.ts'
import { at } from '../../../../test/support/at.ts'
import { cast, idFor, tyler } from '../../../../test/support/cast.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { ChildPage } from '../../../application/queries/child-page.ts'
import type { ChildCard } from '../../../application/projections/rows.ts'
import { childAt } from '../../../domain/child/child-at.ts'
import { freshFor } from '../../../domain/child/photograph.ts'
import { emptyForm, Form } from '../../forms/form.ts'
import { childPageView, outOfSightPage } from '../child/view.ts'
import { childWords } from '../episode/child-words.ts'
import type { About, ChildAct } from './act.ts'
import { additionsFor, childActs } from './acts.ts'
import { childActPage } from './view.ts'

const now = at('2026-03-29T11:00')
const other: ChildCard = {
  child: idFor<'child'>('Ty'),
  name: 'Ty <Booth>',
  otherNames: [],
  pronoun: 'he',
  answerable: { workers: {} },
  foundBy: '',
}

function pageOf(stream = tylersStream): ChildPage {
  const record = childAt(stream, now)
  return {
    now,
    child: tyler,
    record,
    photographsFreshFor: freshFor,
    episodes: [],
    care: [],
    died: false,
    workers: [],
    mayReadLooks: false,
    sameAs: [],
  }
}

function about(page = pageOf(), candidates: readonly ChildCard[] = []): About {
  return { page, directory, child: childWords(page.record, now), candidates }
}

function actAt(path: string): ChildAct {
  return childActs.find((act) => act.path === path)!
}

function rendered(act: ChildAct, known: About, form: Form, asked = false): string {
  const read = act.read(known, form)
  const errors = asked && read.kind === 'problems' ? read.problems : []
  const asking = { form, errors, now }
  return childActPage({ visit: aVisit(now), act, about: known, asking, command: 'c' }).toString()
}

function problemsOf(path: string, sent: Record<string, string>, known = about()): readonly string[] {
  const read = actAt(path).read(known, Form.of(sent))
  return read.kind === 'problems' ? read.problems.map(({ field }) => field) : []
}

function bodyOf(path: string, sent: Record<string, string>, known = about()) {
  const read = actAt(path).read(known, Form.of(sent))
  assert.ok(read.kind === 'read', JSON.stringify(read))
  return read.value
}

for (const act of childActs)
  test(`${act.path} is valid HTML empty, filled with markup and with what is wrong said at its place`, () => {
    // Where access is given already, there is nothing to ask.
    const stream = tylersStream.filter(({ type }) => type !== act.entry || type !== 'child-access-given')
    const known = about(pageOf(stream), [other])
    const empty = rendered(act, known, emptyForm)
    assertValidHtml(empty)
    const names = [...empty.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name!)
    const filled = Form.of(Object.fromEntries(names.map((name) => [name, '<b>"kept"</b>'])))
    const asked = rendered(act, known, filled, true)
    assertValidHtml(asked)
    assert.doesNotMatch(asked, /<b>"kept"/)
    const wrong = Form.of({ 'occurred-time': '99:99', age: 'x' })
    const again = rendered(act, known, wrong, true)
    assertValidHtml(again)
    const read = act.read(known, wrong)
    assert.ok(read.kind === 'problems')
    for (const { field } of read.problems)
      assert.ok(again.includes(`id="${field}"`), `nothing on the page has the id ${field}`)
  })

test('a day is enough where nobody is rung by the hour, and stands for its last moment', () => {
  const sent = { kind: 'place', text: 'The arcade', 'occurred-day': 'today' }
  assert.deepEqual(bodyOf('concern-known', sent), {
    occurred: { at: '2026-03-29T22:59:59.999Z', precision: 'day' },
    body: { kind: 'place', text: 'The arcade' },
  })
  assert.deepEqual(problemsOf('placement-ended', { placed: 'x', 'occurred-day': 'today' }), [
    'placed',
    'occurred-time',
  ])
})

test('an adult of concern comes with who says so, how far that is relied on, a review and an end', () => {
  const sent = {
    kind: 'adult',
    text: 'A silver hatchback',
    'occurred-day': 'today',
    'kind-name': 'Dev',
    'kind-source': 'His key worker',
    'kind-sourceGrade': 'B',
    'kind-informationGrade': '4',
    'kind-reviewBy': '3 4 2027',
    'kind-expires': '3 10 2027',
  }
  assert.deepEqual(bodyOf('concern-known', sent).body, {
    kind: 'adult',
    text: 'A silver hatchback',
    graded: {
      name: 'Dev',
      source: 'His key worker',
      sourceGrade: 'B',
      informationGrade: '4',
      reviewBy: '2027-04-03',
      expires: '2027-10-03',
    },
  })
  const without = { kind: 'adult', text: 'A car', 'occurred-day': 'today' }
  assert.deepEqual(problemsOf('concern-known', without), [
    'kind-source',
    'kind-sourceGrade',
    'kind-informationGrade',
    'kind-reviewBy',
    'kind-expires',
  ])
})

test('what has not happened yet is not recorded', () => {
  const text = { kind: 'harm', text: 'Hurt' }
  const later = { ...text, 'occurred-day': 'today', 'occurred-time': '23:30' }
  assert.deepEqual(problemsOf('concern-known', later), ['occurred-time'])
  const tomorrow = { 'date-day': '30', 'date-month': '3', 'date-year': '2026', day: 'other' }
  const day = Object.fromEntries(Object.entries(tomorrow).map(([name, value]) => [`occurred-${name}`, value]))
  assert.deepEqual(problemsOf('concern-known', { ...text, ...day }), ['occurred-day'])
})

test('a placement ends at a minute, not before it began, and is the one that was shown', () => {
  const placed = pageOf().record.placement!.entry
  const sent = { placed, 'occurred-day': 'today', 'occurred-time': '10:30' }
  assert.deepEqual(bodyOf('placement-ended', sent), {
    occurred: { at: '2026-03-29T09:30:00.000Z', precision: 'minute' },
    body: { placed },
  })
  const before = {
    'occurred-day': 'other',
    'occurred-date-day': '1',
    'occurred-date-month': '8',
    'occurred-date-year': '2025',
  }
  assert.deepEqual(problemsOf('placement-ended', { ...sent, ...before }), ['occurred-time'])
})

test('a home is kept with who runs it and whose area it stands in, or with neither', () => {
  const sent = {
    name: 'Larch House',
    kind: 'childrens-home',
    'occurred-day': 'today',
    'occurred-time': '11:00',
  }
  const of = bodyOf('placed', { ...sent, provider: oakfield.id, areaCouncil: fenwick.id }).body
  assert.deepEqual(of, {
    setting: {
      name: 'Larch House',
      kind: 'childrens-home',
      provider: oakfield.id,
      areaCouncil: fenwick.id,
    },
  })
  assert.deepEqual(bodyOf('placed', { ...sent, provider: 'none', areaCouncil: 'none' }).body, {
    setting: { name: 'Larch House', kind: 'childrens-home' },
  })
  assert.deepEqual(problemsOf('placed', sent), ['provider', 'areaCouncil'])
})

test('whoever is allocated is so in the role of their post, and a control room is never offered', () => {
  const sent = { post: sam.id, 'occurred-day': 'yesterday' }
  assert.deepEqual(bodyOf('worker-allocated', sent).body, { role: 'social-worker', post: sam.id })
  assert.doesNotMatch(rendered(actAt('worker-allocated'), about(), emptyForm), /PC Lena Fox/)
})

test('a plan is reviewed on a day to come', () => {
  const sent = { reasonableTime: 'PT30M', says: 'Ring his sister first', 'occurred-day': 'today' }
  assert.deepEqual(problemsOf('plan-agreed', { ...sent, reviewBy: '28/3/2026' }), ['reviewBy'])
  assert.deepEqual(bodyOf('plan-agreed', { ...sent, reviewBy: '1.6.2026' }).body, {
    reasonableTime: 'PT30M',
    reviewBy: '2026-06-01',
    says: 'Ring his sister first',
  })
  const ticked = bodyOf('plan-agreed', { ...sent, reviewBy: '1.6.2026', easyWords: 'yes' }).body
  assert.deepEqual(ticked, {
    reasonableTime: 'PT30M',
    reviewBy: '2026-06-01',
    says: 'Ring his sister first',
    easyWords: true,
  })
})

test('what is known of a child stands in the form, and an answer that is emptied is not sent', () => {
  const made = rendered(actAt('identity'), about(), emptyForm)
  assert.match(made, /value="Tyler Boothe"/)
  assert.match(made, /value="4 5 2011"/)
  assert.deepEqual(bodyOf('identity', { name: '', description: 'Tall', pronoun: 'he' }).body, {
    description: 'Tall',
    otherNames: [],
    pronoun: 'he',
  })
})

test('another record is chosen by a person among those that were found', () => {
  assert.deepEqual(problemsOf('same-child', { other: 'Ty' }), ['other'])
  const found = about(pageOf(), [other])
  assert.deepEqual(problemsOf('same-child', { other: 'Ty' }, found), ['as'])
  assert.deepEqual(problemsOf('same-child', { other: 'Ty', as: tyler }, found), ['as'])
  assert.deepEqual(bodyOf('same-child', { other: 'Ty', as: other.child }, found).body, { as: other.child })
})

test('the page of a child offers what this person may write, and nothing that cannot end', () => {
  const paths = (name: keyof typeof cast, page = pageOf()) =>
    additionsFor(cast[name], page).map(({ href }) => href.replace(`/children/${tyler}/`, ''))
  assert.deepEqual(paths('police'), [
    'identity',
    'known',
    'concern-known',
    'plan-agreed-by',
    'detail-confirmed',
    'health-known',
  ])
  assert.deepEqual(paths('provider-manager'), [
    'identity',
    'known',
    'concern-known',
    'plan-agreed',
    'plan-drafted',
    'plan-agreed-by',
    'plan-reviewed',
    'detail-confirmed',
    'detail-ended',
    'health-known',
    'health-ended',
    'photograph-withdrawn',
    'placement-ended',
  ])
  const kept = ['person-shut-out', 'shut-out-ended', 'record-restricted', 'restriction-ended']
  assert.deepEqual(
    paths('social-worker').toSorted(),
    [...childActs.map(({ path }) => path), 'known']
      .filter((path) => !kept.includes(path) && path !== 'child-access-given')
      .toSorted(),
  )
  assert.deepEqual(
    paths('missing-coordinator').filter((path) => kept.includes(path)),
    kept,
  )
  const unknown = pageOf(tylersStream.slice(0, 1))
  for (const ended of ['placement-ended', 'worker-ended', 'looked-after-ended'])
    assert.ok(!paths('social-worker', unknown).includes(ended), ended)
  assert.ok(!paths('social-worker', { ...pageOf(), died: true }).includes('placed'))
})

test('the page of a child says what was recorded, and leads to its other records', () => {
  const additions = additionsFor(cast['social-worker'], pageOf())
  const page = { ...pageOf(), sameAs: [other] }
  const shown = childPageView(aVisit(now), page, { additions, recorded: actAt('placed').recorded }).toString()
  assertValidHtml(shown)
  assert.match(shown, /Recorded: where the child lives/)
  assert.match(shown, new RegExp(`href="/children/${other.child}">Ty &#60;Booth&#62;`))
  assertValidHtml(outOfSightPage(aVisit(now)).toString())
  const nobodys = childPageView(aVisit(now), page, { additions: [], recorded: undefined }).toString()
  assert.doesNotMatch(nobodys, /Add to this record|Recorded:/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directory } from '../../../../test/support/a-directory.ts'
import { aVisit, tylersStream } from '../../../../test/support/an-episode-page.ts'
import { at } from '../../../../test/support/at.ts'
import { tyler } from '../../../../test/support/cast.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import type { ChildPage } from '../../../application/queries/child-page.ts'
import { freshFor } from '../../../domain/child/photograph.ts'
import { childAt } from '../../../domain/child/child-at.ts'
import { detailKindNames, type DetailKind } from '../../../domain/child/detail-kinds.ts'
import { emptyForm, Form } from '../../forms/form.ts'
import { childActPage } from '../child-act/view.ts'
import type { About } from '../child-act/act.ts'
import { childWords } from '../episode/child-words.ts'
import { detailAct } from './form.ts'
import { knownPage } from './view.ts'

const now = at('2026-03-29T11:00')
const record = childAt(tylersStream, now)
const page: ChildPage = {
  now,
  child: tyler,
  record,
  episodes: [],
  care: [],
  died: false,
  workers: [],
  mayReadLooks: false,
  photographsFreshFor: freshFor,
  sameAs: [],
}
const about: About = { page, directory, child: childWords(record, now), candidates: [] }
const [known] = record.details

function problemsOf(kind: DetailKind, sent: Record<string, string>): Record<string, string> {
  const found = detailAct(kind).read(about, Form.of({ 'occurred-day': 'today', suppliedBy: 'Ruth', ...sent }))
  return found.kind === 'problems'
    ? Object.fromEntries(found.problems.map(({ field, message }) => [field, message]))
    : {}
}

for (const kind of detailKindNames)
  test(`${kind} is asked in valid HTML, empty, and with what is wrong said at its place`, () => {
    const act = detailAct(kind)
    const shown = (form: Form, errors = false) => {
      const found = act.read(about, form)
      const problems = errors && found.kind === 'problems' ? found.problems : []
      const asking = { form, errors: problems, now }
      return {
        problems,
        made: childActPage({ visit: aVisit(now), act, about, asking, command: 'c' }).toString(),
      }
    }
    assertValidHtml(shown(emptyForm).made)
    const { made, problems } = shown(Form.of({ suppliedBy: '<b>', imei: 'x' }), true)
    assertValidHtml(made)
    assert.ok(problems.length > 0)
    for (const { field } of problems) assert.ok(made.includes(`id="${field}"`), field)
  })

test('what is typed becomes what is known, with who said so and whose names it gives', () => {
  const sent = {
    name: 'Ana Reed',
    relation: 'friend',
    suppliedBy: 'Tyler',
    'occurred-day': 'today',
    otherChildren: 'Ana Reed',
  }
  const found = detailAct('person').read(about, Form.of(sent))
  assert.ok(found.kind === 'read')
  assert.deepEqual(found.value.body, {
    detail: { kind: 'person', name: 'Ana Reed', relation: 'friend' },
    suppliedBy: 'Tyler',
    otherChildren: ['Ana Reed'],
  })
})

test('a change starts from what stands, and stands in its place', () => {
  const changing = { ...about, named: known!.entry }
  const act = detailAct('telephone')
  const asking = { form: emptyForm, errors: [], now }
  const made = childActPage({ visit: aVisit(now), act, about: changing, asking, command: 'c' }).toString()
  assert.match(made, /value="07700 900102"/)
  assert.match(made, new RegExp(`name="named" value="${known!.entry}"`))
  const sent = { number: '07700 900199', suppliedBy: 'Tyler', 'occurred-day': 'today' }
  const found = act.read(changing, Form.of(sent))
  assert.ok(found.kind === 'read')
  assert.deepEqual(found.value.body, {
    detail: { kind: 'telephone', number: '07700 900199' },
    suppliedBy: 'Tyler',
    instead: known!.entry,
  })
  assert.equal(detailAct('money').title(changing), 'What is known: money')
})

test('what must stand in no record is refused at its question', () => {
  const card = problemsOf('money', { cash: '4242 4242 4242 4242' })
  assert.match(card['cash'] ?? '', /Leave it out: police ask the bank/)
  const password = problemsOf('online-name', { platform: 'A game', name: 'ty', says: 'PIN 4821' })
  assert.match(password['says'] ?? '', /looks like a password/)
  assert.deepEqual(Object.keys(problemsOf('description', {})), ['height'])
  assert.deepEqual(Object.keys(problemsOf('telephone', { number: '1', imei: '12' })), ['imei'])
})

test('the page says what is known, by whom, whether it is stale, and what is not known', () => {
  const may = { add: true, end: true }
  const made = knownPage(aVisit(now), page, may, true).toString()
  assertValidHtml(made)
  assert.match(made, /Calder &#60;b&#62;Mobile/)
  assert.match(made, /His &#60;b&#62;aunt&#60;\/b&#62; said so/)
  assert.match(made, /Nobody has confirmed it since/)
  assert.match(made, /1 of 1 is stale/)
  assert.match(made, /Not known\./)
  assert.match(made, /Still true/)
  const onADevice = knownPage(aVisit(now), page, { add: false, end: false }, false).toString()
  assertValidHtml(onADevice)
  assert.doesNotMatch(onADevice, /Still true|>Add<|Change|So no longer/)
})

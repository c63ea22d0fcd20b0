import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at } from '../../../test/support/at.ts'
import { assertValidHtml } from '../../../test/support/valid-html.ts'
import { html } from '../html.ts'
import { page } from '../layout/page.ts'
import { branch } from './fields-branch.ts'
import { choice, pick, several, tick, yesNo, yesNoNotKnown } from './fields-choice.ts'
import { longText, optionalText, text } from './fields-text.ts'
import { ahead, happened, optionallyHappened } from './fields-when.ts'
import { present, readFields, showFields } from './fields.ts'
import { emptyForm, Form } from './form.ts'

const now = at('2026-11-21T00:52')

const asked = {
  where: text({ label: 'Where', missing: 'Enter where' }),
  note: optionalText({ label: 'Note', hint: 'If there is one' }),
  account: longText({ label: 'Account', missing: 'Enter the account' }),
  how: choice({
    legend: 'How',
    missing: 'Choose how',
    options: [
      { value: 'alone', text: 'Alone' },
      { value: 'brought', text: 'Brought', hint: 'By someone' },
    ],
  }),
  safe: yesNo({ legend: 'Safe', missing: 'Say whether it is safe' }),
  harm: yesNoNotKnown({ legend: 'Harm', missing: 'Say whether there was harm' }),
  seen: several({ legend: 'Seen', options: [{ value: 'coat', text: 'Coat' }] }),
  sure: tick('I am sure'),
  role: pick({ label: 'Role', missing: 'Choose a role', options: [{ value: 'carer', text: 'Carer' }] }),
  told: branch({
    legend: 'Told',
    missing: 'Say whether they were told',
    arms: {
      told: { text: 'Told', fields: { who: text({ label: 'Who', missing: 'Enter who was told' }) } },
      'not-told': { text: 'Not told', fields: {} },
    },
  }),
  when: happened({ legend: 'When' }),
  before: optionallyHappened({ legend: 'When before' }),
  next: ahead({ legend: 'When next' }),
}

const filled = {
  where: ' Oakfield House ',
  account: 'He left <by> the "back" door',
  how: 'alone',
  safe: 'no',
  harm: 'not-known',
  seen: 'coat',
  sure: 'yes',
  role: 'carer',
  told: 'told',
  'told-who': 'Dawn Ellis',
  'when-day': 'yesterday',
  'when-time': '22.40',
  'next-day': 'today',
  'next-time': '0405',
}

function shown(form: Form, errors: readonly { field: string; message: string }[] = []): string {
  const visit = { person: null, dutiesOwed: null, dutyTeam: null, demonstration: false, csrfToken: 't', now }
  const main = html`<h1>Fields</h1>
    <form method="post">${showFields(asked, { form, errors, now })}<button type="submit">Save</button></form>`
  return page({ title: 'Fields', visit, errors, main }).toString()
}

test('what is typed is read into values, and what is left empty is absent', () => {
  const found = readFields(asked, Form.of(filled), now)
  assert.equal(found.kind, 'read')
  assert.deepEqual(found.value, {
    where: ' Oakfield House ',
    note: undefined,
    account: 'He left <by> the "back" door',
    how: 'alone',
    safe: false,
    harm: 'not-known',
    seen: ['coat'],
    sure: true,
    role: 'carer',
    told: { kind: 'told', who: 'Dawn Ellis' },
    when: { at: '2026-11-20T22:40:00.000Z', precision: 'minute' },
    before: undefined,
    next: '2026-11-21T04:05:00.000Z',
  })
  assert.deepEqual(present({ a: 1, b: undefined }), { a: 1 })
})

test('an empty form gets one problem a question, each at an input of the page, and keeps what was typed', () => {
  const found = readFields(asked, Form.of({ told: 'told', account: 'Kept <b>' }), now)
  assert.ok(found.kind === 'problems')
  const fields = found.problems.map(({ field }) => field)
  assert.deepEqual(fields, ['where', 'how', 'safe', 'harm', 'role', 'told-who', 'when-day', 'next-day'])
  const made = shown(Form.of({ told: 'told', account: 'Kept <b>' }), found.problems)
  assertValidHtml(made)
  for (const field of fields) assert.ok(made.includes(`id="${field}"`), field)
  assert.match(made, /Kept &lt;b&gt;|Kept &#60;b&#62;/)
})

test('the questions are valid HTML before anything is typed and after', () => {
  assertValidHtml(shown(emptyForm))
  assertValidHtml(shown(Form.of(filled)))
})

test('an answer that was not offered is no answer', () => {
  const found = readFields({ how: asked.how }, Form.of({ how: 'constructor' }), now)
  assert.deepEqual(found, { kind: 'problems', problems: [{ field: 'how', message: 'Choose how' }] })
  assert.equal(readFields({ told: asked.told }, Form.of({ told: 'toString' }), now).kind, 'problems')
})

test('a character that no record can keep, and a text too long, are problems in the words of the field', () => {
  for (const typed of ['a\u0000b', 'a\ud800b', 'x'.repeat(201)]) {
    const found = readFields({ where: asked.where }, Form.of({ where: typed }), now)
    assert.ok(found.kind === 'problems' && found.problems[0]?.message.startsWith('Where '))
  }
})

test('today is the day on which the page was made, also when it is sent after midnight', () => {
  const sent = { 'when-asked': '2026-11-20', 'when-day': 'today', 'when-time': '23:58' }
  const found = readFields({ when: asked.when }, Form.of(sent), at('2026-11-21T00:03'))
  assert.ok(found.kind === 'read')
  assert.equal(found.value.when.at, '2026-11-20T23:58:00.000Z')
})

test('the day on which the page was made is not to come and not of another age, whatever a form says', () => {
  for (const said of ['2200-12-31', '2026-11-22', '1900-01-01', 'x'])
    for (const day of ['yesterday', 'today', 'tomorrow']) {
      const sent = { 'when-asked': said, 'when-day': day, 'when-time': '12:00' }
      const made = { ...sent, 'when-asked': '2026-11-21' }
      const at21 = at('2026-11-21T00:03')
      const [found, meant] = [sent, made].map((one) => readFields({ when: asked.when }, Form.of(one), at21))
      assert.deepEqual(found, meant, `${said}, ${day}`)
    }
})

test('a date past the last year that can be said is no real date', () => {
  const sent = { 'when-day': 'other', 'when-time': '23:59', 'when-date-day': '31', 'when-date-month': '12' }
  const read = (year: string) =>
    readFields({ when: asked.when }, Form.of({ ...sent, 'when-date-year': year }), now)
  assert.equal(read('2199').kind, 'read')
  assert.equal(read('2200').kind, 'problems')
})

test('a date typed beside "today" is asked about, never dropped', () => {
  const sent = { 'when-day': 'today', 'when-time': '12:00', 'when-date-day': '18' }
  const found = readFields({ when: asked.when }, Form.of(sent), now)
  assert.ok(found.kind === 'problems')
  assert.equal(found.problems[0]?.field, 'when-day')
})

test('the hour that happened twice is asked about, and the one that did not happen offers its neighbours', () => {
  const on = (day: string, month: string, which = {}) =>
    Form.of({
      'when-day': 'other',
      'when-time': '01:30',
      'when-date-day': day,
      'when-date-month': month,
      'when-date-year': '2026',
      ...which,
    })
  const autumn = readFields({ when: asked.when }, on('25', '10'), now)
  assert.ok(autumn.kind === 'problems')
  assert.equal(autumn.problems[0]?.field, 'when-which')
  assertValidHtml(shown(on('25', '10'), autumn.problems))
  const second = readFields({ when: asked.when }, on('25', '10', { 'when-which': 'second' }), now)
  assert.ok(second.kind === 'read')
  assert.equal(second.value.when.at, '2026-10-25T01:30:00.000Z')
  const spring = readFields({ when: asked.when }, on('29', '3'), now)
  assert.ok(spring.kind === 'problems' && /00:30 or 02:30/.test(spring.problems[0]?.message ?? ''))
})

test('a page made in the hour that happens twice starts at the one that it is', () => {
  const made = page({
    title: 'When',
    visit: { person: null, dutiesOwed: null, dutyTeam: null, demonstration: false, csrfToken: 't', now },
    main: html`<h1>When</h1>
      ${asked.when.show('when', { form: emptyForm, errors: [], now: at('2026-10-25T01:30', 'second') })}`,
  }).toString()
  assert.match(made, /value="second" checked/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anEpisodePage, aVisit } from '../../../../../test/support/an-episode-page.ts'
import { cast } from '../../../../../test/support/cast.ts'
import {
  aChildBackBeforeAnyReport,
  aChildMissingOvernight,
  after,
  at,
  entry,
} from '../../../../../test/support/chronology.ts'
import { assertValidHtml } from '../../../../../test/support/valid-html.ts'
import { Form } from '../../../forms/form.ts'
import { askedAgain, firstAsked } from '../asked.ts'
import { nextAfter, questionCalled, questionsFor } from './catalogue.ts'
import type { Question } from './question.ts'
import { questionPage } from './view.ts'

const now = at('2026-03-28T22:00')
const looking = anEpisodePage(aChildBackBeforeAnyReport().slice(0, 2), now)
const told = anEpisodePage(aChildMissingOvernight(), now)
const author = cast.carer

const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'last-seen': { where: 'Bus <stop>', by: 'Ann Lowe', 'seen-day': 'today', 'seen-time': '19.30' },
  circumstances: { text: 'He had a call' },
  'with-whom': { text: 'Dev' },
  clothing: { text: 'Black coat' },
  telephone: { number: '07700 900102', state: 'rings out' },
  medication: { needed: 'yes', 'needed-what': 'Inhaler, by midnight' },
  done: { done: 'rang', 'came-rang': 'Voicemail' },
  definition: { outOfCharacter: 'no', maySufferCrime: 'no', riskToSelfOrOthers: 'not-known' },
}

function find(slug: string): Question {
  const question = questionCalled(slug)
  assert.ok(question)
  return question
}

function commandsOf(slug: string, shown = looking) {
  const read = find(slug).read(Form.of(answers[slug]), { shown, author, now })
  assert.ok(read.kind === 'read', slug)
  return read.value.commands
}

for (const { slug } of questionsFor(told)) {
  test(`the question ${slug} is valid HTML, empty, filled and asked again`, () => {
    const question = find(slug)
    const page = { visit: aVisit(now), shown: looking, question, alsoFor: ['Reece'] }
    const empty = questionPage({ ...page, asked: firstAsked('token') }).toString()
    assertValidHtml(empty)
    assert.match(empty, /Skip this question/)
    assert.match(empty, /Ring the police now/)
    const form = Form.of(answers[slug])
    assertValidHtml(questionPage({ ...page, asked: askedAgain('token', form, []) }).toString())
    const none = question.read(Form.of({}), { shown: looking, author, now })
    assert.ok(none.kind === 'problems', `${slug} takes an empty form`)
    const again = questionPage({ ...page, asked: askedAgain('token', Form.of({}), none.problems) }).toString()
    assertValidHtml(again)
    for (const { field } of none.problems) assert.match(again, new RegExp(`id="${field}"`))
  })

  test(`the answer to ${slug} is an entry, and shows as answered`, () => {
    const bodies = commandsOf(slug).map(({ entry: { type, body } }) => ({ type, body }))
    assert.ok(bodies.length > 0)
    const written = commandsOf(slug).map(({ entry: made }) => ({ ...made, recorded: now }))
    const answered = anEpisodePage(after(looking.chronology, ...written), now)
    assert.ok(find(slug).answered(answered), `${slug} is not shown as answered`)
    assert.notEqual(nextAfter(answered)?.slug, slug)
  })
}

test('what was last seen occurred when it was seen', () => {
  const [command] = commandsOf('last-seen')
  assert.deepEqual(command?.entry.occurred, { at: at('2026-03-28T19:30'), precision: 'minute' })
  assert.deepEqual(command.entry.body, { question: 'last-seen', text: 'Bus <stop>, seen by Ann Lowe' })
})

test('nobody is last seen just now because a field stood so', () => {
  const read = find('last-seen').read(Form.of({ where: 'Bus stop' }), { shown: looking, author, now })
  assert.deepEqual(read.kind === 'problems' && read.problems.map(({ field }) => field), ['seen-time'])
})

test('each act that is ticked is an entry of its own', () => {
  const form = new Form(
    new Map([
      ['done', ['rang', 'manager', 'no such act']],
      ['came-manager', ['On the way']],
    ]),
  )
  const read = find('done').read(form, { shown: looking, author, now })
  assert.ok(read.kind === 'read')
  assert.deepEqual(
    read.value.commands.map(({ entry: { body } }) => body),
    [
      { action: 'Rang and messaged the child', outcome: 'Nothing said yet of what came of it' },
      { action: 'Told the manager or the on-call', outcome: 'On the way' },
    ],
  )
})

test('the national definition can only raise', () => {
  const worryOf = (shown: typeof looking, sent: Readonly<Record<string, string>>) => {
    const read = find('definition').read(Form.of(sent), { shown, author, now })
    assert.ok(read.kind === 'read')
    const [command] = read.value.commands
    assert.ok(command?.entry.type === 'threshold-assessed')
    return command.entry.body.worriedNow
  }
  const no = { outOfCharacter: 'no', maySufferCrime: 'no', riskToSelfOrOthers: 'no' }
  assert.equal(worryOf(looking, no), false)
  assert.equal(worryOf(told, no), true, 'no to all leaves the worry that was there')
  for (const name of Object.keys(no)) assert.equal(worryOf(looking, { ...no, [name]: 'yes' }), true)
})

test('the definition stands with its source and with the one that police use now', () => {
  const page = { visit: aVisit(now), shown: looking, question: find('definition'), alsoFor: [] }
  const shown = questionPage({ ...page, asked: firstAsked('token') }).toString()
  assert.match(shown, /out of character or the\s+context suggests/)
  assert.match(shown, /One-minute guide/)
  assert.match(shown, /College of Policing/)
  assert.match(shown, /No to all of them rules nothing out/)
})

test('who is still looking is asked what was done first, who has rung what police ask first', () => {
  assert.equal(questionsFor(looking)[0]?.slug, 'done')
  assert.equal(questionsFor(told)[0]?.slug, 'last-seen')
  assert.deepEqual(
    questionsFor(looking)
      .map(({ slug }) => slug)
      .toSorted(),
    questionsFor(told)
      .map(({ slug }) => slug)
      .toSorted(),
  )
})

test('an answer given before stands open beside the question', () => {
  const before = entry('answered', '2026-03-28T21:50', { question: 'clothing', text: 'A <red> coat' })
  const shown = anEpisodePage(after(looking.chronology, before), now)
  const page = { visit: aVisit(now), shown, question: find('clothing'), alsoFor: [] }
  const html = questionPage({ ...page, asked: firstAsked('token') }).toString()
  assertValidHtml(html)
  assert.match(html, /A &#60;red&#62; coat/)
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import { at } from '../../../../test/support/at.ts'
import { questionSets } from '../../../../test/support/generated.ts'
import { longestOf, readingAge } from '../../../../test/support/reading-age.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import { newId } from '../../../application/ids.ts'
import type { Draft, Typed } from '../../../application/drafts.ts'
import type { AskedAndAnswered } from '../../../domain/episode/return-bodies.ts'
import { questionsOf, setRefOf, type QuestionSet } from '../../../domain/interview/question-set.ts'
import type { Html } from '../../html.ts'
import { answersPage } from './answers-view.ts'
import { questionPage } from './question-view.ts'
import { childsPart, interviewersPart } from './said.ts'
import { openingPage, thanksPage } from './to-the-child.ts'
import { firstFields, underWayIn, type UnderWay } from './under-way.ts'
import { chapterOf } from './way.ts'

const now = at('2026-11-27T20:00')
const visit = aVisit(now)
const usual = questionSets.sets.find(({ set }) => set === 'return-interview') as QuestionSet

function under(set: QuestionSet, ...typed: Typed): UnderWay {
  const draft: Draft = {
    form: newId(),
    address: '/episodes/e/interview',
    fields: [...firstFields(set, {}, {}), ...typed],
    began: at('2026-11-27T19:30'),
    saved: at('2026-11-27T19:58'),
    until: at('2026-11-30T19:58'),
  }
  const found = underWayIn(questionSets, draft)
  assert.ok(found !== undefined)
  return found
}

/** The page of one question, whether it is asked after the answers so far or not. */
function pageOf(set: QuestionSet, id: string, more: Partial<Parameters<typeof questionPage>[0]> = {}): Html {
  const question = questionsOf(set).find((one) => one.id === id)
  assert.ok(question !== undefined)
  const standing = { question, chapter: chapterOf(set, id), number: 7, of: 24 }
  return questionPage({
    ...{
      visit,
      under: under(set),
      at: standing,
      answer: {},
      page: newId(),
      writer: '',
      beside: [],
      errors: [],
    },
    key: 'key',
    ...more,
  })
}

function textsOf(page: Html): readonly string[] {
  return page
    .toString()
    .replace(/<head>.*?<\/head>/su, '')
    .replace(/<header.*?<\/header>/su, '')
    .replaceAll(/<p class="wa-ask__note">.*?<\/p>/gsu, '')
    .replaceAll(/<\/?(?:a|strong|span|time)\b[^>]*>/gu, '')
    .split(/<[^>]+>/u)
    .map((text) => text.replaceAll('&#39;', '’').replaceAll(/\s+/gu, ' ').trim())
    .filter((text) => text !== '')
}

suite('the pages that a child reads', () => {
  for (const set of questionSets.sets)
    test(`can be read at 11, and by most at 9: ${setRefOf(set)}`, () => {
      const asked = questionsOf(set).filter(({ of }) => of === 'child')
      const going = { visit, under: under(set), episode: 'e', next: 'held-at' }
      const opening = textsOf(openingPage(going))
      const thanks = textsOf(thanksPage(going))
      const pages = asked.map(({ id }) => textsOf(pageOf(set, id)))
      for (const [name, texts] of [
        ['opening', opening],
        ['thanks', thanks],
        ['questions', pages.flat()],
      ] as const) {
        console.log(`${setRefOf(set)}, ${name}: reading age ${readingAge(texts).toFixed(1)} (Flesch-Kincaid)`)
        assert.ok(readingAge(texts) <= 11, name)
      }
      for (const texts of [opening, thanks, ...pages]) {
        const { words, sentence } = longestOf(texts)
        assert.ok(words <= 20, `${words} words: ${sentence}`)
        assert.ok(readingAge(texts) <= 11, texts.join(' | '))
      }
    })

  test('hold nothing of the record, and no name', () => {
    const html = pageOf(usual, 'unsafe').toString()
    assertValidHtml(html)
    assert.doesNotMatch(html, /breadcrumbs|wa-footer|Board/)
  })
})

suite('one question', () => {
  test('says which it is, of whom, that nothing is recorded, until when it is kept, and when it was saved', () => {
    const page = pageOf(usual, 'where-went')
    assertValidHtml(page.toString())
    const words = textsOf(page).join(' ')
    assert.match(words, /Question 7 of about 24 · While you were away/)
    assert.match(words, /Saved at 19:58\. What you type now is saved when you press a button\./)
    assert.match(page.toString(), /Not recorded yet\.[^]*Kept until Monday 30 November, 19:58\./)
    assert.match(page.toString(), /For whoever asks:<\/strong>\s+Places as exactly/)
    assert.doesNotMatch(words, /For you to answer/)
    assert.match(textsOf(pageOf(usual, 'plan-given')).join(' '), /For you to answer, not the child/)
    assert.match(textsOf(pageOf(usual, 'why-view')).join(' '), /Your own view, without the child/)
  })

  test('shows again what was answered, letter by letter, and what was typed elsewhere', () => {
    const given = { chosen: ['rules', 'other'], words: '<The> “dog”' }
    const html = pageOf(usual, 'get-away-from', { answer: given, beside: ['waiting', 'The cat'] }).toString()
    assertValidHtml(html)
    assert.equal(html.match(/ checked/g)?.length, 2)
    assert.match(html, /&#60;The&#62; “dog”|&lt;The&gt; “dog”/)
    assert.match(html, /Also typed here[^]*Nobody would decide or say yes[^]*The cat/)
    const not = pageOf(usual, 'where-went', { answer: { notSaid: true } }).toString()
    assert.match(not, / checked/)
  })
})

suite('all questions', () => {
  test('say which are answered, which are open, which cannot be kept so, and which are asked no longer', () => {
    const going = under(
      usual,
      ['held-at.chosen', 'other'],
      ['where-went.words', 'To Leeds'],
      ['met-new.chosen', 'no'],
      ['who-new.words', 'Kay'],
    )
    const page = answersPage({ visit, under: going, episode: 'e' })
    assertValidHtml(page.toString())
    const words = textsOf(page).join(' ')
    assert.match(words, /2 of about \d+ questions answered/)
    assert.match(words, /Where is the interview held\? Look again\. Write what else it is/)
    assert.match(words, /Where did you go\? Answered: To Leeds/)
    assert.match(words, /How did you get there\? Open/)
    assert.match(words, /not asked any more[^]*Who did you meet, and how\? Kay[^]*Take it away/)
  })
})

suite('what was said', () => {
  const answers: readonly AskedAndAnswered[] = [
    { question: 'where-went', asked: 'Where did you go?', words: 'To <Leeds>' },
    { question: 'unsafe', asked: 'Were you safe?', notSaid: true },
    { question: 'old', asked: 'What is old?', chosen: ['A', 'B'], words: 'x' },
    { question: 'held-at', of: 'interviewer', asked: 'Where is it held?', chosen: ['At school or college'] },
    { question: 'blank', of: 'interviewer', asked: 'Blank?' },
  ]

  test('stands in its chapters, the child’s apart from the interviewer’s, and what the set has not stands too', () => {
    const childs = textsOf(childsPart({ answers, set: usual })).join(' | ')
    assert.equal(
      childs,
      'While you were away | Where did you go? | To &#60;Leeds&#62; | Whether you were safe | Were you safe? | Answered: “I do not want to say” | What is old? | A; B: | x',
    )
    const own = textsOf(interviewersPart({ answers, set: usual })).join(' | ')
    assert.equal(own, 'This place | Where is it held? | At school or college | Blank? | Not answered')
    assert.match(textsOf(childsPart({ answers })).join(' '), /^Where did you go\? To/)
  })
})

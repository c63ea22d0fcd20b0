import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { aSet, left, someFactors, talked } from '../../../../test/support/a-question-set.ts'
import { aVisit } from '../../../../test/support/an-episode-page.ts'
import { at } from '../../../../test/support/at.ts'
import { assertValidHtml } from '../../../../test/support/valid-html.ts'
import { noQuestionSets } from '../../../application/question-sets.ts'
import type { Html } from '../../html.ts'
import { paperPage } from './paper.ts'
import { questionsPage } from './questions.ts'
import { setsPage } from './view.ts'

const visit = aVisit(at('2026-11-27T20:00'))
const why = { id: 'why', of: 'child', asks: 'Why <not>?', kind: 'words', note: 'Wait.', source: 'forms' }
const questions = {
  place: [
    talked,
    {
      ...why,
      when: [
        { question: 'talked', is: ['hardly', 'other'] },
        { question: 'talked', is: 'hardly' },
      ],
    },
  ],
  before: [left],
}
const set = aSet({}, questions)

/** The words of a page, valid as it stands, with one space between them. */
function wordsOf(page: Html): string {
  assertValidHtml(page.toString())
  return page
    .toString()
    .replace(/<head>.*?<\/head>/su, '')
    .replaceAll(/<[^>]+>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
}

suite('the list of question sets', () => {
  test('says of each for whom it is, since when, by whom, from what and whether that was verified', () => {
    const words = wordsOf(setsPage(visit, { sets: [set], factors: [someFactors()] }))
    assert.match(words, /A small set, edition 2026-01/)
    assert.match(
      words,
      /For children in a test In force from Thursday 1 January 2026 Adopted by the partnership/,
    )
    assert.match(words, /Reading age 9 at most/)
    assert.match(words, /The guide Verified Forms in use Not verified/)
    assert.match(words, /21 of 22 questions are from a verified source/)
    assert.doesNotMatch(words, /Not in force today/)
  })

  test('says that an edition is not in force before its day, and after its last', () => {
    const said = (fields: Readonly<Record<string, unknown>>) =>
      wordsOf(setsPage(visit, { sets: [aSet(fields)], factors: [] }))
    assert.match(said({ from: '2026-11-28' }), /from Saturday 28 November 2026 Not in force today/)
    assert.doesNotMatch(said({ until: '2026-11-28' }), /Not in force today/)
    assert.match(said({ until: '2026-11-27' }), /, until Friday 27 November 2026 Not in force today/)
  })

  test('puts the shortest title first, and of one set the newest edition', () => {
    const editions = ['2026-01', '2026-03', '2026-02'].map((edition) =>
      aSet({ edition, from: `${edition}-01` }),
    )
    const shown = setsPage(visit, {
      sets: [aSet({ set: 'aloud', title: 'A small set, read aloud' }), ...editions],
      factors: [],
    })
    assert.deepEqual(
      [...wordsOf(shown).matchAll(/(A small set(?:, read aloud)?), edition (\S+)/gu)].map(
        ([, title, edition]) => [title, edition],
      ),
      [
        ['A small set', '2026-03'],
        ['A small set', '2026-02'],
        ['A small set', '2026-01'],
        ['A small set, read aloud', '2026-01'],
      ],
    )
  })

  test('has the factors by their kind, each with its mark', () => {
    const words = wordsOf(setsPage(visit, { sets: [], factors: [someFactors()] }))
    assert.match(words, /No set of questions is in use/)
    assert.match(words, /What drives a child away About rules \( rules \) The guide Verified/)
    assert.match(words, /The five risk factors of the guide About unsafe-places-or-adults/)
    assert.doesNotMatch(words, /What draws a child/)
    assert.match(wordsOf(setsPage(visit, noQuestionSets)), /No set of questions is in use/)
  })
})

suite('one edition to read', () => {
  const words = wordsOf(questionsPage(visit, set, [someFactors()]))

  test('says when each question is asked, whose answer it is and where it comes from', () => {
    assert.match(
      words,
      /1\. Can you talk\? Whose answer The child’s Asked Always Answer One answer, or “I do not want to say”/,
    )
    assert.match(
      words,
      /2\. Why &#60;not&#62;\? Whose answer The child’s Asked Only if the answer to question 1 is “Hardly” or “Something else”, and the answer to question 1 is “Hardly”\./,
    )
    assert.match(words, /For the interviewer Wait\. Source Forms in use Not verified/)
    assert.match(words, /Whose answer The interviewer’s Asked Always Answer One answer, or “I cannot say”/)
  })

  test('says what an answer suggests, in words', () => {
    assert.match(words, /Rules \(suggests: About rules\) Rows \(suggests: About rules; About connected\)/)
    assert.match(wordsOf(questionsPage(visit, set, [])), /Rows \(suggests: rules; connected\)/)
  })
})

suite('the paper form', () => {
  const page = paperPage(visit, set)
  const words = wordsOf(page)

  test('asks every question, with room to write and a way to leave it out', () => {
    assert.match(words, /You can leave out any question\./)
    assert.match(
      words,
      /3\. What did you leave\? Mark any that are so\. Rules Rows Something else, in their words: I do not want to say/,
    )
    const count = (what: string) => page.toString().split(`class="${what}"`).length - 1
    assert.equal(count('wa-paper__question'), 22)
    assert.equal(count('wa-paper__room'), 8)
    assert.equal(words.split('I do not want to say').length - 1, 15)
    assert.equal(words.split('I cannot say').length - 1, 7)
  })

  test('says when a question is asked, and keeps the interviewer’s view apart', () => {
    assert.match(words, /2\. Why &#60;not&#62;\? Only if the answer to question 1 is/)
    assert.match(
      words,
      /Fill this in afterwards, and not in front of the child\. 16\. What of unsafe-places-or-adults\? Yes No/,
    )
    const asked = aSet({}, { place: [talked, { ...talked, id: 'seen', of: 'interviewer' }] })
    assert.match(
      wordsOf(paperPage(visit, asked)),
      /2\. Can you talk\? The interviewer answers this\. Freely Hardly Something else: I cannot say/,
    )
    assert.equal(page.toString().split('wa-paper__chapter--apart').length - 1, 1)
  })
})

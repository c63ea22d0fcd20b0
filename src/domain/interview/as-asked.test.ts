import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { aSet, left, talked } from '../../../test/support/a-question-set.ts'
import type { AskedAndAnswered } from '../episode/return-bodies.ts'
import type { Answers } from './answers.ts'
import { answersIn, asRecorded, recordedProblems } from './as-asked.ts'

const set = aSet({}, { place: [talked], before: [left] })

const answers: Answers = {
  sustained: { chosen: ['yes'] },
  left: { chosen: ['rows', 'other'], words: 'A dog' },
  'where-went': { words: 'To Leeds' },
  'came-back': { notSaid: true },
  talked: { chosen: ['freely'], words: ' ' },
  'what-next': {},
}

const recorded: readonly AskedAndAnswered[] = [
  { question: 'talked', asked: 'Can you talk?', chosen: ['Freely'] },
  { question: 'left', asked: 'What did you leave?', chosen: ['Rows', 'Something else'], words: 'A dog' },
  { question: 'where-went', asked: 'What of where-went?', words: 'To Leeds' },
  { question: 'came-back', asked: 'What of came-back?', notSaid: true },
  { question: 'sustained', of: 'interviewer', asked: 'Is it sustained?', chosen: ['Yes'] },
]

suite('answers as a write-up keeps them', () => {
  test('stand in the order of the set, in the words of the day, the interviewer’s own marked', () => {
    assert.deepEqual(asRecorded(set, answers), recorded)
    assert.deepEqual(asRecorded(set, {}), [])
  })

  test('are read back as they were given', () => {
    assert.deepEqual(answersIn(set, recorded), {
      talked: { chosen: ['freely'] },
      left: { chosen: ['rows', 'other'], words: 'A dog' },
      'where-went': { words: 'To Leeds' },
      'came-back': { notSaid: true },
      sustained: { chosen: ['yes'] },
    })
    assert.deepEqual(asRecorded(set, answersIn(set, recorded)), recorded)
  })

  test('keep what the set has not, to be named', () => {
    const strange = [
      { question: 'talked', asked: 'Can you talk?', chosen: ['Loudly'] },
      { question: 'gone', asked: 'Gone?', chosen: ['Yes'], words: 'x' },
    ]
    assert.deepEqual(answersIn(set, strange), {
      talked: { chosen: ['Loudly'] },
      gone: { chosen: ['Yes'], words: 'x' },
    })
  })
})

suite('what is wrong with answers that were written down', () => {
  const wrong = (...said: readonly AskedAndAnswered[]) =>
    recordedProblems(set, said).map(({ question, says }) => `${question}: ${says}`)

  test('is nothing where they are answers to the set', () => {
    assert.deepEqual(wrong(...recorded), [])
    assert.deepEqual(wrong(), [])
  })

  test('is a question or an option that the set has not', () => {
    assert.deepEqual(wrong({ question: 'gone', asked: 'Gone?', words: 'x' }), [
      'gone: This set has no such question',
    ])
    assert.deepEqual(wrong({ question: 'talked', asked: 'Can you talk?', chosen: ['Loudly'] }), [
      'talked: “Loudly” is not one of the answers',
    ])
  })

  test('is other words than it is asked in', () => {
    assert.deepEqual(wrong({ question: 'where-went', asked: 'Where?', words: 'x' }), [
      'where-went: This set asks it as “What of where-went?”',
    ])
  })

  test('is somebody else’s answer', () => {
    const childs = { question: 'where-went', asked: 'What of where-went?', words: 'x' }
    const own = { question: 'sustained', asked: 'Is it sustained?', chosen: ['Yes'] }
    assert.deepEqual(wrong({ ...childs, of: 'interviewer' }, own), [
      'where-went: It is for the child to answer',
      'sustained: It is for the interviewer to answer',
    ])
  })

  test('is the same question twice', () => {
    const once = { question: 'where-went', asked: 'What of where-went?', words: 'x' }
    assert.deepEqual(wrong(once, once), ['where-went: It is answered twice'])
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { aSet, left, talked } from '../../../test/support/a-question-set.ts'
import type { Answers } from './answers.ts'
import { asked, unanswered } from './asked.ts'
import { inWords } from './in-words.ts'
import { problemsIn } from './problems-in.ts'
import { suggestedFindings } from './suggested.ts'

const words = (id: string, when: unknown = []) => ({
  id,
  of: 'child',
  asks: `What of ${id}?`,
  kind: 'words',
  when,
})
const sure = { ...words('sure', { question: 'talked', is: ['hardly', 'other'] }), kind: 'yes-no' }
const set = aSet(
  {},
  {
    place: [
      talked,
      sure,
      words('after-sure', { question: 'sure', is: 'yes' }),
      words('both', [
        { question: 'talked', is: 'hardly' },
        { question: 'sure', is: 'no' },
      ]),
    ],
    before: [left],
  },
)

/** The questions of the first chapter that are asked after these answers. */
function askedOf(answers: Answers): readonly string[] {
  const first = ['talked', 'sure', 'after-sure', 'both']
  return asked(set, answers).flatMap(({ id }) => (first.includes(id) ? [id] : []))
}

suite('what is asked', () => {
  test('begins with what nothing is waited for, in the order of the set', () => {
    assert.deepEqual(
      asked(set, {})
        .map(({ id }) => id)
        .slice(0, 4),
      ['talked', 'left', 'where-went', 'came-back'],
    )
  })

  test('follows from what was chosen before', () => {
    const talks = { chosen: ['hardly'] }
    assert.deepEqual(askedOf({ talked: { chosen: ['freely'] } }), ['talked'])
    assert.deepEqual(askedOf({ talked: talks }), ['talked', 'sure'])
    assert.deepEqual(askedOf({ talked: { chosen: ['other'], words: 'Later' } }), ['talked', 'sure'])
    assert.deepEqual(askedOf({ talked: talks, sure: { chosen: ['yes'] } }), ['talked', 'sure', 'after-sure'])
    assert.deepEqual(askedOf({ talked: talks, sure: { chosen: ['no'] } }), ['talked', 'sure', 'both'])
    const elsewhere = { talked: { chosen: ['other'], words: 'Later' }, sure: { chosen: ['no'] } }
    assert.deepEqual(askedOf(elsewhere), ['talked', 'sure'])
  })

  test('does not follow from an answer to what is asked no longer, nor from what was not said', () => {
    assert.deepEqual(askedOf({ talked: { chosen: ['freely'] }, sure: { chosen: ['yes'] } }), ['talked'])
    assert.deepEqual(askedOf({ talked: { notSaid: true } }), ['talked'])
    assert.deepEqual(askedOf({ talked: { words: 'hardly' } }), ['talked'])
  })

  test('follows where one of several answers is waited for', () => {
    const several = aSet({}, { before: [left, words('which', { question: 'left', is: 'rows' })] })
    const which = (...chosen: readonly string[]) =>
      asked(several, { left: { chosen } }).some(({ id }) => id === 'which')
    assert.deepEqual([which('rules'), which('rules', 'rows'), which('rows')], [false, true, true])
  })

  test('waits until something is said, and not said is something', () => {
    const waiting = (answers: Answers) => unanswered(set, answers)[0]?.id
    assert.equal(waiting({}), 'talked')
    for (const nothing of [{}, { chosen: [] }, { words: ' \n' }])
      assert.equal(waiting({ talked: nothing }), 'talked')
    for (const something of [{ chosen: ['freely'] }, { words: 'x' }, { notSaid: true as const }])
      assert.equal(waiting({ talked: something }), 'left')
    assert.equal(waiting(Object.create({ talked: { notSaid: true } }) as Answers), 'talked')
  })
})

suite('what is wrong with answers', () => {
  const wrong = (answers: Answers) =>
    problemsIn(set, answers).map(({ question, says }) => `${question}: ${says}`)

  test('is nothing where nothing is answered, or all of it well', () => {
    assert.deepEqual(wrong({}), [])
    assert.deepEqual(
      wrong({
        talked: { chosen: ['hardly'], words: 'With him there' },
        sure: { chosen: ['not-known'] },
        left: { chosen: ['rules', 'other'], words: 'A dog' },
        'where-went': { words: 'Leeds' },
        'came-back': { notSaid: true },
      }),
      [],
    )
  })

  test('is a question that the set has not, or asks no longer', () => {
    assert.deepEqual(wrong({ gone: { words: 'x' }, constructor: { words: 'x' } }), [
      'gone: This set has no such question',
      'constructor: This set has no such question',
    ])
    assert.deepEqual(wrong({ sure: { chosen: ['yes'] } }), [
      'sure: This question is not asked after the answers before it',
    ])
  })

  test('is an answer that is none', () => {
    assert.deepEqual(
      wrong({ talked: {}, left: { chosen: [] }, 'where-went': {}, 'came-back': { words: ' ' } }),
      [
        'talked: Choose an answer, or say that nothing is said',
        'left: Choose an answer, or say that nothing is said',
        'where-went: Write the answer, or say that nothing is said',
        'came-back: Write the answer, or say that nothing is said',
      ],
    )
    assert.deepEqual(wrong({ talked: { words: 'Well' } }), [
      'talked: Choose an answer, or say that nothing is said',
    ])
  })

  test('is an answer beside the word that nothing is said', () => {
    const both = 'talked: Keep the answer, or that nothing is said: not both'
    assert.deepEqual(wrong({ talked: { notSaid: true, chosen: ['freely'] } }), [both])
    assert.deepEqual(wrong({ talked: { notSaid: true, words: 'x' } }), [both])
    assert.deepEqual(wrong({ talked: { notSaid: true, chosen: [], words: ' ' } }), [])
  })

  test('is a choice that cannot be made', () => {
    assert.deepEqual(wrong({ talked: { chosen: ['loudly'] } }), [
      'talked: “loudly” is not one of the answers',
    ])
    assert.deepEqual(wrong({ 'where-went': { chosen: ['yes'], words: 'x' } }), [
      'where-went: “yes” is not one of the answers',
    ])
    assert.deepEqual(wrong({ talked: { chosen: ['freely', 'hardly'] } }), ['talked: Choose one answer'])
    assert.deepEqual(wrong({ left: { chosen: ['rules', 'rules'] } }), ['left: Choose each answer once'])
    assert.deepEqual(wrong({ left: { chosen: ['rules', 'rows'] } }), [])
    for (const said of [{}, { words: ' ' }])
      assert.deepEqual(wrong({ left: { chosen: ['rules', 'other'], ...said } }), [
        'left: Write what else it is, in their words',
      ])
  })
})

suite('answers in words', () => {
  test('stand with the question as it was asked, in the order of the set', () => {
    const answers: Answers = {
      'where-went': { words: 'To Leeds \n' },
      left: { chosen: ['other', 'rules'], words: 'The dog' },
      talked: { chosen: ['freely'], words: ' ' },
      sustained: { notSaid: true },
      'came-back': {},
    }
    const child = { of: 'child' }
    assert.deepEqual(inWords(set, answers), [
      { question: 'talked', chapter: 'place', ...child, asked: 'Can you talk?', chosen: ['Freely'] },
      {
        ...{ question: 'left', chapter: 'before', ...child, asked: 'What did you leave?' },
        ...{ chosen: ['Rules', 'Something else'], words: 'The dog' },
      },
      {
        ...{ question: 'where-went', chapter: 'during', ...child, asked: 'What of where-went?' },
        ...{ chosen: [], words: 'To Leeds \n' },
      },
      {
        ...{ question: 'sustained', chapter: 'interviewers-view', of: 'interviewer' },
        ...{ asked: 'Is it sustained?', chosen: [], notSaid: true },
      },
    ])
  })

  test('keep what was said before a later answer took the question away', () => {
    const answers: Answers = { talked: { chosen: ['freely'] }, sure: { chosen: ['yes'] } }
    assert.deepEqual(
      inWords(set, answers).map(({ question }) => question),
      ['talked', 'sure'],
    )
  })
})

suite('factors that answers suggest', () => {
  test('say what they rest on, and quote', () => {
    const about = { question: 'left', of: 'child', asked: 'What did you leave?', words: 'All the rows' }
    assert.deepEqual(suggestedFindings(set, { left: { chosen: ['rows', 'rules'], words: 'All the rows' } }), [
      { code: 'rules', ...about, answered: 'Rules' },
      { code: 'rules', ...about, answered: 'Rows' },
      { code: 'connected', ...about, answered: 'Rows' },
    ])
    assert.deepEqual(
      suggestedFindings(set, { offending: { chosen: ['yes'] }, sustained: { chosen: ['yes'] } }),
      [
        {
          code: 'offending',
          question: 'offending',
          of: 'child',
          asked: 'What of offending?',
          answered: 'Yes',
        },
        {
          code: 'sustained',
          question: 'sustained',
          of: 'interviewer',
          asked: 'Is it sustained?',
          answered: 'Yes',
        },
      ],
    )
  })

  test('are none where the answer is no, not known or not said, or the question is asked no longer', () => {
    for (const answer of [{ chosen: ['no'] }, { chosen: ['not-known'] }, { notSaid: true as const }, {}])
      assert.deepEqual(suggestedFindings(set, { offending: answer }), [])
    const tied = aSet({}, { place: [talked, { ...sure, suggests: 'rules' }] })
    assert.equal(
      suggestedFindings(tied, { talked: { chosen: ['hardly'] }, sure: { chosen: ['yes'] } }).length,
      1,
    )
    assert.deepEqual(
      suggestedFindings(tied, { talked: { chosen: ['freely'] }, sure: { chosen: ['yes'] } }),
      [],
    )
  })
})

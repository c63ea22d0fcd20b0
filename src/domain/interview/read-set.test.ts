import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { factorValues, setValues, talked } from '../../../test/support/a-question-set.ts'
import { notSaidWords, questionsOf, setRefOf, type Question } from './question-set.ts'
import { parseFactors } from './read-factors.ts'
import { parseSet } from './read-set.ts'

function problemsOf(value: unknown): readonly string[] {
  const parsed = parseSet(value)
  return parsed.kind === 'problems' ? parsed.problems : []
}

/** One question as it is read in the first chapter, and the problems that it makes. */
function reading(question: object): readonly [Question | undefined, readonly string[]] {
  const value = setValues({}, { place: [{ ...question }] })
  const parsed = parseSet(value)
  return parsed.kind === 'set' ? [questionsOf(parsed.set)[0], []] : [undefined, parsed.problems]
}

const least = { id: 'why', of: 'child', asks: 'Why?', kind: 'words' }

suite('a set of questions that is read', () => {
  test('has what its file says', () => {
    const parsed = parseSet(setValues({ until: '2027-01-01' }))
    assert.equal(parsed.kind, 'set')
    const { chapters, ...about } = parsed.set
    assert.deepEqual(about, {
      set: 'small',
      edition: '2026-01',
      title: 'A small set',
      meantFor: 'children in a test',
      from: '2026-01-01',
      until: '2027-01-01',
      adoptedBy: 'the partnership',
      factors: '2026-01',
      readingAge: 9,
      sources: [
        { document: 'The guide', verified: true },
        { document: 'Forms in use', verified: false },
      ],
      opening: ['You can leave out any question.'],
    })
    assert.equal(setRefOf(parsed.set), 'small/2026-01')
    assert.deepEqual(
      chapters.map(({ chapter, title, questions }) => [chapter, title, questions.length]).slice(0, 2),
      [
        ['place', 'About place', 2],
        ['before', 'About before', 1],
      ],
    )
  })

  test('has no last day where none is given', () => {
    const parsed = parseSet(setValues())
    assert.ok(parsed.kind === 'set' && !('until' in parsed.set))
  })

  test('says for which ages it is, where it is for some', () => {
    const agesOf = (ages?: unknown) => {
      const parsed = parseSet(setValues(ages === undefined ? {} : { ages }))
      return parsed.kind === 'set' ? parsed.set.ages : parsed.problems
    }
    assert.deepEqual(
      [agesOf(), agesOf({ from: 11 }), agesOf({ to: 10 }), agesOf({ from: 3, to: 4 })],
      [undefined, { from: 11 }, { to: 10 }, { from: 3, to: 4 }],
    )
    assert.deepEqual(agesOf({ from: 'x', to: 'y', under: 3 }), [
      'set, ages: "under" is not known here: from, to',
      'set, ages: "from" is "x", not a whole number',
      'set, ages: "to" is "y", not a whole number',
    ])
    assert.ok(!('ages' in (parseSet(setValues()) as { readonly set: object }).set))
  })

  test('names everything that is wrong with it', () => {
    const needed = ['set', 'edition', 'title', 'meant-for', 'from', 'adopted-by', 'factors']
    assert.deepEqual(problemsOf('x'), [
      'set: is "x" where names with values are expected',
      ...needed.map((key) => `set: "${key}" is missing`),
      'set: "reading-age" is "nothing", not a whole number',
    ])
    assert.deepEqual(problemsOf(setValues({ opening: [''], until: 'x', colour: 'red' })).toSorted(), [
      'set, opening: "says" is "", not a text',
      'set: "colour" is not known here: set, edition, title, meant-for, ages, from, until, adopted-by, factors, reading-age, sources, opening, chapters',
      'set: "until" is "x", not a day such as 2024-03-01',
    ])
    assert.deepEqual(problemsOf(setValues({ chapters: [{ chapter: 'lunch', source: 'rumour', more: 1 }] })), [
      'set, chapter 1: "more" is not known here: chapter, title, source, questions',
      'set, chapter 1: "rumour" is not among the sources of this edition',
      'set, chapter 1: "lunch" is not a chapter of an interview',
      'set, chapter 1: "title" is missing',
    ])
    assert.deepEqual(problemsOf(setValues({ sources: { guide: { document: 7 } }, chapters: [] })), [
      'set, sources, guide: "document" is 7, not a text',
    ])
  })
})

suite('a question that is read', () => {
  test('in words has no options, and the source of its chapter', () => {
    assert.deepEqual(reading(least), [
      {
        ...least,
        options: [],
        when: [],
        source: { document: 'The guide', verified: true },
      },
      [],
    ])
  })

  test('has its own source and note where it gives them', () => {
    const [read] = reading({ ...least, source: 'forms', note: 'Wait.' })
    assert.deepEqual([read?.source, read?.note], [{ document: 'Forms in use', verified: false }, 'Wait.'])
  })

  test('with yes and no can be unknown too, and only a yes suggests', () => {
    const yesNo = { ...least, kind: 'yes-no', suggests: ['offending', 'rules'] }
    assert.deepEqual(reading(yesNo)[0]?.options, [
      { id: 'yes', says: 'Yes', suggests: ['offending', 'rules'] },
      { id: 'no', says: 'No', suggests: [] },
      { id: 'not-known', says: 'I do not know', suggests: [] },
    ])
    assert.equal(reading({ ...yesNo, of: 'interviewer' })[0]?.options[2]?.says, 'Not known')
  })

  test('with a list ends with something else', () => {
    for (const kind of ['one-of', 'many-of'])
      assert.deepEqual(reading({ ...talked, kind })[0]?.options, [
        { id: 'freely', says: 'Freely', suggests: [] },
        { id: 'hardly', says: 'Hardly', suggests: [] },
        { id: 'other', says: 'Something else', suggests: [] },
      ])
  })

  test('waits for one answer or for several', () => {
    const when = [
      { question: 'a', is: 'yes' },
      { question: 'b', is: ['x', 'y'] },
    ]
    assert.deepEqual(reading({ ...least, when })[0]?.when, [
      { question: 'a', is: ['yes'] },
      { question: 'b', is: ['x', 'y'] },
    ])
  })

  test('says where it is wrong', () => {
    const wrong = (more: object) => reading({ ...least, ...more })[1]
    assert.deepEqual(wrong({ id: 'Why!' }), [
      'set, chapter 1, question 1: "Why!" is not a name in small letters, digits and hyphens',
    ])
    assert.deepEqual(wrong({ id: undefined, kind: 'tick' }), [
      'set, chapter 1, question 1: "id" is missing',
      'set, chapter 1, question 1: "tick" is not a kind of question',
    ])
    assert.deepEqual(wrong({ of: 'dog', asks: ' ', note: '' }), [
      'why: "dog" is not child or interviewer',
      'why: "asks" is " ", not a text',
      'why: "note" is "", not a text',
    ])
    assert.deepEqual(wrong({ colour: 'red' }), [
      'set, chapter 1, question 1: "colour" is not known here: id, of, asks, kind, options, suggests, when, note, source',
    ])
    assert.deepEqual(wrong({ source: 'rumour' }), ['why: "rumour" is not among the sources of this edition'])
    assert.deepEqual(wrong({ when: { question: 7, is: ['A b'], or: 1 } }), [
      'why, when: "or" is not known here: question, is',
      'why, when: "question" is 7, not a text',
      'why, when: "A b" is not a name in small letters, digits and hyphens',
    ])
  })

  test('waits for answers that have names', () => {
    assert.deepEqual(reading({ ...least, when: { question: 'a', is: [7] } })[1], [
      'why, when: "is" is 7, not a text',
    ])
  })

  test('can be left out by whoever is asked, each in their own words', () => {
    assert.deepEqual(notSaidWords, { child: 'I do not want to say', interviewer: 'I cannot say' })
  })

  test('has options and suggestions only where it can', () => {
    const wrong = (more: object) => reading({ ...least, ...more })[1]
    const options = [{ id: 'a', says: 'A', colour: 'red' }]
    assert.deepEqual(wrong({ options }), ['why: "options" are of one-of and many-of, and this is words'])
    assert.deepEqual(wrong({ kind: 'yes-no', options }), [
      'why: "options" are of one-of and many-of, and this is yes-no',
    ])
    assert.deepEqual(wrong({ suggests: 'rules' }), [
      'why: "suggests" is what a yes suggests, and this is words',
    ])
    assert.deepEqual(wrong({ kind: 'one-of', options, suggests: 'rules' }), [
      'why: "suggests" is what a yes suggests, and this is one-of',
      'why, options: "colour" is not known here: id, says, suggests',
    ])
    assert.deepEqual(wrong({ kind: 'many-of', options: [{ suggests: 7 }] }), [
      'why, options: "id" is missing',
      'why, options: "says" is missing',
      'why, options: "suggests" is 7, not a text',
    ])
  })

  test('has no source where neither it nor its chapter names one', () => {
    const chapters = [{ chapter: 'place', title: 'Place', questions: [least] }]
    assert.deepEqual(problemsOf(setValues({ chapters })), ['why: it has no source'])
  })
})

suite('factors that are read', () => {
  const wrongWith = (fields: object): readonly string[] => {
    const parsed = parseFactors({ ...factorValues, ...fields })
    return parsed.kind === 'problems' ? parsed.problems : []
  }

  test('have their code, kind, label and source', () => {
    const parsed = parseFactors(factorValues)
    assert.equal(parsed.kind, 'factors')
    const { factors, ...about } = parsed.factors
    assert.deepEqual(about, {
      edition: '2026-01',
      title: 'Factors',
      from: '2026-01-01',
      adoptedBy: 'the partnership',
    })
    assert.equal(factors[1]?.kind, 'risk-factor')
    assert.deepEqual(factors[7], {
      code: 'rules',
      kind: 'push',
      label: 'About rules',
      source: { document: 'The guide', verified: true },
    })
  })

  test('say where they are wrong', () => {
    const one = { code: 'rules', kind: 'push', label: 'Rules', source: 'guide' }
    assert.deepEqual(wrongWith({ factors: [one, { ...one }, one] }), [
      'factors: "rules" stands twice',
      'factors: "rules" stands twice',
    ])
    assert.deepEqual(wrongWith({ factors: [{ code: 'X', kind: 'shove', source: 'rumour', more: 1 }] }), [
      'factors, factor 1: "more" is not known here: code, kind, label, source',
      'factors, factor 1: "X" is not a name in small letters, digits and hyphens',
      'factors, factor 1: "shove" is not a kind of factor',
      'factors, factor 1: "label" is missing',
      'factors, factor 1: "rumour" is not among the sources of this edition',
    ])
    assert.deepEqual(wrongWith({ sources: 7, factors: [], until: 1 }), [
      'factors: "until" is not known here: edition, title, from, adopted-by, sources, factors',
      'factors, sources: sources have names',
    ])
    for (const key of ['edition', 'title', 'from', 'adopted-by'])
      assert.deepEqual(wrongWith({ [key]: undefined }), [`factors: "${key}" is missing`])
  })
})

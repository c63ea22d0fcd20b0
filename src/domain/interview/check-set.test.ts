import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  aSet,
  chapterValues,
  left,
  saidOf,
  someFactors,
  talked,
} from '../../../test/support/a-question-set.ts'
import { checkSet } from './check-set.ts'
import { chapterNames } from './question-set.ts'

const words = { id: 'more', of: 'child', asks: 'What else?', kind: 'words' }

/** What is said of the small set with these questions in its first chapter. */
function saidWith(...place: readonly object[]): readonly string[] {
  return saidOf({}, { place })
}

suite('a set of questions', () => {
  test('that is whole has no problem', () => {
    assert.deepEqual(saidOf(), [])
  })

  test('tells the child something before the first question', () => {
    assert.deepEqual(saidOf({ opening: [] }), [
      'opening: the child is told nothing before the first question',
    ])
  })

  test('has every chapter', () => {
    for (const name of chapterNames) {
      const { [name]: out, ...chapters } = chapterValues
      assert.ok(out !== undefined, name)
      const values = Object.entries(chapters).map(([chapter, questions]) => ({
        ...{ chapter, title: 'About it', source: 'guide', questions },
      }))
      assert.ok(saidOf({ chapters: values }).includes(`chapters: ${name}: the chapter is missing`), name)
    }
    assert.equal(saidOf({ chapters: [] }).filter((says) => says.endsWith('is missing')).length, 11)
  })

  test('has each chapter once', () => {
    const chapter = { chapter: 'place', title: 'Place', source: 'guide', questions: [words] }
    const { chapters } = { chapters: Object.entries(chapterValues) }
    const all = chapters.map(([name, questions]) => ({ ...chapter, chapter: name, questions }))
    assert.deepEqual(saidOf({ chapters: [chapter, ...all] }), ['chapters: place: the chapter stands twice'])
    const third = { ...chapter, questions: [{ ...words, id: 'again' }] }
    assert.deepEqual(saidOf({ chapters: [chapter, third, ...all] }), [
      'chapters: place: the chapter stands twice',
    ])
  })

  test('asks the child something in each chapter but the interviewer’s own, which asks the child nothing', () => {
    assert.deepEqual(saidOf({}, { during: [] }), ['chapters: during: it asks the child nothing'])
    assert.deepEqual(saidOf({}, { during: [{ ...words, of: 'interviewer' }] }), [
      'chapters: during: it asks the child nothing',
    ])
    assert.deepEqual(
      saidOf(
        {},
        {
          during: [
            { ...words, of: 'interviewer' },
            { ...words, id: 'x' },
          ],
        },
      ),
      [],
    )
    const own = chapterValues['interviewers-view'] ?? []
    assert.deepEqual(saidOf({}, { 'interviewers-view': [...own, words] }), [
      'chapters: interviewers-view: the child’s words stand apart from it',
    ])
    assert.ok(
      saidOf({}, { 'interviewers-view': [words] }).includes(
        'chapters: interviewers-view: it asks the interviewer nothing',
      ),
    )
  })

  test('has the interviewer’s own view after everything else', () => {
    const named = Object.entries(chapterValues).map(([chapter, questions]) => ({
      ...{ chapter, title: 'About it', source: 'guide', questions },
    }))
    const late = ['chapters: interviewers-view: it comes after all that the child says']
    assert.deepEqual(saidOf({ chapters: [named.at(-1), ...named.slice(0, -1)] }), late)
    assert.deepEqual(saidOf({ chapters: [...named.slice(0, -2), named.at(-1), named.at(-2)] }), late)
    assert.deepEqual(saidOf({ chapters: named }), [])
  })

  test('has each id once', () => {
    assert.deepEqual(saidWith(words, words, words), ['duplicate-question: more: two questions have this id'])
    assert.deepEqual(saidWith({ ...words, id: 'where-went' }), [
      'duplicate-question: where-went: two questions have this id',
    ])
  })

  test('gives two options at least, each with its own name', () => {
    const options = talked.options
    assert.deepEqual(saidWith({ ...talked, options: options.slice(0, 1) }), [
      'options: talked: two options at least, beside something else',
    ])
    assert.deepEqual(saidWith({ ...talked, options: [...options, options[0]] }), [
      'options: talked: two options are called freely',
    ])
    assert.deepEqual(saidWith({ ...talked, options: [...options, { id: 'other', says: 'Other' }] }), [
      'options: talked: two options are called other',
    ])
  })

  test('names factors that are known', () => {
    assert.deepEqual(
      saidOf({}, { before: [{ ...left, kind: 'yes-no', options: undefined, suggests: 'gold' }] }),
      ['factor: left: "gold" is not a factor of edition 2026-01'],
    )
    assert.deepEqual(checkSet(aSet({ factors: '2030-01' }), [], undefined), [
      { rule: 'factor', says: 'there is no edition 2030-01 of the factors' },
    ])
  })

  test('asks the child about each of the five risk factors, and the interviewer about them and what makes them weigh more', () => {
    for (const [chapter, of] of [
      ['concerns', 'child'],
      ['interviewers-view', 'interviewer'],
    ] as const) {
      const asked = chapterValues[chapter] ?? []
      assert.equal(asked.length, of === 'child' ? 5 : 7)
      for (const question of asked)
        assert.deepEqual(saidOf({}, { [chapter]: asked.filter((one) => one !== question) }), [
          `risk-factor: ${String(question['suggests'])}: no question of the ${of} asks about it`,
        ])
    }
  })
})

suite('the days of a set', () => {
  const dates = (set: object, ...siblings: readonly object[]) =>
    checkSet(
      aSet({ ...set }),
      siblings.map((one) => aSet({ edition: '2025-01', ...one })),
      someFactors(),
    ).map(({ rule, says }) => `${rule}: ${says}`)

  test('end after they begin', () => {
    assert.deepEqual(dates({ until: '2026-01-01' }), ['dates: it ends before it begins'])
    assert.deepEqual(dates({ until: '2025-12-31' }), ['dates: it ends before it begins'])
    assert.deepEqual(dates({ until: '2026-01-02' }), [])
  })

  test('are those of one edition', () => {
    const overlaps = ['neighbouring-editions: its days overlap with edition 2025-01']
    assert.deepEqual(dates({}, { from: '2025-01-01', until: '2026-01-01' }), [])
    assert.deepEqual(dates({}, { from: '2025-01-01', until: '2026-01-02' }), overlaps)
    assert.deepEqual(dates({}, { from: '2025-01-01' }), overlaps)
    assert.deepEqual(dates({ until: '2027-01-01' }, { from: '2027-01-01' }), [])
    assert.deepEqual(dates({ until: '2027-01-02' }, { from: '2027-01-01' }), overlaps)
    assert.deepEqual(dates({}, { edition: '2026-01', from: '2025-01-01', until: '2026-01-01' }), [
      'neighbouring-editions: there is another edition 2026-01',
    ])
    assert.deepEqual(dates({}, { from: '2024-01-01', until: '2025-01-01' }, { from: '2025-06-01' }), overlaps)
  })
})

suite('the condition of a question', () => {
  const after = (when: unknown, id = 'more') => ({ ...words, id, when })
  const unreachable = ['unreachable: more: it is never asked']

  test('names an earlier question', () => {
    assert.deepEqual(saidWith(talked, after({ question: 'gone', is: 'yes' })), [
      'condition: more: no earlier question is called gone',
    ])
    assert.deepEqual(saidWith(after({ question: 'talked', is: 'freely' }), talked), [
      'condition: more: no earlier question is called talked',
    ])
    assert.deepEqual(saidWith(talked, after({ question: 'more', is: 'freely' })), [
      'condition: more: no earlier question is called more',
    ])
  })

  test('names answers of that question', () => {
    assert.deepEqual(saidWith(talked, after({ question: 'talked', is: ['freely', 'loudly', 'other'] })), [
      'condition: more: talked has no answer called loudly',
    ])
    assert.deepEqual(saidWith(talked, after({ question: 'talked', is: [] })), [
      'condition: more: it waits for no answer to talked',
    ])
    assert.deepEqual(saidWith(words, after({ question: 'more', is: 'yes' }, 'then')), [
      'condition: then: more has no answer called yes',
    ])
  })

  test('can come true together with the others', () => {
    const is = (...options: readonly string[]) => ({ question: 'talked', is: options })
    assert.deepEqual(saidWith(talked, after([is('freely'), is('hardly')])), unreachable)
    assert.deepEqual(saidWith(talked, after([is('freely', 'other'), is('hardly', 'other')])), [])
    assert.deepEqual(saidWith(talked, after([is('freely'), is('freely', 'hardly')])), [])
    const yesNo = { ...words, id: 'sure', kind: 'yes-no' }
    assert.deepEqual(
      saidWith(
        yesNo,
        after([
          { question: 'sure', is: 'yes' },
          { question: 'sure', is: 'no' },
        ]),
      ),
      unreachable,
    )
  })

  test('of which several answers can be given can each be met', () => {
    const both = [
      { question: 'left', is: 'rules' },
      { question: 'left', is: 'rows' },
    ]
    assert.deepEqual(saidOf({}, { during: [after(both)] }), [])
  })

  test('can come true together with what the questions rest on that it names', () => {
    const yesNo = { ...words, id: 'sure', kind: 'yes-no', when: { question: 'talked', is: 'freely' } }
    const then = { ...yesNo, id: 'really', when: { question: 'sure', is: 'yes' } }
    const rests = (is: string) =>
      after([
        { question: 'really', is: 'yes' },
        { question: 'talked', is },
      ])
    assert.deepEqual(saidWith(talked, yesNo, then, rests('hardly')), unreachable)
    assert.deepEqual(saidWith(talked, yesNo, then, rests('freely')), [])
    assert.deepEqual(
      saidWith(talked, yesNo, { ...then, when: [then.when, { question: 'talked', is: 'hardly' }] }),
      ['unreachable: really: it is never asked'],
    )
  })

  test('that rests on one that is wrong is not said to be out of reach too', () => {
    const yesNo = { ...words, id: 'sure', kind: 'yes-no', when: { question: 'gone', is: 'x' } }
    assert.deepEqual(saidWith(yesNo, after({ question: 'sure', is: 'yes' })), [
      'condition: sure: no earlier question is called gone',
    ])
  })
})

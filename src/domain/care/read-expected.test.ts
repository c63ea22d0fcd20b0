import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { expectedCare, strandOf } from '../../../test/support/expected-care.ts'
import { parseExpectedCare } from './read-expected.ts'

const visit = {
  strand: 'visit',
  title: 'Visits',
  'in-their-words': 'She comes',
  kind: 'act',
  holder: 'social-worker',
  'seen-by-child': true,
  expected: [{ after: 'placement', within: 'P1W' }],
  'reasonable-actions': ['Ring her'],
  'reasonable-time': 'WD3',
  source: 'law',
}
const file = (strands: readonly object[], more: object = {}) => ({
  edition: '2026-01',
  title: 'Care',
  from: '2026-01-01',
  'adopted-by': 'the partnership',
  sources: { law: { document: 'The law', verified: true }, rule: { document: 'A rule', verified: false } },
  strands,
  ...more,
})

function problemsOf(strand: object, more: object = {}): readonly string[] {
  const parsed = parseExpectedCare(file([{ ...visit, ...strand }], more))
  return parsed.kind === 'problems' ? parsed.problems : []
}

suite('an edition of expected Care', () => {
  test('is read with its strands, their rules and where each comes from', () => {
    const rules = [
      {
        after: 'sighting',
        within: 'P6W',
        while: { 'first-year': true, placement: 'foster', before: 'visit' },
      },
      { after: 'looked-after', within: 'WD5', 'counts-before': 'P3M', source: 'rule' },
      { after: 'sighting', within: 'P3M', while: { 'long-term': true, 'child-agreed': false, sightings: 2 } },
    ]
    const asked = { 'age-from': 4, 'age-under': 17 }
    const parsed = parseExpectedCare(
      file([{ ...visit, for: asked, expected: rules }], { until: '2027-01-01' }),
    )
    const [law, rule] = [
      { document: 'The law', verified: true },
      { document: 'A rule', verified: false },
    ]
    assert.deepEqual(parsed, {
      kind: 'care',
      care: {
        edition: '2026-01',
        title: 'Care',
        from: '2026-01-01',
        until: '2027-01-01',
        adoptedBy: 'the partnership',
        strands: [
          {
            strand: 'visit',
            title: 'Visits',
            inTheirWords: 'She comes',
            kind: 'act',
            holder: 'social-worker',
            seenByChild: true,
            for: { ageFrom: 4, ageUnder: 17 },
            rules: [
              {
                after: 'sighting',
                within: 'P6W',
                while: { placement: ['foster'], firstYear: true, before: 'visit' },
                source: law,
              },
              { after: 'looked-after', within: 'WD5', while: {}, countsBefore: 3, source: rule },
              {
                after: 'sighting',
                within: 'P3M',
                while: { longTerm: true, childAgreed: false, sightings: 2 },
                source: law,
              },
            ],
            reasonableActions: ['Ring her'],
            reasonableTime: 'WD3',
            source: law,
          },
        ],
      },
    })
    const { until, ...rest } = { until: undefined, ...file([visit]) }
    assert.equal(until, undefined)
    const plain = parseExpectedCare(rest)
    assert.ok(plain.kind === 'care')
    assert.deepEqual(Object.keys(plain.care), ['edition', 'title', 'from', 'adoptedBy', 'strands'])
    assert.deepEqual(plain.care.strands[0]?.for, {})
  })

  test('has each problem in words, where it is', () => {
    assert.deepEqual(problemsOf({}), [])
    assert.deepEqual(problemsOf({ kind: 'thing' }), ['visit: "thing" is not a kind of strand'])
    assert.deepEqual(problemsOf({ holder: 'nobody' }), ['visit: "nobody" is not a role'])
    assert.deepEqual(problemsOf({ 'seen-by-child': 'yes' }), [
      'visit: "seen-by-child" is "yes", not true or false',
    ])
    assert.deepEqual(problemsOf({ 'reasonable-actions': [] }), [
      'visit: says nothing that is done before it is reported missing',
    ])
    assert.deepEqual(problemsOf({ 'reasonable-actions': [''] }), [
      'visit, reasonable-actions: "says" is "", not a text',
    ])
    assert.match(problemsOf({ 'reasonable-time': 'soon' })[0] ?? '', /^visit: "reasonable-time" is "soon"/)
    assert.match(
      problemsOf({ more: 1 })[0] ?? '',
      /^expected care, strand 1: "more" is not known here: strand, title/,
    )
    assert.match(problemsOf({ strand: '' })[0] ?? '', /^expected care, strand 1: "strand" is "", not a text/)
    assert.match(problemsOf({ source: 'gossip' })[0] ?? '', /^visit: /)
  })

  test('has the problems of a rule with the rule', () => {
    const of = (rule: object) => problemsOf({ expected: [{ after: 'placement', within: 'P1W', ...rule }] })
    assert.deepEqual(of({ after: 'Tuesday' }), [
      'visit, rule 1: "Tuesday" is not something that Care is counted from',
    ])
    for (const months of ['P3W', '3', 3, 'PT3H'])
      assert.match(
        of({ 'counts-before': months })[0] ?? '',
        /^visit, rule 1: "counts-before" is .*, not months such as P3M$/,
      )
    assert.deepEqual(of({ while: { placement: 'tent' } }), [
      'visit, rule 1, while: "tent" is not a kind of placement',
    ])
    assert.deepEqual(of({ while: { sightings: 'two' } }), [
      'visit, rule 1, while: "sightings" is "two", not a whole number',
    ])
    assert.deepEqual(of({ while: { 'long-term': 1 } }), [
      'visit, rule 1, while: "long-term" is 1, not true or false',
    ])
    assert.deepEqual(of({ while: { before: 'supper' } }), ['visit: waits for "supper", which is no strand'])
    assert.deepEqual(problemsOf({ for: { before: 'supper' } }), [
      'visit: waits for "supper", which is no strand',
    ])
    assert.match(of({ while: { moon: 'full' } })[0] ?? '', /"moon" is not known here/)
    assert.match(of({ more: 1 })[0] ?? '', /^visit, rule 1: "more" is not known here/)
  })

  test('has no strand twice, and is nothing where it is no map', () => {
    const twice = parseExpectedCare(file([visit, visit]))
    assert.deepEqual(twice.kind === 'problems' && twice.problems, ['expected care: "visit" stands twice'])
    const nothing = parseExpectedCare('no')
    assert.ok(nothing.kind === 'problems')
    assert.match(nothing.problems[0] ?? '', /^expected care: is "no" where names with values are expected/)
    assert.match(parseExpectedCare(file([visit], { more: 1 })).kind, /problems/)
  })
})

suite('the first edition', () => {
  test('has a strand for each part of Care that a child is owed', () => {
    assert.equal(expectedCare.strands.length, 32)
    assert.deepEqual(
      expectedCare.strands.filter(({ rules }) => rules.length === 0).map(({ strand }) => strand),
      ['independent-visitor', 'family-time', 'visit-when-asked', 'what-i-call-care'],
    )
  })

  test('marks as verified what was read in its source, and nothing else', () => {
    assert.equal(strandOf('social-worker-visit').source.verified, true)
    assert.equal(strandOf('pathway-plan').source.verified, false)
    const own = expectedCare.strands.filter(({ source }) => source.document.startsWith('Whereabouts'))
    assert.ok(own.length > 0 && own.every(({ source }) => !source.verified))
  })
})

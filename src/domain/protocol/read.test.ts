import assert from 'node:assert/strict'
import { test } from 'node:test'
import { base, clauseOf, editionOf, fenwick, problemsOf } from '../../../test/support/an-own-edition.ts'
import { firstEditionFile } from '../../../test/support/first-edition.ts'
import { extendsOf, parseEdition } from './read.ts'

test('a duty is read with its start, clock, evidence, ladder and source', () => {
  const clause = clauseOf(base, 'prevention-check')
  assert.deepEqual(clause, {
    duty: 'prevention-check',
    title: 'See the child face to face',
    keeper: false,
    starts: {
      kind: 'entry',
      evidence: { entry: 'returned' },
      each: false,
      given: [{ entry: 'reported-missing' }],
    },
    for: {},
    owedBy: 'police',
    length: { kind: 'within', within: 'PT4H' },
    met: {
      kind: 'entry',
      anyOf: [
        { entry: 'prevention-check-done', where: { faceToFace: true }, by: 'police' },
        { entry: 'prevention-check-done', where: { faceToFace: true }, by: 'police-supervisor' },
      ],
    },
    discharged: [
      { entry: 'prevention-check-not-possible', by: 'police' },
      { entry: 'prevention-check-not-possible', by: 'police-supervisor' },
    ],
    cancelled: [],
    ifSilent: [
      { after: 'PT0S', tell: 'police-supervisor' },
      { after: 'PT1H', tell: 'missing-coordinator' },
    ],
    source: { document: 'One-minute guide to missing from home and care, March 2024', verified: true },
    on: true,
  })
})

test('only what the guide says is verified, and a time that it does not give is a setting', () => {
  const verified = base.clauses.filter(({ source }) => source.verified)
  const timed = verified.filter(({ source }) => source.interval === undefined).map(({ duty }) => duty)
  assert.deepEqual(timed, ['prevention-check', 'return-interview'])
  assert.ok(verified.every(({ source }) => source.document.startsWith('One-minute guide')))
})

test('a partnership switches off, retimes and adds duties in an edition of its own', () => {
  const edition = editionOf(
    fenwick({
      changes: [
        { duty: 'tell-school', on: false },
        { duty: 'offer-interview', within: 'PT24H', source: 'fenwick' },
        { duty: 'prevention-check', 'if-silent': [{ after: 'PT0S', tell: 'senior-manager' }] },
      ],
      duties: [
        {
          duty: 'tell-nurse',
          title: 'Tell the nurse',
          'owed-by': 'social-worker',
          starts: 'reported-missing',
          within: 'WD1',
          'met-by': { entry: 'agency-informed', where: { role: 'health-nurse' } },
          'if-silent': [{ after: 'PT0S', tell: 'team-manager' }],
          source: 'fenwick',
        },
      ],
    }),
  )
  assert.equal(edition.extends, 'missing-from-home-and-care/2024-03')
  assert.equal(edition.adoptedBy, 'Fenwick safeguarding partnership, 12 December 2024')
  assert.equal(clauseOf(edition, 'tell-school').on, false)
  assert.deepEqual(clauseOf(edition, 'offer-interview').length, { kind: 'within', within: 'PT24H' })
  assert.equal(clauseOf(edition, 'offer-interview').source.document, 'Fenwick joint protocol, January 2025')
  assert.deepEqual(clauseOf(edition, 'prevention-check').ifSilent, [
    { after: 'PT0S', tell: 'senior-manager' },
  ])
  assert.deepEqual(clauseOf(edition, 'return-interview'), clauseOf(base, 'return-interview'))
  assert.equal(edition.clauses.length, base.clauses.length + 1)
})

test('a time from a verified source can be shortened', () => {
  const edition = editionOf(
    fenwick({ changes: [{ duty: 'prevention-check', within: 'PT2H', source: 'fenwick' }] }),
  )
  assert.deepEqual(clauseOf(edition, 'prevention-check').length, { kind: 'within', within: 'PT2H' })
})

const refusedChanges: readonly (readonly [string, readonly object[], RegExp])[] = [
  [
    'lengthens a time from a verified source',
    [{ duty: 'return-interview', within: 'PT96H', source: 'fenwick' }],
    /72 hours is from a verified source and cannot become 96 hours/,
  ],
  [
    'puts a verified time on another clock',
    [{ duty: 'return-interview', within: 'WD3', source: 'fenwick' }],
    /cannot become 3 working days/,
  ],
  [
    'switches off a verified duty',
    [{ duty: 'consider-significance', on: false }],
    /verified source cannot be switched off/,
  ],
  ['switches off a keeper', [{ duty: 'hold-search', on: false }], /keeper cannot be switched off/],
  ['retimes without a source', [{ duty: 'offer-interview', within: 'WD2' }], /another time needs a source/],
  ['changes what is not there', [{ duty: 'wave-goodbye', on: false }], /no such duty/],
  [
    'changes one duty twice',
    [
      { duty: 'prevention-check', source: 'fenwick' },
      { duty: 'prevention-check', within: 'PT24H', source: 'fenwick' },
    ],
    /changes "prevention-check" twice/,
  ],
  [
    'asks a change to depend on earlier absences',
    [
      {
        duty: 'offer-interview',
        within: 'WD9',
        source: 'fenwick',
        for: { 'nth-episode': { 'at-least': 3, 'within-days': 90 } },
      },
    ],
    /"for" is not known here/,
  ],
]

for (const [what, changes, why] of refusedChanges) {
  test(`an edition that ${what} is refused`, () => {
    assert.match(problemsOf(fenwick({ changes })), why)
  })
}

test('an edition that extends one which is not there, or one that extends another, is refused', () => {
  assert.match(
    problemsOf(fenwick({ extends: 'elsewhere/2020-01' })),
    /extends "elsewhere\/2020-01", which is not/,
  )
  const second = editionOf(fenwick({}))
  const parsed = parseEdition(fenwick({ protocol: 'other', extends: 'fenwick-missing/2025-01' }), second)
  assert.ok(parsed.kind === 'problems')
  assert.match(parsed.problems.join('\n'), /extends another itself/)
})

test('whatever stands in a file, reading gives an edition or says why not', () => {
  for (const value of [undefined, null, 7, 'text', [], {}, { duties: [null, 3, [], { starts: [[]] }] }])
    assert.equal(parseEdition(value).kind, 'problems')
})

test('each name and value of a file that is not known is a problem with its place', () => {
  const file = firstEditionFile()
  const duties = file['duties'] as Record<string, unknown>[]
  Object.assign(duties[4]!, { 'owed-by': 'neighbour', within: 'ten minutes', colour: 'red' })
  const problems = problemsOf({ ...file, mood: 'good' })
  assert.match(problems, /^edition: "mood" is not known here/m)
  assert.match(problems, /^tell-police-when-worried, owed-by: "neighbour" is not a role$/m)
  assert.match(problems, /^tell-police-when-worried: "within" is "ten minutes", not a length of time/m)
  assert.match(problems, /"colour" is not known here/)
})

test('each problem says which change or which duty it is in, counted from one', () => {
  const problems = problemsOf(fenwick({ changes: [{ mood: 1 }], duties: [{ mood: 1 }] }))
  assert.match(problems, /^edition, change 1: "mood" is not known here/m)
  assert.match(problems, /^edition, duty 1: "mood" is not known here/m)
  const change = { duty: 'offer-interview', 'if-silent': [{ after: 'PT0S', tell: 'neighbour' }], on: 'no' }
  const changed = problemsOf(fenwick({ changes: [change] }))
  assert.match(changed, /^change of offer-interview, if-silent: "neighbour" is not a role$/m)
  assert.match(changed, /^change of offer-interview: "on" is "no", not true or false$/m)
  const row = { 'age-at-most': -1, within: 'PT30M', source: 'fenwick' }
  assert.match(
    problemsOf(fenwick({ 'reasonable-time': [row] })),
    /^edition, reasonable-time: "age-at-most" is -1, not a whole number$/m,
  )
})

test('what an edition does not say of reasonable time it has from the one that it extends', () => {
  assert.deepEqual(editionOf(fenwick({})).reasonableTime, base.reasonableTime)
  const row = { 'from-hour': 22, 'to-hour': 6, within: 'PT20M', source: 'fenwick' }
  assert.deepEqual(editionOf(fenwick({ 'reasonable-time': [row] })).reasonableTime, [
    {
      fromHour: 22,
      toHour: 6,
      within: 'PT20M',
      source: { document: 'Fenwick joint protocol, January 2025', verified: false },
    },
  ])
  const parsed = parseEdition({ ...fenwick({}), extends: undefined })
  assert.ok(parsed.kind === 'edition')
  assert.deepEqual([parsed.edition.reasonableTime, parsed.edition.clauses], [[], []])
})

test('an edition that extends none changes none', () => {
  const parsed = parseEdition({
    ...fenwick({ changes: [{ duty: 'tell-school', on: false }] }),
    extends: undefined,
  })
  assert.ok(parsed.kind === 'problems')
  assert.ok(
    parsed.problems.includes('edition: changes are made to an edition that this one extends'),
    parsed.problems.join('\n'),
  )
  const without = parseEdition(fenwick({}))
  assert.ok(without.kind === 'problems')
  assert.match(
    without.problems.join('\n'),
    /extends "missing-from-home-and-care\/2024-03", which is not there/,
  )
})

test('the edition that a file extends is named without reading the rest', () => {
  assert.equal(extendsOf(fenwick({})), 'missing-from-home-and-care/2024-03')
  for (const value of [{}, { extends: 7 }, 'text', null, undefined]) assert.equal(extendsOf(value), undefined)
})

test('two changes without a name are not one change made twice', () => {
  const problems = problemsOf(fenwick({ changes: ['x', 'y', { on: false }] }))
  assert.doesNotMatch(problems, /twice/)
})

test('sources have names, and are not verified unless they say so', () => {
  assert.match(problemsOf(fenwick({ sources: ['guide'] })), /^edition, sources: sources have names$/m)
  assert.doesNotMatch(problemsOf(fenwick({ sources: undefined })), /sources have names/)
  const duty = {
    duty: 'tell-nurse',
    title: 'Tell the nurse',
    'owed-by': 'social-worker',
    starts: 'reported-missing',
    within: 'WD1',
    'met-by': 'agency-informed',
    'if-silent': [{ after: 'PT0S', tell: 'team-manager' }],
    source: 'leaflet',
  }
  const edition = editionOf(fenwick({ sources: { leaflet: { document: 'A leaflet' } }, duties: [duty] }))
  assert.deepEqual(clauseOf(edition, 'tell-nurse').source, { document: 'A leaflet', verified: false })
})

test('an edition names the partnership’s own practice guidance, at an address that a browser opens safely', () => {
  const named = (guidance: object) => fenwick({ 'practice-guidance': guidance })
  const practice = { title: 'Fenwick practice', address: 'https://fenwick.example/a?b=c' }
  assert.deepEqual(editionOf(named(practice)).practice, practice)
  assert.equal(editionOf(fenwick({})).practice, undefined)
  for (const address of [
    'http://fenwick.example',
    'javascript:alert(1)',
    'https://',
    'https://a b',
    'see https://a.example',
  ])
    assert.match(
      problemsOf(named({ ...practice, address })),
      /edition, practice-guidance: ".*" is not an address such as https:\/\/partnership\.example\/missing/,
    )
  assert.match(problemsOf(named({ title: 'x' })), /^edition, practice-guidance: "address" is missing$/)
  assert.match(problemsOf(named({ address: practice.address })), /"title" is missing/)
  assert.match(problemsOf(named({ ...practice, more: 1 })), /"more" is not known here: title, address/)
})

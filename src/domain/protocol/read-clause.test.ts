import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { readClause, readSource } from './read-clause.ts'
import { readEvidence, readMet, readStage, readStart } from './read-evidence.ts'
import type { Place } from './read-fields.ts'

const sources = { guide: { document: 'The guide', verified: true } }

/** What a reader gives, and every problem that it names. */
function reading<T>(read: (place: Place) => T): readonly [T, readonly string[]] {
  const place: Place = { at: 'duty 3', problems: [] }
  const found = read(place)
  return [found, place.problems]
}

const least = {
  duty: 'tell-school',
  title: 'Tell the school',
  'owed-by': 'carer',
  starts: 'reported-missing',
  within: 'WD1',
  'met-by': 'agency-informed',
  'if-silent': [{ after: 'PT0S', tell: 'team-manager' }],
  source: 'guide',
}

/** The clause with some fields said otherwise (undefined: left out). */
function clause(more: object) {
  const fields = Object.entries<unknown>({ ...least, ...more }).filter(([, value]) => value !== undefined)
  return reading((place) => readClause(Object.fromEntries(fields), sources, place))
}

function problemsOf(more: object): readonly string[] {
  return clause(more)[1]
}

suite('a duty that is read', () => {
  test('needs no more than what it is, who owes it, its start, clock, end, ladder and source', () => {
    const [read, problems] = clause({})
    assert.deepEqual(problems, [])
    assert.deepEqual(read, {
      duty: 'tell-school',
      title: 'Tell the school',
      keeper: false,
      starts: { kind: 'entry', evidence: { entry: 'reported-missing' }, each: false },
      for: {},
      owedBy: 'carer',
      length: { kind: 'within', within: 'WD1' },
      met: { kind: 'entry', anyOf: [{ entry: 'agency-informed' }] },
      discharged: [],
      cancelled: [],
      ifSilent: [{ after: 'PT0S', tell: 'team-manager' }],
      source: sources.guide,
      on: true,
    })
  })

  test('is meant for whom its condition says', () => {
    const meant = (condition: object) => {
      const [read, problems] = clause({ for: condition })
      assert.deepEqual(problems, [])
      return read.for
    }
    assert.deepEqual(meant({ status: 'in-need' }), { status: ['in-need'] })
    assert.deepEqual(meant({ status: ['in-need', 'looked-after'] }), { status: ['in-need', 'looked-after'] })
    assert.deepEqual(meant({ 'placed-out-of-area': true }), { placedOutOfArea: true })
    assert.deepEqual(meant({ 'age-at-most': 15, 'age-at-least': 0 }), { ageAtMost: 15, ageAtLeast: 0 })
    assert.deepEqual(meant({ 'risk-at-least': 'medium' }), { riskAtLeast: 'medium' })
    assert.deepEqual(meant({ subject: 'care' }), { subject: 'care' })
    assert.deepEqual(meant({ 'nth-episode': { 'at-least': 3, 'within-days': 90 } }), {
      nthEpisode: { atLeast: 3, withinDays: 90 },
    })
  })

  test('names what is wrong with its condition, one after another', () => {
    const condition = { status: ['in-need', 'lost'], 'risk-at-least': 'extreme', subject: 'dog' }
    const [read, problems] = clause({ for: condition })
    assert.deepEqual(read.for, { status: ['in-need'] })
    assert.deepEqual(problems, [
      'tell-school, for: "extreme" is not a level of risk',
      'tell-school, for: "dog" is not child or care',
      'tell-school, for: "lost" is not a status of a child',
    ])
    assert.deepEqual(clause({ for: { 'placed-out-of-area': 'yes' } })[0].for, { placedOutOfArea: false })
  })

  test('says where a name is not known', () => {
    const strange = 'is not an entry of a chronology'
    assert.deepEqual(problemsOf({ starts: 'x' }), [`tell-school, starts: "x" ${strange}`])
    assert.deepEqual(problemsOf({ 'met-by': 'x' }), [`tell-school, met-by: "x" ${strange}`])
    assert.deepEqual(problemsOf({ 'discharged-by': 'x' }), [`tell-school, discharged-by: "x" ${strange}`])
    assert.deepEqual(problemsOf({ 'cancelled-by': 'x' }), [`tell-school, cancelled-by: "x" ${strange}`])
    assert.deepEqual(problemsOf({ 'owed-by': 'x' }), ['tell-school, owed-by: "x" is not a role'])
    assert.deepEqual(problemsOf({ 'done-by': 'x' }), ['tell-school, done-by: "x" is not a role'])
    assert.deepEqual(problemsOf({ 'if-silent': [{ after: 'PT0S', tell: 'x' }] }), [
      'tell-school, if-silent: "x" is not a role',
    ])
    assert.deepEqual(problemsOf({ title: undefined }), ['tell-school: "title" is missing'])
    assert.deepEqual(problemsOf({ duty: undefined, title: undefined }), [
      'duty 3: "duty" is missing',
      'duty 3: "title" is missing',
    ])
    assert.equal(clause({ 'owed-by': 'x' })[0].owedBy, 'carer')
  })

  test('may leave it to the entry who owes it, and says who does where the entry names nobody', () => {
    const [read, problems] = clause({ 'owed-by': { named: 'owner', otherwise: 'social-worker' } })
    assert.deepEqual(problems, [])
    assert.deepEqual([read.owedBy, read.ownerNamed], ['social-worker', 'owner'])
    assert.equal(clause({})[0].ownerNamed, undefined)
    const wrong = problemsOf({ 'owed-by': { named: 'writer', otherwise: 'x', colour: 'red' } })
    assert.equal(wrong.length, 3)
    assert.ok(wrong.every((one) => one.startsWith('tell-school, owed-by: ')))
    assert.ok(wrong.includes('tell-school, owed-by: "writer" is not a field that names a role'))
    assert.ok(wrong.includes('tell-school, owed-by: "x" is not a role'))
    assert.equal(clause({ 'owed-by': { named: 'x', otherwise: 'police' } })[0].ownerNamed, undefined)
  })

  test('that holds a stage says nothing that could start or end it otherwise', () => {
    const keeper = { 'keeper-of': 'searching', starts: undefined, 'met-by': undefined }
    const [read, problems] = clause(keeper)
    assert.deepEqual(problems, [])
    assert.deepEqual(read.starts, { kind: 'stage', stage: 'searching' })
    assert.deepEqual([read.keeper, read.met], [true, { kind: 'leaving' }])
    for (const key of ['starts', 'met-by', 'done-by'])
      assert.deepEqual(problemsOf({ ...keeper, [key]: 'carer' }), [
        `tell-school: a keeper cannot say "${key}": it is met by leaving its stage`,
      ])
    assert.deepEqual(problemsOf({ ...keeper, 'keeper-of': 'closed' }), [
      'tell-school, keeper-of: "closed" is not a stage',
    ])
    assert.deepEqual(readStage('x', { at: '', problems: [] }), { kind: 'stage', stage: 'concern' })
  })

  test('has the length of its clock from the file, from reasonable time, or from the grade', () => {
    assert.deepEqual(clause({ within: 'reasonable-time' })[0].length, { kind: 'reasonable-time' })
    assert.deepEqual(clause({ within: 'next-review' })[0].length, {
      kind: 'set-by-entry',
      field: 'nextReview',
    })
    const countedFrom = { entry: 'meeting-held', where: { kind: 'strategy' } }
    const [counted, wrong] = clause({ within: 'WD15', 'counted-from': countedFrom })
    assert.deepEqual(counted.length, { kind: 'within', within: 'WD15', countedFrom })
    assert.deepEqual(wrong, [])
    assert.deepEqual(clause({ within: 'WD15', 'counted-from': 'a-meeting' })[1], [
      'tell-school, counted-from: "a-meeting" is not an entry of a chronology',
    ])
    assert.deepEqual(clause({ within: 'WD15', 'counted-from': 'a-meeting' })[0].length, {
      kind: 'within',
      within: 'WD15',
    })
  })
})

suite('a source that is read', () => {
  const sourceOf = (value: unknown) => reading((place) => readSource(value, sources, place))
  const nothing = { document: '', verified: false }

  test('is one that the edition names, with a note and a time of its own', () => {
    assert.deepEqual(sourceOf('guide'), [sources.guide, []])
    assert.deepEqual(sourceOf({ from: 'guide', interval: 'setting', note: 'Page two' }), [
      { ...sources.guide, interval: 'setting', note: 'Page two' },
      [],
    ])
  })

  test('is nothing that was checked where it is not named, or not known', () => {
    assert.deepEqual(sourceOf(undefined), [nothing, ['duty 3: it has no source']])
    assert.deepEqual(sourceOf({ note: 'x' }), [nothing, ['duty 3: it has no source']])
    assert.deepEqual(sourceOf('rumour'), [
      nothing,
      ['duty 3: "rumour" is not among the sources of this edition'],
    ])
    assert.deepEqual(sourceOf({ from: 'guide', interval: 'fixed' }), [
      sources.guide,
      ['duty 3: "fixed" is not setting'],
    ])
  })
})

suite('evidence that is read', () => {
  const evidence = (value: unknown) => reading((place) => readEvidence(value, place))

  test('is an entry, its fields, and who wrote it: several roles are several kinds', () => {
    assert.deepEqual(evidence(undefined), [[], []])
    assert.deepEqual(
      evidence(['returned', { entry: 'located', where: { outcome: ['harmed', 'hospital'] } }]),
      [[{ entry: 'returned' }, { entry: 'located', where: { outcome: ['harmed', 'hospital'] } }], []],
    )
    assert.deepEqual(
      evidence({ entry: 'located', where: { outcome: ['well'] }, by: ['police', 'carer'] })[0],
      [
        { entry: 'located', where: { outcome: 'well' }, by: 'police' },
        { entry: 'located', where: { outcome: 'well' }, by: 'carer' },
      ],
    )
    assert.deepEqual(evidence({ entry: 'returned', where: { placeOfSafety: false } })[0], [
      { entry: 'returned', where: { placeOfSafety: false } },
    ])
  })

  test('leaves out what it does not know, and says so', () => {
    assert.deepEqual(evidence(['returned', 'x']), [
      [{ entry: 'returned' }],
      ['duty 3: "x" is not an entry of a chronology'],
    ])
    assert.deepEqual(evidence({ entry: 'returned', by: ['x', 'police'] }), [
      [{ entry: 'returned', by: 'police' }],
      ['duty 3: "x" is not a role'],
    ])
    assert.deepEqual(evidence({ entry: 'returned', where: 'home' }), [
      [{ entry: 'returned', where: {} }],
      ['duty 3: "where" is "home", not fields with values'],
    ])
    for (const [wanted, read] of [
      [7, []],
      [[], []],
      [['well', 7], 'well'],
      [{ a: 1 }, []],
    ] as const)
      assert.deepEqual(evidence({ entry: 'located', where: { outcome: wanted } }), [
        [{ entry: 'located', where: { outcome: read } }],
        ['duty 3: "outcome" must be a text or true or false, or a list of them'],
      ])
  })

  test('starts a duty once or each time, after a lapse, or where something else had happened', () => {
    const start = (value: unknown) => reading((place) => readStart(value, place))
    assert.deepEqual(start({ entry: 'located', each: true }), [
      { kind: 'entry', evidence: { entry: 'located' }, each: true },
      [],
    ])
    assert.deepEqual(start({ entry: 'returned', given: 'reported-missing' })[0], {
      kind: 'entry',
      evidence: { entry: 'returned' },
      each: false,
      given: [{ entry: 'reported-missing' }],
    })
    assert.deepEqual(
      start({ lapse: 'PT24H', after: 'reported-missing', unless: ['returned', 'located'] })[0],
      {
        kind: 'lapse',
        after: { entry: 'reported-missing' },
        lapse: 'PT24H',
        unless: [{ entry: 'returned' }, { entry: 'located' }],
      },
    )
  })

  test('that starts a duty is one entry', () => {
    const start = (value: unknown) => reading((place) => readStart(value, place))
    assert.deepEqual(start(undefined), [
      { kind: 'entry', evidence: { entry: 'note-added' }, each: false },
      ['duty 3: no entry is named'],
    ])
    assert.deepEqual(start(['returned', 'located']), [
      { kind: 'entry', evidence: { entry: 'returned' }, each: false },
      ['duty 3: only one entry can be named'],
    ])
  })

  test('that everyone was told is of a location, a return or a void', () => {
    const met = (value: unknown) => reading((place) => readMet(value, place))
    assert.deepEqual(met({ 'everyone-told': 'void' }), [{ kind: 'everyone-told', about: 'void' }, []])
    assert.deepEqual(met({ 'everyone-told': 'party' }), [
      { kind: 'everyone-told', about: 'return' },
      ['duty 3: "party" is not location, return or void'],
    ])
    assert.deepEqual(met(['returned', 'located'])[0], {
      kind: 'entry',
      anyOf: [{ entry: 'returned' }, { entry: 'located' }],
    })
  })
})

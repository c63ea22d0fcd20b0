import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { parseWithin } from '../../kernel/within.ts'
import { clauseProblems } from './check-clause.ts'
import { impossible, neverBy } from './check-evidence.ts'
import type { Clause, Evidence } from './protocol.ts'

const within = (text: string) => parseWithin(text)!
const least: Clause = {
  duty: 'tell-school',
  title: 'Tell the school',
  keeper: false,
  starts: { kind: 'entry', evidence: { entry: 'reported-missing' }, each: false },
  for: {},
  owedBy: 'carer',
  length: { kind: 'within', within: within('WD1') },
  met: { kind: 'entry', anyOf: [{ entry: 'agency-informed' }] },
  discharged: [],
  cancelled: [],
  ifSilent: [{ after: within('PT0S'), tell: 'team-manager' }],
  source: { document: 'Guide', verified: true },
  on: true,
}

function problemsOf(more: Partial<Clause>): readonly string[] {
  return clauseProblems({ ...least, ...more }).map(({ rule, says }) => `${rule}: ${says}`)
}

/** A duty that one entry starts and another meets. */
function fromTo(started: Evidence, ended: Evidence, more: Partial<Clause> = {}): readonly string[] {
  const starts = { kind: 'entry', evidence: started, each: false } as const
  return problemsOf({ starts, met: { kind: 'entry', anyOf: [ended] }, ...more })
}

suite('a duty', () => {
  test('that is whole has no problem', () => {
    assert.deepEqual(problemsOf({}), [])
  })

  test('counts its time from nothing that no entry can be', () => {
    const countedFrom: Evidence = { entry: 'meeting-held', where: { kind: 'party' } }
    assert.deepEqual(problemsOf({ length: { kind: 'within', within: within('WD1'), countedFrom } }), [
      'unknown-field: tell-school: meeting-held never has kind "party"',
    ])
  })

  test('names the document that its time is from', () => {
    assert.deepEqual(problemsOf({ source: { document: ' ', verified: false } }), [
      'no-source: tell-school: its time has no source',
    ])
  })

  test('is told on to somebody else, each later than the one before or with them', () => {
    const ladder = (...rungs: readonly (readonly [string, 'carer' | 'team-manager' | 'duty-team'])[]) =>
      problemsOf({ ifSilent: rungs.map(([after, tell]) => ({ after: within(after), tell })) })
    assert.deepEqual(ladder(), ['empty-ladder: tell-school: if the carer is silent, no one is told'])
    assert.deepEqual(ladder(['PT1H', 'team-manager'], ['PT1H', 'duty-team']), [])
    assert.deepEqual(ladder(['PT1H', 'team-manager'], ['PT59M', 'duty-team']), [
      'ladder-order: tell-school: a rung comes before the one above it',
    ])
    assert.deepEqual(ladder(['PT0S', 'team-manager'], ['PT1H', 'carer']), [
      'ladder-tells-owner: tell-school: the ladder tells the carer, who is the one that is silent',
    ])
  })

  test('is meant for somebody', () => {
    const says = (what: string) => [`condition: tell-school: ${what}`]
    assert.deepEqual(problemsOf({ for: { ageAtLeast: 12, ageAtMost: 12 } }), [])
    assert.deepEqual(
      problemsOf({ for: { ageAtLeast: 13, ageAtMost: 12 } }),
      says('no child is at least 13 and at most 12'),
    )
    assert.deepEqual(problemsOf({ for: { status: [] } }), says('it is meant for no status at all'))
    assert.deepEqual(problemsOf({ for: { status: ['in-need'] } }), [])
    const first = says('every absence is the first: ask for the second or a later one')
    const nth = (atLeast: number, withinDays: number) =>
      problemsOf({ for: { nthEpisode: { atLeast, withinDays } } })
    assert.deepEqual(nth(2, 1), [])
    assert.deepEqual(nth(1, 30), first)
    assert.deepEqual(nth(3, 0), first)
  })

  test('can start', () => {
    const starts = {
      kind: 'entry',
      evidence: { entry: 'located', where: { outcome: 'lost' } },
      each: false,
    } as const
    assert.deepEqual(problemsOf({ starts }), [
      'cannot-start: tell-school: it can never start: located never has outcome "lost"',
    ])
    const given = {
      kind: 'entry',
      evidence: { entry: 'returned' },
      each: false,
      given: [{ entry: 'located', where: { mood: 'x' } }],
    } as const
    assert.deepEqual(problemsOf({ starts: given }), [
      'cannot-start: tell-school: it can never start: located has no field "mood" that a clause may ask about',
    ])
    const lapse = {
      kind: 'lapse',
      after: { entry: 'risk-assessed', by: 'carer' },
      lapse: within('PT1H'),
      unless: [{ entry: 'returned' }],
    } as const
    assert.deepEqual(problemsOf({ starts: lapse }), [
      'cannot-start: tell-school: it can never start: risk-assessed is never written by carer',
    ])
  })

  test('for a graded child does not start with the concern', () => {
    const graded = { for: { riskAtLeast: 'medium' } } as const
    const told: Evidence = { entry: 'agency-informed' }
    const never = ['cannot-start: tell-school: it can never start: no concern begins with a grade']
    assert.deepEqual(fromTo({ entry: 'concern-raised' }, told, graded), never)
    assert.deepEqual(fromTo({ entry: 'reported-missing' }, told, graded), [])
    assert.deepEqual(fromTo({ entry: 'concern-raised' }, told), [])
    const given = {
      kind: 'entry',
      evidence: { entry: 'returned' },
      each: false,
      given: [{ entry: 'concern-raised' }],
    } as const
    assert.deepEqual(problemsOf({ ...graded, starts: given }), never)
  })

  test('that a lapse starts can be prevented', () => {
    const lapse = (after: Evidence, ...unless: readonly Evidence[]) =>
      problemsOf({ starts: { kind: 'lapse', after, lapse: within('PT24H'), unless } })
    const never = ['cannot-be-prevented: tell-school: nothing can prevent this lapse']
    const report: Evidence = { entry: 'reported-missing' }
    assert.deepEqual(lapse(report, { entry: 'returned' }), [])
    assert.deepEqual(lapse(report, { entry: 'concern-raised' }, { entry: 'returned' }), [])
    assert.deepEqual(lapse(report), never)
    assert.deepEqual(lapse(report, { entry: 'concern-raised' }), never)
    assert.deepEqual(lapse(report, report), never)
    assert.deepEqual(lapse(report, { entry: 'located', where: { outcome: 'lost' } }), never)
  })

  test('can be met after it began', () => {
    const cannot = (ended: string, started: string) => [
      `cannot-be-met: tell-school: nothing can meet it: ${ended} cannot follow ${started}`,
    ]
    const unsafe: Evidence = { entry: 'returned', where: { placeOfSafety: false } }
    assert.deepEqual(fromTo({ entry: 'concern-raised' }, { entry: 'reported-missing' }), [])
    assert.deepEqual(
      fromTo({ entry: 'reported-missing' }, { entry: 'reported-missing' }),
      cannot('reported-missing', 'reported-missing'),
    )
    assert.deepEqual(
      fromTo({ entry: 'returned' }, { entry: 'reported-missing' }),
      cannot('reported-missing', 'returned'),
    )
    assert.deepEqual(fromTo(unsafe, { entry: 'reported-missing' }), [])
    assert.deepEqual(fromTo({ entry: 'returned' }, { entry: 'returned' }), cannot('returned', 'returned'))
    assert.deepEqual(fromTo(unsafe, { entry: 'returned' }), [])
    assert.deepEqual(fromTo({ entry: 'reported-missing' }, { entry: 'returned' }), [])
    assert.deepEqual(
      fromTo({ entry: 'located' }, { entry: 'concern-raised' }),
      cannot('concern-raised', 'located'),
    )
    const lapse = {
      kind: 'lapse',
      after: { entry: 'returned' },
      lapse: within('PT1H'),
      unless: [{ entry: 'located' }],
    } as const
    assert.deepEqual(
      problemsOf({ starts: lapse, met: { kind: 'entry', anyOf: [{ entry: 'reported-missing' }] } }),
      cannot('reported-missing', 'returned'),
    )
  })

  test('can be met by whoever must do it', () => {
    const graded: Evidence = { entry: 'risk-assessed' }
    const report: Evidence = { entry: 'reported-missing' }
    assert.deepEqual(fromTo(report, graded, { doneBy: 'police' }), [])
    assert.deepEqual(fromTo(report, { ...graded, by: 'police' }, { doneBy: 'police' }), [])
    assert.deepEqual(fromTo(report, { entry: 'located', by: 'carer' }), [])
    assert.deepEqual(fromTo(report, { entry: 'located', by: 'carer' }, { doneBy: 'police' }), [
      'cannot-be-met: tell-school: nothing can meet it: located by carer is not done by police',
    ])
    const either = {
      kind: 'entry',
      anyOf: [{ entry: 'located', by: 'carer' }, { entry: 'returned' }],
    } as const
    assert.deepEqual(problemsOf({ met: either, doneBy: 'police' }), [])
    assert.deepEqual(problemsOf({ met: { kind: 'entry', anyOf: [] } }), [
      'cannot-be-met: tell-school: nothing can meet it: no entry is named',
    ])
  })

  test('of repeated absence adds and does nothing else', () => {
    const nth = { nthEpisode: { atLeast: 3, withinDays: 90 } }
    const says = (what: string) => [`repeated-absence: tell-school: earlier absences ${what}`]
    assert.deepEqual(problemsOf({ for: nth }), [])
    assert.deepEqual(
      problemsOf({ for: nth, keeper: true }),
      says('are no reason to hold or not to hold a child'),
    )
    const without = says('cannot be part of a clause without a time of its own')
    assert.deepEqual(problemsOf({ for: nth, length: { kind: 'reasonable-time' } }), without)
    assert.deepEqual(problemsOf({ length: { kind: 'reasonable-time' } }), [])
  })

  test('of a stage starts with no entry that could be impossible', () => {
    const stage = { kind: 'stage', stage: 'concern' } as const
    assert.deepEqual(problemsOf({ starts: stage, for: { riskAtLeast: 'low' }, met: { kind: 'leaving' } }), [])
  })
})

suite('evidence', () => {
  const possible: readonly Evidence[] = [
    { entry: 'concern-raised', where: { whereabouts: 'unknown', authorisation: 'late', how: 'told' } },
    { entry: 'concern-raised', where: { how: ['noticed', 'imported'], 'subject.kind': ['child', 'care'] } },
    {
      entry: 'threshold-assessed',
      where: { worriedNow: true, whereabouts: 'known-elsewhere', authorisation: 'authorised' },
    },
    { entry: 'risk-assessed', where: { level: ['no-apparent-risk', 'low', 'medium', 'high'] } },
    { entry: 'risk-view-given', where: { level: 'high' } },
    { entry: 'agency-informed', where: { role: 'school', about: 'void', 'told.kind': ['told', 'not-told'] } },
    { entry: 'asked', where: { question: 'anything', of: 'carer' } },
    { entry: 'answered', where: { question: 'last-seen' } },
    { entry: 'meeting-held', where: { kind: 'weekly' } },
    { entry: 'located', where: { outcome: 'died' } },
    { entry: 'returned', where: { placeOfSafety: [true, false] } },
    { entry: 'prevention-check-done', where: { faceToFace: true } },
    { entry: 'interview-declined', where: { childsOwnAnswer: false } },
    { entry: 'interview-held', where: { caresForChild: false, allocatedWorker: true } },
    { entry: 'harm-considered', where: { answer: ['suffered', 'at-risk', 'neither'] } },
    { entry: 'significance-considered', where: { significant: false } },
    { entry: 'enquiry-saw-child', where: { alone: false } },
    { entry: 'enquiry-concluded', where: { outcome: ['at-risk', 'not-continuing', 'not-substantiated'] } },
    { entry: 'recorded-in-error', where: { 'scope.kind': ['episode', 'entry'] } },
    { entry: 'risk-assessed', by: 'police' },
    { entry: 'risk-assessed', by: 'police-supervisor' },
    { entry: 'note-added', by: 'carer' },
  ]
  for (const one of possible)
    test(`can be: ${JSON.stringify(one)}`, () => assert.equal(impossible(one), undefined))

  const never: readonly (readonly [Evidence, string])[] = [
    [{ entry: 'asked', where: { question: true } }, 'asked never has question "true"'],
    [{ entry: 'located', where: { outcome: ['well', 'lost'] } }, 'located never has outcome "lost"'],
    [{ entry: 'returned', where: { placeOfSafety: 'true' } }, 'returned never has placeOfSafety "true"'],
    [
      { entry: 'note-added', where: { text: 'x' } },
      'note-added has no field "text" that a clause may ask about',
    ],
    [{ entry: 'risk-assessed', by: 'carer' }, 'risk-assessed is never written by carer'],
  ]
  for (const [one, why] of never) test(`cannot be: ${why}`, () => assert.equal(impossible(one), why))

  test('of a grade is written by police alone', () => {
    assert.equal(neverBy('risk-assessed', 'police'), undefined)
    assert.equal(neverBy('risk-assessed', 'police-supervisor'), undefined)
    assert.equal(neverBy('risk-assessed', 'social-worker'), 'risk-assessed is never written by social-worker')
    assert.equal(neverBy('risk-view-given', 'social-worker'), undefined)
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { evidenceInWords, listed } from './explain-evidence.ts'
import {
  clockInWords,
  conditionInWords,
  endInWords,
  ladderInWords,
  metInWords,
  reasonableTimeInWords,
  sentence,
  sourceInWords,
  startInWords,
} from './explain-words.ts'
import { parseWithin } from '../../kernel/within.ts'
import type { Clause, Condition, Evidence, ReasonableTime, Start } from './protocol.ts'

const within = (text: string) => parseWithin(text)!
const source = { document: 'Guide', verified: true }

/** What a clause waits for, to follow "when". */
const happenings: readonly (readonly [Evidence, string])[] = [
  [{ entry: 'concern-raised' }, 'a concern is raised'],
  [{ entry: 'concern-raised', where: { how: 'imported' } }, 'a concern is imported'],
  [{ entry: 'concern-raised', where: { how: ['noticed', 'told'] } }, 'a concern is noticed or told'],
  [{ entry: 'action-taken' }, 'someone does something to find the child'],
  [{ entry: 'concern-reviewed' }, 'the concern is read by a named person, who says so'],
  [{ entry: 'threshold-assessed' }, 'someone says whether they are worried'],
  [{ entry: 'threshold-assessed', where: { worriedNow: true } }, 'someone says that they are worried now'],
  [
    { entry: 'threshold-assessed', where: { worriedNow: false } },
    'someone says that they are not worried now',
  ],
  [{ entry: 'reported-missing' }, 'police are told'],
  [{ entry: 'risk-assessed' }, 'police grade the risk'],
  [
    { entry: 'risk-assessed', where: { level: ['no-apparent-risk', 'low', 'medium'] } },
    'police grade the risk no apparent risk, low or medium',
  ],
  [{ entry: 'risk-view-given' }, 'someone gives their view of the risk'],
  [{ entry: 'grade-challenged' }, 'someone challenges the grade'],
  [{ entry: 'challenge-answered' }, 'the challenge is answered'],
  [{ entry: 'agency-informed' }, 'someone has been told'],
  [
    { entry: 'agency-informed', where: { role: 'social-worker', about: 'report' } },
    'the allocated social worker has been told of the report',
  ],
  [
    { entry: 'agency-informed', where: { role: 'parents' } },
    'those with parental responsibility have been told',
  ],
  [
    { entry: 'agency-informed', where: { role: ['school', 'health-nurse'], about: ['report', 'return'] } },
    'the school or looked-after children nurse has been told of the report or return',
  ],
  [
    { entry: 'agency-informed', where: { role: 'parents', 'told.kind': 'not-told', about: 'return' } },
    'it is said why those with parental responsibility cannot be told of the return',
  ],
  [{ entry: 'agency-informed', where: { 'told.kind': ['told', 'not-told'] } }, 'someone has been told'],
  [{ entry: 'agency-informed', where: { role: 'somebody-else' } }, 'the somebody else has been told'],
  [{ entry: 'asked' }, 'the question of someone is asked'],
  [{ entry: 'asked', where: { question: 'last-seen' } }, 'the question “last seen” is asked'],
  [
    { entry: 'answered', where: { question: ['last-seen', 'left'] } },
    'the question “last seen or left” is answered',
  ],
  [{ entry: 'information-received' }, 'information comes in'],
  [{ entry: 'meeting-held' }, 'a meeting is held'],
  [{ entry: 'meeting-held', where: { kind: 'strategy' } }, 'a strategy meeting is held'],
  [
    { entry: 'meeting-held', where: { kind: ['at-24-hours', 'weekly'] } },
    'the meeting at 24 hours or a weekly meeting is held',
  ],
  [{ entry: 'located' }, 'the child is located'],
  [
    { entry: 'located', where: { outcome: ['harmed', 'hospital'] } },
    'the child is located (harmed or hospital)',
  ],
  [{ entry: 'returned' }, 'the child is back'],
  [{ entry: 'returned', where: { placeOfSafety: true } }, 'the child is back'],
  [{ entry: 'returned', where: { placeOfSafety: false } }, 'the child turns up somewhere unsafe'],
  [{ entry: 'acknowledged' }, 'someone acknowledges it'],
  [{ entry: 'reference-given' }, 'a reference is given'],
  [{ entry: 'prevention-check-done' }, 'an officer checks on the child'],
  [{ entry: 'prevention-check-done', where: { faceToFace: true } }, 'an officer sees the child face to face'],
  [{ entry: 'prevention-check-done', where: { faceToFace: false } }, 'an officer checks on the child'],
  [
    { entry: 'prevention-check-not-possible' },
    'an officer says why a check is not possible and what was done instead',
  ],
  [{ entry: 'interview-offered' }, 'the child is offered an interview'],
  [{ entry: 'interview-declined' }, 'the interview is declined'],
  [
    { entry: 'interview-declined', where: { childsOwnAnswer: true } },
    'the child declines, in their own answer',
  ],
  [{ entry: 'interview-declined', where: { childsOwnAnswer: false } }, 'the interview is declined'],
  [{ entry: 'interview-arranged' }, 'the interview is arranged'],
  [{ entry: 'interview-attempted' }, 'an interview is tried without success'],
  [{ entry: 'interview-held' }, 'the interview is held'],
  [{ entry: 'harm-considered' }, 'someone decides about harm'],
  [
    { entry: 'harm-considered', where: { answer: 'at-risk' } },
    'someone decides that the answer about harm is at risk',
  ],
  [{ entry: 'meeting-held', where: { kind: 'early-review' } }, 'the early review is held'],
  [
    { entry: 'meeting-held', where: { kind: 'protection-conference' } },
    'an initial child protection conference is held',
  ],
  [{ entry: 'enquiry-begun' }, 'a section 47 enquiry begins'],
  [{ entry: 'enquiry-saw-child' }, 'the enquiry sees the child'],
  [{ entry: 'enquiry-concluded' }, 'a section 47 enquiry ends'],
  [
    { entry: 'enquiry-concluded', where: { outcome: 'at-risk' } },
    'a section 47 enquiry ends and finds the child at continuing risk',
  ],
  [{ entry: 'read-by-reviewing-officer' }, 'the reviewing officer reads it and says what they make of it'],
  [{ entry: 'review-called' }, 'the reviewing officer calls the review early'],
  [{ entry: 'significance-considered' }, 'someone decides what must change'],
  [{ entry: 'plan-updated' }, 'the plan is brought up to date'],
  [{ entry: 'note-added' }, 'a note is added'],
  [{ entry: 'entry-corrected' }, 'an entry is corrected'],
  [{ entry: 'recorded-in-error' }, 'something was recorded in error'],
  [{ entry: 'recorded-in-error', where: { 'scope.kind': 'episode' } }, 'all of it was recorded in error'],
  [{ entry: 'recorded-in-error', where: { 'scope.kind': 'entry' } }, 'something was recorded in error'],
  [{ entry: 'episode-linked' }, 'another episode is linked'],
  [{ entry: 'intelligence-recorded' }, 'police record intelligence'],
  [{ entry: 'passage-shared' }, 'a part of what the child said is shared with an organisation'],
  [{ entry: 'episode-shared' }, 'the episode is shared with another organisation'],
  [{ entry: 'episode-closed' }, 'the episode is closed'],
  [{ entry: 'episode-reopened' }, 'the episode is opened again'],
]

suite('what a clause waits for', () => {
  for (const [evidence, words] of happenings)
    test(`is said so: when ${words}`, () => assert.equal(evidenceInWords([evidence]), words))

  test('is said once, with whoever may record it', () => {
    const seen = { entry: 'prevention-check-done', where: { faceToFace: true } } as const
    assert.equal(
      evidenceInWords([
        { ...seen, by: 'police' },
        { entry: 'note-added' },
        { ...seen, by: 'police-supervisor' },
      ]),
      'an officer sees the child face to face (recorded by the police control room or police supervisor) or a note is added',
    )
    assert.equal(evidenceInWords([]), '')
  })

  test('is listed with commas and one "or"', () => {
    assert.deepEqual([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed), ['', 'a', 'a or b', 'a, b or c'])
  })
})

suite('the start of a duty', () => {
  const starts: readonly (readonly [Start, string])[] = [
    [{ kind: 'stage', stage: 'concern' }, 'on entering this stage'],
    [{ kind: 'entry', evidence: { entry: 'returned' }, each: false }, 'when the child is back'],
    [{ kind: 'entry', evidence: { entry: 'located' }, each: true }, 'each time that the child is located'],
    [{ kind: 'entry', evidence: { entry: 'returned' }, each: false, given: [] }, 'when the child is back'],
    [
      {
        kind: 'entry',
        evidence: { entry: 'returned' },
        each: false,
        given: [{ entry: 'reported-missing' }, { entry: 'located' }],
      },
      'when the child is back, in an episode with the report to police and the moment the child was located',
    ],
    [
      {
        kind: 'lapse',
        lapse: within('PT0S'),
        after: { entry: 'returned' },
        unless: [{ entry: 'reported-missing' }, { entry: 'located' }],
      },
      'when the child is back, in an episode without the report to police or the moment the child was located',
    ],
    [
      {
        kind: 'lapse',
        lapse: within('PT24H'),
        after: { entry: 'reported-missing' },
        unless: [{ entry: 'returned' }, { entry: 'located' }],
      },
      '24 hours after police are told, unless the child is back or the child is located before then',
    ],
  ]
  for (const [start, words] of starts)
    test(`is said so: ${words}`, () => assert.equal(startInWords(start), words))
})

suite('the clock of a duty', () => {
  const clock = (length: Clause['length']) => clockInWords({ length } as Clause)

  test('is a length, reasonable time, or the moment that a grade named', () => {
    assert.equal(clock({ kind: 'within', within: within('PT4H') }), 'within 4 hours')
    assert.equal(clock({ kind: 'within', within: within('PT0S') }), 'at once')
    const countedFrom = { entry: 'meeting-held' } as const
    assert.equal(
      clock({ kind: 'within', within: within('WD15'), countedFrom }),
      'within 15 working days of the meeting before it',
    )
    assert.equal(clock({ kind: 'reasonable-time' }), 'within reasonable time')
    assert.equal(
      clock({ kind: 'set-by-entry', field: 'nextReview' }),
      'by the review time that the grade named',
    )
  })

  test('of looking is said with the age and the hours that it is for', () => {
    const said = (row: Partial<ReasonableTime>) =>
      reasonableTimeInWords({ within: within('PT30M'), source, ...row })
    assert.equal(said({}), 'Any age: 30 minutes')
    assert.equal(said({ ageAtMost: 12 }), 'Aged 12 or under: 30 minutes')
    assert.equal(
      said({ ageAtMost: 15, fromHour: 22, toHour: 6 }),
      'Aged 15 or under, from 22:00 to 06:00: 30 minutes',
    )
    assert.equal(said({ fromHour: 22 }), 'Any age: 30 minutes')
    assert.equal(said({ toHour: 6 }), 'Any age: 30 minutes')
  })
})

suite('for whom a duty is laid', () => {
  const conditions: readonly (readonly [Condition, string | undefined])[] = [
    [{}, undefined],
    [{ status: ['not-known'] }, 'children not known to the council'],
    [{ status: ['in-need', 'protection-plan'] }, 'children in need or children with a protection plan'],
    [{ status: ['looked-after'], placedOutOfArea: true }, 'looked-after children placed out of area'],
    [{ placedOutOfArea: false }, 'children in their own area'],
    [{ ageAtMost: 12 }, 'children aged 12 or under, or of unknown age'],
    [{ ageAtLeast: 0 }, 'children aged 0 or over, or of unknown age'],
    [
      { ageAtLeast: 16, riskAtLeast: 'no-apparent-risk' },
      'children aged 16 or over, or of unknown age, graded no apparent risk or higher',
    ],
    [{ nthEpisode: { atLeast: 3, withinDays: 90 } }, 'children absent at least 3 times in 90 days'],
    [{ subject: 'child' }, 'children'],
    [{ subject: 'care', status: ['looked-after'] }, 'Care of looked-after children'],
  ]
  for (const [condition, words] of conditions)
    test(`is ${words === undefined ? 'everyone, and then nothing is said' : `said so: ${words}`}`, () =>
      assert.equal(conditionInWords(condition), words))
})

suite('the end of a duty', () => {
  test('is what meets it', () => {
    assert.equal(metInWords({ kind: 'entry', anyOf: [{ entry: 'returned' }] }), 'the child is back')
    assert.equal(metInWords({ kind: 'leaving' }), 'the stage is left, and not before')
    const told = 'everyone who was told of the absence has been told of'
    assert.equal(metInWords({ kind: 'everyone-told', about: 'location' }), `${told} the location`)
    assert.equal(metInWords({ kind: 'everyone-told', about: 'return' }), `${told} the return`)
    assert.equal(metInWords({ kind: 'everyone-told', about: 'void' }), `${told} the error`)
  })

  test('by another way is said where there is one', () => {
    assert.equal(endInWords([]), undefined)
    assert.equal(endInWords([{ entry: 'returned' }]), 'the child is back')
  })

  test('in silence climbs, rung by rung', () => {
    assert.equal(
      ladderInWords([
        { after: within('PT0S'), tell: 'police-supervisor' },
        { after: within('PT1H'), tell: 'missing-coordinator' },
      ]),
      'police supervisor at once, then missing co-ordinator after 1 hour',
    )
  })
})

suite('a source', () => {
  test('says whether it was checked, whether the time is a setting, and its note', () => {
    assert.equal(sourceInWords(source), 'Guide (verified)')
    assert.equal(sourceInWords({ ...source, verified: false }), 'Guide (unverified)')
    assert.equal(
      sourceInWords({ ...source, interval: 'setting' }),
      'Guide (verified; the time is a setting, unverified)',
    )
    assert.equal(sourceInWords({ ...source, note: 'page two' }), 'Guide (verified). Page two.')
  })

  test('ends as a sentence does, once', () => {
    assert.deepEqual(['it is so', 'Is it so?', 'It is so!', 'it is. So', 'It is so.', ''].map(sentence), [
      'It is so.',
      'Is it so?',
      'It is so!',
      'It is. So.',
      'It is so.',
      '.',
    ])
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  careStream,
  inError,
  ofCare,
  putRight,
  visitSeen,
  wordOn,
} from '../../../test/support/care-record.ts'
import { cast, idFor } from '../../../test/support/cast.ts'
import { day, noon } from '../../../test/support/expected-care.ts'
import { endOfLondonDay } from '../../kernel/london.ts'
import { parseWithin } from '../../kernel/within.ts'
import { codeOfNamed, knownCare } from './known.ts'
import type { CareBodies, NewCareEntry } from './record.ts'

const visit = 'social-worker-visit'
const weekly = parseWithin('P1W')!
const seen = visitSeen('2026-03-06')
const evidenceIn = (...entries: readonly NewCareEntry[]) => knownCare(careStream(...entries)).evidence

suite('the record of a child’s Care as it stands', () => {
  test('a sighting is evidence of its strand, and what was not said of it is not there', () => {
    assert.deepEqual(evidenceIn(seen), {
      [visit]: [{ at: noon('2026-03-06'), by: 'other', there: true, childSaw: true }],
    })
    const bare = ofCare('care-seen', '2026-03-07', { strand: 'review', who: 'The reviewing officer' })
    assert.deepEqual(evidenceIn(bare), { review: [{ at: noon('2026-03-07'), by: 'other', there: true }] })
  })

  test('what the child says of a strand is evidence of theirs, in their own entry and in a sighting', () => {
    const said = (at: string, rest: object) => ({ at: noon(at), by: 'child', ...rest })
    const of = (word: CareBodies['care-childs-word']['word']) => evidenceIn(wordOn('2026-03-08', word))[visit]
    assert.deepEqual(of('was-there'), [said('2026-03-08', { there: true })])
    assert.deepEqual(of('was-not'), [said('2026-03-08', { there: false })])
    assert.deepEqual(of('not-as-it-should-be'), [said('2026-03-08', { there: true, amiss: true })])
    assert.deepEqual(evidenceIn(visitSeen('2026-03-09', { childSays: 'was-not' }))[visit], [
      { at: noon('2026-03-09'), by: 'other', there: true, childSaw: true },
      said('2026-03-09', { there: false }),
    ])
  })

  test('evidence stands in the order in which it happened, whenever it was written down', () => {
    const late = [visitSeen('2026-04-06'), seen]
    assert.deepEqual(
      evidenceIn(...late)[visit]?.map(({ at }) => at),
      [noon('2026-03-06'), noon('2026-04-06')],
    )
  })

  test('a day without an hour is over when it was written down', () => {
    const [entry] = careStream(seen)
    const occurred = { at: endOfLondonDay(day('2026-03-06')), precision: 'day' as const }
    const stream = [{ ...entry!, occurred, recorded: noon('2026-03-06') }]
    assert.equal(knownCare(stream).evidence[visit]?.[0]?.at, noon('2026-03-06'))
    assert.equal(
      knownCare([{ ...stream[0]!, recorded: noon('2026-03-09') }]).evidence[visit]?.[0]?.at,
      occurred.at,
    )
  })

  test('a correction is applied, a field that is null is taken away, and the strand stays', () => {
    const corrected = knownCare(
      careStream(seen, putRight('2026-03-10', seen.id, { childSaw: null, who: 'A duty worker' })),
    )
    assert.deepEqual(
      corrected.entries.map(({ body }) => body),
      [{ strand: visit, who: 'A duty worker', inPerson: true }],
    )
    const moved = ofCare('entry-corrected', '2026-03-10', {
      corrects: seen.id,
      occurred: { at: noon('2026-03-05'), precision: 'minute' },
      reason: 'The day before',
    })
    assert.equal(evidenceIn(seen, moved)[visit]?.[0]?.at, noon('2026-03-05'))
  })

  test('a correction can be corrected, and only what came before it', () => {
    const first = putRight('2026-03-10', seen.id, { who: 'A duty worker' })
    const second = ofCare('entry-corrected', '2026-03-11', {
      corrects: first.id,
      changes: { changes: { who: 'Her manager' } },
      reason: 'Again',
    })
    const whoIn = (...entries: readonly NewCareEntry[]) => {
      const [entry] = knownCare(careStream(...entries)).entries
      return entry?.type === 'care-seen' ? entry.body.who : undefined
    }
    assert.equal(whoIn(seen, first, second), 'Her manager')
    assert.equal(whoIn(first, seen), 'Daniel Osei, their social worker')
  })

  test('what was recorded in error is out, also where that was itself an error', () => {
    const void1 = inError('2026-03-10', seen.id)
    const void2 = inError('2026-03-11', void1.id)
    assert.deepEqual(evidenceIn(seen, void1), {})
    assert.deepEqual(Object.keys(evidenceIn(seen, void1, void2)), [visit])
    assert.deepEqual(Object.keys(evidenceIn(void1, seen)), [visit])
    const correction = putRight('2026-03-10', seen.id, { who: 'Another' })
    const undone = knownCare(careStream(seen, correction, inError('2026-03-12', correction.id)))
    assert.deepEqual(
      undone.entries.map(({ body }) => 'who' in body && body.who),
      ['Daniel Osei, their social worker'],
    )
  })

  test('a strand that the child named has its cadence and its holder until it is ended', () => {
    const named = ofCare('care-named', '2026-03-08', {
      title: 'Somebody eats with me',
      within: weekly,
      holder: 'carer',
    })
    const [strand, ...more] = knownCare(careStream(named)).named
    assert.deepEqual(more, [])
    const { reasonableActions, source, rules, ...rest } = strand!
    assert.deepEqual(rest, {
      strand: `named-${named.id}`,
      title: 'Somebody eats with me',
      inTheirWords: 'Somebody eats with me',
      kind: 'act',
      holder: 'carer',
      seenByChild: true,
      for: {},
      reasonableTime: 'WD2',
    })
    assert.deepEqual(
      rules.map(({ after, within, while: asked }) => [after, within, asked]),
      [
        ['placement', weekly, {}],
        ['sighting', weekly, {}],
      ],
    )
    assert.deepEqual(source, { document: 'What the child names as care', verified: true })
    assert.deepEqual(reasonableActions, ['Ask the child when it was last there', 'Ask whoever gave it last'])
    assert.equal(codeOfNamed(named.id), strand?.strand)
    const ended = ofCare('care-named-ended', '2026-03-20', { named: named.id, why: 'She says so' })
    assert.deepEqual(knownCare(careStream(named, ended)).named, [])
    const other = ofCare('care-named-ended', '2026-03-20', { named: idFor('other'), why: 'No' })
    assert.equal(knownCare(careStream(named, other)).named.length, 1)
  })

  test('the last cadence that was agreed stands, and every plan stays', () => {
    const agreed = (date: string, within: string) =>
      ofCare('care-cadence-agreed', date, { strand: visit, within: parseWithin(within)!, why: 'Asked' })
    assert.deepEqual(knownCare(careStream(agreed('2026-04-01', 'P2W'), agreed('2026-03-01', 'P1W'))).own, {
      [visit]: 'P2W',
    })
    const body = { keep: 'A', ifMissing: 'B', after: 'C', reviewBy: day('2026-09-01') }
    const plan = (date: string) => ofCare('care-plan-agreed', date, body)
    const { plans } = knownCare(careStream(plan('2026-05-01'), plan('2026-04-01')))
    assert.deepEqual(plans[0], {
      entry: plan('2026-04-01').id,
      at: noon('2026-04-01'),
      by: cast['social-worker'],
      body,
    })
    assert.equal(plans.length, 2)
  })

  test('audits stand in the order in which they were held', () => {
    const audit = (date: string) =>
      ofCare('care-audited', date, { setting: 'Fernside', edition: '2026-01', answers: [] })
    const { audits } = knownCare(careStream(audit('2026-05-01'), audit('2026-04-01')))
    assert.deepEqual(audits[0], {
      entry: audit('2026-04-01').id,
      at: noon('2026-04-01'),
      by: cast['social-worker'],
      setting: 'Fernside',
      edition: '2026-01',
      answers: [],
    })
    assert.equal(audits[1]?.at, noon('2026-05-01'))
  })
})

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
import { idFor } from '../../../test/support/cast.ts'
import { day, expectedCare, lifeFrom, noon } from '../../../test/support/expected-care.ts'
import { parseWithin } from '../../kernel/within.ts'
import { refusalOf, type AddedToCare, type Refusal } from './decide.ts'
import type { NewCareEntry } from './record.ts'

const seen = visitSeen('2026-03-06')
const named = ofCare('care-named', '2026-03-07', {
  title: 'Somebody eats with me',
  within: parseWithin('P1W')!,
  holder: 'carer',
})

function refusal(entry: NewCareEntry, more: Partial<AddedToCare> = {}): Refusal | undefined {
  return refusalOf(entry, {
    stream: careStream(seen, named),
    care: expectedCare,
    life: lifeFrom('2026-03-02'),
    questionsOf: (edition) => (edition === '2026-01' ? ['own-money'] : undefined),
    now: noon('2026-04-01'),
    ...more,
  })
}

const plan = { keep: 'A', ifMissing: 'B', after: 'C', reviewBy: day('2026-09-01') }
const answer = { question: 'own-money', asked: 'Is it?', answer: 'yes' as const }
const audit = { setting: 'Fernside', edition: '2026-01', answers: [answer] }

suite('what the record of a child’s Care takes', () => {
  test('what happened, of a strand of the edition or one that the child named', () => {
    assert.equal(refusal(seen), undefined)
    assert.equal(refusal(wordOn('2026-03-08', 'was-not', `named-${named.id}`)), undefined)
    assert.deepEqual(refusal(wordOn('2026-03-08', 'was-not', 'tea')), {
      kind: 'no-such-strand',
      strand: 'tea',
    })
    assert.deepEqual(refusal(visitSeen('2026-04-02')), { kind: 'in-the-future', at: noon('2026-04-02') })
    assert.deepEqual(refusal(visitSeen('2026-03-08', { strand: 'tea' })), {
      kind: 'no-such-strand',
      strand: 'tea',
    })
    assert.equal(refusal(named), undefined)
  })

  test('nothing that says nothing', () => {
    const cases: readonly (readonly [NewCareEntry, string])[] = [
      [visitSeen('2026-03-08', { who: ' ' }), 'who'],
      [
        ofCare('care-named', '2026-03-08', { title: '', within: parseWithin('P1W')!, holder: 'carer' }),
        'title',
      ],
      [ofCare('care-named-ended', '2026-03-08', { named: named.id, why: '' }), 'why'],
      [
        ofCare('care-cadence-agreed', '2026-03-08', {
          strand: 'review',
          within: parseWithin('P1M')!,
          why: '',
        }),
        'why',
      ],
      [ofCare('care-plan-agreed', '2026-03-08', { ...plan, keep: '' }), 'keep'],
      [ofCare('care-plan-agreed', '2026-03-08', { ...plan, ifMissing: '' }), 'ifMissing'],
      [ofCare('care-plan-agreed', '2026-03-08', { ...plan, after: '' }), 'after'],
      [ofCare('care-audited', '2026-03-08', { ...audit, setting: '' }), 'setting'],
      [ofCare('care-audited', '2026-03-08', { ...audit, answers: [] }), 'answers'],
      [ofCare('entry-corrected', '2026-03-08', { corrects: seen.id, reason: '' }), 'reason'],
      [
        ofCare('recorded-in-error', '2026-03-08', {
          scope: { kind: 'entry', entry: seen.id },
          reason: '',
        }),
        'reason',
      ],
    ]
    for (const [entry, field] of cases)
      assert.deepEqual(refusal(entry), { kind: 'left-blank', field }, `${entry.type} ${field}`)
  })

  test('a plan that is reviewed on a day to come', () => {
    assert.equal(refusal(ofCare('care-plan-agreed', '2026-03-08', plan)), undefined)
    const today = { ...plan, reviewBy: day('2026-04-01') }
    assert.equal(refusal(ofCare('care-plan-agreed', '2026-03-08', today)), undefined)
    const past = { ...plan, reviewBy: day('2026-03-31') }
    assert.deepEqual(refusal(ofCare('care-plan-agreed', '2026-03-08', past)), { kind: 'review-is-past' })
  })

  test('a cadence of the child’s own plan only where it is more frequent than the rule that holds now', () => {
    const agreed = (strand: string, within: string) =>
      refusal(
        ofCare('care-cadence-agreed', '2026-03-08', { strand, within: parseWithin(within)!, why: 'Asked' }),
      )
    assert.equal(agreed('social-worker-visit', 'P5W'), undefined)
    assert.deepEqual(agreed('social-worker-visit', 'P6W'), { kind: 'not-more-frequent' })
    assert.deepEqual(agreed('social-worker-visit', 'P3M'), { kind: 'not-more-frequent' })
    assert.equal(agreed('family-time', 'P1Y'), undefined)
    assert.deepEqual(agreed('tea', 'P1W'), { kind: 'no-such-strand', strand: 'tea' })
  })

  test('an end of what the child named', () => {
    const end = (entry: NewCareEntry['id'], more?: Partial<AddedToCare>) =>
      refusal(ofCare('care-named-ended', '2026-03-20', { named: entry, why: 'She says so' }), more)
    assert.equal(end(named.id), undefined)
    assert.deepEqual(end(seen.id), { kind: 'nothing-to-end' })
    assert.deepEqual(end(idFor('none')), { kind: 'nothing-to-end' })
    const stream = careStream(seen, named, inError('2026-03-19', named.id))
    assert.deepEqual(end(named.id, { stream }), { kind: 'nothing-to-end' })
  })

  test('an audit that answers questions of its edition', () => {
    const held = (body: Partial<typeof audit>) =>
      refusal(ofCare('care-audited', '2026-03-08', { ...audit, ...body }))
    assert.equal(held({}), undefined)
    const strange = { kind: 'not-a-question', question: 'own-money' }
    assert.deepEqual(held({ edition: '2019-01' }), strange)
    assert.deepEqual(held({ answers: [answer, { ...answer, question: 'beds' }] }), {
      ...strange,
      question: 'beds',
    })
  })

  test('a correction of what an entry says, held to the rules as if it were new', () => {
    assert.equal(refusal(putRight('2026-03-08', seen.id, { who: 'A duty worker' })), undefined)
    assert.equal(refusal(putRight('2026-03-08', seen.id, { childSaw: null })), undefined)
    assert.deepEqual(refusal(putRight('2026-03-08', idFor('none'), {})), { kind: 'corrects-nothing' })
    assert.deepEqual(refusal(putRight('2026-03-08', seen.id, { strand: 'review' })), {
      kind: 'not-a-field',
      field: 'strand',
    })
    assert.deepEqual(refusal(putRight('2026-03-08', seen.id, { who: null })), {
      kind: 'left-blank',
      field: 'who',
    })
    const moved = ofCare('entry-corrected', '2026-03-08', {
      corrects: seen.id,
      occurred: { at: noon('2026-04-02'), precision: 'minute' },
      reason: 'Wrong day',
    })
    assert.deepEqual(refusal(moved), { kind: 'in-the-future', at: noon('2026-04-02') })
  })

  test('that an entry of it was an error', () => {
    assert.equal(refusal(inError('2026-03-08', seen.id)), undefined)
    assert.deepEqual(refusal(inError('2026-03-08', idFor('none'))), { kind: 'corrects-nothing' })
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../../test/support/cast.ts'
import { ordinary } from '../../../../test/support/bodies.ts'
import {
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  entry,
  entryId,
} from '../../../../test/support/chronology.ts'
import { refusalOf } from '../../../../test/support/deciding.ts'
import { entryTypes, type EntryType } from '../entries.ts'
import { leftBlank } from './left-blank.ts'
import type { Question } from './question.ts'

/** The rule looks at the entry alone. */
function refusedWith(type: EntryType, body: object) {
  return leftBlank({ entry: entry(type, '2026-03-29T09:00', body) } as unknown as Question)
}

suite('a text that an entry cannot do without', () => {
  test('is refused when nobody can read anything in it', () => {
    for (const blank of ['', ' ', '\n\t', '\u00a0', '\u200b'])
      assert.deepEqual(refusedWith('note-added', { text: blank }), { kind: 'left-blank', field: 'text' })
  })

  test('is named, in every entry that has one', () => {
    const asked: Partial<Record<EntryType, readonly string[]>> = {
      'concern-raised': ['reference', 'expectedAt'],
      'action-taken': ['action', 'outcome'],
      'concern-reviewed': ['outcome'],
      'risk-view-given': ['reason'],
      'grade-challenged': ['reason'],
      'challenge-answered': ['answer'],
      asked: ['question', 'text'],
      answered: ['question', 'text'],
      'information-received': ['from', 'text'],
      'meeting-held': ['invited', 'attended', 'shared', 'decided'],
      'enquiry-begun': ['lead', 'into'],
      'enquiry-saw-child': ['where', 'whyNotAlone'],
      'enquiry-concluded': ['reason'],
      'read-by-reviewing-officer': ['view'],
      'review-called': ['reason'],
      'reference-given': ['reference'],
      'interview-offered': ['by', 'choice'],
      'interview-arranged': ['where', 'interviewer'],
      'interview-attempted': ['because'],
      'significance-considered': ['reason'],
      'plan-updated': ['what'],
      'note-added': ['text'],
      'episode-shared': ['name', 'why'],
      'episode-closed': ['summary'],
      'episode-reopened': ['reason'],
      located: ['seenBy', 'howKnown', 'inChargeOf', 'where'],
      returned: ['to'],
      'risk-assessed': ['accountOf', 'reason', 'firstActions'],
      'prevention-check-done': ['officer', 'where', 'said'],
      'prevention-check-not-possible': ['because', 'whatThen'],
      'interview-declined': ['toldTo'],
      'interview-held': ['interviewer', 'where', 'present'],
      'harm-considered': ['reason'],
      'recorded-in-error': ['reason'],
      'entry-corrected': ['reason'],
      'intelligence-recorded': ['text'],
      'homecoming-agreed': ['who', 'how', 'otherwise'],
      'child-welcomed': ['food', 'rest', 'medical', 'tonight'],
      'conversation-held': ['with', 'said', 'agreed'],
      'told-now': ['name', 'who', 'passage'],
      'telling-answered': ['did'],
      'interview-accepted': ['toldTo'],
      'interview-not-held': ['reason'],
      'carers-account-taken': ['from', 'account'],
      'host-asked': ['name', 'why'],
      'host-answered': ['reason'],
      'interview-sent-back': ['comments'],
      'interview-added-to': ['text'],
      'passage-shared': ['name', 'why', 'passage', 'purpose', 'basis', 'wished'],
      'passage-not-shared': ['name', 'why', 'purpose', 'basis', 'wished'],
      'finding-kept': ['why'],
      'findings-compared': ['why'],
    }
    for (const [type, fields] of Object.entries(asked) as readonly [EntryType, readonly string[]][])
      for (const field of fields)
        assert.deepEqual(refusedWith(type, { [field]: ' ' }), { kind: 'left-blank', field }, type)
  })

  test('is asked of a strategy meeting and of no other: who was invited, and what was shared', () => {
    for (const field of ['invited', 'shared']) {
      assert.deepEqual(refusedWith('meeting-held', { [field]: undefined }), { kind: 'left-blank', field })
      assert.equal(refusedWith('meeting-held', { kind: 'weekly', [field]: undefined }), undefined)
    }
  })

  test('is asked of a child who was not seen alone', () => {
    assert.equal(refusedWith('enquiry-saw-child', { alone: true, whyNotAlone: undefined }), undefined)
  })

  test('is found inside: the number rung, who answered, who was told, why not', () => {
    const rang = { kind: 'rang' as const, number: '101', callTaker: 'Call-taker 4471' }
    const blank = (field: string) => ({ kind: 'left-blank', field })
    assert.deepEqual(refusedWith('reported-missing', { police: { ...rang, number: '' } }), blank('number'))
    assert.deepEqual(
      refusedWith('reported-missing', { police: { ...rang, callTaker: ' ' } }),
      blank('callTaker'),
    )
    const told = { kind: 'told' as const, who: '', means: 'telephone' as const }
    assert.deepEqual(refusedWith('agency-informed', { told }), blank('who'))
    assert.deepEqual(
      refusedWith('agency-informed', { told: { kind: 'not-told', because: '' } }),
      blank('because'),
    )
  })

  test('is there in everything ordinary', () => {
    for (const type of entryTypes) assert.equal(refusedWith(type, ordinary[type]), undefined, type)
  })
})

test('a blank text is refused by the rules, also where a correction makes it blank', () => {
  const missing = aChildMissingOvernight()
  const nameless = entry('located', '2026-03-29T06:20', { seenBy: '' })
  assert.deepEqual(refusalOf(missing, nameless), { kind: 'left-blank', field: 'seenBy' })
  const correct = (corrects: string, changes: object) =>
    entry(
      'entry-corrected',
      '2026-03-29T09:00',
      { corrects: entryId(corrects), changes: { ...changes }, evidence: 'A log' },
      { by: cast.police },
    )
  const back = aChildBackInTheMorning()
  assert.deepEqual(refusalOf(back, correct('located', { seenBy: ' ' })), {
    kind: 'left-blank',
    field: 'seenBy',
  })
  const noted = after(back, entry('note-added', '2026-03-29T08:00', {}, { id: 'note' }))
  assert.deepEqual(refusalOf(noted, correct('note', { text: '' })), { kind: 'left-blank', field: 'text' })
})

test('a share, and a decision not to, says for whom, on what basis and what the child wished; an older one may lack it', () => {
  const heard = after(
    aChildBackInTheMorning(),
    entry('interview-held', '2026-03-30T16:00', {}, { id: 'interview' }),
  )
  for (const type of ['passage-shared', 'passage-not-shared'] as const) {
    const without = (field: string) => ({ interview: entryId('interview'), [field]: undefined }) as object
    for (const field of ['purpose', 'basis', 'wished'])
      assert.deepEqual(refusalOf(heard, entry(type, '2026-03-30T17:00', without(field))), {
        kind: 'left-blank',
        field,
      })
    const old = after(heard, entry(type, '2026-03-30T17:00', without('basis'), { id: 'old' }))
    const correct = (changes: Readonly<Record<string, string>>) =>
      refusalOf(
        old,
        entry('entry-corrected', '2026-03-30T18:00', { corrects: entryId('old'), changes, reason: 'Typed' }),
      )
    assert.equal(correct({ why: 'They look after him' }), undefined)
    assert.equal(correct({ basis: 'To look after him' }), undefined)
    assert.deepEqual(correct({ why: ' ' }), { kind: 'left-blank', field: 'why' })
  }
})

test('a correction is not refused for what lies apart and cannot be seen', () => {
  const told = after(
    aChildBackInTheMorning(),
    entry('told-now', '2026-03-30T17:00', { passage: undefined } as object, { id: 'telling' }),
  )
  const correct = (changes: Readonly<Record<string, string>>) =>
    refusalOf(
      told,
      entry('entry-corrected', '2026-03-30T18:00', {
        corrects: entryId('telling'),
        changes,
        reason: 'Typed',
      }),
    )
  assert.equal(correct({ who: 'Amira Hussain' }), undefined)
  assert.deepEqual(correct({ who: '' }), { kind: 'left-blank', field: 'who' })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  careBack,
  careGone,
  careReported,
  strandHeldBy,
  theVisit,
} from '../../../../test/support/care-gone.ts'
import { cast, tyler } from '../../../../test/support/cast.ts'
import { aChildMissingOvernight, after, entry, entryId } from '../../../../test/support/chronology.ts'
import { refusalOf } from '../../../../test/support/deciding.ts'
import { ordinary } from '../../../../test/support/bodies.ts'
import { isCareType } from '../care-bodies.ts'
import { entryTypes, type EntryType } from '../entries.ts'
import { episodeOf } from '../evolve.ts'
import { isTakenForCare } from '../holders-of-care.ts'

const manager = { by: cast['team-manager'] }

suite('Care and the child are looked for with one engine and apart', () => {
  test('nobody asks police for Care, grades a risk of it or interviews about it', () => {
    const never: readonly EntryType[] = [
      'reported-missing',
      'risk-assessed',
      'risk-view-given',
      'located',
      'returned',
      'prevention-check-done',
      'interview-offered',
      'interview-held',
      'intelligence-recorded',
      'told-now',
    ]
    for (const type of never) {
      assert.equal(isTakenForCare(type), false, type)
      assert.deepEqual(
        refusalOf(careReported(), entry(type, '2026-03-12T13:00')),
        { kind: 'not-of-care' },
        type,
      )
    }
  })

  test('a child’s own episode takes nothing that is of Care', () => {
    for (const type of entryTypes.filter(isCareType)) {
      const draft = entry(type, '2026-03-29T08:00', {}, manager)
      assert.deepEqual(refusalOf(aChildMissingOvernight(), draft), { kind: 'not-of-a-child' }, type)
      assert.equal(episodeOf(after(aChildMissingOvernight(), draft)).response, 'reported', type)
    }
  })

  test('every type of entry is either of Care or named as never of it', () => {
    const taken = entryTypes.filter(isTakenForCare)
    assert.equal(taken.length, 31)
    for (const type of entryTypes.filter(isCareType)) assert.ok(isTakenForCare(type), type)
  })

  test('Care is raised with what is missing of it, and a child without', () => {
    const care = {
      strands: [theVisit],
      edition: '2026-01',
      danger: 'no',
      harmByWorker: false,
      complaint: false,
    } as const
    const raised = (body: object) => refusalOf([], entry('concern-raised', '2026-03-09T10:00', body))
    const subject = { kind: 'care', child: tyler } as const
    assert.equal(raised({ subject, care }), undefined)
    assert.deepEqual(raised({ subject }), { kind: 'left-blank', field: 'strands' })
    assert.deepEqual(raised({ subject, care: { ...care, strands: [] } }), {
      kind: 'left-blank',
      field: 'strands',
    })
    for (const blank of [{ code: ' ' }, { title: '' }])
      assert.deepEqual(raised({ subject, care: { ...care, strands: [{ ...theVisit, ...blank }] } }), {
        kind: 'left-blank',
        field: 'strands',
      })
    assert.deepEqual(raised({ care }), { kind: 'not-of-a-child' })
    assert.equal(raised({}), undefined)
  })
})

suite('whoever holds what is missing never runs the search', () => {
  const theirs = { by: cast['social-worker'] }
  const refused = { kind: 'holds-what-is-missing' }

  test('the holder may say what they know, and nothing else', () => {
    for (const type of ['information-received', 'note-added', 'asked'] as const)
      assert.equal(refusalOf(careReported(), entry(type, '2026-03-12T13:00', {}, theirs)), undefined, type)
    for (const type of [
      'care-located',
      'care-returned',
      'action-taken',
      'harm-considered',
      'answered',
    ] as const)
      assert.deepEqual(refusalOf(careReported(), entry(type, '2026-03-12T13:00', {}, theirs)), refused, type)
    const report = entry('care-reported-missing', '2026-03-09T11:00', {}, theirs)
    assert.deepEqual(refusalOf(careGone(), report), refused)
    assert.deepEqual(refusalOf(careBack(), entry('episode-closed', '2026-03-20T10:00', {}, theirs)), refused)
  })

  test('nor does anyone whom they manage', () => {
    const gone = careGone([strandHeldBy('provider-manager')])
    for (const role of ['carer', 'home-on-call', 'provider-manager'] as const) {
      const draft = entry('care-located', '2026-03-09T11:00', {}, { by: cast[role] })
      assert.deepEqual(refusalOf(gone, draft), refused, role)
    }
    const others = entry('care-located', '2026-03-09T11:00', {}, { by: cast['social-worker'] })
    assert.equal(refusalOf(gone, others), undefined)
  })

  test('nor does whoever writes it down for them', () => {
    const toldBy = {
      name: 'Daniel Osei',
      role: 'social-worker',
      organisationName: 'Calderwick Council',
      means: 'telephone',
    } as const
    const draft = entry('care-returned', '2026-03-12T13:00', {}, { by: cast.carer, toldBy })
    assert.deepEqual(refusalOf(careReported(), draft), refused)
  })

  test('the child is not asked by somebody who holds it', () => {
    const talk = (body: object) =>
      refusalOf(careBack(), entry('care-conversation-held', '2026-03-14T10:00', body, manager))
    assert.deepEqual(talk({ holdsIt: true }), refused)
    assert.equal(talk({}), undefined)
  })

  test('in a child’s own episode everybody writes what is theirs', () => {
    const draft = entry('information-received', '2026-03-29T08:00', {}, theirs)
    assert.equal(refusalOf(aChildMissingOvernight(), draft), undefined)
    assert.equal(
      refusalOf(aChildMissingOvernight(), entry('harm-considered', '2026-03-29T08:00', {}, theirs)),
      undefined,
    )
  })
})

suite('Care goes missing and comes back', () => {
  test('it is searched for, reported once, found, and back', () => {
    assert.equal(episodeOf(careGone()).response, 'concern')
    const reported = episodeOf(careReported())
    assert.deepEqual([reported.response, reported.spells], ['reported', []])
    assert.deepEqual(
      refusalOf(careReported(), entry('care-reported-missing', '2026-03-12T13:00', {}, manager)),
      { kind: 'already-reported' },
    )
    const found = after(careReported(), entry('care-located', '2026-03-13T09:00', {}, manager))
    assert.deepEqual(
      [episodeOf(found).response, episodeOf(found).whereabouts, episodeOf(found).where],
      ['reported', 'known-elsewhere', ordinary['care-located'].where],
    )
    const back = episodeOf(careBack())
    assert.deepEqual(
      [back.response, back.whereabouts, back.careReturned?.id],
      ['returned', 'where-expected', entryId('back')],
    )
  })

  test('what the child says has not come back is still looked for', () => {
    const said = after(
      careReported(),
      entry('care-returned', '2026-03-13T16:00', { childSays: 'no' }, manager),
    )
    assert.deepEqual([episodeOf(said).response, episodeOf(said).whereabouts], ['reported', 'known-elsewhere'])
    assert.equal(episodeOf(said).careReturned, undefined)
    assert.deepEqual(refusalOf(said, entry('care-conversation-held', '2026-03-14T10:00', {}, manager)), {
      kind: 'care-not-back',
    })
    assert.deepEqual(refusalOf(said, entry('episode-closed', '2026-03-20T10:00', {}, manager)), {
      kind: 'not-returned',
    })
    assert.equal(refusalOf(said, entry('care-returned', '2026-03-14T16:00', {}, manager)), undefined)
  })

  test('after the return it is not reported, found or back again: that is a new episode', () => {
    for (const type of [
      'care-returned',
      'care-reported-missing',
      'care-located',
      'threshold-assessed',
    ] as const) {
      const refusal = refusalOf(careBack(), entry(type, '2026-03-14T10:00', {}, manager))
      assert.ok(['already-returned', 'already-reported'].includes(refusal?.kind ?? ''), type)
    }
    const late = entry('care-located', '2026-03-13T09:00', {}, manager)
    assert.equal(refusalOf(careBack(), late), undefined)
    assert.equal(episodeOf(after(careBack(), late)).whereabouts, 'where-expected')
  })

  test('a closed episode of Care opens again as one that is back', () => {
    const closed = after(careBack(), entry('episode-closed', '2026-03-20T10:00', {}, manager))
    const open = after(closed, entry('episode-reopened', '2026-03-21T10:00', {}, manager))
    assert.equal(episodeOf(open).response, 'returned')
  })
})

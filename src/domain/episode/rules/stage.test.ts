import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast, idFor } from '../../../../test/support/cast.ts'
import {
  aChildBackBeforeAnyReport,
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  entry,
  entryId,
  given,
} from '../../../../test/support/chronology.ts'
import { ordinaryCircumstances, refusalOf } from '../../../../test/support/deciding.ts'
import { decide } from '../decide.ts'
import { entryTypes, type EntryType } from '../entries.ts'

const missing = aChildMissingOvernight()
const back = aChildBackInTheMorning()
const wholeEpisode = { scope: { kind: 'episode' as const } }
const only = (id: string) => ({ scope: { kind: 'entry' as const, entry: entryId(id) } })
const elsewhere = idFor<'episode'>('elsewhere')

function kinds(chronology: typeof missing, types: readonly EntryType[], when = '2026-04-02T10:00') {
  return new Set(types.map((type) => refusalOf(chronology, entry(type, when))?.kind))
}

suite('the beginning', () => {
  test('is a concern: everything else is refused before it', () => {
    const rest = entryTypes.filter((type) => type !== 'concern-raised')
    assert.deepEqual(kinds([], rest), new Set(['not-begun']))
    assert.equal(refusalOf([], entry('concern-raised', '2026-03-28T21:40')), undefined)
  })

  test('is refused where the child is being looked for in another episode', () => {
    assert.deepEqual(
      refusalOf([], entry('concern-raised', '2026-03-28T21:40'), { openElsewhere: elsewhere }),
      { kind: 'already-open', episode: elsewhere },
    )
  })

  test('is made once', () => {
    assert.deepEqual(refusalOf(missing, entry('concern-raised', '2026-03-28T22:40')), {
      kind: 'already-begun',
    })
  })
})

suite('telling police', () => {
  test('is possible at any moment before the return, with or without a worry', () => {
    const concern = given(entry('concern-raised', '2026-03-28T21:40'))
    const calm = after(concern, entry('threshold-assessed', '2026-03-28T21:41', { worriedNow: false }))
    assert.equal(refusalOf(concern, entry('reported-missing', '2026-03-28T21:45')), undefined)
    assert.equal(refusalOf(calm, entry('reported-missing', '2026-03-28T21:45')), undefined)
  })

  test('happens once in an episode', () => {
    assert.deepEqual(refusalOf(missing, entry('reported-missing', '2026-03-28T23:00')), {
      kind: 'already-reported',
    })
  })

  test('may be written down late, when the child is back, if it happened before', () => {
    const early = aChildBackBeforeAnyReport()
    assert.equal(refusalOf(early, entry('reported-missing', '2026-03-28T22:04')), undefined)
    for (const when of ['2026-03-28T22:05', '2026-03-28T22:06'])
      assert.deepEqual(refusalOf(early, entry('reported-missing', when)), { kind: 'already-returned' })
  })

  test('by acceptance is for police to say', () => {
    const concern = given(entry('concern-raised', '2026-03-28T21:40'))
    const accepted = { police: { kind: 'accepted' as const, post: cast.police.post } }
    assert.deepEqual(refusalOf(concern, entry('reported-missing', '2026-03-28T21:45', accepted)), {
      kind: 'police-accept-reports',
    })
    const theirs = entry('reported-missing', '2026-03-28T21:45', accepted, { by: cast.police })
    assert.equal(refusalOf(concern, theirs), undefined)
  })
})

suite('after the return', () => {
  test('a new worry is a new episode, even minutes later', () => {
    assert.deepEqual(refusalOf(back, entry('threshold-assessed', '2026-03-29T07:10')), {
      kind: 'already-returned',
    })
    assert.deepEqual(refusalOf(back, entry('threshold-assessed', '2026-03-29T07:15')), {
      kind: 'already-returned',
    })
    assert.equal(refusalOf(back, entry('threshold-assessed', '2026-03-29T07:09')), undefined)
  })

  test('a sighting belongs to another episode; one that led to the return may be late', () => {
    for (const draft of [
      entry('located', '2026-03-29T07:11'),
      entry('answered', '2026-03-29T07:11'),
      entry('returned', '2026-03-29T07:11', { placeOfSafety: false }),
    ])
      assert.deepEqual(refusalOf(back, draft), { kind: 'already-returned' }, draft.type)
    assert.equal(refusalOf(back, entry('located', '2026-03-29T07:10')), undefined)
    assert.equal(refusalOf(back, entry('answered', '2026-03-29T07:10')), undefined)
    assert.equal(refusalOf(back, entry('answered', '2026-03-29T07:11', { question: 'clothing' })), undefined)
  })

  test('the child was not at an unsafe place in the minute of the return, and may have been in the one before', () => {
    const unsafe = (when: string) => entry('returned', when, { placeOfSafety: false })
    assert.deepEqual(refusalOf(back, unsafe('2026-03-29T07:10')), { kind: 'already-returned' })
    assert.equal(refusalOf(back, unsafe('2026-03-29T07:09')), undefined)
  })

  test('a sighting some time that day may be from before it', () => {
    const someTime = entry('answered', '2026-03-29T22:59', {}, { precision: 'day' })
    assert.equal(refusalOf(back, someTime), undefined)
  })

  test('the child cannot return again, earlier or later', () => {
    assert.deepEqual(refusalOf(back, entry('returned', '2026-03-29T07:05')), { kind: 'already-returned' })
    assert.deepEqual(refusalOf(back, entry('returned', '2026-03-29T08:05')), { kind: 'already-returned' })
  })

  test('what is owed goes on: grades, meetings, decisions, tellings and notes', () => {
    const ordinary: readonly EntryType[] = [
      'risk-assessed',
      'meeting-held',
      'harm-considered',
      'significance-considered',
      'agency-informed',
      'plan-updated',
      'note-added',
      'information-received',
    ]
    for (const type of ordinary) {
      const body =
        type === 'risk-assessed' ? { nextReview: entry('returned', '2026-05-01T07:10').occurred.at } : {}
      assert.equal(refusalOf(back, entry(type, '2026-04-01T09:00', body)), undefined, type)
    }
  })
})

suite('acts towards the child', () => {
  const acts: readonly EntryType[] = [
    'prevention-check-done',
    'prevention-check-not-possible',
    'interview-offered',
    'interview-arranged',
    'interview-attempted',
    'interview-held',
  ]

  test('wait until the child is back', () => {
    assert.deepEqual(kinds(missing, [...acts, 'interview-declined']), new Set(['not-returned']))
    assert.deepEqual(kinds(back, acts), new Set([undefined]))
  })

  test('are possible as soon as someone has charge of the child, and not before', () => {
    const inHospital = after(missing, entry('located', '2026-03-29T06:20', { outcome: 'hospital' }))
    assert.deepEqual(kinds(inHospital, acts, '2026-03-29T06:20'), new Set([undefined]))
    assert.deepEqual(kinds(inHospital, acts, '2026-03-29T06:19'), new Set(['not-returned']))
  })

  test('stop at once when the child has died, and only they', () => {
    const died = after(missing, entry('located', '2026-03-29T06:20', { outcome: 'died' }))
    assert.deepEqual(kinds(died, [...acts, 'interview-declined'], '2026-03-29T06:20'), new Set(['has-died']))
    const others: readonly EntryType[] = ['note-added', 'agency-informed', 'meeting-held', 'harm-considered']
    assert.deepEqual(kinds(died, others), new Set([undefined]))
  })

  test('that came before the death may still be written down', () => {
    const died = after(back, entry('located', '2026-03-29T07:10', { outcome: 'died' }))
    assert.equal(refusalOf(died, entry('prevention-check-done', '2026-03-29T07:10'))?.kind, 'has-died')
    const seen = after(
      missing,
      entry('located', '2026-03-29T06:20', { outcome: 'hospital' }),
      entry('located', '2026-03-29T12:00', { outcome: 'died' }),
    )
    assert.equal(refusalOf(seen, entry('prevention-check-done', '2026-03-29T11:59')), undefined)
  })
})

suite('a closed episode', () => {
  const interviewed = after(
    back,
    entry('interview-held', '2026-03-30T16:00', {}, { id: 'interview' }),
    entry('finding-recorded', '2026-03-30T16:30', {}, { id: 'finding' }),
    entry('action-agreed', '2026-03-30T17:00', {}, { id: 'action' }),
  )
  const closed = after(interviewed, entry('episode-closed', '2026-04-01T09:00'))
  const adds: readonly EntryType[] = [
    'acknowledged',
    'agency-informed',
    'information-received',
    'intelligence-recorded',
    'note-added',
    'reference-given',
    'episode-linked',
    'passage-shared',
    'passage-not-shared',
    'interview-added-to',
    'finding-released',
    'finding-kept',
    'findings-compared',
    'action-done',
    'read-by-reviewing-officer',
    'episode-reopened',
  ]

  test('takes what only adds, and reopening', () => {
    assert.deepEqual(kinds(closed, adds), new Set([undefined]))
  })

  test('takes corrections and voids', () => {
    const correction = { corrects: entryId('rang his mobile'), changes: { outcome: 'Voicemail' } }
    assert.equal(refusalOf(closed, entry('entry-corrected', '2026-04-02T10:00', correction)), undefined)
    assert.equal(
      refusalOf(closed, entry('recorded-in-error', '2026-04-02T10:00', only('rang his mobile'))),
      undefined,
    )
    assert.equal(refusalOf(closed, entry('recorded-in-error', '2026-04-02T10:00', wholeEpisode)), undefined)
  })

  test('refuses everything else', () => {
    const rest = entryTypes.filter(
      (type) => ![...adds, 'concern-raised', 'entry-corrected', 'recorded-in-error'].includes(type),
    )
    assert.deepEqual(kinds(closed, rest), new Set(['closed']))
  })

  test('is the only one that can be reopened', () => {
    assert.deepEqual(refusalOf(back, entry('episode-reopened', '2026-04-02T10:00')), { kind: 'not-closed' })
  })
})

suite('an episode recorded in error', () => {
  const voided = after(missing, entry('recorded-in-error', '2026-03-29T02:30', wholeEpisode, { id: 'void' }))

  test('can be recorded in error at any time', () => {
    const concern = given(entry('concern-raised', '2026-03-28T21:40'))
    for (const chronology of [concern, missing, back])
      assert.equal(refusalOf(chronology, entry('recorded-in-error', '2026-04-02T10:00')), undefined)
  })

  test('takes only tellings of the void, notes, links, acknowledgements and closing', () => {
    assert.deepEqual(
      kinds(voided, ['acknowledged', 'note-added', 'episode-linked', 'episode-closed']),
      new Set([undefined]),
    )
    const told = entry('agency-informed', '2026-04-02T10:00', { about: 'void' })
    assert.equal(refusalOf(voided, told), undefined)
    const rest = entryTypes.filter(
      (type) =>
        !['acknowledged', 'note-added', 'episode-linked', 'episode-closed', 'episode-reopened'].includes(
          type,
        ),
    )
    assert.deepEqual(kinds(voided, rest), new Set(['voided']))
    assert.deepEqual(refusalOf(voided, entry('recorded-in-error', '2026-04-02T10:00', only('report'))), {
      kind: 'voided',
    })
  })

  test('comes back when the void was the error', () => {
    assert.equal(refusalOf(voided, entry('recorded-in-error', '2026-04-02T10:00', only('void'))), undefined)
  })

  test('may have been closed, and is reopened before it comes back', () => {
    const closed = after(voided, entry('episode-closed', '2026-04-01T09:00'))
    const undo = entry('recorded-in-error', '2026-04-02T10:00', only('void'))
    assert.deepEqual(refusalOf(closed, undo), { kind: 'closed' })
    const reopen = entry('episode-reopened', '2026-04-01T10:00')
    assert.equal(refusalOf(closed, reopen), undefined)
    assert.equal(refusalOf(after(closed, reopen), undo), undefined)
  })
})

test('a link is always allowed', () => {
  const closed = after(back, entry('episode-closed', '2026-04-01T09:00'))
  const voided = after(missing, entry('recorded-in-error', '2026-03-29T02:30', wholeEpisode))
  for (const chronology of [missing, back, closed, voided])
    assert.equal(refusalOf(chronology, entry('episode-linked', '2026-04-02T10:00')), undefined)
})

test('the name of the command and its entry are one: anything else is our defect', () => {
  const note = entry('note-added', '2026-04-02T10:00')
  assert.throws(
    () => decide(missing, { name: 'record-return', entry: note }, ordinaryCircumstances, note.occurred.at),
    /record-return does not carry an entry note-added/,
  )
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../../test/support/cast.ts'
import { aChildBackInTheMorning, after, entry } from '../../../../test/support/chronology.ts'
import { decided, refusalOf } from '../../../../test/support/deciding.ts'
import type { EpisodeBodies } from '../entries.ts'

const back = aChildBackInTheMorning()

function held(body: Partial<EpisodeBodies['interview-held']> = {}, by = cast['missing-service']) {
  return entry('interview-held', '2026-03-30T16:00', body, { by })
}

suite('a return interview', () => {
  test('by someone who does not care for the child is accepted', () => {
    assert.equal(refusalOf(back, held()), undefined)
  })

  test('by someone who cares for the child is refused', () => {
    assert.deepEqual(refusalOf(back, held({ caresForChild: true })), { kind: 'cares-for-the-child' })
  })

  test('by a carer, a home’s manager or a parent is refused whatever they say', () => {
    for (const role of ['carer', 'home-on-call', 'provider-manager', 'parents'] as const) {
      const by = cast[role]
      assert.deepEqual(
        refusalOf(back, held({ interviewer: by.name }, by)),
        { kind: 'cares-for-the-child' },
        role,
      )
    }
  })

  test('by a carer is refused also where another writes it down for them', () => {
    const toldBy = { name: 'Ruth', role: 'carer', organisationName: 'Larkfield', means: 'telephone' } as const
    assert.deepEqual(refusalOf(back, { ...held({ interviewer: 'Ruth' }), toldBy }), {
      kind: 'cares-for-the-child',
    })
    assert.equal(refusalOf(back, { ...held({ interviewer: 'Jade' }), toldBy }), undefined)
  })

  test('by whoever cares for the child by relationship is refused, whatever the form says', () => {
    const cares = { interviewer: 'cares' } as const
    assert.deepEqual(refusalOf(back, held(), cares), { kind: 'cares-for-the-child' })
    assert.equal(refusalOf(back, entry('note-added', '2026-03-30T16:00'), cares), undefined)
  })

  test('is not arranged with whoever cares for the child', () => {
    const arranged = entry('interview-arranged', '2026-03-30T16:00', { interviewer: 'Ruth Adeyemi' })
    assert.equal(refusalOf(back, arranged), undefined)
    assert.deepEqual(refusalOf(back, arranged, { interviewer: 'cares' }), { kind: 'cares-for-the-child' })
    assert.equal(refusalOf(back, arranged, { interviewer: 'allocated-worker' }), undefined)
  })

  test('by the allocated worker by relationship needs the reason and is marked as theirs, whatever the form says', () => {
    const theirs = { interviewer: 'allocated-worker' } as const
    assert.deepEqual(refusalOf(back, held(), theirs), { kind: 'allocated-worker-needs-reason' })
    const decision = decided(back, held({ whyAllocatedWorker: 'Tyler asked for him' }), theirs)
    assert.ok(decision.kind === 'accepted')
    const [written] = decision.entries
    assert.ok(written?.type === 'interview-held')
    assert.equal(written.body.allocatedWorker, true)
    const others = decided(back, held())
    assert.ok(others.kind === 'accepted' && others.entries[0]?.type === 'interview-held')
    assert.equal(others.entries[0].body.allocatedWorker, false)
  })

  test('is not corrected into one by whoever cares for the child, nor unmarked into one by their worker', () => {
    const before = after(back, held({}, cast['missing-service']))
    const naming = (changes: object) =>
      entry('entry-corrected', '2026-03-31T09:00', { corrects: before.at(-1)!.id, changes: { ...changes } })
    const named = naming({ interviewer: 'Daniel Osei', whyAllocatedWorker: 'Tyler asked for him' })
    assert.deepEqual(refusalOf(before, named, { interviewer: 'cares' }), { kind: 'cares-for-the-child' })
    const theirs = { interviewer: 'allocated-worker' } as const
    const changesOf = (draft: typeof named, asking: object) => {
      const decision = decided(before, draft, asking)
      assert.ok(decision.kind === 'accepted', JSON.stringify(decision))
      const [written] = decision.entries
      return written?.type === 'entry-corrected' && written.body.changes?.['allocatedWorker']
    }
    assert.equal(changesOf(named, theirs), true)
    assert.equal(changesOf(named, {}), undefined)
    assert.equal(changesOf(naming({ present: 'Tyler', whyAllocatedWorker: 'Asked for' }), theirs), undefined)
    const arranged = after(back, entry('interview-arranged', '2026-03-30T16:00', {}, { id: 'arranged' }))
    const elsewhere = entry('entry-corrected', '2026-03-31T09:00', {
      corrects: arranged.at(-1)!.id,
      changes: { interviewer: 'Daniel Osei' },
    })
    assert.equal(refusalOf(arranged, elsewhere, theirs), undefined)
  })

  test('may be written down by a carer for the one who held it', () => {
    assert.equal(refusalOf(back, held({ interviewer: 'Jade Whitcombe' }, cast.carer)), undefined)
  })

  test('by the allocated worker needs a reason', () => {
    for (const why of [{}, { whyAllocatedWorker: '' }, { whyAllocatedWorker: ' ' }])
      assert.deepEqual(refusalOf(back, held({ allocatedWorker: true, ...why })), {
        kind: 'allocated-worker-needs-reason',
      })
    const why = { whyAllocatedWorker: 'Tyler asked for him' }
    assert.equal(refusalOf(back, held({ allocatedWorker: true, ...why })), undefined)
  })

  test('written by the allocated worker who held it needs the reason, ticked or not', () => {
    const worker = cast['social-worker']
    assert.deepEqual(refusalOf(back, held({ interviewer: worker.name }, worker)), {
      kind: 'allocated-worker-needs-reason',
    })
    const asked = { interviewer: worker.name, whyAllocatedWorker: 'Tyler asked for him' }
    assert.equal(refusalOf(back, held(asked, worker)), undefined)
    assert.equal(refusalOf(back, held({ interviewer: 'Jade Whitcombe' }, worker)), undefined)
  })
})

suite('a refusal of the interview', () => {
  const offered = after(back, entry('interview-offered', '2026-03-29T12:00', {}, { id: 'offer' }))
  const declined = (when: string, childsOwnAnswer = true) =>
    entry('interview-declined', when, { childsOwnAnswer })

  test('is the child’s own answer', () => {
    assert.equal(refusalOf(offered, declined('2026-03-29T12:00')), undefined)
    assert.deepEqual(refusalOf(offered, declined('2026-03-29T12:10', false)), {
      kind: 'not-the-childs-own-answer',
    })
  })

  test('is not what somebody who cares for the child says that the child said', () => {
    const said = (role: 'carer' | 'social-worker') =>
      ({ name: cast[role].name, role, organisationName: 'Theirs', means: 'telephone' }) as const
    for (const type of ['interview-declined', 'interview-accepted'] as const) {
      const told = (role: 'carer' | 'social-worker') =>
        entry(type, '2026-03-29T12:10', {}, { by: cast['missing-service'], toldBy: said(role) })
      assert.deepEqual(refusalOf(offered, told('carer')), { kind: 'not-the-childs-own-answer' })
      assert.equal(refusalOf(offered, told('social-worker')), undefined)
    }
  })

  test('comes after an offer, which is on record', () => {
    assert.deepEqual(refusalOf(back, declined('2026-03-29T12:10')), { kind: 'interview-not-offered' })
    assert.deepEqual(refusalOf(offered, declined('2026-03-29T11:59')), { kind: 'interview-not-offered' })
  })
})

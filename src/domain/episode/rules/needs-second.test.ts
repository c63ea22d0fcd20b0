import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cast } from '../../../../test/support/cast.ts'
import {
  aChildMissingOvernight,
  after,
  at,
  entry,
  entryId,
  given,
} from '../../../../test/support/chronology.ts'
import { acceptedEntry, refusalOf, thenAccepted } from '../../../../test/support/deciding.ts'
import { awaitingSecond } from '../awaiting-second.ts'
import type { Chronology, EpisodeBodies } from '../entries.ts'
import { episodeOf } from '../evolve.ts'

const evidence = 'The gate log'

/** Back at 12:00, written down at 18:00, so that its time can be moved either way. */
const back: Chronology = after(
  aChildMissingOvernight(),
  entry('returned', '2026-03-29T12:00', {}, { id: 'return', recorded: '2026-03-29T18:00' }),
  entry('note-added', '2026-03-29T12:00', {}, { id: 'note' }),
)

type Correcting = Omit<Partial<EpisodeBodies['entry-corrected']>, 'occurred'>

function move(to: string | undefined, body: Correcting = {}, id = 'correction', by = cast.carer) {
  const occurred = to === undefined ? {} : { occurred: { at: at(to), precision: 'minute' as const } }
  return entry(
    'entry-corrected',
    '2026-03-30T09:00',
    { corrects: entryId('return'), ...occurred, ...body },
    { id, by },
  )
}

function waits(chronology: Chronology, draft: ReturnType<typeof move>, removesBreach = false) {
  const accepted = acceptedEntry(chronology, draft, { removesBreach })
  assert.ok(accepted.type === 'entry-corrected')
  return accepted.body.needsSecond
}

suite('a correction that moves a start', () => {
  test('by an hour or less needs nobody, earlier or later', () => {
    for (const to of ['2026-03-29T11:00', '2026-03-29T13:00', '2026-03-29T12:01'])
      assert.equal(waits(back, move(to)), false, to)
  })

  test('by more than an hour names its evidence and waits for a second person', () => {
    for (const to of ['2026-03-29T10:59', '2026-03-29T13:01']) {
      assert.deepEqual(refusalOf(back, move(to)), { kind: 'evidence-needed' }, to)
      assert.deepEqual(refusalOf(back, move(to, { evidence: ' ' })), { kind: 'evidence-needed' }, to)
      assert.equal(waits(back, move(to, { evidence })), true, to)
    }
  })

  test('by more than an hour in small steps waits at the step that passes the hour', () => {
    const step = thenAccepted(back, move('2026-03-29T12:50', {}, 'first'))
    assert.deepEqual(refusalOf(step, move('2026-03-29T13:10', {}, 'second')), { kind: 'evidence-needed' })
    assert.equal(waits(step, move('2026-03-29T12:20', {}, 'second')), false)
  })

  test('is measured from the time that two people agreed on', () => {
    const of = { kind: 'entry' as const, entry: entryId('first') }
    const agreed = after(
      thenAccepted(back, move('2026-03-29T15:00', { evidence }, 'first')),
      entry('acknowledged', '2026-03-30T10:00', { of }, { by: cast.police }),
    )
    assert.equal(episodeOf(agreed).returned?.occurred.at, at('2026-03-29T15:00'))
    assert.equal(waits(agreed, move('2026-03-29T15:30', {}, 'second')), false)
    assert.equal(waits(agreed, move('2026-03-29T16:30', { evidence }, 'second')), true)
    const again = { kind: 'entry' as const, entry: entryId('second') }
    const twice = after(
      thenAccepted(agreed, move('2026-03-29T17:00', { evidence }, 'second')),
      entry('acknowledged', '2026-03-30T11:00', { of: again }, { by: cast.police }),
    )
    assert.equal(waits(twice, move('2026-03-29T16:30', {}, 'third')), false)
    const waiting = thenAccepted(back, move('2026-03-29T15:00', { evidence }, 'first'))
    assert.equal(waits(waiting, move('2026-03-29T15:30', { evidence }, 'second')), true)
  })

  test('is measured in elapsed time: half past one comes twice in October, an hour apart', () => {
    const october = given(
      entry('concern-raised', '2026-10-24T21:40'),
      entry('returned', at('2026-10-25T01:30', 'first'), {}, { id: 'return', recorded: '2026-10-25T09:00' }),
    )
    const to = (wall: string, which?: 'second') => ({
      ...entry('entry-corrected', '2026-10-25T10:00', {
        corrects: entryId('return'),
        occurred: { at: at(wall, which), precision: 'minute' },
        evidence,
      }),
    })
    const later = { now: '2026-10-26T09:00' }
    const second = acceptedEntry(october, to('2026-10-25T01:30', 'second'), later)
    const next = acceptedEntry(october, to('2026-10-25T01:31', 'second'), later)
    assert.ok(second.type === 'entry-corrected' && next.type === 'entry-corrected')
    assert.equal(second.body.needsSecond, false)
    assert.equal(next.body.needsSecond, true)
  })

  test('is no matter where nothing starts: a note, a reference, a link', () => {
    assert.equal(waits(back, move('2026-03-29T09:00', { corrects: entryId('note') })), false)
    const more = after(
      back,
      entry('reference-given', '2026-03-29T12:00', {}, { id: 'reference' }),
      entry('episode-linked', '2026-03-29T12:00', {}, { id: 'link' }),
    )
    for (const id of ['reference', 'link'])
      assert.equal(waits(more, move('2026-03-29T09:00', { corrects: entryId(id) })), false)
  })
})

suite('a correction of words', () => {
  test('that makes or unmakes a start waits for a second person', () => {
    const unsafe = { changes: { placeOfSafety: false } }
    assert.deepEqual(refusalOf(back, move(undefined, unsafe)), { kind: 'evidence-needed' })
    assert.equal(waits(back, move(undefined, { ...unsafe, evidence })), true)
    const calm = { corrects: entryId('worry'), changes: { worriedNow: false } }
    assert.deepEqual(refusalOf(back, move(undefined, calm)), { kind: 'evidence-needed' })
  })

  test('that says what stood anyway needs nobody', () => {
    assert.equal(waits(back, move(undefined, { changes: { placeOfSafety: true } })), false)
    assert.equal(waits(back, move(undefined, { changes: { to: 'School' } })), false)
    const worry = { corrects: entryId('worry'), changes: { worriedNow: true, why: 'Alone' } }
    assert.equal(waits(back, move(undefined, worry)), false)
  })

  test('that moves the next review by more than an hour waits for a second person', () => {
    const review = (to: string) =>
      move(
        undefined,
        { corrects: entryId('grade'), changes: { nextReview: at(to) }, evidence },
        'x',
        cast.police,
      )
    // The review was set for 08:00.
    for (const to of ['2026-03-29T07:00', '2026-03-29T09:00'])
      assert.equal(waits(back, review(to)), false, to)
    for (const to of ['2026-03-29T06:59', '2026-03-29T09:01']) assert.equal(waits(back, review(to)), true, to)
    const reworded = { corrects: entryId('grade'), changes: { reason: 'Alone' } }
    assert.equal(waits(back, move(undefined, reworded, 'x', cast.police)), false)
  })
})

suite('a correction that leaves less owed', () => {
  const harm = (answer: 'at-risk' | 'suffered' | 'neither') =>
    after(back, entry('harm-considered', '2026-03-29T13:00', { answer }, { id: 'harm' }))
  const found = after(
    aChildMissingOvernight(),
    entry('located', '2026-03-29T06:20', { outcome: 'hospital' }, { id: 'located' }),
  )
  const says = (corrects: string, changes: Readonly<Record<string, unknown>>) =>
    move(undefined, { corrects: entryId(corrects), changes, evidence }, 'x', cast.police)

  test('names its evidence and waits, by whichever words it does so', () => {
    const to = { changes: { to: 'School' } }
    assert.deepEqual(refusalOf(back, move(undefined, to), { loosens: true }), { kind: 'evidence-needed' })
    const accepted = acceptedEntry(back, move(undefined, { ...to, evidence }), { loosens: true })
    assert.ok(accepted.type === 'entry-corrected' && accepted.body.needsSecond)
  })

  test('says that no harm was found after all, and not that there was some', () => {
    for (const answer of ['at-risk', 'suffered'] as const)
      assert.equal(waits(harm(answer), says('harm', { answer: 'neither' })), true, answer)
    assert.equal(waits(harm('neither'), says('harm', { answer: 'at-risk' })), false)
    assert.equal(waits(harm('at-risk'), says('harm', { answer: 'suffered' })), false)
  })

  test('says that a child who was found is otherwise than was said, unless they are hurt', () => {
    for (const outcome of ['well', 'custody', 'died'])
      assert.equal(waits(found, says('located', { outcome })), true, outcome)
    assert.equal(waits(found, says('located', { outcome: 'harmed' })), false)
    assert.equal(waits(found, says('located', { where: 'Ward 4' })), false)
  })
})

suite('a correction that removes a breach', () => {
  test('names its evidence and waits, however small it is', () => {
    const small = move('2026-03-29T12:01')
    assert.deepEqual(refusalOf(back, small, { removesBreach: true }), { kind: 'evidence-needed' })
    assert.equal(waits(back, move('2026-03-29T12:01', { evidence }), true), true)
  })

  test('is decided by the rules and not by whoever asks', () => {
    assert.equal(waits(back, move('2026-03-29T12:01', { needsSecond: true })), false)
    assert.equal(waits(back, move('2026-03-29T10:00', { needsSecond: false, evidence })), true)
  })
})

suite('the second person', () => {
  const waiting = thenAccepted(back, move('2026-03-29T10:00', { evidence }))
  const acknowledge = (by: typeof cast.carer, id = 'correction') =>
    entry(
      'acknowledged',
      '2026-03-30T10:00',
      { of: { kind: 'entry', entry: entryId(id) } },
      { by: by, id: 'second' },
    )

  test('is another person than the first', () => {
    assert.deepEqual(refusalOf(waiting, acknowledge(cast.carer)), { kind: 'second-person-needed' })
    assert.equal(refusalOf(waiting, acknowledge(cast.police)), undefined)
  })

  test('makes the correction count', () => {
    assert.equal(episodeOf(waiting).returned?.occurred.at, at('2026-03-29T12:00'))
    const confirmed = thenAccepted(waiting, acknowledge(cast.police))
    assert.equal(episodeOf(confirmed).returned?.occurred.at, at('2026-03-29T10:00'))
  })

  test('takes the correction off the list of those that wait', () => {
    const ids = (chronology: Chronology) => awaitingSecond(chronology).map(({ id }) => id)
    assert.deepEqual(ids(back), [])
    assert.deepEqual(ids(waiting), [entryId('correction')])
    assert.deepEqual(ids(thenAccepted(waiting, acknowledge(cast.police))), [])
    const scope = { kind: 'entry' as const, entry: entryId('correction') }
    assert.deepEqual(ids(after(waiting, entry('recorded-in-error', '2026-03-30T11:00', { scope }))), [])
    const small = thenAccepted(back, move('2026-03-29T12:01'))
    assert.deepEqual(ids(small), [])
  })

  test('acknowledges an entry of this episode; anyone may acknowledge what does not wait', () => {
    assert.deepEqual(refusalOf(back, acknowledge(cast.police, 'nothing')), {
      kind: 'no-such-entry',
      entry: entryId('nothing'),
    })
    assert.equal(refusalOf(back, acknowledge(cast.carer, 'return')), undefined)
    const small = thenAccepted(back, move('2026-03-29T12:01'))
    assert.equal(refusalOf(small, acknowledge(cast.carer)), undefined)
  })

  test('is not asked for to acknowledge a rung', () => {
    assert.equal(refusalOf(back, entry('acknowledged', '2026-03-30T10:00')), undefined)
  })
})

test('a correction of an entry that was recorded in error waits only if it removes a breach', () => {
  const scope = { kind: 'entry' as const, entry: entryId('return') }
  const undone = after(back, entry('recorded-in-error', '2026-03-30T08:00', { scope }))
  assert.equal(waits(undone, move('2026-03-29T06:00')), false)
  assert.equal(waits(undone, move('2026-03-29T06:00', { evidence }), true), true)
})

test('a correction in an episode that has begun nowhere is refused before anything is read', () => {
  assert.deepEqual(refusalOf(given(), move('2026-03-29T12:01')), { kind: 'not-begun' })
})

test('what was found not to have harmed a child may be said again without a second person', () => {
  const considered = after(
    back,
    entry('harm-considered', '2026-03-29T19:00', { answer: 'neither' }, { id: 'no harm' }),
    entry('harm-considered', '2026-03-29T19:30', { answer: 'at-risk' }, { id: 'harm' }),
  )
  const saying = (id: string) =>
    waits(
      considered,
      move(undefined, { corrects: entryId(id), changes: { answer: 'neither', reason: 'x' }, evidence }),
    )
  assert.equal(saying('no harm'), false)
  assert.equal(saying('harm'), true)
})

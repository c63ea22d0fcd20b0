import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import {
  aChildBackInTheMorning,
  aChildMissingOvernight,
  after,
  at,
  entry,
  entryId,
  given,
} from '../../../test/support/chronology.ts'
import { cast } from '../../../test/support/cast.ts'
import { effective } from './effective.ts'
import type { Chronology } from './entries.ts'
import type { EffectiveEntry } from './state.ts'

function found(chronology: Chronology, id: string): EffectiveEntry {
  const entry = effective(chronology).find((one) => one.id === entryId(id))
  assert.ok(entry, `${id} does not count`)
  return entry
}

function ids(chronology: Chronology) {
  return effective(chronology).map((one) => one.id)
}

const minute = (text: string) => ({ at: at(text), precision: 'minute' as const })

const earlierReturn = {
  corrects: entryId('return'),
  occurred: minute('2026-03-29T06:50'),
  reason: 'The gate log says 06:50',
}

suite('the order of things', () => {
  test('is the order in which they happened, not the order in which they were written down', () => {
    assert.equal(ids(aChildMissingOvernight())[0], entryId('last seen'))
  })

  test('is the order of recording for what happened in the same minute', () => {
    const together = given(
      entry('note-added', '2026-03-28T22:00', {}, { id: 'b' }),
      entry('note-added', '2026-03-28T22:00', {}, { id: 'a' }),
      entry('note-added', '2026-03-28T22:00', {}, { id: 'c' }),
    )
    assert.deepEqual(ids(together), [entryId('b'), entryId('a'), entryId('c')])
    assert.deepEqual(ids(together.toReversed()), [entryId('b'), entryId('a'), entryId('c')])
  })
})

suite('a correction', () => {
  const corrected = after(
    aChildBackInTheMorning(),
    entry('entry-corrected', '2026-03-29T09:00', earlierReturn, { id: 'correction' }),
  )

  test('gives the entry its new time and keeps the old one in its trail', () => {
    const back = found(corrected, 'return')
    assert.deepEqual(back.occurred, minute('2026-03-29T06:50'))
    assert.deepEqual(back.corrections, [
      {
        entry: entryId('correction'),
        before: minute('2026-03-29T07:10'),
        after: minute('2026-03-29T06:50'),
        reason: 'The gate log says 06:50',
        recorded: at('2026-03-29T09:00'),
        standing: 'applied',
      },
    ])
  })

  test('moves the entry to where it now belongs in the order', () => {
    const moved = after(
      aChildMissingOvernight(),
      entry('entry-corrected', '2026-03-29T09:00', {
        corrects: entryId('rang his mobile'),
        occurred: minute('2026-03-28T21:35'),
      }),
    )
    const order = ids(moved)
    assert.ok(order.indexOf(entryId('rang his mobile')) < order.indexOf(entryId('concern')))
  })

  test('changes the words that it names and leaves the others and the time', () => {
    const reworded = after(
      aChildBackInTheMorning(),
      entry('entry-corrected', '2026-03-29T09:00', {
        corrects: entryId('return'),
        changes: { to: 'School' },
      }),
    )
    const back = found(reworded, 'return')
    assert.deepEqual(back.body, { to: 'School', how: 'brought-by-police' })
    assert.deepEqual(back.occurred, minute('2026-03-29T07:10'))
    assert.deepEqual(back.corrections[0]?.before, back.corrections[0]?.after)
  })

  test('does not touch fields that may not be corrected, or that do not exist', () => {
    const meddled = after(
      aChildMissingOvernight(),
      entry('entry-corrected', '2026-03-29T09:00', {
        corrects: entryId('concern'),
        changes: { reference: '2222-2222', invented: true, where: 'Bus station' },
      }),
    )
    const concern = found(meddled, 'concern')
    assert.ok(concern.type === 'concern-raised')
    assert.equal(concern.body.reference, '7F3K-2Q9X')
    assert.equal(concern.body.where, 'Bus station')
    assert.ok(!('invented' in concern.body))
  })

  test('is the last word of several', () => {
    const again = after(
      corrected,
      entry('entry-corrected', '2026-03-29T09:30', {
        corrects: entryId('return'),
        occurred: minute('2026-03-29T06:55'),
      }),
    )
    const back = found(again, 'return')
    assert.deepEqual(back.occurred, minute('2026-03-29T06:55'))
    assert.deepEqual(
      back.corrections.map(({ before, after: now }) => [before.at, now.at]),
      [
        [at('2026-03-29T07:10'), at('2026-03-29T06:50')],
        [at('2026-03-29T06:50'), at('2026-03-29T06:55')],
      ],
    )
  })

  test('is the last word by sequence, in whatever order the entries are read', () => {
    const again = after(
      corrected,
      entry('entry-corrected', '2026-03-29T09:30', {
        corrects: entryId('return'),
        occurred: minute('2026-03-29T06:55'),
      }),
    )
    assert.deepEqual(effective(again.toReversed()), effective(again))
  })

  test('that waits for nobody is not said to be confirmed by whoever acknowledges it', () => {
    const of = { kind: 'entry' as const, entry: entryId('correction') }
    const seen = after(corrected, entry('acknowledged', '2026-03-29T09:20', { of }, { by: cast.police }))
    const [trail] = found(seen, 'return').corrections
    assert.ok(trail && !('confirmedBy' in trail))
  })

  test('keeps its evidence in the trail', () => {
    const shown = after(
      aChildBackInTheMorning(),
      entry('entry-corrected', '2026-03-29T09:00', { ...earlierReturn, evidence: 'Gate log' }),
    )
    assert.equal(found(shown, 'return').corrections[0]?.evidence, 'Gate log')
  })

  test('of a correction or of a void changes neither', () => {
    const meddled = after(
      corrected,
      entry('recorded-in-error', '2026-03-29T09:10', { scope: { kind: 'episode' } }, { id: 'void' }),
      entry('entry-corrected', '2026-03-29T09:30', {
        corrects: entryId('correction'),
        occurred: minute('2026-03-29T08:00'),
        changes: { occurred: minute('2026-03-29T05:00') },
      }),
      entry('entry-corrected', '2026-03-29T09:31', {
        corrects: entryId('void'),
        occurred: minute('2026-03-29T08:00'),
        changes: { scope: { kind: 'entry', entry: entryId('note') } },
      }),
    )
    assert.deepEqual(found(meddled, 'return').occurred, minute('2026-03-29T06:50'))
    assert.deepEqual(found(meddled, 'correction').occurred, minute('2026-03-29T09:00'))
    assert.deepEqual(found(meddled, 'void').occurred, minute('2026-03-29T09:10'))
    const original = meddled.find((one) => one.id === entryId('void'))
    assert.deepEqual(found(meddled, 'void').body, original?.body)
  })

  test('that was written before the entry it names corrects nothing', () => {
    const early = given(
      entry('entry-corrected', '2026-03-28T21:00', earlierReturn),
      entry('returned', '2026-03-29T07:10', {}, { id: 'return' }),
    )
    assert.deepEqual(found(early, 'return').corrections, [])
  })
})

suite('a correction that needs a second person', () => {
  const waiting = after(
    aChildBackInTheMorning(),
    entry(
      'entry-corrected',
      '2026-03-29T09:00',
      { ...earlierReturn, needsSecond: true },
      { id: 'correction', by: cast.carer },
    ),
  )
  const ack = { of: { kind: 'entry' as const, entry: entryId('correction') } }

  test('stands in the trail and changes nothing while it waits', () => {
    const back = found(waiting, 'return')
    assert.deepEqual(back.occurred, minute('2026-03-29T07:10'))
    const [trail] = back.corrections
    assert.ok(trail)
    assert.equal(trail.standing, 'awaiting-second')
    assert.deepEqual(trail.after, minute('2026-03-29T06:50'))
    assert.ok(!('confirmedBy' in trail))
  })

  test('counts when another person has acknowledged it, who is named', () => {
    const confirmed = after(
      waiting,
      entry('acknowledged', '2026-03-29T09:20', ack, { by: cast['social-worker'] }),
    )
    const back = found(confirmed, 'return')
    assert.deepEqual(back.occurred, minute('2026-03-29T06:50'))
    const [trail] = back.corrections
    assert.ok(trail)
    assert.equal(trail.standing, 'applied')
    assert.equal(trail.confirmedBy, 'Daniel Osei')
  })

  test('names the first who confirmed it', () => {
    const confirmed = after(
      waiting,
      entry('acknowledged', '2026-03-29T09:20', ack, { by: cast.police }),
      entry('acknowledged', '2026-03-29T09:21', ack, { by: cast['social-worker'] }),
    )
    assert.equal(found(confirmed, 'return').corrections[0]?.confirmedBy, 'Tom Hargreaves')
  })

  test('is not confirmed by the person who wrote it, in whatever post', () => {
    const self = { ...cast['social-worker'], person: cast.carer.person }
    const own = after(waiting, entry('acknowledged', '2026-03-29T09:20', ack, { by: self }))
    assert.equal(found(own, 'return').corrections[0]?.standing, 'awaiting-second')
  })

  test('is not confirmed by an acknowledgement of something else', () => {
    const others = after(
      waiting,
      entry('acknowledged', '2026-03-29T09:20', {}, { by: cast.police, id: 'of a rung' }),
      entry(
        'acknowledged',
        '2026-03-29T09:21',
        { of: { kind: 'entry', entry: entryId('return') } },
        { by: cast.police },
      ),
    )
    assert.equal(found(others, 'return').corrections[0]?.standing, 'awaiting-second')
  })

  test('is not confirmed by an acknowledgement that was recorded in error', () => {
    const undone = after(
      waiting,
      entry('acknowledged', '2026-03-29T09:20', ack, { by: cast.police, id: 'ack' }),
      entry('recorded-in-error', '2026-03-29T09:25', { scope: { kind: 'entry', entry: entryId('ack') } }),
    )
    assert.equal(found(undone, 'return').corrections[0]?.standing, 'awaiting-second')
  })

  test('is not confirmed by an acknowledgement written before it', () => {
    const early = after(
      aChildBackInTheMorning(),
      entry('acknowledged', '2026-03-29T08:00', ack, { by: cast.police }),
      entry(
        'entry-corrected',
        '2026-03-29T09:00',
        { ...earlierReturn, needsSecond: true },
        { id: 'correction' },
      ),
    )
    assert.equal(found(early, 'return').corrections[0]?.standing, 'awaiting-second')
  })
})

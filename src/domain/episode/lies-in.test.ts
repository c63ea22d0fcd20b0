import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { entry, entryId, given } from '../../../test/support/chronology.ts'
import { inCore, liesIn, type Said } from './lies-in.ts'

const known = given(
  entry('concern-raised', '2026-03-28T21:40'),
  entry('intelligence-recorded', '2026-03-28T22:00', {}, { id: 'van' }),
  entry('note-added', '2026-03-28T22:10', {}, { id: 'note' }),
  entry('entry-corrected', '2026-03-28T22:20', { corrects: entryId('van') }, { id: 'correction' }),
  entry('acknowledged', '2026-03-28T22:25', { of: { kind: 'entry', entry: entryId('correction') } }),
  entry('recorded-in-error', '2026-03-28T22:30', { scope: { kind: 'entry', entry: entryId('van') } }),
  entry('recorded-in-error', '2026-03-28T22:40', { scope: { kind: 'entry', entry: entryId('note') } }),
  entry('recorded-in-error', '2026-03-28T22:50', { scope: { kind: 'episode' } }),
)

suite('what lies outside the core', () => {
  test('takes what is said about it along, also at second hand', () => {
    const others = new Map<string, Said>(known.map((one) => [one.id, one]))
    assert.deepEqual(
      known.map((one) => liesIn(one, others)),
      [
        'core',
        'police-intelligence',
        'core',
        'police-intelligence',
        'police-intelligence',
        'police-intelligence',
        'core',
        'core',
      ],
    )
  })

  test('is nothing that a page of everyone rests on', () =>
    assert.deepEqual(
      inCore(known).map(({ sequence }) => sequence),
      [1, 3, 7, 8],
    ))

  test('is found also where entries name each other in a ring', () => {
    const one: Said = { type: 'entry-corrected', body: { corrects: 'two' } }
    const two: Said = { type: 'entry-corrected', body: { corrects: 'one' } }
    const ring = new Map([
      ['one', one],
      ['two', two],
    ])
    assert.equal(liesIn(one, ring), 'core')
    assert.equal(liesIn({ type: 'entry-corrected', body: { corrects: 'nothing' } }, ring), 'core')
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { entryId, idOf, moment, streamOf, told } from '../../../test/support/told-of-a-child.ts'
import { corrected } from './corrected.ts'

const jay = idOf<'child'>('jay')
const kept = told('concern-known', '2026-01-05T09:00Z', { kind: 'place', text: 'the arcade' }, { as: 'kept' })

/** Recorded on 1 March 2026 at 09:00 UTC. */
function correction(as: string, corrects: string, changes: Readonly<Record<string, unknown>>) {
  const body = { corrects: entryId(corrects), changes, reason: 'It was misheard.' }
  return told('entry-corrected', '2026-03-01T09:00Z', body, { as })
}

suite('a corrected stream', () => {
  const stream = streamOf(jay, kept, correction('first', 'kept', { text: 'the pier' }))
  const textAt = (knownAt: string) =>
    corrected(stream, moment(knownAt)).map(({ body }) => 'text' in body && body.text)

  test('holds what was corrected and not the corrections', () => {
    assert.deepEqual(
      corrected(stream).map(({ type, body }) => ({ type, body })),
      [{ type: 'concern-known', body: { kind: 'place', text: 'the pier' } }],
    )
  })

  test('says what was known from the millisecond at which it was recorded', () => {
    assert.deepEqual(textAt('2026-03-01T08:59:59.999Z'), ['the arcade'])
    assert.deepEqual(textAt('2026-03-01T09:00:00.000Z'), ['the pier'])
  })

  test('takes no correction that was written before what it names', () => {
    const early = correction('first', 'kept', { text: 'the pier' })
    assert.deepEqual(
      corrected(streamOf(jay, early, kept)).map(({ body }) => body),
      [{ kind: 'place', text: 'the arcade' }],
    )
  })

  test('leaves corrections that name only each other, or themselves, where they are', () => {
    const chasing = streamOf(
      jay,
      kept,
      correction('first', 'second', { changes: { text: 'the harbour' } }),
      correction('second', 'first', { changes: { text: 'the market' } }),
      correction('third', 'third', { changes: { text: 'the bridge' } }),
    )
    assert.deepEqual(
      corrected(chasing).map(({ body }) => body),
      [{ kind: 'place', text: 'the arcade' }],
    )
  })
})

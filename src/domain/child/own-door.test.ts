import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { entryId, idOf, moment, streamOf, told } from '../../../test/support/told-of-a-child.ts'
import { childAsPerson, doorOf, ownEntriesOf } from './own-door.ts'

const jay = idOf<'child'>('jay')

suite('a child who comes in by their own door', () => {
  test('acts as themselves, and in no post but what gave them access', () => {
    assert.equal(childAsPerson(jay), jay)
    assert.equal(doorOf(entryId('given')), entryId('given'))
  })

  test('has what they wrote and were told asked about, and nothing else of their record', () => {
    const stream = streamOf(
      jay,
      told('child-registered', '2026-01-05T09:00Z', { otherNames: [], pronoun: 'he' }),
      told('child-wrote', '2026-05-31T21:00Z', { words: 'Please ring me', editions: [] }, { as: 'wrote' }),
      told('child-answered', '2026-06-01T09:00Z', {
        wrote: entryId('wrote'),
        answer: 'At four',
        means: 'telephone',
      }),
      told('entry-corrected', '2026-06-01T10:00Z', {
        corrects: entryId('wrote'),
        occurred: { at: moment('2026-05-31T20:30Z'), precision: 'minute' },
        reason: 'The telephone’s clock was wrong',
      }),
    )
    const read = (knownAt?: string) =>
      ownEntriesOf(stream, knownAt === undefined ? undefined : moment(knownAt)).map(
        ({ type, occurred, corrections }) => [type, occurred.at, corrections],
      )
    const answered = ['child-answered', moment('2026-06-01T09:00Z'), []]
    assert.deepEqual(read(), [['child-wrote', moment('2026-05-31T20:30Z'), []], answered])
    assert.deepEqual(read('2026-06-01T09:30Z'), [['child-wrote', moment('2026-05-31T21:00Z'), []], answered])
    assert.deepEqual(read('2026-05-31T22:00Z'), [['child-wrote', moment('2026-05-31T21:00Z'), []]])
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { entryId, idOf, moment, streamOf, told, type Told } from '../../../test/support/told-of-a-child.ts'
import { childAt } from './child-at.ts'

const jay = idOf<'child'>('jay')
const wrote = (words: string, at: string, more: { notSafe?: boolean } = {}) =>
  told('child-wrote', at, { words, editions: [], ...more }, { as: words })
const answered = (answer: string, to: string, at: string) =>
  told('child-answered', at, { wrote: entryId(to), answer, means: 'telephone' }, { as: answer })

const all: readonly Told[] = [
  wrote('Please ring me', '2026-05-31T21:00Z'),
  wrote('He hits me', '2026-05-31T22:00Z', { notSafe: true }),
  answered('I come now', 'He hits me', '2026-05-31T22:05Z'),
  answered('At four', 'Please ring me', '2026-06-01T09:00Z'),
  answered('At five, not four', 'Please ring me', '2026-06-01T10:00Z'),
]
const at = (when: string) => childAt(streamOf(jay, ...all), moment(when)).messages

suite('what a child wrote', () => {
  test('is theirs to the letter, with what they were told, the first answer first', () => {
    const { by } = streamOf(jay, ...all)[0]!
    const answer = (said: string, when: string) => ({
      entry: entryId(said),
      answer: said,
      means: 'telephone',
      told: { at: moment(when), precision: 'minute' },
      by,
    })
    assert.deepEqual(at('2026-06-02T09:00Z'), [
      {
        entry: entryId('Please ring me'),
        at: moment('2026-05-31T21:00Z'),
        words: 'Please ring me',
        notSafe: false,
        answers: [answer('At four', '2026-06-01T09:00Z'), answer('At five, not four', '2026-06-01T10:00Z')],
      },
      {
        entry: entryId('He hits me'),
        at: moment('2026-05-31T22:00Z'),
        words: 'He hits me',
        notSafe: true,
        answers: [answer('I come now', '2026-05-31T22:05Z')],
      },
    ])
  })

  test('is there from the moment at which they wrote it, and an answer from when they were told', () => {
    const counts = (when: string) => at(when).map(({ answers }) => answers.length)
    assert.deepEqual(counts('2026-05-31T20:59:59.999Z'), [])
    assert.deepEqual(counts('2026-05-31T21:00Z'), [0])
    assert.deepEqual(counts('2026-05-31T22:04:59.999Z'), [0, 0])
    assert.deepEqual(counts('2026-05-31T22:05Z'), [0, 1])
    assert.deepEqual(counts('2026-06-01T09:59Z'), [1, 1])
  })

  test('says that they are not safe only where they said so', () => {
    const said = streamOf(jay, wrote('All is well', '2026-05-31T21:00Z', { notSafe: false }))
    assert.deepEqual(
      childAt(said, moment('2026-06-01T09:00Z')).messages.map(({ notSafe }) => notSafe),
      [false],
    )
  })
})

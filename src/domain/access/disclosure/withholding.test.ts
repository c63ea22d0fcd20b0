import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passage, standing, why } from '../../../../test/support/a-disclosure.ts'
import { isTooShortToSeek, withholdWords } from './withholding.ts'

test('one letter is sought nowhere, and a name of two where it is a word of its own', () => {
  const named = passage('Jo said Jody and Jo’s mum; also JO, banjo and K.')
  const sought = (words: string) =>
    withholdWords(standing([named]), words, why).map(
      (said) => said.kind === 'withheld' && [said.part?.from, said.part?.to],
    )
  assert.deepEqual(sought('Jo'), [
    [0, 2],
    [17, 19],
    [32, 34],
  ])
  assert.equal(sought('jod').length, 1)
  for (const short of ['K', 'K.', ' a ', '.', '  ', '“”', '-']) {
    assert.ok(isTooShortToSeek(short), short)
    assert.deepEqual(sought(short), [])
  }
  assert.ok(!isTooShortToSeek('K7'))
})

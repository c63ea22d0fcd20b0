import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { withoutNames } from './other-children.ts'

suite('a text without the names of other children', () => {
  test('has "another child" in the place of each, whole or in part', () => {
    assert.equal(
      withoutNames('Kai Mensah rang; kai  mensah and then Kai went to Mensah’s', ['Kai Mensah']),
      'another child rang; another child and then another child went to another child’s',
    )
  })

  test('keeps words that only look like a name', () => {
    assert.equal(
      withoutNames('She will go with Will to Willesden', ['Will Stone']),
      'She will go with another child to Willesden',
    )
    assert.equal(withoutNames('May I? In May.', ['Ann']), 'May I? In May.')
  })

  test('takes names for what they are: signs are signs, letters of any script are letters', () => {
    assert.equal(
      withoutNames('With D.J. (O’Hara) and Zoë', ['D.J. (O’Hara)', 'Zoë']),
      'With another child and another child',
    )
    assert.equal(withoutNames('С Мишей и Миша', ['Миша']), 'С Мишей и another child')
    assert.equal(withoutNames('a.c abc', ['a.c']), 'another child abc')
  })

  test('is the text itself where nobody is named, or a name is nothing', () => {
    assert.equal(withoutNames('Nobody was there', []), 'Nobody was there')
    assert.equal(withoutNames('Nobody was there', [' ', '']), 'Nobody was there')
  })

  test('never holds a whole name that stood in it, whatever surrounds it', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{3,8}$/)
    fc.assert(
      fc.property(word, word, fc.string(), fc.string(), (first, last, before, after) => {
        const text = `${before} ${first} ${last} ${after}`
        assert.ok(!withoutNames(text, [`${first} ${last}`]).includes(`${first} ${last}`))
      }),
    )
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { council, known, passage, standing, why } from '../../../../test/support/a-disclosure.ts'
import { cast } from '../../../../test/support/cast.ts'
import type { Said } from './acts.ts'
import type { Passage } from './passage.ts'
import { undecided } from './standing.ts'
import { placesOf, plainName, possibleNames, wordsOf } from './third-parties.ts'
import { withholdWords } from './withholding.ts'

const marked = (text: string) => possibleNames(text, known).map(({ from, to }) => text.slice(from, to))

suite('words with a capital that name nobody', () => {
  for (const text of [
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    'January February March April May June July August September October November December',
    'Mr Mrs Ms Miss Dr PC PS Sgt',
    'English GMT BST I',
    'Police Council House Home Street Road Lane Avenue School Hospital Station',
  ])
    test(`are passed over: ${text}`, () => {
      for (const word of text.split(' ')) assert.deepEqual(marked(`it was ${word} then`), [], word)
    })

  test('stay passed over in a row, and however many spaces are between them', () => {
    assert.deepEqual(marked('he saw Jay  Mercer'), [])
    assert.deepEqual(marked('on Friday \t May 1st'), [])
  })
})

suite('the first word of a sentence', () => {
  test('alone is passed over after a full stop, a new line or a quotation mark, and is not elsewhere', () => {
    assert.deepEqual(marked('Later. Callum came'), [])
    assert.deepEqual(marked('nobody left\nCallum came'), [])
    assert.deepEqual(marked('nobody left \n  Callum came'), [])
    assert.deepEqual(marked('\nCallum came'), [])
    assert.deepEqual(marked('“Callum came'), [])
    assert.deepEqual(marked('then, Callum came'), ['Callum'])
    assert.deepEqual(marked('then\tCallum came'), ['Callum'])
  })

  test('is marked when it is all of a line, however lines end', () => {
    assert.deepEqual(marked('with:\nCallum\nthen'), ['Callum'])
    assert.deepEqual(marked('with:\r\nCallum\r\nthen'), ['Callum'])
    assert.deepEqual(marked('with:\nCallum, then'), [])
  })
})

suite('names are compared', () => {
  test('whole without their spaces, their case or whose something is', () => {
    assert.equal(plainName('  Jordan \t Smith’s '), 'jordan smith')
    assert.equal(plainName("Jordan's"), 'jordan')
    assert.equal(plainName('D’Souza'), 'd’souza')
    assert.equal(plainName('O’Shea’s'), 'o’shea')
  })

  test('word by word, in small letters, and what is not there gives none', () => {
    assert.deepEqual(wordsOf('Jay  (JJ) Mercer-O’Neil', undefined, 'Žofie'), [
      'jay',
      'jj',
      'mercer-o’neil',
      'žofie',
    ])
    assert.deepEqual(wordsOf(undefined, '', ' '), [])
  })

  test('and nothing is sought where nothing was typed', () => {
    assert.deepEqual(placesOf('', 'a text'), [])
    assert.deepEqual(placesOf('  ', 'a text'), [])
    assert.deepEqual(placesOf(' Text ', 'a text, TEXT'), [
      { from: 2, to: 6 },
      { from: 8, to: 12 },
    ])
  })
})

suite('a passage that may name somebody', () => {
  const one: Passage = {
    ...passage('x'),
    lines: [
      { field: 'Text', text: 'with Tyler Boothe' },
      { field: 'Text', text: 'and Tyler Boothe' },
    ],
  }
  const withheld = (line: number, from: number, to: number): Said => ({
    kind: 'withheld',
    passage: one.id,
    part: { line, from, to },
    ...why,
  })
  const names = (...said: readonly Said[]) => standing([one], ...said)[0]?.names

  test('says where, by line and place', () =>
    assert.deepEqual(names(), [
      { line: 0, from: 5, to: 17 },
      { line: 1, from: 4, to: 16 },
    ]))

  test('is looked at until all of each name is withheld, on its own line', () => {
    assert.deepEqual(names(withheld(0, 5, 17)), [{ line: 1, from: 4, to: 16 }])
    assert.deepEqual(names(withheld(0, 0, 99), withheld(1, 0, 99)), [])
    for (const short of [withheld(0, 6, 17), withheld(0, 5, 16), withheld(0, 0, 5), withheld(2, 0, 99)])
      assert.equal(names(short)?.length, 2)
    const { id: passage } = one
    assert.equal(names({ kind: 'withheld', passage, ...why })?.length, 2)
  })

  test('has each place withheld once: what is covered is not withheld again, and what is not is', () => {
    const again = (...said: readonly Said[]) =>
      withholdWords(standing([one], ...said), 'Tyler Boothe', why).map(
        (act) => act.kind === 'withheld' && act.part,
      )
    const [first, second] = [
      { line: 0, from: 5, to: 17 },
      { line: 1, from: 4, to: 16 },
    ]
    assert.deepEqual(again(), [first, second])
    assert.deepEqual(again(withheld(0, 5, 17)), [second])
    for (const short of [withheld(0, 6, 17), withheld(0, 5, 16), withheld(0, 0, 4), withheld(2, 0, 99)])
      assert.deepEqual(again(short), [first, second])
  })

  test('has nothing withheld where it cannot be read', () => {
    const unread = passage('With Tyler Boothe', cast.police, 'police-intelligence')
    assert.deepEqual(withholdWords(standing([unread]), 'here', why), [])
  })
})

test('nothing is exported while somebody is to be asked, was asked, or a name is to be looked at', () => {
  const own = passage('All is well')
  const [ask, asked] = [passage('well', cast.carer), passage('not well', cast.carer)]
  const name = passage('with Tyler Boothe')
  const all = standing([own, ask, asked, name], { kind: 'asked', passage: asked.id, whom: 'By telephone' })
  assert.deepEqual(
    undecided(all).map((one) => one.standing),
    ['ask-them', 'asked', 'names-to-look-at'],
  )
  assert.equal(council.id, own.by.organisation)
})

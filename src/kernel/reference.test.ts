import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseReference, referenceFrom } from './reference.ts'

const alphabet = Array.from('23456789CDFHJKMNPQRTWXY')
const places = [0, 1, 2, 3, 4, 5, 6, 7]
const eightBytes = fc.uint8Array({ minLength: 8, maxLength: 16 })

/** For each place and character a sound reference that has it there: found by typing every check character. */
function soundReferences(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [spread, character] of alphabet.entries()) {
    for (const place of places.slice(0, 7)) {
      const body = places
        .slice(0, 7)
        .map((at) => (at === place ? character : alphabet[(at * 5 + spread) % 23]))
      const sound = alphabet
        .map((check) => parseReference([...body, check].join('')))
        .filter((r) => r !== undefined)
      assert.equal(sound.length, 1, 'exactly one check character fits')
      const reference = sound[0]!.replace('-', '')
      found.set(`${place}${character}`, reference)
      found.set(`7${reference.at(7)!}`, reference)
    }
  }
  return found
}
const sound = soundReferences()

test('a reference reads back as itself', () => {
  fc.assert(
    fc.property(eightBytes, (bytes) => {
      const reference = referenceFrom(bytes)
      assert.match(reference, /^[2-9CDFHJKMNPQRTWXY]{4}-[2-9CDFHJKMNPQRTWXY]{4}$/)
      assert.equal(parseReference(reference), reference)
    }),
  )
})

test('the same bytes always give the same reference', () => {
  assert.equal(referenceFrom(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8])), 'Q86J-J9MD')
  assert.equal(referenceFrom(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9])), 'Q86J-J9MD')
})

test('case, spaces and hyphens are forgiven', () => {
  const reference = referenceFrom(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]))
  const bare = reference.replace('-', '')
  for (const typed of [
    bare,
    bare.toLowerCase(),
    ` ${Array.from(bare).join(' ')}\n`,
    reference.replace('-', ' – '),
  ]) {
    assert.equal(parseReference(typed), reference)
  }
})

test('every character at every place has a sound reference to be tried on', () => {
  assert.equal(sound.size, 8 * 23)
})

test('any single wrong character is caught: every place, every pair of characters', () => {
  let tried = 0
  for (const [where, reference] of sound) {
    const place = Number(where[0])
    for (const wrong of alphabet.filter((character) => character !== reference[place])) {
      const typed = reference.slice(0, place) + wrong + reference.slice(place + 1)
      assert.equal(parseReference(typed), undefined, `${reference} typed ${typed}`)
      tried += 1
    }
  }
  assert.equal(tried, 8 * 23 * 22)
})

test('any swap of two neighbours is caught: every place, every pair of characters', () => {
  let tried = 0
  for (const place of places.slice(0, 7)) {
    for (const left of alphabet) {
      for (const right of alphabet.filter((character) => character !== left)) {
        const reference = withPair(place, left, right)
        const typed = reference.slice(0, place) + right + left + reference.slice(place + 2)
        assert.equal(parseReference(typed), undefined, `${reference} typed ${typed}`)
        tried += 1
      }
    }
  }
  assert.equal(tried, 7 * 23 * 22)
})

/** A sound reference with these two side by side; one other character is tried until the sum comes out. */
function withPair(place: number, left: string, right: string): string {
  const free = place === 0 ? 7 : 0
  for (const filler of alphabet) {
    const typed = places.map((at) =>
      at === place ? left : at === place + 1 ? right : at === free ? filler : '7',
    )
    if (parseReference(typed.join('')) !== undefined) return typed.join('')
  }
  return assert.fail('no filler fits')
}

test('what is too short, too long or has a character of no reference is none', () => {
  for (const text of [
    '',
    '7F3K',
    '7F3K-2Q9',
    '7F3K-2Q9XX',
    '0F3K-2Q9X',
    'OF3K-2Q9X',
    '7F3K_2Q9X',
    '😀F3K-2Q9X',
  ]) {
    assert.equal(parseReference(text), undefined, text)
  }
})

test('fewer than eight bytes are a defect', () => {
  assert.throws(() => referenceFrom(new Uint8Array(7)), {
    name: 'RangeError',
    message: 'a reference takes eight bytes, not 7',
  })
})

test('every bit of the first eight bytes matters, so that two references are rarely the same', () => {
  const zero = referenceFrom(new Uint8Array(8))
  for (let bit = 0; bit < 64; bit += 1) {
    const bytes = new Uint8Array(8)
    bytes[Math.floor(bit / 8)] = 1 << (bit % 8)
    assert.notEqual(referenceFrom(bytes), zero)
  }
})

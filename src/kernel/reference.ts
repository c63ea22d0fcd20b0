/**
 * What people say on the telephone and write in a text: eight characters, random, saying nothing. No two of them look
 * alike on a screen or in handwriting (no 0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V), no vowel can make a word, and there are
 * twenty-three, a prime, so that a weighted sum catches every single wrong character and every swap of two.
 */
const alphabet = '23456789CDFHJKMNPQRTWXY'
const size = alphabet.length
const length = 8

/** Takes at least eight random bytes (RangeError on fewer) and gives '7F3K-2Q9X', the last character being the check. */
export function referenceFrom(bytes: Uint8Array): string {
  if (bytes.length < 8) throw new RangeError(`a reference takes eight bytes, not ${bytes.length}`)
  let left = bytes.slice(0, 8).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const places: number[] = []
  while (places.length < length - 1) {
    places.push(Number(left % BigInt(size)))
    left /= BigInt(size)
  }
  // The check's own weight is one, so it is what brings the sum to nothing.
  places.push((size - weightedSum(places)) % size)
  return grouped(places)
}

/** Forgives case, spaces and hyphens; undefined when a character is wrong, missing or swapped. */
export function parseReference(text: string): string | undefined {
  const typed = text.toUpperCase().replace(/[\s\p{Dash_Punctuation}]/gu, '')
  const places = Array.from(typed, (character) => alphabet.indexOf(character))
  const sound = places.length === length && !places.includes(-1) && weightedSum(places) === 0
  return sound ? grouped(places) : undefined
}

/** Weights 8 to 1: all different and below the prime, which is why no swap cancels out. */
function weightedSum(places: readonly number[]): number {
  return places.reduce((sum, place, index) => sum + place * (length - index), 0) % size
}

function grouped(places: readonly number[]): string {
  const text = places.map((place) => alphabet.charAt(place)).join('')
  return `${text.slice(0, 4)}-${text.slice(4)}`
}

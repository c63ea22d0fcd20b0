/** A stretch of a text: from a place up to another, in UTF-16 code units. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Words that begin with a capital and name nobody. */
const nobody = new Set(
  (
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August ' +
    'September October November December Mr Mrs Ms Miss Dr PC PS Sgt English GMT BST Police Council House Home Street ' +
    'Road Lane Avenue School Hospital Station I'
  )
    .toLowerCase()
    .split(' '),
)

/**
 * Where a text may name somebody else, for a person to look at: words with a capital letter that are not of the child, of
 * those who wrote the record or of what everybody knows. One word alone at the start of a sentence is passed over. It
 * finds no name in small letters, and decides nothing.
 */
export function possibleNames(text: string, known: ReadonlySet<string>): readonly Stretch[] {
  const found: Stretch[] = []
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}-])\p{Lu}[\p{L}\p{M}'’-]*(?:[ \t]+\p{Lu}[\p{L}\p{M}'’-]*)*/gu,
  )) {
    const [words] = match
    const strangers = words.split(/[ \t]+/).filter((word) => !isKnown(word, known))
    if (strangers.length === 0) continue
    if (!/[ \t]/.test(words) && startsSentence(text, match.index)) continue
    found.push({ from: match.index, to: match.index + words.length })
  }
  return found
}

/** Words of names, as `possibleNames` compares them. */
export function wordsOf(...names: readonly (string | undefined)[]): readonly string[] {
  return names
    .flatMap((name) => (name ?? '').toLowerCase().split(/[^\p{L}\p{M}'’-]+/u))
    .filter((word) => word !== '')
}

/** Every place at which these words stand, whatever their case. */
export function placesOf(words: string, text: string): readonly Stretch[] {
  const escaped = words.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  if (escaped === '') return []
  return [...text.matchAll(new RegExp(escaped, 'giu'))].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
}

function isKnown(word: string, known: ReadonlySet<string>): boolean {
  const plain = word.toLowerCase().replace(/['’]s$/, '')
  return nobody.has(plain) || known.has(plain)
}

function startsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:;“"‘(\n]\s*)$/u.test(text.slice(0, at))
}

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
 * those who wrote the record or of what everybody knows. One word alone at the start of a sentence is passed over, but
 * not one that is all of a line. It finds no name in small letters, and decides nothing.
 */
export function possibleNames(text: string, known: ReadonlySet<string>): readonly Stretch[] {
  const found: Stretch[] = []
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}-])\p{Lu}[\p{L}\p{M}'’-]*(?:[ \t]+\p{Lu}[\p{L}\p{M}'’-]*)*/gu,
  )) {
    const [words] = match
    const strangers = words.split(/[ \t]+/).filter((word) => !isKnown(word, known))
    const [from, to] = [match.index, match.index + words.length]
    if (strangers.length === 0 || known.has(plainName(words))) continue
    if (!/[ \t]/.test(words) && startsSentence(text, from) && !isLine(text, from, to)) continue
    found.push({ from, to })
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

/** Whether no letter or digit stands beside it. */
export function standsAlone({ from, to }: Stretch, text: string): boolean {
  return !/[\p{L}\p{N}]$/u.test(text.slice(0, from)) && !/^[\p{L}\p{N}]/u.test(text.slice(to))
}

/** A whole name, as `possibleNames` compares it. */
export function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[ \t]+/g, ' ')
    .replace(/['’]s$/, '')
}

function isKnown(word: string, known: ReadonlySet<string>): boolean {
  const plain = plainName(word)
  return nobody.has(plain) || known.has(plain)
}

function startsSentence(text: string, at: number): boolean {
  let before = at - 1
  for (; before >= 0 && /\s/u.test(text.charAt(before)); before--)
    if (text.charAt(before) === '\n') return true
  return at === 0 || (before >= 0 && '.!?:;“"‘('.includes(text.charAt(before)))
}

function isLine(text: string, from: number, to: number): boolean {
  return ['', '\n'].includes(text.charAt(from - 1)) && ['', '\n', '\r'].includes(text.charAt(to))
}

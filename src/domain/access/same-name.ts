/** Whether two names may be one person's. For somebody who is known by a name alone and is to be kept out where it fits:
    case, accents, signs and the order do not count, nor what one of them leaves out, and an initial may stand for a word.
    Names in two scripts are not compared. */
export function mayBeTheSame(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return a.join('') === b.join('') || short.every((word) => long.some((its) => stands(word, its)))
}

function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’ʼ`]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

function stands(word: string, other: string): boolean {
  const [short, long] = word.length <= other.length ? [word, other] : [other, word]
  return short === long || (short.length === 1 && long.startsWith(short))
}

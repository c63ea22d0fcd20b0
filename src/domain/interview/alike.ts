import type { EffectiveOf } from '../episode/state.ts'
import type { NamedKind, Subject } from '../episode/finding-bodies.ts'
import { learnedOf } from './so-what.ts'

/** Somebody or something that a finding is about. */
type Named = Extract<Subject, { readonly kind: NamedKind }>

/** Whether two may be the same one: a question for a person, never an answer. Numbers and addresses are held against each
    other without their blanks; people and places by the words of their names, however they are ordered. */
export function mayBeOne(a: Named, b: Named): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'person' || a.kind === 'place') return shareAName(wordsOf(a.name), wordsOf(b.name))
  const [one, other] = [plain(a), plain(b)]
  return one !== '' && one === other
}

/** What a finding names, where it names somebody or something and the reader reads it. */
export function namedIn(finding: EffectiveOf<'finding-recorded'>): Named | undefined {
  const what = learnedOf(finding)?.what
  return what === undefined || what.kind === 'factor' ? undefined : what
}

/** `07700 900 123` is `+44 7700 900123`; `ab12 cde` is `AB12CDE`; `@Jay.K` is `jayk`. */
function plain({ kind, name }: Named): string {
  const bare = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return kind === 'telephone' ? bare.replace(/^(?:00)?44(?:0)?(?=\d{9,})/, '0') : bare
}

/** Words that stand in many names and tell nobody apart. */
const common = new Set([
  ...['a', 'an', 'the', 'of', 'at', 'in', 'on', 'by', 'and', 'mr', 'mrs', 'ms', 'his', 'her', 'their'],
  ...['house', 'flat', 'road', 'street', 'man', 'woman', 'boy', 'girl', 'friend', 'called', 'known', 'as'],
])

function wordsOf(name: string): readonly string[] {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .match(/[\p{L}\p{N}]+/gu)
  return (words ?? []).filter((word) => !common.has(word))
}

/** Every telling word of the shorter name stands in the longer, or is one letter from a word of it. */
function shareAName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length > 0 && short.every((word) => long.some((other) => isNear(word, other)))
}

/** The same, or of four letters or more and one letter changed, left out or added. */
function isNear(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 4 || long.length - short.length > 1) return false
  let from = 0
  while (from < short.length && short[from] === long[from]) from += 1
  return long.slice(from + 1) === short.slice(long.length === short.length ? from + 1 : from)
}

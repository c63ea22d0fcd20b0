import type { EntryType } from './entries.ts'

/** What stands in the place of another child's name for whoever may not read it. */
const anotherChild = 'another child'

/** The texts in which an entry may name another child. Nothing else of an entry is changed by a name. */
const texts: Readonly<Partial<Record<EntryType, readonly string[]>>> = {
  'action-taken': ['action', 'outcome'],
  'reported-missing': ['account'],
  answered: ['text'],
  'information-received': ['from', 'text', 'place'],
  'meeting-held': ['attended', 'decided', 'cause', 'support', 'parts'],
  located: ['seenBy', 'howKnown', 'inChargeOf', 'where'],
  returned: ['to', 'condition'],
  'prevention-check-done': ['where', 'said', 'offences'],
  'note-added': ['text'],
  'entry-corrected': ['reason', 'evidence'],
}

/** Whether a person is asked, of such an entry, which other children it names. */
export function mayNameOthers(type: EntryType): boolean {
  return texts[type] !== undefined && type !== 'entry-corrected'
}

export function textsThatName(type: string): readonly string[] {
  return texts[type as EntryType] ?? []
}

/** The text without these names. A whole name goes however it is written; of its parts, each word that is written as it
    stands in the name, so that "Will" goes and "will" stays. */
export function withoutNames(text: string, names: readonly string[]): string {
  const whole = names.map((name) => name.trim()).filter((name) => name !== '')
  const longestFirst = whole.toSorted((a, b) => b.length - a.length)
  const parts = longestFirst.flatMap((name) => name.split(/\s+/).filter((part) => part.length > 1))
  const without = longestFirst.reduce((left, name) => left.replace(standing(name, 'giu'), anotherChild), text)
  return parts.reduce((left, part) => left.replace(standing(part, 'gu'), anotherChild), without)
}

/** A word, or words with any blanks between them, that is no part of a longer word. */
function standing(words: string, flags: string): RegExp {
  const literal = words.split(/\s+/).map((word) => RegExp.escape(word))
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal.join('\\s+')}(?![\\p{L}\\p{N}])`, flags)
}

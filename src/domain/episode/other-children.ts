import type { EntryType } from './entries.ts'

/** What stands in the place of another child's name for whoever may not read it. */
const anotherChild = 'another child'

/** The texts in which an entry may name another child. Nothing else of an entry is changed by a name. */
const texts: Readonly<Partial<Record<EntryType | 'detail-known', readonly string[]>>> = {
  'action-taken': ['action', 'outcome'],
  'reported-missing': ['account'],
  answered: ['text'],
  'information-received': ['from', 'text', 'place'],
  'meeting-held': ['invited', 'attended', 'shared', 'decided', 'cause', 'support', 'parts'],
  'enquiry-begun': ['into'],
  'enquiry-saw-child': ['where', 'whyNotAlone'],
  'enquiry-concluded': ['reason'],
  'read-by-reviewing-officer': ['view'],
  'review-called': ['reason'],
  located: ['seenBy', 'howKnown', 'inChargeOf', 'where'],
  returned: ['to', 'condition'],
  'homecoming-agreed': ['who', 'how', 'otherwise'],
  'child-welcomed': ['food', 'rest', 'medical', 'evidence', 'tonight'],
  'conversation-held': ['with', 'said', 'agreed'],
  'prevention-check-done': ['where', 'withWhom', 'said', 'offences', 'whoHadThem'],
  'carers-account-taken': ['from', 'account'],
  'told-now': ['passage'],
  'passage-shared': ['passage', 'wished'],
  'note-added': ['text'],
  'detail-known': ['detail', 'suppliedBy'],
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
  const parts = whole.flatMap((name) => name.split(/\s+/).filter((part) => part.length > 1))
  return text.replace(standing(whole, 'giu'), anotherChild).replace(standing(parts, 'gu'), anotherChild)
}

/** Any of these, with whatever blanks between their words, that is no part of a longer word. One expression for all of
    them: however many there are, the text is gone through once. */
function standing(words: readonly string[], flags: string): RegExp {
  const literally = [...new Set(words)]
    .toSorted((a, b) => b.length - a.length)
    .map((one) =>
      one
        .split(/\s+/)
        .map((word) => RegExp.escape(word))
        .join('\\s+'),
    )
  const any = literally.length === 0 ? '(?!)' : literally.join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, flags)
}

/** How many names an entry may name, and how long each may be, in characters. */
export const mostNames = 20
export const longestName = 100

import type { EditionRef, EntryType } from '../episode/entries.ts'
import type { Entry, EntryId, Means } from '../episode/entry.ts'
import type { Correction, EffectiveEntry, EffectiveOf } from '../episode/state.ts'
import { entryInWords } from '../episode/words.ts'

/** What a subject's own record holds that a clause may ask about, beside what an episode holds. It has no stages and no
    end: what begins there is owed until it is met. The register of Care adds its own here. */
export interface OwnBodies {
  /** What the child wrote, to the letter. */
  'child-wrote': {
    readonly words: string
    /** They said that somebody is hurting them, or that they are not safe now. */
    readonly notSafe?: boolean
    /** Of the area and of the council: no duty is without one, and a later edition changes none that runs. */
    readonly editions: readonly EditionRef[]
  }
  /** What the child was told, at the moment at which they were told it. */
  'child-answered': { readonly wrote: EntryId; readonly answer: string; readonly means: Means }
}

export type OwnType = keyof OwnBodies

const own: Readonly<Record<OwnType, true>> = { 'child-wrote': true, 'child-answered': true }
export const ownTypes = Object.keys(own) as readonly OwnType[]

export type OwnEntryOf<T extends OwnType> = Entry<T, OwnBodies[T]> & {
  readonly corrections: readonly Correction[]
}
export type OwnEntry = { [T in OwnType]: OwnEntryOf<T> }[OwnType]

/** An entry of either kind of record. */
export type RecordType = EntryType | OwnType
export type RecordEntry = EffectiveEntry | OwnEntry
export type RecordOf<T extends RecordType> = T extends OwnType
  ? OwnEntryOf<T>
  : T extends EntryType
    ? EffectiveOf<T>
    : never

export function isOwnType(type: string): type is OwnType {
  return Object.hasOwn(own, type)
}

const ownWords: Readonly<Record<OwnType, string>> = {
  'child-wrote': 'the child’s message',
  'child-answered': 'the answer to the child',
}

/** What an entry is called inside a sentence: "4 hours from the child’s message at 22:40". */
export function recordInWords(type: RecordType): string {
  return isOwnType(type) ? ownWords[type] : entryInWords(type)
}

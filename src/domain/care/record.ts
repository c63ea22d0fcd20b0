import type { LondonDate } from '../../kernel/london.ts'
import type { Within } from '../../kernel/within.ts'
import type { Entry, EntryId, NewEntry, Occurred } from '../episode/entry.ts'
import type { Role } from '../episode/roles.ts'

/** How Care was, each in words and never a score: attentive, responsible, competent and responsive (after Tronto). What
    nobody said is left out. */
export const qualities = ['attentive', 'responsible', 'competent', 'responsive'] as const
export type Quality = (typeof qualities)[number]

/** What a child says of a strand. */
export const childsWordsOnCare = ['was-there', 'was-not', 'not-as-it-should-be'] as const
export type ChildsWordOnCare = (typeof childsWordsOnCare)[number]

export interface AuditAnswer {
  readonly question: string
  /** As it was asked: later editions rewrite nothing. */
  readonly asked: string
  readonly answer: 'yes' | 'no' | 'not-known'
  readonly words?: string
}

/** The body of every entry of the record of a child's Care, a stream of its own beside the child's. */
export interface CareBodies {
  /** Somebody saw that a strand was there. */
  'care-seen': {
    readonly strand: string
    /** Who was there, in words. */
    readonly who: string
    readonly inPerson?: boolean
    /** Care that the child did not see is Care somewhere else. */
    readonly childSaw?: boolean
    /** What the child says when they are asked; left out where nobody asked. */
    readonly childSays?: ChildsWordOnCare
    readonly how?: Readonly<Partial<Record<Quality, string>>>
    /** Where it came from, if not from a person at a form: the name of a feed. */
    readonly source?: string
    readonly childsWords?: string
  }
  /** The child's own word outranks the record, and both are kept. */
  'care-childs-word': {
    readonly strand: string
    readonly word: ChildsWordOnCare
    readonly words?: string
  }
  /** What the child themself calls care, and how often: a strand of their own. */
  'care-named': { readonly title: string; readonly within: Within; readonly holder: Role }
  'care-named-ended': { readonly named: EntryId; readonly why: string }
  /** The child's own plan asks for a strand more often than the edition does. Another agreement takes over from it. */
  'care-cadence-agreed': { readonly strand: string; readonly within: Within; readonly why: string }
  /** Another agreement takes over from it, and both stay on record. */
  'care-plan-agreed': {
    /** How Care is kept, what is done when it goes missing, and what is done after it is back. */
    readonly keep: string
    readonly ifMissing: string
    readonly after: string
    readonly reviewBy: LondonDate
    readonly childsWords?: string
  }
  /** Whether a place gives care or support, asked of the place where this child lives. */
  'care-audited': {
    readonly setting: string
    readonly edition: string
    readonly answers: readonly AuditAnswer[]
  }
  'entry-corrected': {
    readonly corrects: EntryId
    readonly occurred?: Occurred
    readonly changes?: Readonly<Record<string, unknown>>
    readonly reason: string
  }
  'recorded-in-error': {
    readonly scope: { readonly kind: 'entry'; readonly entry: EntryId }
    readonly reason: string
  }
}

export type CareEntryType = keyof CareBodies
export type CareEntry = { [T in CareEntryType]: Entry<T, CareBodies[T]> }[CareEntryType]
export type CareEntryOf<T extends CareEntryType> = Extract<CareEntry, { readonly type: T }>
export type NewCareEntry = { [T in CareEntryType]: NewEntry<T, CareBodies[T]> }[CareEntryType]
export type CareStream = readonly CareEntry[]

/** Version of the shape that this code writes, by type. A test reads one stored example of every version. */
export const careEntryVersions: Readonly<Record<CareEntryType, number>> = {
  'care-seen': 1,
  'care-childs-word': 1,
  'care-named': 1,
  'care-named-ended': 1,
  'care-cadence-agreed': 1,
  'care-plan-agreed': 1,
  'care-audited': 1,
  'entry-corrected': 1,
  'recorded-in-error': 1,
}

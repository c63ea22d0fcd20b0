import type { Within } from '../../kernel/within.ts'
import type { Means } from './entry.ts'
import type { Role } from './roles.ts'

type YesNoUnknown = 'yes' | 'no' | 'not-known'

/** One expected part of a child's Care that is missing, as the edition of expected Care said it on that day. */
export interface MissingStrand {
  readonly code: string
  readonly title: string
  /** Whose part it is. They never run the search for it, nor does anyone they manage. */
  readonly heldBy: Role
  /** What is tried first, and for how long it is reasonable to try. */
  readonly actions: readonly string[]
  readonly time: Within
}

/** What is missing, and what was asked before anything else. */
export interface CareMissing {
  readonly strands: readonly MissingStrand[]
  /** The edition of expected Care that they are taken from. */
  readonly edition: string
  /** Is anyone in danger, hurt or afraid? Care that is missing is looked for beside that, never instead. */
  readonly danger: YesNoUnknown
  /** Somebody who works with children is said to have harmed a child. */
  readonly harmByWorker: boolean
  /** Somebody wishes to complain. */
  readonly complaint: boolean
}

/** What a concern about Care says more than one about a child. What is said of a home, and the child's own words, are kept
    apart. */
export interface CareSaid {
  readonly care?: CareMissing
  readonly why?: string
  readonly aboutSetting?: string
  readonly childsAccount?: string
}

/** The child says that it has not come back: then it has not, whatever anybody else saw. */
export function isBackByTheChild({ childSays }: CareBodies['care-returned']): boolean {
  return childSays !== 'no'
}

/** Care that is missing: reported, found, back, and what follows with the child. */
export interface CareBodies {
  /** Whoever must act was told, in person: nobody is told by the entry itself. */
  'care-reported-missing': {
    readonly to: Role
    readonly who: string
    readonly means: Means
    readonly account?: string
  }
  /** It is somewhere else than it was expected: seen, known to be it, and not yet with the child. */
  'care-located': { readonly seenBy: string; readonly howKnown: string; readonly where: string }
  'care-returned': {
    readonly seenBy: string
    readonly how: string
    readonly childSays: YesNoUnknown
    readonly childsWords?: string
  }
  /** With the child, by somebody who does not hold what was missing, and whom the child may choose. */
  'care-conversation-held': {
    readonly with: string
    readonly chosenByChild: boolean
    readonly holdsIt: boolean
    /** Whether they suffered significant harm while Care was away. */
    readonly harm: YesNoUnknown
    /** What happened meanwhile, in the child's own words. */
    readonly whileAway?: string
    /** What helps to find it if it goes missing again, in the child's own words. */
    readonly whatHelps?: string
  }
  /** How what was broken is put right with the child. */
  'care-repair-agreed': { readonly what: string; readonly by: string }
  /** The plan for this child's Care. */
  'care-prevention-agreed': {
    readonly keep: string
    readonly ifMissing: string
    readonly afterwards: string
  }
}

export type CareType = keyof CareBodies

const ofCare: Readonly<Record<CareType, true>> = {
  'care-reported-missing': true,
  'care-located': true,
  'care-returned': true,
  'care-conversation-held': true,
  'care-repair-agreed': true,
  'care-prevention-agreed': true,
}

export function isCareType(type: string): type is CareType {
  return Object.hasOwn(ofCare, type)
}

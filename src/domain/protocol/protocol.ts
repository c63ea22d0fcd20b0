import type { LondonDate } from '../../kernel/london.ts'
import type { Within } from '../../kernel/within.ts'
import type { RiskLevel } from '../episode/entries.ts'
import type { Role } from '../episode/roles.ts'
import type { Stage } from '../episode/state.ts'
import type { RecordType } from './own-record.ts'

/** Where a clause comes from. What is not verified is shown as unverified and can be set. */
export interface Source {
  readonly document: string
  readonly verified: boolean
  /** The document names the act and gives no time for it: the time is a setting, and shown as unverified. */
  readonly interval?: 'setting'
  readonly note?: string
}

/** An entry of the chronology, or of the subject's own record, by type, by fields of its body and by the role that wrote it. A field must equal the
    value, or one of the values; a dotted name reads inside a field: `told.kind`. `returned` is a return to a place of
    safety, unless `placeOfSafety` is named. */
export interface Evidence {
  readonly entry: RecordType
  readonly where?: Readonly<Record<string, FieldValue | readonly FieldValue[]>>
  readonly by?: Role
}

export type FieldValue = string | boolean

/** What sets a duty going. A lapse is an obligation with a future start, unless an entry prevents it. With `given`,
    only where each of those had happened by then: a return is checked by police when police had been told. */
export type Start =
  | {
      readonly kind: 'entry'
      readonly evidence: Evidence
      readonly each: boolean
      readonly given?: readonly Evidence[]
    }
  | {
      readonly kind: 'lapse'
      readonly after: Evidence
      readonly lapse: Within
      readonly unless: readonly Evidence[]
    }
  | { readonly kind: 'stage'; readonly stage: Stage }

export const statuses = ['not-known', 'in-need', 'protection-plan', 'looked-after'] as const
export type Status = (typeof statuses)[number]

/** For whom a clause is meant. Every part that is given must hold; none given means everyone. A part can only add a
    duty: nothing here can retime, cancel or lower one, least of all what happened before. */
export interface Condition {
  readonly status?: readonly Status[]
  readonly placedOutOfArea?: boolean
  readonly ageAtMost?: number
  readonly ageAtLeast?: number
  readonly riskAtLeast?: RiskLevel
  readonly nthEpisode?: { readonly atLeast: number; readonly withinDays: number }
  readonly subject?: 'child' | 'care'
}

/** How long. `reasonable-time` is read from the edition's ceilings and the child's plan; `set-by-entry` is a moment
    that the starting entry itself names: a review that the grader set, the time by which a child is to be brought home. */
export type Length =
  | {
      readonly kind: 'within'
      readonly within: Within
      /** Counted from the last of these that had happened when what the starting entry answers happened: a conference
          from the strategy meeting that decided on the enquiry, whenever that ends. Where there was none, from what is
          answered. */
      readonly countedFrom?: Evidence
    }
  | { readonly kind: 'reasonable-time' }
  | { readonly kind: 'set-by-entry'; readonly field: 'nextReview' | 'byWhen' }

/** What meets a duty. A keeper is met only by leaving its stage. */
export type Met =
  | { readonly kind: 'entry'; readonly anyOf: readonly Evidence[] }
  | { readonly kind: 'everyone-told'; readonly about: 'location' | 'return' | 'void' }
  | { readonly kind: 'leaving' }

/** Whom to tell when a duty is silent: so long after it was due. */
export interface Rung {
  readonly after: Within
  readonly tell: Role
}

/** One obligation that the protocol lays on an episode. */
export interface Clause {
  readonly duty: string
  readonly title: string
  readonly keeper: boolean
  readonly starts: Start
  readonly for: Condition
  readonly owedBy: Role
  /** The field in which the starting entry itself names the role that owes it: an action that was agreed. Where it names
      none, `owedBy` does. */
  readonly ownerNamed?: 'owner'
  /** By whom it must be done, where that matters. An entry by anyone else leaves it open. */
  readonly doneBy?: Role
  readonly length: Length
  readonly met: Met
  readonly discharged: readonly Evidence[]
  readonly cancelled: readonly Evidence[]
  readonly ifSilent: readonly Rung[]
  readonly source: Source
  /** A clause that a partnership has switched off stays in its edition and lays no duty. */
  readonly on: boolean
}

/** The longest a carer may look before reporting becomes a duty, by age and hour. A plan may shorten it. */
export interface ReasonableTime {
  readonly ageAtMost?: number
  /** London hours, half open, may pass midnight: 22 to 6. */
  readonly fromHour?: number
  readonly toHour?: number
  readonly within: Within
  readonly source: Source
}

/** Who leads the search where this role holds what is missing: never the holder, nor anyone they manage. */
export interface SearchLead {
  readonly heldBy: Role
  readonly ledBy: Role
  readonly source: Source
}

export interface Edition {
  readonly protocol: string
  readonly edition: string
  readonly title: string
  readonly owner: string
  readonly adoptedBy: string
  /** Half open, London dates: in force from the first moment of `from` until the first moment of `until`. */
  readonly from: LondonDate
  readonly until?: LondonDate
  readonly lastReviewed: LondonDate
  readonly reviewDue: LondonDate
  readonly extends?: string
  /** The partnership's own practice guidance, where it is to be read. */
  readonly practice?: { readonly title: string; readonly address: string }
  /** Whose whereabouts it is about: a child's, or their Care's. */
  readonly subject: 'child' | 'care'
  readonly searchLeads: readonly SearchLead[]
  readonly reasonableTime: readonly ReasonableTime[]
  readonly clauses: readonly Clause[]
}

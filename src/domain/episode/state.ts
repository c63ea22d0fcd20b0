import type { Moment } from '../../kernel/moment.ts'
import type { Authorisation, EntryOf, EntryType, EpisodeEntry, RiskLevel, Whereabouts } from './entries.ts'
import type { EntryId, Occurred } from './entry.ts'

/** How far the partnership has got. `concern` lasts until the question of worry is answered "not now"
    (then `searching`) or police have been told (then `reported`). */
export const responses = ['concern', 'searching', 'reported', 'returned', 'closed'] as const
export type Response = (typeof responses)[number]
/** A stage is a response that someone must hold: every one but the last. */
export type Stage = Exclude<Response, 'closed'>

/** One correction that has been applied or waits for a second person. */
export interface Correction {
  readonly entry: EntryId
  readonly before: Occurred
  readonly after: Occurred
  readonly reason: string
  readonly evidence?: string
  readonly recorded: Moment
  readonly standing: 'applied' | 'awaiting-second'
  readonly confirmedBy?: string
}

/** An entry as it now stands: corrections applied, the trail kept. Voided entries are not among them. */
export type EffectiveEntry = EpisodeEntry & { readonly corrections: readonly Correction[] }
export type EffectiveOf<T extends EntryType> = EntryOf<T> & { readonly corrections: readonly Correction[] }

/** A span of the episode in one response. `until` is absent for the span that lasts. */
export interface ResponseSpan {
  readonly response: Response
  readonly from: Moment
  readonly because: EntryId
  readonly until?: Moment
  readonly endedBy?: EntryId
}

/** A spell by the statutory definitions (SSDA903): M whereabouts unknown; A known, not agreed, and concern or a telling. One may turn into the other. */
export interface Spell {
  readonly kind: 'missing' | 'away'
  readonly from: Occurred
  readonly until?: Occurred
}

/** What the record says now. Folded from the effective entries in the order in which things happened. */
export interface Episode {
  readonly raised?: EffectiveOf<'concern-raised'>
  readonly response: Response
  readonly spans: readonly ResponseSpan[]
  readonly whereabouts: Whereabouts
  readonly where?: string
  readonly authorisation: Authorisation
  readonly worriedNow: boolean
  readonly threshold?: EffectiveOf<'threshold-assessed'>
  readonly lastSeen?: Occurred
  readonly reported?: EffectiveOf<'reported-missing'>
  readonly grade?: { readonly level: RiskLevel; readonly entry: EffectiveOf<'risk-assessed'> }
  readonly located?: EffectiveOf<'located'>
  readonly returned?: EffectiveOf<'returned'>
  /** Of an episode of Care. */
  readonly careReported?: EffectiveOf<'care-reported-missing'>
  readonly careLocated?: EffectiveOf<'care-located'>
  readonly careReturned?: EffectiveOf<'care-returned'>
  readonly died: boolean
  readonly spells: readonly Spell[]
  readonly voided: boolean
  readonly openChallenges: readonly EntryId[]
  readonly sequence: number
}

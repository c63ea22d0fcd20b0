import type { LondonDate } from '../kernel/london.ts'
import type { Moment } from '../kernel/moment.ts'
import type { ChildId, EpisodeId, OrganisationId, PersonId, PostId } from '../domain/episode/entry.ts'
import type { RiskLevel } from '../domain/episode/entries.ts'
import type { Response } from '../domain/episode/state.ts'
import type { ToldByMail } from './notices.ts'
import type { CountedReturn } from './projections/rows.ts'

/** A record that somebody opened in an emergency, as whoever reviews it reads of it. */
export interface Emergency {
  readonly id: string
  readonly child: ChildId
  readonly at: Moment
  readonly until: Moment
  readonly person: PersonId
  readonly post: PostId
  readonly reason: string
  readonly reviewed?: { readonly at: Moment; readonly by: PersonId; readonly said: string }
  /** Who of those who answer for it has said that they know of it, the first first. */
  readonly known: readonly PersonId[]
  /** Who of them is told by mail, and how that went. */
  readonly told: readonly ToldByMail[]
  /** What was read meanwhile, the first first. */
  readonly looks: readonly { readonly at: Moment; readonly what: string }[]
}

/** Something that was asked or shown, and is looked over. */
export interface ToReview {
  readonly at: Moment
  readonly child: ChildId
  readonly person: PersonId
  readonly post: PostId
  readonly text: string
}

/** One episode without a name. */
export interface Figure {
  readonly child: ChildId
  readonly episode: EpisodeId
  /** The first letter of the name. */
  readonly initial?: string
  readonly age?: number
  readonly response: Response
  readonly from: Moment
  readonly returnedAt?: Moment
  readonly risk?: RiskLevel
}

/** An episode of which a return is or was known, without a name. */
export interface CountableReturn {
  readonly child: ChildId
  readonly episode: EpisodeId
  /** The first letter of the name. */
  readonly initial?: string
  /** The visitor may read the episode itself. */
  readonly readable: boolean
  readonly counted: CountedReturn
}

/** A missing child whom a description fits: whose number is rung, and for the look who it is. */
export interface Fitting {
  readonly child: ChildId
  readonly council?: OrganisationId
  readonly raisedBy?: OrganisationId
}

/** By the reference of an episode, or by a whole name and a date of birth. */
export type OpenedBy =
  | { readonly kind: 'reference'; readonly reference: string }
  | { readonly kind: 'name'; readonly name: string; readonly bornOn: LondonDate }

export interface Described {
  readonly names: readonly string[]
  readonly age?: number
  readonly description: readonly string[]
  /** As it was typed. */
  readonly asked: string
}

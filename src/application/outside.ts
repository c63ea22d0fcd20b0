import type { LondonDate } from '../kernel/london.ts'
import type { Moment } from '../kernel/moment.ts'
import type { ChildEntry } from '../domain/child/child.ts'
import type { EpisodeEntry } from '../domain/episode/entries.ts'
import type { ChildId, EpisodeId, OrganisationId, PersonId, PostId } from '../domain/episode/entry.ts'
import type { Section } from '../domain/episode/sections.ts'
import type { RiskLevel } from '../domain/episode/entries.ts'
import type { Response } from '../domain/episode/state.ts'
import type { ReadSession } from './ports.ts'

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

/** What is asked and opened outside one's own relationships. The database keeps each time, and answers with nothing where
    the visitor may not ask. */
export interface OutsideSession extends Pick<ReadSession, 'now' | 'look'> {
  askIfMissing(described: Described): Promise<readonly Fitting[]>
  /** Undefined: there is none, more than one fits, or it stays closed to this person. They are not told apart. */
  openInEmergency(
    id: string,
    by: OpenedBy,
    sections: readonly Section[],
    reason: string,
  ): Promise<ChildId | undefined>
  /** Latest first; only those that the visitor reviews. */
  emergencies(): Promise<readonly Emergency[]>
  questions(): Promise<readonly ToReview[]>
  revealed(): Promise<readonly ToReview[]>
  reviewed(emergency: string, child: ChildId, said: string): Promise<void>
  figures(): Promise<readonly Figure[]>
  /** Undefined where the visitor has no figures of this child. */
  revealName(child: ChildId, reason: string): Promise<string | undefined>
  /** What the visitor's organisation recorded of children whom it no longer looks after, by child and stream. */
  recordedByUs(): Promise<readonly (EpisodeEntry | ChildEntry)[]>
}

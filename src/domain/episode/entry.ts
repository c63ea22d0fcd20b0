import type { Id } from '../../kernel/ids.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Role } from './roles.ts'

export type EntryId = Id<'entry'>
export type EpisodeId = Id<'episode'>
export type ChildId = Id<'child'>
/** A stream is an episode's, or a child's own. */
export type StreamId = EpisodeId | ChildId
export type PersonId = Id<'person'>
export type PostId = Id<'post'>
export type OrganisationId = Id<'organisation'>

/** How exactly the moment is known. `day` means some time on that London day; `at` is then its last moment. */
export type Precision = 'minute' | 'about' | 'day'

/** When something happened, as distinct from when it was written down. */
export interface Occurred {
  readonly at: Moment
  readonly precision: Precision
}

export const organisationKinds = [
  'council',
  'police',
  'provider',
  'health',
  'education',
  'youth-justice',
  'interview-supplier',
  'advocacy',
] as const

export type OrganisationKind = (typeof organisationKinds)[number]

/** Who wrote the entry, in which post. Names are kept as they were on that day: a record outlives a rota. */
export interface Author {
  readonly person: PersonId
  readonly name: string
  readonly post: PostId
  readonly role: Role
  readonly organisation: OrganisationId
  readonly organisationName: string
  readonly organisationKind: OrganisationKind
}

export const means = ['telephone', 'in-person', 'message', 'email', 'letter', 'system'] as const

export type Means = (typeof means)[number]

/** Recorded for another organisation: who said it, by what means. Confirmed later by an `acknowledged` entry. */
export interface ToldBy {
  readonly name: string
  readonly role?: Role
  readonly organisationName: string
  readonly means: Means
}

/** One fact. `sequence` is its place in its stream: order is sequence, never time. */
export interface Entry<Type extends string, Body> {
  readonly id: EntryId
  readonly stream: StreamId
  readonly sequence: number
  readonly type: Type
  /** Version of the shape of `body`; older shapes are upcast on reading and never rewritten. */
  readonly version: number
  readonly occurred: Occurred
  readonly recorded: Moment
  readonly by: Author
  readonly toldBy?: ToldBy
  readonly body: Body
}

/** An entry that has been decided and not yet stored: the store gives it its sequence and its recorded time. */
export type NewEntry<Type extends string, Body> = Omit<Entry<Type, Body>, 'sequence' | 'recorded' | 'stream'>

/** Names of other children that stand in the texts of an entry. They are kept apart, with the texts as they were written;
    who may not read them reads "another child" in their place. */
export interface NamesOthers {
  readonly otherChildren?: readonly string[]
}

/** How police came to know. A press of a button is not one of them. */
export type PoliceTold =
  | {
      readonly kind: 'rang'
      readonly number: string
      readonly callTaker: string
      readonly reference?: string
    }
  | { readonly kind: 'accepted'; readonly post: PostId; readonly reference?: string }

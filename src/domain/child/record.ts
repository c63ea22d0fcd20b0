import type { LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Within } from '../../kernel/within.ts'
import type {
  Author,
  ChildId,
  EntryId,
  EpisodeId,
  Means,
  Occurred,
  OrganisationId,
  PersonId,
  PostId,
  StreamId,
} from '../episode/entry.ts'
import type { Role } from '../episode/roles.ts'
import type { Section } from '../episode/sections.ts'
import type { Status } from '../protocol/protocol.ts'
import type { Photograph } from './photograph.ts'
import type { GradedPerson, HealthKind, Setting, ShutOutOf } from './child.ts'
import type { KnownDetail } from './detail.ts'
import type { HoursOwnTime } from './plan-fields.ts'
import type { PlanVersion } from './plan.ts'
import type { Span } from './span.ts'

/** Where a child lives or lived. A stay also ends where the next begins: a child lives in one place at a time. */
export interface Placement extends Span {
  readonly setting: Setting
  readonly endedWhy?: string
}

/** A post that works with this child in one role. Another allocation to that role takes over from it. */
export interface Worker extends Span {
  readonly role: Role
  readonly post: PostId
  /** Of an advocate: they read the child's words, as the child wishes. */
  readonly sharesWords?: boolean
}

export interface LookedAfter extends Span {
  readonly legalStatus?: string
}

export interface KnownConcern {
  readonly entry: EntryId
  readonly kind: 'harm' | 'place' | 'adult'
  readonly text: string
  readonly at: Moment
  readonly graded?: GradedPerson
}

export interface Plan {
  readonly entry: EntryId
  readonly reasonableTime: Within
  /** Where some hours have a time of their own. */
  readonly hours?: readonly HoursOwnTime[]
  readonly reviewBy: LondonDate
  readonly says: string
  readonly easyWords?: true
  /** Of a plan that was drafted here: which version. */
  readonly version?: number
}

/** A spell of a statutory return: days only, and never a duty. An open one is a question to the responsible council. */
export interface ImportedSpell {
  readonly entry: EntryId
  readonly kind: 'missing' | 'away'
  readonly from: LondonDate
  readonly until?: LondonDate
  readonly source: string
  readonly answer?: {
    readonly entry: EntryId
    readonly stillMissing: boolean
    readonly until?: LondonDate
    readonly episode?: EpisodeId
  }
}

export interface Identity {
  readonly name?: string
  readonly otherNames: readonly string[]
  readonly bornOn?: LondonDate
  readonly approximateAge?: number
  readonly description?: string
  readonly telephone?: string
  readonly address?: string
  readonly pronoun: 'he' | 'she' | 'they'
  readonly returnKeys: readonly string[]
}

/** The child as true at one moment and as known at another. Who they are is timeless: a name learned today was
    theirs last night. */
export interface ChildRecord extends Identity {
  readonly responsibleCouncil?: OrganisationId
  /** The council of the area where the child lives, where it is not the responsible one. */
  readonly hostCouncil?: OrganisationId
  readonly lookedAfter?: LookedAfter
  /** Never empty: `not-known` stands alone where no council has said anything. */
  readonly statuses: readonly Status[]
  readonly placement?: Placement
  /** Every stay that had begun, the first one first. */
  readonly placements: readonly Placement[]
  readonly workers: Readonly<Partial<Record<Role, Worker>>>
  readonly partners: readonly Partner[]
  /** As far as the reader may know of it: empty for most. */
  readonly shutOut: readonly ShutOut[]
  readonly restriction?: Restriction
  readonly concernsKnown: readonly KnownConcern[]
  /** Adults of whom what was said has expired: on record, and beside no grade. */
  readonly concernsExpired: readonly KnownConcern[]
  /** As far as the reader may know of it, as are the addresses. */
  readonly health: readonly HealthNeed[]
  readonly protectedAddresses: readonly ProtectedAddress[]
  /** Those that were not withdrawn, the newest first. */
  readonly photographs: readonly Photograph[]
  /** Likewise: what is known of the child for when they must be found. */
  readonly details: readonly KnownDetail[]
  /** Only a plan whose review is not past. */
  readonly plan?: Plan
  /** The last plan, where its review is past: it shortens nothing and lengthens nothing. */
  readonly lapsedPlan?: Plan
  /** Every version that was drafted here, the first one first. */
  readonly plans: readonly PlanVersion[]
  readonly spells: readonly ImportedSpell[]
  readonly access?: ChildAccess
  /** As far as the reader may know of it. The first one first. */
  readonly messages: readonly Message[]
  /** Other records of this child, joined and not undone. */
  readonly sameAs: readonly ChildId[]
}

/** An organisation that works with this child and reads for it. */
export interface Partner extends Span {
  readonly organisation: OrganisationId
}

/** A condition, a medicine or an allergy, and what happens without what it needs. */
export interface HealthNeed extends Span {
  readonly kind: HealthKind
  readonly text: string
  readonly without?: string
}

/** An address that must not be known: from whom it is kept, and why. */
export interface ProtectedAddress extends Span {
  readonly address: string
  readonly keptFrom: string
  readonly why: string
}

/** Somebody who is kept out of this record, or of a part of it. */
export interface ShutOut extends Span {
  readonly person: PersonId
  readonly name: string
  readonly scope: ShutOutOf
  readonly reason: string
  readonly reviewBy: LondonDate
}

/** Who alone may see this child. Another naming takes over from the one before. */
export interface Restriction extends Span {
  readonly named: readonly PostId[]
  readonly reason: string
  readonly reviewBy: LondonDate
}

/** The child comes in by a door of their own while this lasts. Another giving takes over from the one before. */
export interface ChildAccess extends Span {
  readonly view: string
  readonly explained: string
  readonly language: string
}

/** What the child wrote to us, and what they were told. */
export interface Message {
  readonly entry: EntryId
  readonly at: Moment
  readonly words: string
  readonly notSafe: boolean
  /** The first answer first. */
  readonly answers: readonly {
    readonly entry: EntryId
    readonly answer: string
    readonly means: Means
    readonly told: Occurred
    readonly by: Author
  }[]
}

/** The part of a child that says from whom a role is held. */
export interface Answerable extends Pick<
  ChildRecord,
  'responsibleCouncil' | 'hostCouncil' | 'placement' | 'workers'
> {
  /** Who is shut out: what they would hold passes to another. */
  readonly without?: readonly KeptOut[]
}

/** Shut out of the whole record, where neither is named; else of one episode, or of one section. */
export interface KeptOut {
  readonly person: PersonId
  readonly stream?: StreamId
  readonly section?: Section
}

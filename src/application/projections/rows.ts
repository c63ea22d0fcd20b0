import type { LondonDate } from '../../kernel/london.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Answerable as Answers } from '../../domain/child/record.ts'
import type { Authorisation, RiskLevel, Whereabouts } from '../../domain/episode/entries.ts'
import type {
  ChildId,
  EntryId,
  EpisodeId,
  OrganisationId,
  PostId,
  Precision,
  StreamId,
} from '../../domain/episode/entry.ts'
import type { Setting } from '../../domain/child/child.ts'
import type { MissingStrand } from '../../domain/episode/care-bodies.ts'
import type { Status } from '../../domain/protocol/protocol.ts'
import type { BackAsKnown } from '../../domain/patterns/as-known.ts'
import type { Role } from '../../domain/episode/roles.ts'
import type { Section } from '../../domain/episode/sections.ts'
import type { Response } from '../../domain/episode/state.ts'

/** From whom a role is held for this child: stored, because who answers at this hour is asked when a page is read. */
export interface Answerable extends Answers {
  /** Who raised the concern: where nothing is known of the child, this says whose area it is. */
  readonly raisedBy?: OrganisationId
}

/** What a list shows of a child, and what a search finds them by. */
export interface ChildCard {
  readonly child: ChildId
  readonly name?: string
  readonly otherNames: readonly string[]
  readonly bornOn?: LondonDate
  readonly approximateAge?: number
  readonly pronoun: 'he' | 'she' | 'they'
  readonly telephone?: string
  readonly address?: string
  readonly placement?: string
  readonly answerable: Answerable
  /** Lower-case words of all that the child may be found by. */
  readonly foundBy: string
}

/** One episode in a child's list. Any number of these; at most one is in concern, searching or reported. */
export interface EpisodeCard {
  readonly child: ChildId
  readonly episode: EpisodeId
  readonly reference: string
  readonly response: Response
  readonly voided: boolean
  readonly from: Moment
  readonly returnedAt?: Moment
  readonly sequence: number
  /** Of an episode of Care: what of it is missing. It is in no list of the child's own. */
  readonly care?: { readonly strands: readonly MissingStrand[]; readonly whereabouts: Whereabouts }
  /** Absent as long as no return was ever known. */
  readonly counted?: CountedReturn
}

/** What figures count of an episode, and by what: of the child as they were at the return, as known now. */
export interface CountedReturn {
  readonly council?: OrganisationId
  readonly setting?: Setting['kind']
  readonly status: Status
  readonly age?: number
  readonly history: BackAsKnown
}

/** One episode on the board: open, or back and still owed. */
export interface BoardRow {
  readonly child: ChildId
  readonly episode: EpisodeId
  readonly reference: string
  readonly name?: string
  readonly bornOn?: LondonDate
  readonly approximateAge?: number
  readonly pronoun: 'he' | 'she' | 'they'
  readonly placement?: string
  readonly answerable: Answerable
  readonly response: Exclude<Response, 'closed'>
  readonly whereabouts: Whereabouts
  readonly authorisation: Authorisation
  readonly policeKnow: boolean
  readonly died: boolean
  readonly from: Moment
  readonly risk?: RiskLevel
  readonly riskSince?: Moment
  readonly reportedAt?: Moment
  readonly lastKnown?: string
  /** What was said of the last sighting, and when that was. */
  readonly lastSeen?: string
  readonly lastSeenAt?: Moment
  readonly lastSeenPrecision?: Precision
  /** An open spell of a statutory return, about which a council must say whether it still lasts. */
  readonly imported: boolean
  readonly returnedAt?: Moment
  readonly returnedTo?: string
}

/** One duty's times. Never a standing: whoever reads brings their own now. */
export interface DutyRow {
  readonly child: ChildId
  /** The episode, or the child’s own record. */
  readonly stream: StreamId
  /** Who may know that it is owed: whoever reads this. */
  readonly section: Section
  /** Where its work lies outside the core: whoever is shut out of one of these holds nothing of it. */
  readonly workIn: readonly Section[]
  readonly id: string
  readonly duty: string
  readonly title: string
  readonly keeper: boolean
  readonly owedBy: Role
  readonly covered: boolean
  readonly startsAt: Moment
  readonly dueAt: Moment
  readonly endOfDay: boolean
  readonly provisional: boolean
  readonly because: string
  readonly metAt?: Moment
  readonly metBy?: EntryId
  readonly dischargedAt?: Moment
  readonly cancelledAt?: Moment
  readonly edition: string
  readonly verified: boolean
  readonly rungs: readonly { readonly tell: Role; readonly at: Moment; readonly acknowledgedBy?: string }[]
  /** Spans in which it was shown overdue, whatever was learned later. */
  readonly shownOverdue: readonly { readonly from: Moment; readonly until?: Moment }[]
}

/** Where one strand of a child's Care is, from a moment until a moment, as long as nothing else is written: times, and
    never a standing. */
export interface CareRow {
  readonly child: ChildId
  /** Who reads it: what the child says themself can make it otherwise for those who read that. */
  readonly section: Extract<Section, 'care' | 'care-childs-account'>
  readonly strand: string
  readonly from: Moment
  readonly until?: Moment
  readonly title: string
  readonly holder: Role
  readonly place?: string
  readonly council?: OrganisationId
  /** The post of the child's social worker. */
  readonly worker?: PostId
  readonly recorded: boolean
  readonly seenAt?: Moment
  readonly dueAt?: Moment
  readonly reasonableUntil?: Moment
  readonly elsewhereUntil?: Moment
  readonly deniedByChild?: Moment
  readonly amiss: boolean
}

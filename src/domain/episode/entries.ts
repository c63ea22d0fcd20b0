import type { Moment } from '../../kernel/moment.ts'
import type {
  ChildId,
  Entry,
  EntryId,
  EpisodeId,
  Means,
  NamesOthers,
  NewEntry,
  Occurred,
  OrganisationId,
  PoliceTold,
} from './entry.ts'
import type { CareBodies, CareSaid } from './care-bodies.ts'
import type { FindingBodies } from './finding-bodies.ts'
import type { Handling, IntelligenceGrade, SourceGrade } from './intelligence.ts'
import type { ProtectionBodies } from './protection-bodies.ts'
import type { HomecomingBodies, InterviewBodies } from './return-bodies.ts'
import type { Role } from './roles.ts'

/** Where the subject is, as far as is known. A known address can be the most dangerous place of all, so this
    says nothing about authorisation or concern. */
export const whereaboutsValues = ['where-expected', 'known-elsewhere', 'unknown'] as const
export type Whereabouts = (typeof whereaboutsValues)[number]

export const authorisations = ['authorised', 'late', 'not-authorised'] as const
export type Authorisation = (typeof authorisations)[number]

/** Whom or what the episode is about: a child, or strands of that child's Care. */
export interface Subject {
  readonly kind: 'child' | 'care'
  readonly child: ChildId
}

export interface EditionRef {
  readonly protocol: string
  readonly edition: string
}

export const riskLevels = ['no-apparent-risk', 'low', 'medium', 'high'] as const
export type RiskLevel = (typeof riskLevels)[number]

export type YesNoUnknown = 'yes' | 'no' | 'not-known'

/** What being told was about. The same person may have to be told of each. */
export const tidings = ['concern', 'report', 'location', 'return', 'void'] as const
export type Tidings = (typeof tidings)[number]

export const locatedOutcomes = ['well', 'harmed', 'hospital', 'custody', 'abroad', 'died'] as const
export type LocatedOutcome = (typeof locatedOutcomes)[number]

export const meetingKinds = [
  'strategy',
  'at-24-hours',
  'at-48-hours',
  'at-72-hours',
  'weekly',
  'repeat',
  'cause-and-support',
  'protection-conference',
  'early-review',
] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** The body of every entry of an episode. Each is one thing that happened, in the words of the field. */
export interface EpisodeBodies
  extends HomecomingBodies, InterviewBodies, FindingBodies, ProtectionBodies, CareBodies {
  'concern-raised': CareSaid & {
    readonly subject: Subject
    readonly reference: string
    readonly partnership: string
    readonly editions: readonly EditionRef[]
    readonly expectedAt: string
    readonly expectedBy?: Moment
    readonly whereabouts: Whereabouts
    readonly where?: string
    readonly authorisation: Authorisation
    /** `imported` is an open spell of a statutory return, which a council must confirm or end. */
    readonly how: 'noticed' | 'told' | 'imported'
  }
  'action-taken': NamesOthers & { readonly action: string; readonly outcome: string }
  'concern-reviewed': { readonly outcome: string }
  'threshold-assessed': {
    readonly worriedNow: boolean
    readonly why?: string
    readonly outOfCharacter?: YesNoUnknown
    readonly maySufferCrime?: YesNoUnknown
    readonly riskToSelfOrOthers?: YesNoUnknown
    /** Stated again when it changed: M may turn into A and back. */
    readonly whereabouts?: Whereabouts
    readonly where?: string
    readonly authorisation?: Authorisation
  }
  'reported-missing': NamesOthers & { readonly police: PoliceTold; readonly account?: string }
  'risk-assessed': {
    readonly level: RiskLevel
    readonly accountOf: string
    readonly indicators: readonly string[]
    readonly reason: string
    readonly firstActions: string
    readonly nextReview: Moment
    /** Named for high, and for any level lower than the one before. */
    readonly supervisor?: string
  }
  'risk-view-given': { readonly level: RiskLevel; readonly reason: string }
  'grade-challenged': { readonly reason: string }
  'challenge-answered': { readonly challenge: EntryId; readonly answer: string }
  'agency-informed': {
    readonly role: Role
    readonly about: Tidings
    readonly told:
      | { readonly kind: 'told'; readonly who: string; readonly means: Means }
      /** One of several, by name, as a parent who must not know: whoever else there is, is still to be told. */
      | { readonly kind: 'one-not-told'; readonly who: string; readonly because: string }
      | { readonly kind: 'not-told'; readonly because: string }
  }
  asked: { readonly question: string; readonly text: string; readonly of: Role }
  answered: NamesOthers & { readonly question: string; readonly text: string; readonly asked?: EntryId }
  'information-received': NamesOthers & {
    readonly from: string
    readonly text: string
    readonly place?: string
    /** The police force in whose area the child was seen. */
    readonly seenInAreaOf?: OrganisationId
    readonly intelligence?: string
  }
  /** What police know for police: held under their own part of the law, unverified, and read by nobody else. */
  'intelligence-recorded': {
    readonly text: string
    readonly source: SourceGrade
    readonly assessment: IntelligenceGrade
    readonly handling: Handling
    readonly conditions?: string
  }
  'meeting-held': NamesOthers & {
    readonly kind: MeetingKind
    /** Who was asked to come, and what each service said of the child: a strategy discussion says both. */
    readonly invited?: string
    readonly attended: string
    readonly shared?: string
    readonly decided: string
    readonly cause?: string
    readonly support?: string
    readonly parts?: string
  }
  located: NamesOthers & {
    readonly seenBy: string
    readonly howKnown: string
    readonly inChargeOf: string
    readonly where: string
    readonly outcome: LocatedOutcome
  }
  acknowledged: {
    readonly of:
      | { readonly kind: 'rung'; readonly duty: string; readonly role: Role }
      | { readonly kind: 'entry'; readonly entry: EntryId }
  }
  'reference-given': { readonly reference: string; readonly police?: boolean }
  'harm-considered': {
    readonly answer: 'suffered' | 'at-risk' | 'neither'
    readonly reason: string
    readonly strategyMeeting?: string
    /** Sexual, criminal or by trafficking, as far as is known. */
    readonly exploitation?: YesNoUnknown
  }
  'significance-considered': {
    readonly significant: boolean
    readonly reason: string
    readonly assessments: string
    readonly plans: string
    readonly additional: string
  }
  'plan-updated': { readonly what: string }
  'note-added': NamesOthers & { readonly text: string }
  'entry-corrected': {
    readonly corrects: EntryId
    readonly occurred?: Occurred
    readonly changes?: Readonly<Record<string, unknown>>
    readonly reason: string
    readonly evidence?: string
    /** Those of the entry that it corrects, where they stand in what it says anew. */
    readonly otherChildren?: readonly string[]
    /** It loosens what is owed or moves a start by over an hour: it waits for a second person's acknowledgement. */
    readonly needsSecond: boolean
  }
  'recorded-in-error': {
    readonly scope: { readonly kind: 'episode' } | { readonly kind: 'entry'; readonly entry: EntryId }
    readonly why: 'wrong-child' | 'duplicate' | 'did-not-happen'
    readonly reason: string
    /** Without what it takes back less would be owed: that counts on until a second person has acknowledged the void. */
    readonly needsSecond?: boolean
  }
  'episode-linked': { readonly to: EpisodeId; readonly as: 'together' | 'previous' | 'duplicate' }
  /** Somebody lets another organisation read this episode on purpose. It tells nobody anything: whoever may read it has
      not been told to. */
  'episode-shared': {
    readonly with: OrganisationId
    /** Its name on that day. */
    readonly name: string
    readonly why: string
  }
  'episode-closed': {
    readonly summary: string
    /** Why a duty that is still open may stay undone, by duty. */
    readonly leftOpen: Readonly<Record<string, string>>
  }
  'episode-reopened': { readonly reason: string }
}

export type EntryType = keyof EpisodeBodies

export type EpisodeEntry = { [T in EntryType]: Entry<T, EpisodeBodies[T]> }[EntryType]
export type EntryOf<T extends EntryType> = Extract<EpisodeEntry, { readonly type: T }>
export type NewEpisodeEntry = { [T in EntryType]: NewEntry<T, EpisodeBodies[T]> }[EntryType]

/** The ordered entries of one episode, by sequence: the record itself, not a report on it. */
export type Chronology = readonly EpisodeEntry[]

/** Version of the shape that this code writes, by type. A test reads one stored example of every version. */
export const entryVersions: Readonly<Record<EntryType, number>> = {
  'concern-raised': 1,
  'action-taken': 1,
  'concern-reviewed': 1,
  'threshold-assessed': 1,
  'reported-missing': 1,
  'risk-assessed': 1,
  'risk-view-given': 1,
  'grade-challenged': 1,
  'challenge-answered': 1,
  'agency-informed': 1,
  asked: 1,
  answered: 1,
  'information-received': 1,
  'intelligence-recorded': 1,
  'meeting-held': 1,
  located: 1,
  'homecoming-agreed': 1,
  returned: 1,
  'child-welcomed': 1,
  'conversation-held': 1,
  'told-now': 1,
  'telling-answered': 1,
  acknowledged: 1,
  'reference-given': 1,
  'prevention-check-done': 1,
  'prevention-check-not-possible': 1,
  'interview-offered': 1,
  'interview-accepted': 1,
  'interview-declined': 1,
  'interview-arranged': 1,
  'interview-attempted': 1,
  'interview-held': 1,
  'interview-not-held': 1,
  'interview-served': 1,
  'carers-account-taken': 1,
  'host-asked': 1,
  'host-answered': 1,
  'interview-written-up': 1,
  'interview-sent-back': 1,
  'interview-approved': 1,
  'interview-added-to': 1,
  'passage-shared': 1,
  'passage-not-shared': 1,
  'finding-recorded': 1,
  'finding-released': 1,
  'finding-kept': 1,
  'findings-compared': 1,
  'action-agreed': 1,
  'no-action-decided': 1,
  'action-done': 1,
  'action-ended': 1,
  'care-reported-missing': 1,
  'care-located': 1,
  'care-returned': 1,
  'care-conversation-held': 1,
  'care-repair-agreed': 1,
  'care-prevention-agreed': 1,
  'harm-considered': 1,
  'enquiry-begun': 1,
  'enquiry-saw-child': 1,
  'enquiry-concluded': 1,
  'read-by-reviewing-officer': 1,
  'review-called': 1,
  'significance-considered': 1,
  'plan-updated': 1,
  'note-added': 1,
  'entry-corrected': 1,
  'recorded-in-error': 1,
  'episode-linked': 1,
  'episode-shared': 1,
  'episode-closed': 1,
  'episode-reopened': 1,
}

export const entryTypes = Object.keys(entryVersions) as readonly EntryType[]

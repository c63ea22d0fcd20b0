import type { Moment } from '../../kernel/moment.ts'
import type { EntryId, EpisodeId, Means, NamesOthers, OrganisationId, OrganisationKind } from './entry.ts'
import type { Role } from './roles.ts'

type YesNoUnknown = 'yes' | 'no' | 'not-known'

/** Who leads in bringing a child home: police where there is danger, or where a power of theirs is used. */
export const homecomingLeads = ['council', 'police-danger', 'police-power'] as const
export type HomecomingLead = (typeof homecomingLeads)[number]

/** Who can be told at once of something that they must act on. */
export const tellable = ['social-worker', 'duty-team', 'police'] as const satisfies readonly Role[]
export type Tellable = (typeof tellable)[number]

/** Where each of them works. */
export const tellableIn: Readonly<Record<Tellable, OrganisationKind>> = {
  'social-worker': 'council',
  'duty-team': 'council',
  police: 'police',
}

/** For whom a summary of what a child said is written. */
export const sharedFor = ['carer', 'police-intelligence', 'placing-council', 'school', 'health'] as const
export type SharedFor = (typeof sharedFor)[number]

/** Where each of them works. */
export const sharedForIn: Readonly<Record<SharedFor, OrganisationKind>> = {
  // A foster home has a provider too.
  carer: 'provider',
  'police-intelligence': 'police',
  'placing-council': 'council',
  school: 'education',
  health: 'health',
}

/** A question of an interview as it was asked, with its answer as it was given: later editions rewrite neither. */
export interface AskedAndAnswered {
  readonly question: string
  /** Where it is the interviewer's own answer, and not the child's. */
  readonly of?: 'interviewer'
  readonly asked: string
  readonly chosen?: readonly string[]
  readonly words?: string
  readonly notSaid?: true
}

/** Coming back: from being located to being at home, and what home does then. */
export interface HomecomingBodies {
  'homecoming-agreed': NamesOthers & {
    readonly led: HomecomingLead
    readonly who: string
    readonly byWhen: Moment
    readonly how: string
    /** Where instead, if the child will not come or the home will not have them. */
    readonly otherwise: string
  }
  returned: NamesOthers & {
    readonly to: string
    /** Not said counts as safe, so that both clocks run. */
    readonly placeOfSafety?: boolean
    readonly how:
      'by-themselves' | 'brought-by-police' | 'brought-by-carer' | 'brought-by-family' | 'brought-by-other'
    readonly condition?: string
  }
  'child-welcomed': NamesOthers & {
    readonly food: string
    readonly rest: string
    readonly medical: string
    /** What was kept, and where, where the child may have been assaulted. */
    readonly evidence?: string
    readonly tonight: string
  }
  /** Between the child and whoever cares for them. It is not the interview. */
  'conversation-held': NamesOthers & {
    readonly with: string
    readonly said: string
    readonly agreed: string
  }
  'prevention-check-done': NamesOthers & {
    readonly officer: string
    readonly where: string
    readonly faceToFace: boolean
    readonly alone: YesNoUnknown
    readonly withWhom?: string
    readonly language?: string
    readonly said: string
    readonly harm: YesNoUnknown
    readonly offences?: string
    /** Who had the child while they were away. */
    readonly whoHadThem?: string
    readonly intelligence?: string
  }
  'prevention-check-not-possible': { readonly because: string; readonly whatThen: string }
  /** Somebody who must act is told at once what was learned, before anything is written up. What they were told is for
      them, and for those who read interviews. */
  'told-now': NamesOthers & {
    readonly to: Tellable
    readonly with: OrganisationId
    /** Its name on that day. */
    readonly name: string
    readonly who: string
    readonly means: Means
    readonly passage?: string
  }
  'telling-answered': { readonly telling: EntryId; readonly did: string }
}

/** The ledger of the return interview: every offer, every answer, every try, and what became of it. */
export interface InterviewBodies {
  'interview-offered': {
    readonly how: Means
    readonly by: string
    readonly choice: string
    /** What the child was told: what it is for, who will read it, what cannot be kept secret. */
    readonly explained?: string
  }
  'interview-accepted': { readonly toldTo: string; readonly childsWords?: string }
  'interview-declined': {
    readonly toldTo: string
    readonly childsOwnAnswer: boolean
    readonly childsWords?: string
    /** How the child can still say yes. */
    readonly keptOpen?: string
  }
  'interview-arranged': { readonly at: Moment; readonly where: string; readonly interviewer: string }
  'interview-attempted': { readonly because: string }
  'interview-held': {
    readonly interviewer: string
    readonly caresForChild: boolean
    readonly allocatedWorker: boolean
    readonly whyAllocatedWorker?: string
    readonly where: string
    readonly present: string
    readonly interpreter?: string
    readonly advocate?: string
    readonly childsWords?: string
    readonly shared?: string
  }
  /** A manager decides that there will be none. */
  'interview-not-held': { readonly reason: string }
  /** An interview held in another episode of this child was about this one too. It happened when that was held. */
  'interview-served': { readonly episode: EpisodeId; readonly interview: EntryId }
  'carers-account-taken': NamesOthers & { readonly from: string; readonly account: string }
  'host-asked': {
    readonly council: OrganisationId
    /** Its name on that day. */
    readonly name: string
    readonly why: string
  }
  'host-answered': { readonly asked: EntryId; readonly accepted: boolean; readonly reason: string }
  'interview-written-up': {
    readonly interview: EntryId
    /** The sending back that this answers. */
    readonly again?: EntryId
    readonly set?: { readonly set: string; readonly edition: string }
    readonly answers?: readonly AskedAndAnswered[]
    /** The interviewer's own view, apart from what the child said. */
    readonly view?: string
  }
  'interview-sent-back': { readonly writeUp: EntryId; readonly comments?: string }
  'interview-approved': { readonly writeUp: EntryId }
  /** What became known later. Nobody's words are rewritten. */
  'interview-added-to': { readonly interview: EntryId; readonly text?: string }
  /** A part of what the child told an interviewer is given to one organisation on purpose. What they read of it is the
      passage, and nothing else of the interview. */
  'passage-shared': NamesOthers & {
    readonly interview: EntryId
    readonly with: OrganisationId
    /** Its name on that day. */
    readonly name: string
    readonly why: string
    /** Basis, wish and for whom are asked of each share and of each decision not to: an older record may lack them. */
    readonly basis?: string
    /** What the child wished, or why they were not asked: read where the passage is read. */
    readonly wished?: string
    /** For whom it is written. */
    readonly purpose?: SharedFor
    /** The finding that it tells of, where it tells of one. */
    readonly finding?: EntryId
    readonly passage?: string
  }
  'passage-not-shared': {
    readonly interview: EntryId
    readonly name: string
    readonly why: string
    readonly basis?: string
    readonly wished?: string
    readonly purpose?: SharedFor
    readonly finding?: EntryId
    /** What it is that they are not given. */
    readonly passage?: string
  }
}

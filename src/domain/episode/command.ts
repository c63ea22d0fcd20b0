import type { Moment } from '../../kernel/moment.ts'
import type { EntryType, NewEpisodeEntry } from './entries.ts'
import type { EntryId, EpisodeId, Occurred, OrganisationId, OrganisationKind } from './entry.ts'

/** What a person asks the record to take. Each command proposes one entry; the rules of the field accept or refuse. */
export const commands = {
  'raise-concern': 'concern-raised',
  'take-action': 'action-taken',
  'review-concern': 'concern-reviewed',
  'assess-threshold': 'threshold-assessed',
  'report-missing': 'reported-missing',
  'assess-risk': 'risk-assessed',
  'give-risk-view': 'risk-view-given',
  'challenge-grade': 'grade-challenged',
  'answer-challenge': 'challenge-answered',
  'inform-agency': 'agency-informed',
  ask: 'asked',
  answer: 'answered',
  'record-information': 'information-received',
  'record-intelligence': 'intelligence-recorded',
  'record-meeting': 'meeting-held',
  'record-location': 'located',
  'agree-homecoming': 'homecoming-agreed',
  'record-return': 'returned',
  'record-welcome': 'child-welcomed',
  'record-conversation': 'conversation-held',
  'tell-now': 'told-now',
  'answer-telling': 'telling-answered',
  acknowledge: 'acknowledged',
  'give-reference': 'reference-given',
  'record-prevention-check': 'prevention-check-done',
  'record-check-not-possible': 'prevention-check-not-possible',
  'offer-interview': 'interview-offered',
  'record-interview-accepted': 'interview-accepted',
  'record-interview-declined': 'interview-declined',
  'arrange-interview': 'interview-arranged',
  'record-interview-attempt': 'interview-attempted',
  'record-interview': 'interview-held',
  'decide-interview-not-held': 'interview-not-held',
  'record-interview-served': 'interview-served',
  'take-carers-account': 'carers-account-taken',
  'ask-host': 'host-asked',
  'answer-for-host': 'host-answered',
  'write-up-interview': 'interview-written-up',
  'send-back-interview': 'interview-sent-back',
  'approve-interview': 'interview-approved',
  'add-to-interview': 'interview-added-to',
  'share-passage': 'passage-shared',
  'decide-not-to-share': 'passage-not-shared',
  'record-finding': 'finding-recorded',
  'release-finding': 'finding-released',
  'keep-finding': 'finding-kept',
  'compare-findings': 'findings-compared',
  'agree-action': 'action-agreed',
  'decide-no-action': 'no-action-decided',
  'record-action-done': 'action-done',
  'end-action': 'action-ended',
  'report-care-missing': 'care-reported-missing',
  'record-care-located': 'care-located',
  'record-care-returned': 'care-returned',
  'record-care-conversation': 'care-conversation-held',
  'agree-care-repair': 'care-repair-agreed',
  'agree-care-prevention': 'care-prevention-agreed',
  'consider-harm': 'harm-considered',
  'begin-enquiry': 'enquiry-begun',
  'record-child-seen': 'enquiry-saw-child',
  'conclude-enquiry': 'enquiry-concluded',
  'record-reading': 'read-by-reviewing-officer',
  'call-review': 'review-called',
  'consider-significance': 'significance-considered',
  'update-plan': 'plan-updated',
  'add-note': 'note-added',
  'correct-entry': 'entry-corrected',
  'record-in-error': 'recorded-in-error',
  'link-episode': 'episode-linked',
  'share-episode': 'episode-shared',
  'close-episode': 'episode-closed',
  'reopen-episode': 'episode-reopened',
} as const satisfies Record<string, EntryType>

export type CommandName = keyof typeof commands

export interface EpisodeCommand {
  readonly name: CommandName
  readonly entry: NewEpisodeEntry
}

export interface HeldElsewhere {
  readonly episode: EpisodeId
  readonly interview: EntryId
  readonly occurred: Occurred
}

export interface FindingElsewhere {
  readonly episode: EpisodeId
  readonly finding: EntryId
}

/** By relationship: whoever cares for a child is not independent of them, and the allocated worker needs a reason. */
export type Closeness = 'cares' | 'allocated-worker'

/** What a decision needs and the episode does not hold. The application looks it up; nothing here is guessed. */
export interface Circumstances {
  /** Duties that are neither met, discharged nor cancelled, keepers left out. */
  readonly stillOwed: readonly { readonly duty: string; readonly title: string }[]
  /** The child's episode that is in concern, searching or reported, if there is one other than this. */
  readonly openElsewhere?: EpisodeId
  /** The interviews that were held in the child's other episodes. */
  readonly heldElsewhere: readonly HeldElsewhere[]
  /** The findings of the child's other episodes. */
  readonly findingsElsewhere: readonly FindingElsewhere[]
  /** Whether whoever decides reads that a finding is a factor of the list, and nobody and nothing by name. */
  readonly isFactor: (finding: EntryId) => boolean
  /** Whether whoever decides reads intelligence in this entry, which only police read. */
  readonly readsIntelligence: (entry: EntryId) => boolean
  /** How whoever is named as the interviewer stands to the child, where that is close. */
  readonly interviewer?: Closeness
  /** What kind of organisation this is; undefined for one that nobody knows. */
  readonly kindOf: (organisation: OrganisationId) => OrganisationKind | undefined
  /** The levels that the grading force uses for children. */
  readonly levels: readonly string[]
  /** Whether a correction would remove a breach: answered by comparing obligations with and without it. */
  readonly removesBreach: boolean
  /** Whether less would be owed once a correction or a void counts: by the same comparison. */
  readonly loosens: boolean
  /** Whether something would be owed that is not owed now. Answered for what undoes, and in a closed episode. */
  readonly owedAfter: boolean
}

/** Why not, in the words of the field. Exhaustive at the edge. */
export type Refusal =
  | { readonly kind: 'in-the-future'; readonly at: Moment }
  | { readonly kind: 'time-needed' }
  | { readonly kind: 'left-blank'; readonly field: string }
  | { readonly kind: 'before-the-last-sighting'; readonly lastSeen: Moment }
  | { readonly kind: 'before-the-concern' }
  | { readonly kind: 'not-begun' }
  | { readonly kind: 'already-begun' }
  | { readonly kind: 'already-open'; readonly episode: EpisodeId }
  | { readonly kind: 'already-reported' }
  | { readonly kind: 'already-returned' }
  | { readonly kind: 'not-returned' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'not-closed' }
  | { readonly kind: 'voided' }
  | { readonly kind: 'has-died' }
  | { readonly kind: 'death-is-established' }
  | { readonly kind: 'police-accept-reports' }
  | { readonly kind: 'police-grade-risk' }
  | { readonly kind: 'not-a-level-of-this-force'; readonly levels: readonly string[] }
  | { readonly kind: 'supervisor-needed'; readonly because: 'high' | 'lower' }
  | { readonly kind: 'history-is-no-reason'; readonly phrase: string }
  | { readonly kind: 'review-not-after-grade' }
  | { readonly kind: 'not-of-care' }
  | { readonly kind: 'not-of-a-child' }
  | { readonly kind: 'holds-what-is-missing' }
  | { readonly kind: 'care-not-back' }
  | { readonly kind: 'no-such-entry'; readonly entry: EntryId }
  | { readonly kind: 'not-a-challenge' }
  | { readonly kind: 'not-an-interview' }
  | { readonly kind: 'not-held-elsewhere' }
  | { readonly kind: 'serves-a-closed-episode' }
  | { readonly kind: 'before-a-return-that-it-serves' }
  | { readonly kind: 'not-written-up' }
  | { readonly kind: 'not-the-latest' }
  | { readonly kind: 'already-written-up' }
  /** At sign-off: how many that were named in the interview have no answer yet whether police may have them. */
  | { readonly kind: 'findings-not-marked'; readonly left: number }
  /** As the named edition of the questions would not have it. */
  | { readonly kind: 'not-an-answer'; readonly question: string; readonly says: string }
  | { readonly kind: 'no-such-questions'; readonly set: string; readonly edition: string }
  | { readonly kind: 'before-what-it-answers'; readonly at: Moment }
  | { readonly kind: 'not-asked-of-a-host' }
  | { readonly kind: 'not-a-telling' }
  | { readonly kind: 'not-where-they-work' }
  | { readonly kind: 'not-a-source' }
  | { readonly kind: 'not-a-finding' }
  | { readonly kind: 'not-an-action' }
  | { readonly kind: 'not-an-enquiry' }
  | { readonly kind: 'enquiry-already-concluded' }
  | { readonly kind: 'not-as-narrow' }
  | { readonly kind: 'kept-by-police' }
  | { readonly kind: 'not-for-police' }
  | { readonly kind: 'not-their-kind'; readonly needed: OrganisationKind }
  | { readonly kind: 'action-already-ended' }
  | { readonly kind: 'due-before-agreed' }
  | { readonly kind: 'compared-with-itself' }
  | { readonly kind: 'home-before-agreed' }
  | { readonly kind: 'cares-for-the-child' }
  | { readonly kind: 'allocated-worker-needs-reason' }
  | { readonly kind: 'not-the-childs-own-answer' }
  | { readonly kind: 'interview-not-offered' }
  | { readonly kind: 'later-than-recorded'; readonly recorded: Moment }
  | { readonly kind: 'evidence-needed' }
  | { readonly kind: 'corrects-nothing' }
  | { readonly kind: 'corrects-a-correction' }
  | { readonly kind: 'not-a-field'; readonly field: string }
  | { readonly kind: 'concern-is-the-episode' }
  | { readonly kind: 'second-person-needed' }
  | {
      readonly kind: 'duties-open'
      readonly duties: readonly { readonly duty: string; readonly title: string }[]
    }

import type { EntryType, EpisodeBodies } from '../../domain/episode/entries.ts'
import type {
  Author,
  ChildId,
  EntryId,
  OrganisationId,
  PersonId,
  PostId,
} from '../../domain/episode/entry.ts'
import { roleLabel, type Role } from '../../domain/episode/roles.ts'

/** What an entry says where its `data` does not: what its name says, done as it is done. What the name leaves open is
    left open (a telling of nobody named meets no duty to tell), or is the answer after which more is owed. */
export const notSaid: { readonly [T in EntryType]: Partial<EpisodeBodies[T]> } = {
  'concern-raised': {
    subject: { kind: 'child', child: 'the child' as ChildId },
    whereabouts: 'unknown',
    authorisation: 'not-authorised',
    editions: [],
    how: 'noticed',
  },
  'action-taken': {},
  'concern-reviewed': {},
  'threshold-assessed': { worriedNow: true },
  'reported-missing': { police: { kind: 'rang', number: 'not said', callTaker: 'not said' } },
  // When the risk is looked at again is the grader's to say: not said, it is due at once.
  'risk-assessed': { level: 'medium', indicators: [] },
  'risk-view-given': {},
  'grade-challenged': {},
  'challenge-answered': {},
  'agency-informed': { about: 'report', told: { kind: 'told', who: 'not said', means: 'system' } },
  asked: {},
  answered: {},
  'information-received': {},
  'meeting-held': {},
  located: { outcome: 'well' },
  'homecoming-agreed': { led: 'council' },
  returned: {},
  'child-welcomed': {},
  'conversation-held': {},
  'told-now': { to: 'social-worker', means: 'system' },
  'telling-answered': { telling: '' as EntryId },
  acknowledged: { of: { kind: 'entry', entry: '' as EntryId } },
  'reference-given': {},
  'prevention-check-done': { faceToFace: true },
  'prevention-check-not-possible': {},
  'interview-offered': {},
  'interview-accepted': {},
  'interview-declined': { childsOwnAnswer: true },
  'interview-arranged': {},
  'interview-attempted': {},
  'interview-held': {},
  'interview-not-held': {},
  'interview-served': {},
  'carers-account-taken': {},
  'host-asked': {},
  'host-answered': { asked: '' as EntryId, accepted: false },
  'interview-written-up': { interview: '' as EntryId },
  'interview-sent-back': { writeUp: '' as EntryId },
  'interview-approved': { writeUp: '' as EntryId },
  'interview-added-to': { interview: '' as EntryId },
  'passage-not-shared': { interview: '' as EntryId },
  'harm-considered': { answer: 'at-risk' },
  'significance-considered': { significant: true },
  'plan-updated': {},
  'note-added': {},
  'entry-corrected': { corrects: '' as EntryId, needsSecond: false },
  'recorded-in-error': { scope: { kind: 'entry', entry: '' as EntryId } },
  'episode-linked': {},
  'episode-shared': {},
  'intelligence-recorded': { source: 'untested', assessment: 'not-known', handling: 'may-be-shared' },
  'passage-shared': { interview: '' as EntryId },
  'episode-closed': { leftOpen: {} },
  'episode-reopened': {},
}

/** Who ordinarily writes each: the carer, where none is named. */
const writers: Partial<Record<EntryType, Role>> = {
  'risk-assessed': 'police',
  located: 'police',
  'prevention-check-done': 'police',
  'prevention-check-not-possible': 'police',
  'challenge-answered': 'police-supervisor',
  'interview-offered': 'missing-service',
  'interview-accepted': 'missing-service',
  'interview-declined': 'missing-service',
  'interview-arranged': 'missing-service',
  'interview-attempted': 'missing-service',
  'interview-held': 'missing-service',
  'interview-not-held': 'missing-coordinator',
  'interview-served': 'missing-service',
  'carers-account-taken': 'missing-service',
  'host-asked': 'missing-service',
  'host-answered': 'host-council',
  'interview-written-up': 'missing-service',
  'interview-sent-back': 'missing-coordinator',
  'interview-approved': 'missing-coordinator',
  'interview-added-to': 'missing-service',
  'homecoming-agreed': 'responsible-council',
  'telling-answered': 'social-worker',
  'harm-considered': 'social-worker',
  'significance-considered': 'social-worker',
  'plan-updated': 'social-worker',
  'concern-reviewed': 'provider-manager',
  'episode-closed': 'missing-service',
}

/** Somebody in that role, of whom a file says no more. Two roles are two people. */
export function authorIn(role: Role): Author {
  return {
    person: role as string as PersonId,
    name: `the ${roleLabel(role)}`,
    post: role as string as PostId,
    role,
    organisation: role as string as OrganisationId,
    organisationName: 'not said',
    organisationKind: role.startsWith('police') ? 'police' : role === 'carer' ? 'provider' : 'council',
  }
}

export function ordinaryWriter(type: EntryType): Role {
  return writers[type] ?? 'carer'
}

import {
  authorisations,
  locatedOutcomes,
  meetingKinds,
  riskLevels,
  tidings,
  whereaboutsValues,
  type EntryType,
  type EpisodeBodies,
} from '../../domain/episode/entries.ts'
import { means, type Occurred, type Precision, type ToldBy } from '../../domain/episode/entry.ts'
import { handlings, intelligenceGrades, sourceGrades } from '../../domain/episode/intelligence.ts'
import { roles, rolesApart } from '../../domain/episode/roles.ts'
import { careBodies, careMissing } from './care-bodies.ts'
import { otherChildren, yesNo } from './common-bodies.ts'
import { findingBodies } from './finding-bodies.ts'
import { protectionBodies } from './protection-bodies.ts'
import { returnBodies } from './return-bodies.ts'
import {
  anyText,
  described,
  flag,
  id,
  kinds,
  list,
  mapOf,
  maybe,
  moment,
  named,
  object,
  oneOf,
  text,
  type Shape,
} from './shape.ts'

const level = oneOf(riskLevels)
export const role = oneOf(roles)
/** Of a post: also one that takes no part in a response. */
export const postRole = oneOf([...roles, ...rolesApart])
const precisions = ['minute', 'about', 'day'] as const satisfies readonly Precision[]

/** When it happened, and how exactly that is known. */
export const occurred: Shape<Occurred> = named(
  'Occurred',
  object({
    at: described(moment, 'When it happened. Of a day (precision `day`) any moment of that London day.'),
    precision: oneOf(precisions),
  }),
)

/** Who said it, where it is written down for somebody of another organisation. */
export const toldBy: Shape<ToldBy> = named(
  'ToldBy',
  object({ name: text, role: maybe(role), organisationName: text, means: oneOf(means) }),
)

const anything: Shape<unknown> = {}

/** What the body of each entry says: the one source for what is asked, what is answered and what the document tells. An
    entry type or a field that the record gains does not compile until it is here too. */
export const bodies: { readonly [T in EntryType]: Shape<EpisodeBodies[T]> } = {
  ...returnBodies,
  ...careBodies,
  ...findingBodies,
  ...protectionBodies,
  'concern-raised': object({
    subject: object({ kind: oneOf(['child', 'care']), child: id<'child'>() }),
    reference: text,
    partnership: anyText,
    editions: list(object({ protocol: text, edition: text })),
    expectedAt: text,
    expectedBy: maybe(moment),
    whereabouts: oneOf(whereaboutsValues),
    where: maybe(text),
    authorisation: oneOf(authorisations),
    how: oneOf(['noticed', 'told', 'imported']),
    care: maybe(described(careMissing, 'Of Care: what of it is missing.')),
    why: maybe(described(text, 'Of Care: what makes us think that it is missing.')),
    aboutSetting: maybe(described(text, 'What is said of a home. Kept apart.')),
    childsAccount: maybe(described(text, 'The child’s own words. Kept apart.')),
  }),
  'action-taken': object({ action: text, outcome: text, otherChildren }),
  'concern-reviewed': object({ outcome: text }),
  'threshold-assessed': object({
    worriedNow: flag,
    why: maybe(text),
    outOfCharacter: maybe(yesNo),
    maySufferCrime: maybe(yesNo),
    riskToSelfOrOthers: maybe(yesNo),
    whereabouts: maybe(oneOf(whereaboutsValues)),
    where: maybe(text),
    authorisation: maybe(oneOf(authorisations)),
  }),
  'reported-missing': object({
    police: kinds({
      rang: { number: text, callTaker: text, reference: maybe(text) },
      accepted: { post: id<'post'>(), reference: maybe(text) },
    }),
    account: maybe(text),
    otherChildren,
  }),
  'risk-assessed': object({
    level,
    accountOf: text,
    indicators: list(text),
    reason: text,
    firstActions: text,
    nextReview: moment,
    supervisor: maybe(text),
  }),
  'risk-view-given': object({ level, reason: text }),
  'grade-challenged': object({ reason: text }),
  'challenge-answered': object({ challenge: id<'entry'>(), answer: text }),
  'agency-informed': object({
    role,
    about: oneOf(tidings),
    told: kinds({
      told: { who: text, means: oneOf(means) },
      'one-not-told': { who: text, because: text },
      'not-told': { because: text },
    }),
  }),
  asked: object({ question: text, text, of: role }),
  answered: object({ question: text, text, asked: maybe(id<'entry'>()), otherChildren }),
  'information-received': object({
    from: text,
    text,
    place: maybe(text),
    seenInAreaOf: maybe(
      described(
        id<'organisation'>(),
        'The police force in whose area the child was seen: it reads a reported episode.',
      ),
    ),
    intelligence: maybe(text),
    otherChildren,
  }),
  'intelligence-recorded': object({
    text,
    source: described(oneOf(sourceGrades), 'How the source is judged.'),
    assessment: described(oneOf(intelligenceGrades), 'How it came to be known. None of them verifies it.'),
    handling: oneOf(handlings),
    conditions: maybe(text),
  }),
  'meeting-held': object({
    kind: oneOf(meetingKinds),
    invited: maybe(described(text, 'Who was asked to come. A strategy meeting says so.')),
    attended: text,
    shared: maybe(described(text, 'What each service said of the child. A strategy meeting says so.')),
    decided: text,
    cause: maybe(text),
    support: maybe(text),
    parts: maybe(text),
    otherChildren,
  }),
  located: object({
    seenBy: text,
    howKnown: text,
    inChargeOf: text,
    where: text,
    outcome: oneOf(locatedOutcomes),
    otherChildren,
  }),
  acknowledged: object({ of: kinds({ rung: { duty: text, role }, entry: { entry: id<'entry'>() } }) }),
  'reference-given': object({ reference: text, police: maybe(flag) }),
  'harm-considered': object({
    answer: oneOf(['suffered', 'at-risk', 'neither']),
    reason: text,
    strategyMeeting: maybe(text),
    exploitation: maybe(described(yesNo, 'Sexual, criminal or by trafficking.')),
  }),
  'significance-considered': object({
    significant: flag,
    reason: text,
    assessments: text,
    plans: text,
    additional: text,
  }),
  'plan-updated': object({ what: text }),
  'note-added': object({ text, otherChildren }),
  'entry-corrected': object({
    corrects: id<'entry'>(),
    occurred: maybe(occurred),
    changes: maybe(described(mapOf(anything), 'Fields of the entry’s body as they should read.')),
    reason: text,
    evidence: maybe(text),
    otherChildren,
    needsSecond: flag,
  }),
  'recorded-in-error': object({
    scope: kinds({ episode: {}, entry: { entry: id<'entry'>() } }),
    why: oneOf(['wrong-child', 'duplicate', 'did-not-happen']),
    reason: text,
    needsSecond: maybe(flag),
  }),
  'episode-shared': object({
    with: described(id<'organisation'>(), 'The organisation that may read the episode from now on.'),
    name: described(text, 'Its name, as it is today.'),
    why: text,
  }),
  'episode-linked': object({ to: id<'episode'>(), as: oneOf(['together', 'previous', 'duplicate']) }),
  'episode-closed': object({
    summary: text,
    leftOpen: described(mapOf(text), 'Why a duty that is still open may stay undone, by the id of the duty.'),
  }),
  'episode-reopened': object({ reason: text }),
}

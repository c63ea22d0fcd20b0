import { ageOn, londonDate, type LondonDate } from '../../kernel/london.ts'
import { isBefore, type Moment } from '../../kernel/moment.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { EntryId, Occurred, OrganisationKind, PostId } from '../episode/entry.ts'
import { isStillToCome } from '../episode/occurred.ts'
import type { Refusal } from './addition-refusal.ts'
import { allocatable } from './allocatable.ts'
import type { ChildBodies, ChildEntryType } from './child.ts'
import { knownRule, type Known } from './detail-rules.ts'
import { isHeld, type Directory, type Post } from './directory.ts'
import { planRule, type Planned } from './plan-rules.ts'
import type { ChildRecord } from './record.ts'
import type { Span } from './span.ts'

/** What a person adds to a child's own record, and the entry that it becomes. What a statutory return says is imported;
    whether its spell goes on is answered in an episode. */
export const additions = {
  'say-who': 'child-registered',
  'record-known-concern': 'concern-known',
  'agree-plan': 'plan-agreed',
  'draft-plan': 'plan-drafted',
  'agree-to-plan': 'plan-agreed-by',
  'review-plan': 'plan-reviewed',
  'record-health': 'health-known',
  'end-health': 'health-ended',
  'record-detail': 'detail-known',
  'confirm-detail': 'detail-confirmed',
  'end-detail': 'detail-ended',
  'protect-address': 'address-protected',
  'end-address-protection': 'address-protection-ended',
  'withdraw-photograph': 'photograph-withdrawn',
  'record-placement': 'placed',
  'end-placement': 'placement-ended',
  'allocate-worker': 'worker-allocated',
  'end-allocation': 'worker-ended',
  'record-looked-after': 'looked-after-from',
  'end-looked-after': 'looked-after-ended',
  'record-status': 'status-recorded',
  'set-responsible-council': 'responsible-council-set',
  'name-partner': 'partner-named',
  'end-partner': 'partner-ended',
  'shut-out-person': 'person-shut-out',
  'end-shut-out': 'shut-out-ended',
  'restrict-record': 'record-restricted',
  'end-restriction': 'restriction-ended',
  'give-child-access': 'child-access-given',
  'end-child-access': 'child-access-ended',
  'answer-child': 'child-answered',
  'join-record': 'same-child',
} as const satisfies Record<string, ChildEntryType>

export type AdditionName = keyof typeof additions
export type AddedType = (typeof additions)[AdditionName]

/** An addition as it is proposed, before it is an entry. */
export type Addition = {
  [T in AddedType]: { readonly type: T; readonly occurred: Occurred; readonly body: ChildBodies[T] }
}[AddedType]

/** What the rules ask beside the addition. The record is the child's at `now`. */
export interface AddedTo {
  readonly child: string
  readonly record: ChildRecord
  readonly directory: Directory
  readonly now: Moment
}

/** The first rule that says no, if one does. */
export function refusalOf(addition: Addition, to: AddedTo): Refusal | undefined {
  const { occurred } = addition
  return isStillToCome(occurred, to.now) ? { kind: 'in-the-future', at: occurred.at } : ruleOf(addition, to)
}

function ruleOf({ type, body, occurred }: Addition, to: AddedTo): Refusal | undefined {
  const { record, directory, now } = to
  switch (type) {
    case 'child-registered':
      return identityRule(body, now)
    case 'concern-known':
      return gradingRule(body, londonDate(now))
    case 'plan-agreed':
      return body.reviewBy < londonDate(now) ? { kind: 'review-is-past' } : undefined
    case 'plan-drafted':
    case 'plan-agreed-by':
    case 'plan-reviewed':
      return planRule({ type, body } as Planned, record, londonDate(now))
    case 'detail-known':
    case 'detail-confirmed':
      return knownRule({ type, body } as Known, record, londonDate(now))
    case 'placed':
      return timeRule(occurred) ?? settingRule(body, directory)
    case 'worker-allocated':
    case 'responsible-council-set':
    case 'partner-named':
      return directoryRule({ type, body, occurred } as Named, directory, now)
    case 'person-shut-out':
      if (!directory.posts.some(({ person }) => person === body.person))
        return { kind: 'not-in-the-directory', field: 'person' }
      return body.reviewBy < londonDate(now) ? { kind: 'review-is-past' } : undefined
    case 'record-restricted':
      return (
        namingRule(body.named, to) ??
        (body.reviewBy < londonDate(now) ? { kind: 'review-is-past' } : undefined)
      )
    case 'placement-ended':
    case 'worker-ended':
    case 'looked-after-ended':
    case 'partner-ended':
    case 'health-ended':
    case 'detail-ended':
    case 'address-protection-ended':
    case 'photograph-withdrawn':
    case 'shut-out-ended':
    case 'restriction-ended':
    case 'child-access-ended':
      return endingRule({ type, body, occurred } as Ending, record)
    case 'child-access-given':
      if (record.access !== undefined) return { kind: 'already-given' }
      return record.restriction && atNightRule(record.restriction.named, to)
    case 'child-answered':
      return answerRule(record.messages, body.wrote, occurred)
    case 'same-child':
      return body.as === to.child ? { kind: 'is-this-record' } : undefined
    case 'health-known':
    case 'address-protected':
    case 'looked-after-from':
    case 'status-recorded':
      return undefined
    default:
      return unreachable(type)
  }
}

type Of<T extends AddedType> = Extract<Addition, { readonly type: T }>
type Named = Of<'worker-allocated' | 'responsible-council-set' | 'partner-named'>

/** Who is named stands in the directory, as what they are named for. */
function directoryRule({ type, body }: Named, directory: Directory, now: Moment): Refusal | undefined {
  switch (type) {
    case 'worker-allocated': {
      const post = allocatable(directory, now).find(({ id }) => id === body.post)
      return post?.role === body.role ? undefined : { kind: 'not-in-the-directory', field: 'post' }
    }
    case 'responsible-council-set':
      return isKnown(directory, body.council, 'council')
        ? undefined
        : { kind: 'not-in-the-directory', field: 'council' }
    case 'partner-named':
      return partnerKinds.some((kind) => isKnown(directory, body.organisation, kind))
        ? undefined
        : { kind: 'not-in-the-directory', field: 'organisation' }
    default:
      return unreachable(type)
  }
}

type Ending = Of<
  | 'placement-ended'
  | 'worker-ended'
  | 'looked-after-ended'
  | 'partner-ended'
  | 'health-ended'
  | 'detail-ended'
  | 'address-protection-ended'
  | 'photograph-withdrawn'
  | 'shut-out-ended'
  | 'restriction-ended'
  | 'child-access-ended'
>

function endingRule({ type, body, occurred }: Ending, record: ChildRecord): Refusal | undefined {
  const ends = (lasting: readonly Span[], named: string) =>
    endRule(
      lasting.find(({ entry }) => entry === named),
      named,
      occurred,
    )
  switch (type) {
    case 'placement-ended':
      return timeRule(occurred) ?? endRule(record.placement, body.placed, occurred)
    case 'worker-ended':
      return ends(Object.values(record.workers), body.allocated)
    case 'looked-after-ended':
      return endRule(record.lookedAfter, record.lookedAfter?.entry, occurred)
    case 'partner-ended':
      return ends(record.partners, body.named)
    case 'health-ended':
      return ends(record.health, body.known)
    case 'detail-ended':
      return ends(record.details, body.known)
    case 'address-protection-ended':
      return ends(record.protectedAddresses, body.protected)
    case 'photograph-withdrawn':
      return ends(record.photographs, body.photograph)
    case 'shut-out-ended':
      return ends(record.shutOut, body.shutOut)
    case 'restriction-ended':
      return endRule(record.restriction, body.restricted, occurred)
    case 'child-access-ended':
      return endRule(record.access, body.given, occurred)
    default:
      return unreachable(type)
  }
}

/** What is said of an adult who cannot answer it has a source and an end. */
function gradingRule({ kind, graded }: ChildBodies['concern-known'], today: LondonDate): Refusal | undefined {
  if (kind !== 'adult') return undefined
  if (graded === undefined) return { kind: 'grading-needed' }
  if (graded.reviewBy < today) return { kind: 'review-is-past' }
  return graded.expires < graded.reviewBy ? { kind: 'expires-before-review' } : undefined
}

/** The oldest of whom a record is begun: someone who leaves care late is a child of the council still. */
const oldest = 25

function identityRule(
  { name, bornOn, approximateAge, description }: ChildBodies['child-registered'],
  now: Moment,
): Refusal | undefined {
  if ([name, bornOn, approximateAge, description].every((part) => part === undefined))
    return { kind: 'says-nothing' }
  const today = londonDate(now)
  const isOfAge = bornOn !== undefined && (bornOn > today || ageOn(bornOn, today) > oldest)
  return isOfAge || (approximateAge ?? 0) > oldest ? { kind: 'not-a-childs-age' } : undefined
}

/** From a placement's first minute and to its last a home is who is rung. */
function timeRule({ precision }: Occurred): Refusal | undefined {
  return precision === 'day' ? { kind: 'time-needed' } : undefined
}

function settingRule(
  { setting: { provider, areaCouncil } }: ChildBodies['placed'],
  directory: Directory,
): Refusal | undefined {
  if (provider !== undefined && !isKnown(directory, provider, 'provider'))
    return { kind: 'not-in-the-directory', field: 'provider' }
  return areaCouncil !== undefined && !isKnown(directory, areaCouncil, 'council')
    ? { kind: 'not-in-the-directory', field: 'areaCouncil' }
    : undefined
}

/** Somebody must see the child at every hour, tonight and after: whoever is let in for one shift is gone by the next. */
function namingRule(named: readonly PostId[], to: AddedTo): Refusal | undefined {
  const known = to.directory.posts.filter(({ id }) => named.includes(id))
  if (known.length < new Set(named).size) return { kind: 'not-in-the-directory', field: 'named' }
  const isThere = (post: Post) => post.allHours && post.vouchedBy === undefined && isHeld(post, to.now)
  if (!known.some(isThere)) return { kind: 'nobody-at-night' }
  return to.record.access && atNightRule(named, to)
}

/** What a child writes at night is the duty team's to hear: where named people alone read, one of that team is named. */
function atNightRule(named: readonly PostId[], { directory, record, now }: AddedTo): Refusal | undefined {
  const council = record.responsibleCouncil
  const hears = (post: Post) =>
    named.includes(post.id) &&
    post.role === 'duty-team' &&
    (council === undefined || post.organisation === council) &&
    isHeld(post, now)
  return directory.posts.some(hears) ? undefined : { kind: 'no-duty-team' }
}

/** A child is told an answer to what they wrote, and after they wrote it: to the minute, as a time is typed. */
function answerRule(
  messages: ChildRecord['messages'],
  wrote: EntryId,
  { at }: Occurred,
): Refusal | undefined {
  const message = messages.find(({ entry }) => entry === wrote)
  if (message === undefined) return { kind: 'no-such-message' }
  return minuteOf(at) < minuteOf(message.at) ? { kind: 'before-they-wrote', at: message.at } : undefined
}

const minuteOf = (at: Moment) => at.slice(0, 16)

/** What ends must be what lasts now, and cannot end before it began. */
function endRule(
  lasting: Span | undefined,
  named: string | undefined,
  { at }: Occurred,
): Refusal | undefined {
  if (lasting === undefined || lasting.until !== undefined || lasting.entry !== named)
    return { kind: 'nothing-to-end' }
  return isBefore(at, lasting.from) ? { kind: 'before-it-began', from: lasting.from } : undefined
}

function isKnown({ organisations }: Directory, id: string, kind: OrganisationKind): boolean {
  return organisations.some((one) => one.id === id && one.kind === kind)
}

/** Councils and forces come to a child by law, homes by placement, and an advocate is allocated: none of them by being named. */
export const partnerKinds: readonly OrganisationKind[] = [
  'health',
  'education',
  'youth-justice',
  'interview-supplier',
]

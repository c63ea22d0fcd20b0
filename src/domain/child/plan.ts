import { londonDate, londonTime, type LondonDate } from '../../kernel/london.ts'
import { elapsedMilliseconds, latest, type Moment } from '../../kernel/moment.ts'
import { clockKind, withinInWords, type Within } from '../../kernel/within.ts'
import type { Author, EntryId, Occurred } from '../episode/entry.ts'
import type { Role } from '../episode/roles.ts'
import type { ChildStream, Setting } from './child.ts'
import { entriesOf } from './corrected.ts'
import { planTextNames, questionOf, type HoursOwnTime, type PlanDraft } from './plan-fields.ts'
import { beginsAt, covers, inOrderOfTime, type Span } from './span.ts'

/** For whom somebody agrees to a plan. */
export type PlanSide = 'home' | 'council' | 'police'

export interface PlanAgreed {
  readonly side: PlanSide
  readonly at: Moment
  readonly by: Author
}

/** One version of a plan, with who has agreed to it and who has still to. */
export interface PlanVersion {
  readonly entry: EntryId
  readonly version: number
  readonly drafted: Occurred
  readonly by: Author
  readonly draft: PlanDraft
  readonly agreed: readonly PlanAgreed[]
  readonly awaited: readonly PlanSide[]
  /** From the last agreement that it needed. Absent: it holds nothing yet. */
  readonly inForceFrom?: Moment
  /** Of the last review, where there was one. */
  readonly reviewBy: LondonDate
}

/** Where a child lived, and who runs it. */
type Lived = Span & { readonly setting: Pick<Setting, 'provider'> }

const sides: Partial<Record<Role, PlanSide>> = {
  carer: 'home',
  'home-on-call': 'home',
  'provider-manager': 'home',
  'social-worker': 'council',
  'team-manager': 'council',
  police: 'police',
  'police-supervisor': 'police',
}

function sideOf(role: Role): PlanSide | undefined {
  return sides[role]
}

/** The versions drafted by then, the first one first. Whoever runs the home where the child lived on that day agrees, the
    council does, and police where they were asked. */
export function planVersionsOf(
  stream: ChildStream,
  placements: readonly Lived[],
  at: Moment,
): readonly PlanVersion[] {
  const agreements = inOrderOfTime(entriesOf(stream, 'plan-agreed-by')).filter(
    ({ occurred }) => occurred.at <= at,
  )
  const reviews = reviewsOf(stream, at)
  const drafted = inOrderOfTime(entriesOf(stream, 'plan-drafted')).filter(
    ({ occurred }) => beginsAt(occurred) <= at,
  )
  return drafted.map(({ id, occurred, by, body }, nth): PlanVersion => {
    const agreed = agreements
      .filter((one) => one.body.drafted === id)
      .flatMap((one): readonly PlanAgreed[] => {
        const side = sideOf(one.by.role)
        return side === undefined ? [] : [{ side, at: one.occurred.at, by: one.by }]
      })
    const lived = placements.findLast((one) => covers(one, beginsAt(occurred)))
    const needed = neededFor(body, lived)
    const first = (side: PlanSide) => agreed.find((one) => one.side === side)
    const awaited = needed.filter((side) => first(side) === undefined)
    const last = latest(beginsAt(occurred), ...needed.flatMap((side) => first(side)?.at ?? []))
    return {
      entry: id,
      version: nth + 1,
      drafted: occurred,
      by,
      draft: body,
      agreed,
      awaited,
      ...(awaited.length === 0 && { inForceFrom: last }),
      reviewBy: reviews.get(id) ?? body.reviewBy,
    }
  })
}

/** The day of the next review, by plan, as the last review set it. */
export function reviewsOf(stream: ChildStream, at: Moment): ReadonlyMap<EntryId, LondonDate> {
  const held = inOrderOfTime(entriesOf(stream, 'plan-reviewed')).filter(
    ({ occurred }) => beginsAt(occurred) <= at,
  )
  return new Map(held.map(({ body }) => [body.plan, body.reviewBy]))
}

function neededFor({ policeAsked }: PlanDraft, lived: Lived | undefined): readonly PlanSide[] {
  return [
    ...(lived?.setting.provider === undefined ? [] : (['home'] as const)),
    'council',
    ...(policeAsked === true ? (['police'] as const) : []),
  ]
}

/** The child's own time at this hour: the shortest that covers it, else that of every hour that has none of its own. Nobody
    may look longer for it than the edition allows. */
export function ownTimeAt(
  { reasonableTime, hours = [] }: Pick<PlanDraft, 'reasonableTime' | 'hours'>,
  at: Moment,
): Within | undefined {
  const hour = Number(londonTime(at).slice(0, 2))
  const own = hours.filter((one) => coversHour(one, hour)).map(({ within }) => within)
  const known = (own.length > 0 ? own : [reasonableTime]).filter((one) => clockKind(one) === 'elapsed')
  return known.toSorted((a, b) => elapsedMilliseconds(a) - elapsedMilliseconds(b))[0]
}

function coversHour({ fromHour, toHour }: HoursOwnTime, hour: number): boolean {
  return fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour
}

/** A line of a plan that one version says otherwise than the one before. */
export interface PlanChange {
  readonly label: string
  readonly before?: string
  readonly after?: string
}

/** What changed, line by line, in words. Of a first version, everything that it says. */
export function planChanges(
  before: PlanDraft | undefined,
  after: PlanDraft,
  day: (on: LondonDate) => string,
): readonly PlanChange[] {
  const [old, now] = [before && planLines(before, day), planLines(after, day)]
  return now.flatMap(({ label, text }, nth): readonly PlanChange[] => {
    const was = old?.[nth]?.text
    return was === text
      ? []
      : [{ label, ...(was !== undefined && { before: was }), ...(text !== undefined && { after: text }) }]
  })
}

/** Every line of a plan, the same for each; one of which nothing is said has no text. */
export function planLines(
  draft: PlanDraft,
  day: (on: LondonDate) => string,
): readonly { readonly label: string; readonly text: string | undefined }[] {
  return [
    { label: 'What the child says', text: draft.childsWords },
    { label: 'How long may be looked, at most', text: ownTimeInWords(draft) },
    ...planTextNames.map((name) => ({ label: questionOf(name).label, text: draft[name] })),
    { label: 'Police were asked to agree', text: draft.policeAsked === true ? 'Yes' : 'No' },
    { label: 'Review by', text: day(draft.reviewBy) },
  ]
}

/** "30 minutes; from 22:00 to 06:00 at once". */
export function ownTimeInWords({
  reasonableTime,
  hours = [],
}: Pick<PlanDraft, 'reasonableTime' | 'hours'>): string {
  const by = hours.map(
    ({ fromHour, toHour, within }) => `from ${clock(fromHour)} to ${clock(toHour)} ${withinInWords(within)}`,
  )
  return [withinInWords(reasonableTime), ...by].join('; ')
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

/** How a child stands to a plan on one day. */
export type PlanStanding = 'current' | 'past-review' | 'not-agreed' | 'none'

/** Current: one is in force, and its review is not past. A version that nobody has agreed to yet takes nothing away from
    the one in force. */
export function planStanding({
  plan,
  lapsedPlan,
  plans,
}: {
  readonly plan?: unknown
  readonly lapsedPlan?: unknown
  readonly plans: readonly PlanVersion[]
}): PlanStanding {
  if (plan !== undefined) return 'current'
  if (lapsedPlan !== undefined) return 'past-review'
  return plans.length > 0 ? 'not-agreed' : 'none'
}

/** How many of how many have a current plan, and what the others have. */
export interface PlanCoverage {
  readonly of: number
  readonly by: Readonly<Record<PlanStanding, number>>
}

export function planCoverage(standings: readonly PlanStanding[]): PlanCoverage {
  const count = (standing: PlanStanding) => standings.filter((one) => one === standing).length
  return {
    of: standings.length,
    by: {
      current: count('current'),
      'past-review': count('past-review'),
      'not-agreed': count('not-agreed'),
      none: count('none'),
    },
  }
}

/** The last day on which a plan is current. */
export function isCurrentOn(reviewBy: LondonDate, at: Moment): boolean {
  return reviewBy >= londonDate(at)
}

import { addDays, addMonths, dateInWords, londonDate, type LondonDate } from '../../kernel/london.ts'
import { earliest, latest, type Moment } from '../../kernel/moment.ts'
import type { ChildStream } from '../child/child.ts'
import { childAt } from '../child/child-at.ts'
import { corrected, entriesOf } from '../child/corrected.ts'
import type { Chronology } from '../episode/entries.ts'
import type { EpisodeId, OrganisationKind } from '../episode/entry.ts'
import { episodeOf } from '../episode/evolve.ts'

/** What kind of record an organisation holds of a child: it says how long it is kept. */
export const retentionClasses = [
  'looked-after',
  'protection-plan',
  'missing-only',
  'home-record',
  'police',
  'partner',
] as const

export type RetentionClass = (typeof retentionClasses)[number]

/** From when the years of a class count. A birthday counts whether or not anybody writes to the record. */
type CountsFrom = 'birth' | 'last-entry'

interface ClassRule {
  readonly label: string
  readonly from: CountsFrom
  /** Absent: no source gives any, and nothing falls due until the controller sets its own. */
  readonly years?: number
  /** From a death before the eighteenth birthday, in the place of the birthday. */
  readonly yearsAfterDeath?: number
  readonly source: string
  /** Whether the length was read at a source, and not recalled or chosen. */
  readonly verified: boolean
  /** A regulation gives it: no schedule makes it shorter. */
  readonly byLaw?: true
}

/** How long each class is kept, each with its source. Records of carers themselves are not kept here. */
export const classRules: Readonly<Record<RetentionClass, ClassRule>> = {
  'looked-after': {
    label: 'case record of a looked-after child',
    from: 'birth',
    years: 75,
    yearsAfterDeath: 15,
    source:
      'Care Planning, Placement and Case Review Regulations 2010, regulation 50, as two councils state it',
    verified: true,
    byLaw: true,
  },
  'home-record': {
    label: 'case record of a child in a home',
    from: 'birth',
    years: 75,
    yearsAfterDeath: 15,
    source: 'Children’s Homes Regulations 2015, regulation 36, as a council states it',
    verified: true,
    byLaw: true,
  },
  'protection-plan': {
    label: 'record of a child who had a protection plan',
    from: 'last-entry',
    years: 35,
    source: 'one council’s own schedule; each council has its own',
    verified: true,
  },
  'missing-only': {
    label: 'record of a child who was missing and never looked after',
    from: 'last-entry',
    years: 6,
    source: 'no source gives it: a local decision',
    verified: false,
  },
  police: {
    label: 'record of a missing child, held by police',
    from: 'last-entry',
    years: 6,
    source: 'management of police information, as recalled',
    verified: false,
  },
  partner: {
    label: 'what a school, a health service or another partner recorded',
    from: 'last-entry',
    source: 'no source gives it: the organisation’s own schedule',
    verified: false,
  },
}

/** Of the shortest class. What names a child perhaps and is of no record is kept for no longer. */
export const shortestYears = Math.min(
  ...Object.values(classRules).flatMap(({ years }) => (years === undefined ? [] : [years])),
)

/** What a controller's own schedule says of a class, in the place of the length above. */
export interface Scheduled {
  readonly years: number
  readonly source: string
}

export type Schedule = Readonly<Partial<Record<RetentionClass, Scheduled>>>

/** What the clocks run from, read off the whole record. */
export interface HeldFacts {
  readonly bornOn?: LondonDate
  /** Where the date of birth is not known: by the age that was given, else nobody is born after they were written about. */
  readonly bornAtLatest?: LondonDate
  readonly diedOn?: LondonDate
  readonly everLookedAfter: boolean
  readonly everOnPlan: boolean
  /** When anything was last recorded about the child, by anybody. */
  readonly lastEntry: Moment
}

/** Undefined for a record without an entry. */
export function heldFactsOf(
  child: ChildStream,
  episodes: ReadonlyMap<EpisodeId, Chronology>,
): HeldFacts | undefined {
  const all = [...child, ...[...episodes.values()].flat()]
  const [first, ...rest] = all.map(({ recorded }) => recorded)
  if (first === undefined) return undefined
  const lastEntry = latest(first, ...rest)
  const stands = corrected(child)
  const { bornOn } = childAt(child, lastEntry)
  const deaths = [...episodes.values()].flatMap((chronology) => {
    const { died, located } = episodeOf(chronology)
    return died && located !== undefined ? [located.occurred.at] : []
  })
  const [died] = deaths.toSorted()
  return {
    ...(bornOn === undefined ? { bornAtLatest: bornAtLatest(stands, earliest(first, ...rest)) } : { bornOn }),
    ...(died !== undefined && { diedOn: londonDate(died) }),
    everLookedAfter: entriesOf(stands, 'looked-after-from').length > 0,
    everOnPlan: entriesOf(stands, 'status-recorded').some(({ body }) => body.status === 'protection-plan'),
    lastEntry,
  }
}

/** An age that somebody gave by sight may be out by two years, as in the question whether a child is missing. */
const ageMayBeOutBy = 2

/** By the youngest that the last age which was given allows, on the day on which it was given. */
function bornAtLatest(stands: ChildStream, first: Moment): LondonDate {
  const said = entriesOf(stands, 'child-registered').findLast(({ body }) => body.approximateAge !== undefined)
  if (said?.body.approximateAge === undefined) return londonDate(first)
  const youngest = Math.min(100, Math.max(0, said.body.approximateAge - ageMayBeOutBy))
  return addMonths(londonDate(said.occurred.at), -12 * youngest)
}

/** Which class of record this kind of organisation holds of a child. */
export function classOf(
  kind: OrganisationKind,
  facts: Pick<HeldFacts, 'everLookedAfter' | 'everOnPlan'>,
): RetentionClass {
  switch (kind) {
    case 'council':
      return facts.everLookedAfter ? 'looked-after' : facts.everOnPlan ? 'protection-plan' : 'missing-only'
    case 'provider':
      return 'home-record'
    case 'police':
      return 'police'
    case 'health':
    case 'education':
    case 'youth-justice':
    case 'interview-supplier':
    case 'advocacy':
      return 'partner'
  }
}

/** Every class that this kind of organisation can hold. */
export function classesOf(kind: OrganisationKind): readonly RetentionClass[] {
  const every = [
    { everLookedAfter: true, everOnPlan: false },
    { everLookedAfter: false, everOnPlan: true },
    { everLookedAfter: false, everOnPlan: false },
  ]
  return [...new Set(every.map((ever) => classOf(kind, ever)))]
}

export interface Length {
  readonly years: number
  readonly source: string
  readonly verified: boolean
  /** The controller's own schedule gives it. */
  readonly set: boolean
}

/** How long a class is kept by a controller; undefined where nobody has said. */
function lengthOf(of: RetentionClass, schedule: Schedule): Length | undefined {
  const set = schedule[of]
  const { years, source, verified, byLaw } = classRules[of]
  const isTooShort = byLaw === true && (set?.years ?? 0) < (years ?? 0)
  if (set !== undefined && !isTooShort) return { ...set, verified: false, set: true }
  return years === undefined ? undefined : { years, source, verified, set: false }
}

export type FallsDue =
  | { readonly kind: 'on'; readonly day: LondonDate; readonly because: string; readonly length: Length }
  | { readonly kind: 'never'; readonly because: string }

/** When a record of this class falls due for review. Nothing falls due before the eighteenth birthday: a child who can
    still go missing needs what is known from before, because it can raise the response. Where nobody knows the date of
    birth, it is the last that is possible. */
export function fallsDue(of: RetentionClass, facts: HeldFacts, schedule: Schedule): FallsDue {
  const length = lengthOf(of, schedule)
  if (length === undefined)
    return { kind: 'never', because: 'no length is set for this class: set your own schedule' }
  const { bornOn, bornAtLatest: atLatest, diedOn, lastEntry } = facts
  const { from, yearsAfterDeath } = classRules[of]
  const born = bornOn ?? atLatest
  const guessed = bornOn === undefined ? ' at the latest: the date of birth is not known' : ''
  if (
    from === 'birth' &&
    yearsAfterDeath !== undefined &&
    diedOn !== undefined &&
    diedUnder18(facts, diedOn)
  ) {
    const day = yearsAfter(diedOn, yearsAfterDeath)
    return due(day, `${yearsAfterDeath} years after a death on ${dateInWords(diedOn)}, under 18`, length)
  }
  if (from === 'birth') {
    if (born === undefined) return { kind: 'never', because: 'the date of birth is not known' }
    const years = Math.max(length.years, 18)
    return due(yearsAfter(born, years), `${ordinal(years)} birthday${guessed}`, length)
  }
  const last = londonDate(lastEntry)
  const counted = yearsAfter(last, length.years)
  const adult = born === undefined ? undefined : yearsAfter(born, 18)
  const said = `${length.years} years after the last entry, of ${dateInWords(last)}`
  if (diedOn === undefined && adult !== undefined && counted < adult)
    return due(adult, `18th birthday${guessed}, which comes after ${said}`, length)
  return due(counted, said, length)
}

/** Whoever may have been grown up by then, as far as an age by sight can tell, is taken as grown up: it is kept longer. */
function diedUnder18({ bornOn, bornAtLatest: atLatest }: HeldFacts, diedOn: LondonDate): boolean {
  if (bornOn !== undefined) return diedOn < yearsAfter(bornOn, 18)
  return atLatest === undefined || diedOn < yearsAfter(atLatest, 18 - 2 * ageMayBeOutBy - 1)
}

/** The class under which a record is kept longest, of those that apply to it, and when it falls due by that. */
export function keptUnder(
  kind: OrganisationKind,
  facts: HeldFacts,
  schedule: Schedule,
): { readonly class: RetentionClass; readonly due: FallsDue } {
  const first = classOf(kind, facts)
  const also = first === 'looked-after' && facts.everOnPlan ? (['protection-plan'] as const) : []
  return [first, ...also]
    .map((of) => ({ class: of, due: fallsDue(of, facts, schedule) }))
    .reduce((longest, one) => (isLater(one.due, longest.due) ? one : longest))
}

function isLater(one: FallsDue, other: FallsDue): boolean {
  if (other.kind === 'never') return false
  return one.kind === 'never' || one.day > other.day
}

/** What a record that is due has to be, told before any entry of it is read: one that is neither is not due. */
export interface MayBeDue {
  /** Nothing was recorded after this day. */
  readonly quietSince?: LondonDate
  /** Whoever it is about was born by this day, or died, or nobody knows when they were born. */
  readonly bornBy?: LondonDate
}

/** Further back there are no days to count from: whoever keeps something for longer reads more than is due. */
const longestLooked = 120

export function mayBeDue(kind: OrganisationKind, schedule: Schedule, today: LondonDate): MayBeDue {
  const lengths = classesOf(kind).map((of) => ({ ...classRules[of], length: lengthOf(of, schedule) }))
  const before = (from: CountsFrom) => {
    const years = lengths.flatMap((one) => (one.from === from && one.length ? [one.length.years] : []))
    // A month may be shorter than the one that is counted from.
    return years.length === 0
      ? undefined
      : addDays(addMonths(today, -12 * Math.min(longestLooked, ...years)), 2)
  }
  const [quietSince, bornBy] = [before('last-entry'), before('birth')]
  return { ...(quietSince && { quietSince }), ...(bornBy && { bornBy }) }
}

function due(day: LondonDate, because: string, length: Length): FallsDue {
  return { kind: 'on', day, because, length }
}

/** Dates end with the year 2200: what would fall due later than that falls due on its last day. */
function yearsAfter(day: LondonDate, years: number): LondonDate {
  return Number(day.slice(0, 4)) + years > 2200 ? ('2200-12-31' as LondonDate) : addMonths(day, years * 12)
}

function ordinal(number: number): string {
  const [tens, ones] = [number % 100, number % 10]
  const end = tens > 10 && tens < 14 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[ones] ?? 'th')
  return `${number}${end}`
}

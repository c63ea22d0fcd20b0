import { addDays, londonDate, startOfLondonDay, type LondonDate } from '../../kernel/london.ts'
import { plus, type Moment } from '../../kernel/moment.ts'
import type { OrganisationId, PostId } from '../episode/entry.ts'
import type { Directory, Post } from './directory.ts'
import { spansOn, type Shift, type Span } from './shift.ts'

/** Whoever relieves reads in first, and whoever is relieved ends what they began: no hand-over cuts off an act. */
const readsInBefore = '-PT30M'
const endsWithin = 'PT1H'

/** Who of a duty team is on duty, from when until when. `named` is false where no shift names anybody who holds a post
    then: the whole team is on duty, because somebody has to be. */
export interface OnDuty extends Span {
  readonly posts: readonly Post[]
  readonly named: boolean
}

/** The times of a window one after the other, without a gap between them. Empty for an organisation without a duty team. */
export function rotaOf(
  { posts, shifts = [] }: Directory,
  organisation: OrganisationId,
  window: Span,
): readonly OnDuty[] {
  const team = teamOf(posts, organisation)
  if (team.length === 0) return []
  const own = shifts.filter((shift) => shift.organisation === organisation)
  const worked = own.flatMap((shift) => spansIn(shift, window).map((span) => ({ ...span, shift })))
  const held = team.map((post) => ({ post, ...daysOf(post) }))
  const changes = [...worked, ...held].flatMap(({ from, until }) => [from, until ?? window.until])
  const cuts = [
    ...new Set([window.from, ...changes.filter((at) => isIn(window, at)), window.until]),
  ].toSorted()
  const times = cuts.slice(0, -1).map((from, nth) => {
    const there = held.filter((one) => isIn(one, from)).map(({ post }) => post)
    const meant = worked.filter((span) => isIn(span, from)).map(({ shift }) => shift)
    const named = there.filter(({ id }) => meant.some((shift) => isFor(shift, id)))
    return {
      from,
      until: cuts[nth + 1] ?? window.until,
      named: named.length > 0,
      posts: named.length > 0 ? named : there,
    }
  })
  return times.reduce<readonly OnDuty[]>(joined, [])
}

/** When each post of every duty team is off: another is on duty, and neither reading in nor ending what was begun is left.
    A post that is not named here is never off. */
export function offDuty(directory: Directory, window: Span): ReadonlyMap<PostId, readonly Span[]> {
  const { posts, shifts = [] } = directory
  const organisations = [...new Set(shifts.map(({ organisation }) => organisation))]
  const off = organisations.flatMap((organisation) => {
    const rota = rotaOf(directory, organisation, window)
    return teamOf(posts, organisation).map(({ id }) => {
      const own = rota.filter((one) => one.posts.some((post) => post.id === id))
      return [id, betweenDuties(own, window)] as const
    })
  })
  return new Map(off.filter(([, spans]) => spans.length > 0))
}

/** Before the first duty of a window and after the last, a post may be in one that lies outside it: it is off only from
    the beginning of the window until it reads in, and from the end of a duty. */
function betweenDuties(duties: readonly Span[], window: Span): readonly Span[] {
  const starts = [...duties.map(({ from }) => plus(from, readsInBefore)), window.until]
  const ends = [window.from, ...duties.map(({ until }) => plus(until, endsWithin))]
  return starts.flatMap((until, nth) => {
    const from = ends[nth] ?? window.from
    return from < until ? [{ from, until }] : []
  })
}

/** Who is on duty at a moment; where nothing changes for a week, `until` is the end of that. Undefined without a team. */
export function onDutyAt(directory: Directory, organisation: OrganisationId, at: Moment): OnDuty | undefined {
  return rotaAround(directory, organisation, londonDate(at)).find((one) => isIn(one, at))
}

const known = new WeakMap<Directory, Map<string, readonly OnDuty[]>>()

/** A board asks a thousand times about the same day. */
function rotaAround(directory: Directory, organisation: OrganisationId, day: LondonDate): readonly OnDuty[] {
  // At the ends of what can be reckoned there is no day before, or after: nobody kept a rota then.
  if (day < '1900-01-10' || '2200-12-20' < day) return []
  const kept = known.get(directory) ?? new Map<string, readonly OnDuty[]>()
  known.set(directory, kept)
  const key = `${organisation} ${day}`
  const window = { from: startOfLondonDay(addDays(day, -2)), until: startOfLondonDay(addDays(day, 8)) }
  const rota = kept.get(key) ?? rotaOf(directory, organisation, window)
  kept.set(key, rota)
  return rota
}

function teamOf(posts: readonly Post[], organisation: OrganisationId): readonly Post[] {
  return posts.filter((post) => post.organisation === organisation && post.role === 'duty-team')
}

function spansIn(shift: Shift, { from, until }: Span): readonly Span[] {
  const days: Span[] = []
  for (let day = addDays(londonDate(from), -1); day <= londonDate(until); day = addDays(day, 1))
    days.push(...spansOn(shift, day))
  return days
}

function daysOf({ from, until }: Post): { readonly from: Moment; readonly until?: Moment } {
  return { from: startOfLondonDay(from), ...(until !== undefined && { until: startOfLondonDay(until) }) }
}

function isFor({ posts }: Shift, id: PostId): boolean {
  return posts.length === 0 || posts.includes(id)
}

function isIn({ from, until }: { readonly from: Moment; readonly until?: Moment }, at: Moment): boolean {
  return from <= at && (until === undefined || at < until)
}

/** A time in which nobody changes goes on. One in which nobody holds a post is nobody's. */
function joined(times: readonly OnDuty[], next: OnDuty): readonly OnDuty[] {
  const last = times.at(-1)
  const isSame = last?.named === next.named && idsOf(last) === idsOf(next)
  return isSame ? [...times.slice(0, -1), { ...last, until: next.until }] : [...times, next]
}

function idsOf({ posts }: OnDuty): string {
  return posts.map(({ id }) => id).join(' ')
}

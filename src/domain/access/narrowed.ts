import { latest, type Moment } from '../../kernel/moment.ts'
import type { ChildStream, ShutOutOf } from '../child/child.ts'
import type { Directory, Post } from '../child/directory.ts'
import type { Joined } from '../child/joined.ts'
import type { Restriction, ShutOut } from '../child/record.ts'
import { restrictionsOf, shutOutOf } from '../child/timeline.ts'
import type { ChildId, EpisodeId, PersonId, PostId } from '../episode/entry.ts'
import type { Grant } from './grant.ts'
import { earlier, endOf, startOf } from './relationship.ts'
import { mayBeTheSame } from './same-name.ts'

export interface Narrowing {
  readonly entries: ChildStream
  readonly directory: Directory
  readonly child: ChildId
  readonly episodes: readonly EpisodeId[]
  /** Other records of the same child: whoever is kept out of one is kept out of each, from when they were joined. */
  readonly joined: readonly Joined[]
}

interface Times {
  readonly from: Moment
  readonly until?: Moment
}

/** What is left of the grants when whoever is shut out is kept out and a restricted record is for those named alone. It
    comes after every relationship, so none can bring back what it takes. */
export function narrowed(grants: readonly Grant[], narrowing: Narrowing): readonly Grant[] {
  const restricted = everyRestriction(narrowing).reduce<readonly Grant[]>(
    (left, { named, ...times }) =>
      left.flatMap((grant) => (isFor(grant, named) ? [grant] : outside(grant, times))),
    grants,
  )
  return kept(narrowing).reduce<readonly Grant[]>((left, shut) => {
    const before = new Map(shut.readers.map((times) => [times.post, times.when]))
    return left.flatMap((grant) => keptOut(grant, shut.scope, before.get(grant.post) ?? [], narrowing))
  }, restricted)
}

/** A row for each post of whoever is shut out of the record, of an episode or of a section. It opens nothing: it is read
    only by what finds who holds a role, since what they would hold passes to another. */
export function keptOutOf(narrowing: Narrowing): readonly Grant[] {
  const isWall = new Set(
    narrowing.directory.posts.filter(({ role }) => role === 'wallboard').map(({ id }) => id),
  )
  return kept(narrowing).flatMap(({ scope, readers }) =>
    readers
      .filter(({ post }) => !isWall.has(post))
      .flatMap(({ post, when }) =>
        when.map((times) => ({
          post,
          child: narrowing.child,
          ...(scope.kind === 'episode' && { stream: scope.episode }),
          section: scope.kind === 'section' ? (`kept-out:${scope.section}` as const) : ('kept-out' as const),
          ...times,
          because: 'is shut out',
        })),
      ),
  )
}

/** Whether anybody was ever kept out of any of it. */
export function isNarrowed(narrowing: Narrowing): boolean {
  return everyRestriction(narrowing).length > 0 || everyShutOut(narrowing).length > 0
}

function everyRestriction({ entries, joined }: Narrowing): readonly Restriction[] {
  const others = joined.flatMap((other) => since(restrictionsOf(other.entries), other.from))
  return [...restrictionsOf(entries), ...others]
}

/** An episode is of one record alone. */
function everyShutOut({ entries, joined }: Narrowing): readonly ShutOut[] {
  const others = joined.flatMap((other) => since(shutOutOf(other.entries), other.from))
  return [...shutOutOf(entries), ...others.filter(({ scope }) => scope.kind !== 'episode')]
}

function since<T extends Times>(all: readonly T[], from: Moment): readonly T[] {
  return all
    .filter(({ until }) => until === undefined || until > from)
    .map((one) => ({ ...one, from: latest(one.from, from) }))
}

/** What was opened and asked about a restricted child is reviewed as for any other: it shows nothing of the record. Nor
    does it close the child's own door. */
function isFor({ post, section }: Grant, named: readonly PostId[]): boolean {
  return section === 'review' || section === 'theirs' || named.includes(post)
}

interface Kept {
  readonly scope: ShutOutOf
  readonly readers: readonly { readonly post: PostId; readonly when: readonly Times[] }[]
}

/** Through which posts each who is shut out would read, and when: through their own, and a wall where they work. */
function kept(narrowing: Narrowing): readonly Kept[] {
  const { posts } = narrowing.directory
  return everyShutOut(narrowing).map(({ person, name, scope, from, until }) => {
    const names = [name, ...posts.filter((post) => post.person === person).map((post) => post.personName)]
    const times = { from, ...(until !== undefined && { until }) }
    const whenIn = (post: Post): readonly Times[] => {
      if (post.person === person) return [times]
      return mayBeThem(post, person, names) ? during(times, post) : []
    }
    const theirs = posts
      .map((post) => ({ ...post, when: whenIn(post) }))
      .filter(({ when }) => when.length > 0)
    const walls = posts.filter(({ role }) => role === 'wallboard')
    const before = walls.map(({ id, organisation }) => ({
      post: id,
      when: theirs.filter((post) => post.organisation === organisation).flatMap(({ when }) => when),
    }))
    return { scope, readers: [...theirs.map(({ id, when }) => ({ post: id, when })), ...before] }
  })
}

/** Somebody who was let in for a shift is known by a name alone. Whoever is shut out is kept out of what is opened to that
    name too, and lets nobody in to what they may not read themselves. */
function mayBeThem(post: Post, person: PersonId, names: readonly string[]): boolean {
  if (post.vouchedBy === undefined) return false
  return post.vouchedBy === person || names.some((name) => mayBeTheSame(name, post.personName))
}

function during(times: Times, post: Post): readonly Times[] {
  const from = latest(times.from, startOf(post))
  const until = earlier(times.until, endOf(post))
  if (until === undefined) return [{ from }]
  return from < until ? [{ from, until }] : []
}

const ofTheWhole: ReadonlySet<Grant['section']> = new Set(['disclosure', 'beside', 'beside-words'])

/** `when` is empty for a post through which they do not read. */
function keptOut(
  grant: Grant,
  scope: ShutOutOf,
  when: readonly Times[],
  narrowing: Narrowing,
): readonly Grant[] {
  return when.reduce<readonly Grant[]>(
    (left, times) => left.flatMap((one) => keptOutDuring(one, scope, times, narrowing)),
    [grant],
  )
}

function keptOutDuring(
  grant: Grant,
  scope: ShutOutOf,
  times: Times,
  { child, episodes }: Narrowing,
): readonly Grant[] {
  // To disclose is to read all of it, and to stand beside a child is to see what the child sees: whoever may not read a part
  // does neither.
  if (scope.kind === 'record' || ofTheWhole.has(grant.section)) return outside(grant, times)
  if (scope.kind === 'section') return grant.section === scope.section ? outside(grant, times) : [grant]
  if (grant.stream !== undefined) return grant.stream === scope.episode ? outside(grant, times) : [grant]
  // Of a whole record without one episode, every other stream is left.
  const others = [child, ...episodes].filter((stream) => stream !== scope.episode)
  const left = others.flatMap((stream) => within({ ...grant, stream }, times))
  return [...outside(grant, times), ...left]
}

/** The parts of a grant before and after some time. */
function outside(grant: Grant, { from, until }: Times): readonly Grant[] {
  const { until: end, ...open } = grant
  const before = earlier(end, from)
  const after = until === undefined ? undefined : latest(grant.from, until)
  return [
    ...(before !== undefined && before > grant.from ? [{ ...open, until: before }] : []),
    ...(after !== undefined && (end === undefined || after < end)
      ? [{ ...open, from: after, ...(end !== undefined && { until: end }) }]
      : []),
  ]
}

function within(grant: Grant, times: Times): readonly Grant[] {
  const { until: end, ...open } = grant
  const from = latest(grant.from, times.from)
  const until = earlier(end, times.until)
  return until !== undefined && until <= from
    ? []
    : [{ ...open, from, ...(until !== undefined && { until }) }]
}

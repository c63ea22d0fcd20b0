import { latest, type Moment } from '../../kernel/moment.ts'
import type { ChildStream } from '../child/child.ts'
import type { Directory, Post } from '../child/directory.ts'
import type { Joined } from '../child/joined.ts'
import type { Restriction, ShutOut } from '../child/record.ts'
import { restrictionsOf, shutOutOf } from '../child/timeline.ts'
import type { ChildId, EpisodeId, PersonId, PostId } from '../episode/entry.ts'
import type { Grant } from './grant.ts'
import { earlier } from './relationship.ts'

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
  const { directory } = narrowing
  const before = whoSitsBefore(directory)
  const restricted = everyRestriction(narrowing).reduce<readonly Grant[]>(
    (left, { named, ...times }) =>
      left.flatMap((grant) => (isFor(grant, named) ? [grant] : outside(grant, times))),
    grants,
  )
  return everyShutOut(narrowing).reduce<readonly Grant[]>(
    (left, shut) => left.flatMap((grant) => keptOut(grant, shut, before, narrowing)),
    restricted,
  )
}

/** A row for each post of somebody who is shut out of the whole record. It opens nothing: it is read only by what finds
    who holds a role, since what they would hold passes to another. */
export function keptOutOf(narrowing: Narrowing): readonly Grant[] {
  return everyShutOut(narrowing)
    .filter(({ scope }) => scope.kind === 'record')
    .flatMap(({ person, from, until }) =>
      narrowing.directory.posts
        .filter((post) => post.person === person)
        .map(({ id }) => ({
          post: id,
          child: narrowing.child,
          section: 'kept-out' as const,
          from,
          ...(until !== undefined && { until }),
          because: 'is shut out of the record',
        })),
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

/** Who reads what a post may read: whoever holds it, and before a wall everybody who works there. */
function whoSitsBefore({ posts }: Directory): ReadonlyMap<PostId, ReadonlySet<PersonId>> {
  const readersOf = ({ role, person, organisation }: Post) =>
    role === 'wallboard'
      ? posts.filter((other) => other.organisation === organisation).map((other) => other.person)
      : [person]
  return new Map(posts.map((post) => [post.id, new Set(readersOf(post))]))
}

function keptOut(
  grant: Grant,
  { person, scope, ...times }: ShutOut,
  before: ReadonlyMap<PostId, ReadonlySet<PersonId>>,
  { child, episodes }: Narrowing,
): readonly Grant[] {
  if (before.get(grant.post)?.has(person) !== true) return [grant]
  // To disclose is to read all of it: whoever may not read a part decides about none.
  if (scope.kind === 'record' || grant.section === 'disclosure') return outside(grant, times)
  if (scope.kind === 'section') return grant.section === scope.section ? outside(grant, times) : [grant]
  if (grant.stream !== undefined) return grant.stream === scope.episode ? outside(grant, times) : [grant]
  // Of a whole record without one episode, every other stream is left.
  const others = [child, ...episodes].filter((stream) => stream !== scope.episode)
  const during = others.flatMap((stream) => within({ ...grant, stream }, times))
  return [...outside(grant, times), ...during]
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

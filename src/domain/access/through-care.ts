import type { Moment } from '../../kernel/moment.ts'
import type { ChildStream } from '../child/child.ts'
import { answeringCouncil } from '../child/council.ts'
import { entriesOf } from '../child/corrected.ts'
import type { Directory, Post } from '../child/directory.ts'
import type { Placement, Worker } from '../child/record.ts'
import { partnersOf, placementsOf, responsibleCouncilsOf, workersOf } from '../child/timeline.ts'
import type { ChildId, OrganisationId } from '../episode/entry.ts'
import { roleLabel } from '../episode/roles.ts'
import type { Way } from './readers.ts'
import { postsOf, type Relationship } from './relationship.ts'

/** When the child was not where they were expected. Without `until` they are not back. */
export interface Absence {
  readonly from: Moment
  readonly until?: Moment
}

interface Known {
  /** Corrections applied. */
  readonly entries: ChildStream
  readonly directory: Directory
  readonly absences: readonly Absence[]
  readonly raisedBy?: OrganisationId
}

/** Everyone who may read the record because of where the child lives, who works with them and who is responsible. */
export function throughCare(known: Known): readonly Relationship[] {
  return [
    ...responsible(known),
    ...workersOf(known.entries).flatMap((worker) => allocated(worker, known.directory)),
    ...placementsOf(known.entries).flatMap((placement) => [
      ...atHome(placement, known),
      ...inHostArea(placement, known),
    ]),
    ...partners(known),
    ...registering(known),
  ]
}

/** Until a council is responsible, the council that must answer sees the child: someone has to act. */
function responsible({ entries, directory, raisedBy }: Known): readonly Relationship[] {
  const spans = responsibleCouncilsOf(entries)
  const answering = answeringCouncil(directory, raisedBy)
  const first = entries[0]?.recorded
  if (spans.length > 0)
    return spans.flatMap(({ council, ...span }) =>
      inCouncil(entries, directory, council, span, 'of the responsible council'),
    )
  return answering === undefined || first === undefined
    ? []
    : inCouncil(entries, directory, answering.id, { from: first }, 'no council is responsible yet')
}

function inCouncil(
  entries: ChildStream,
  directory: Directory,
  council: OrganisationId,
  { from, until }: Absence,
  why: string,
): readonly Relationship[] {
  const hasWorker = workersOf(entries).some(
    (worker) => worker.role === 'social-worker' && worker.until === undefined,
  )
  // Without a social worker any team manager may have to allocate one.
  const standings: readonly Way[] = hasWorker
    ? ['responsible-council']
    : ['responsible-council', 'no-social-worker']
  return standings.flatMap((way) =>
    postsOf(directory, council, way).map((post) => ({
      posts: [post],
      way,
      from,
      ...(until !== undefined && { until }),
      because: `${roleLabel(post.role)}, ${why}`,
    })),
  )
}

/** With a social worker comes the manager of that social worker's team. A youth justice worker is a partner: what is
    planned for a child is for the child's council. */
function allocated(worker: Worker, directory: Directory): readonly Relationship[] {
  const post = directory.posts.find(({ id }) => id === worker.post)
  if (post === undefined) return []
  const kind = directory.organisations.find(({ id }) => id === post.organisation)?.kind
  const span = { from: worker.from, ...(worker.until !== undefined && { until: worker.until }) }
  const own: Relationship = {
    posts: [post],
    way: kind === 'youth-justice' ? 'partner' : wayOf(worker),
    ...span,
    because: `${roleLabel(worker.role)}, allocated to the child`,
  }
  if (worker.role !== 'social-worker' || own.way === 'partner') return [own]
  const above = postsOf(directory, post.organisation, 'team-of-the-worker').filter(
    ({ team }) => team === post.team,
  )
  return [
    own,
    {
      posts: above,
      way: 'team-of-the-worker',
      ...span,
      because: "manager of the allocated social worker's team",
    },
  ]
}

/** Whoever is allocated works for the child; an advocate stands beside them. */
function wayOf({ role, sharesWords }: Worker): Way {
  if (role !== 'advocate') return 'allocation'
  return sharesWords === true ? 'advocacy-by-wish' : 'advocacy'
}

/** A carer with a team sees the home of that name; one without sees every home of the provider. */
function atHome(placement: Placement, { directory, absences }: Known): readonly Relationship[] {
  const { provider, name } = placement.setting
  if (provider === undefined) return []
  const isHere = ({ team }: Post) => team === undefined || team === name
  const posts = postsOf(directory, provider, 'placement').filter(isHere)
  const stay = extended(placement, absences)
  const here: Relationship = {
    posts,
    way: 'placement',
    ...stay,
    because: `the child is placed at ${name}`,
  }
  if (stay.until === undefined) return [here]
  const since: Relationship = {
    posts,
    way: 'former-placement',
    from: stay.until,
    because: `the child was placed at ${name}`,
  }
  return [here, since]
}

/** A school, a health service or a youth justice service that was named as one that works with this child. */
function partners({ entries, directory }: Known): readonly Relationship[] {
  return partnersOf(entries).map(({ organisation, from, until }) => ({
    posts: postsOf(directory, organisation, 'partner'),
    way: 'partner',
    from,
    ...(until !== undefined && { until }),
    because: 'named as a partner for this child',
  }))
}

function inHostArea(placement: Placement, { entries, directory, absences }: Known): readonly Relationship[] {
  const area = placement.setting.areaCouncil
  if (area === undefined) return []
  const stay = extended(placement, absences)
  const isOutside = responsibleCouncilsOf(entries).some(
    ({ council, from, until }) =>
      council !== area &&
      (stay.until === undefined || from < stay.until) &&
      (until === undefined || stay.from < until),
  )
  return isOutside
    ? [
        {
          posts: postsOf(directory, area, 'host-council'),
          way: 'host-council',
          ...stay,
          because: `the child is placed in the area, at ${placement.setting.name}`,
        },
      ]
    : []
}

/** Whoever was caring for the child when they went missing sees the record until they are back, though the placement
    has ended: they know the child, and may be who is rung. */
function extended({ from, until }: Placement, absences: readonly Absence[]): Absence {
  if (until === undefined) return { from }
  const absence = absences.find(
    (one) => one.from >= from && one.from < until && (one.until === undefined || one.until > until),
  )
  const end = absence === undefined ? until : absence.until
  return end === undefined ? { from } : { from, until: end }
}

/** Who said that there is this child sees who they are, until a council is responsible. */
function registering({ entries, directory }: Known): readonly Relationship[] {
  const until = responsibleCouncilsOf(entries)[0]?.from
  return entriesOf(entries, 'child-registered').map(({ by, recorded, stream }) => ({
    posts: directory.posts.filter(({ id }) => id === by.post),
    way: 'registration',
    stream: stream as ChildId,
    from: recorded,
    ...(until !== undefined && { until }),
    because: 'registered the child',
  }))
}
